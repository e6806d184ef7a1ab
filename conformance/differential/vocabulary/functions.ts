// Functions of the modules binascii and base64, with the kinds of their arguments and keywords. Callers:
// ../generate, and callables.ts, which lists what programs may call.

interface Signature {
  readonly args: readonly string[];
  readonly keywords: Readonly<Record<string, string>>;
}

const WRAP = { wrapcol: 'wrapcol' };
const PADDED = { padded: 'bool' };
const READ = { ignorechars: 'piece', canonical: 'bool' };

function writes(keywords: Signature['keywords'] = {}, ...more: readonly string[]): Signature {
  return { args: ['bytes', ...more], keywords };
}

function reads(keywords: Signature['keywords'] = {}, ...more: readonly string[]): Signature {
  return { args: ['encoded', ...more], keywords };
}

export const TEXT_FUNCTIONS: Readonly<Record<string, Signature>> = {
  'binascii.hexlify': writes(),
  'binascii.b2a_hex': writes({}, 'separator', 'small'),
  'binascii.unhexlify': reads({ ignorechars: 'piece' }),
  'binascii.b2a_base64': writes({ newline: 'bool', ...PADDED, ...WRAP }),
  'binascii.a2b_base64': reads({ strict_mode: 'bool', ...PADDED, ignorechars: 'piece', canonical: 'bool' }),
  'binascii.b2a_base32': writes({ ...PADDED, ...WRAP }),
  'binascii.a2b_base32': reads({ ...PADDED, ...READ }),
  'binascii.b2a_base85': writes({ pad: 'bool', ...WRAP }),
  'binascii.a2b_base85': reads({ ...READ }),
  'binascii.b2a_ascii85': writes({ foldspaces: 'bool', pad: 'bool', adobe: 'bool', ...WRAP }),
  'binascii.a2b_ascii85': reads({ foldspaces: 'bool', adobe: 'bool', ...READ }),
  'binascii.b2a_qp': writes({ quotetabs: 'bool', istext: 'bool', header: 'bool' }),
  'binascii.a2b_qp': reads({ header: 'bool' }),
  'binascii.b2a_uu': writes({ backtick: 'bool' }),
  'binascii.a2b_uu': reads(),
  'binascii.crc32': writes({}, 'byte'),
  'binascii.crc_hqx': writes({}, 'byte'),
  'base64.b64encode': writes({ ...PADDED, ...WRAP }, 'altchars'),
  'base64.b64decode': reads(
    { ...PADDED, validate: 'bool', canonical: 'bool', ignorechars: 'piece' },
    'altchars',
  ),
  'base64.standard_b64encode': writes(),
  'base64.standard_b64decode': reads(),
  'base64.urlsafe_b64encode': writes(PADDED),
  'base64.urlsafe_b64decode': reads(PADDED),
  'base64.b32encode': writes({ ...PADDED, ...WRAP }),
  'base64.b32decode': reads({ casefold: 'bool', map01: 'map01', ...PADDED, ...READ }),
  'base64.b32hexencode': writes({ ...PADDED, ...WRAP }),
  'base64.b32hexdecode': reads({ casefold: 'bool', ...PADDED, ...READ }),
  'base64.b16encode': writes(WRAP),
  'base64.b16decode': reads({ casefold: 'bool', ignorechars: 'piece' }),
  'base64.a85encode': writes({ foldspaces: 'bool', pad: 'bool', adobe: 'bool', ...WRAP }),
  'base64.a85decode': reads({ foldspaces: 'bool', adobe: 'bool', ...READ }),
  'base64.b85encode': writes(WRAP, 'bool'),
  'base64.b85decode': reads({ ...READ }),
  'base64.z85encode': writes(WRAP, 'bool'),
  'base64.z85decode': reads({ ...READ }),
  'base64.encodebytes': writes(),
  'base64.decodebytes': writes(),
};
