/**
 * The functions of `binascii`, `base64` and `zlib` for `pybridge/module_functions.py`, which passes all
 * arguments by name.
 */
import * as base64 from '../src/base64.js';
import * as binascii from '../src/binascii.js';
import * as zlib from '../src/zlib.js';

type Options = Readonly<Record<string, unknown>>;

const MODULES: Readonly<Record<string, object>> = { base64, binascii, zlib };

/** The library's parameters of a function, in order, besides the first one and the options. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  'binascii.crc32': ['crc'],
  'zlib.crc32': ['value'],
  adler32: ['value'],
  adler32_combine: ['adler2', 'len2'],
  crc32_combine: ['crc2', 'len2'],
  b64decode: ['altchars'],
  b64encode: ['altchars'],
  b85encode: ['pad'],
  crc_hqx: ['crc'],
  decode: ['output'],
  encode: ['output'],
  b2a_hex: ['sep', 'bytes_per_sep'],
  hexlify: ['sep', 'bytes_per_sep'],
  z85encode: ['pad'],
};

/**
 * Calls a function.
 *
 * @param first the name of its first parameter
 * @param given all arguments
 */
export function callFunction(name: string, first: string, given: Options): unknown {
  const [module, method] = name.split('.') as [string, string];
  const { [first]: subject, ...options } = given;
  const positional = (FURTHER[name] ?? FURTHER[method] ?? []).map((parameter) => {
    const value = options[parameter];
    delete (options as Record<string, unknown>)[parameter];
    return value;
  });
  const call = (MODULES[module] as Record<string, (...args: unknown[]) => unknown>)[method]!;
  return Object.keys(options).length > 0
    ? call(subject, ...positional, options)
    : call(subject, ...positional);
}
