/**
 * Python's module `binascii`, called with Python's arguments by the signatures of CPython 3.15. Caller:
 * `modules.ts`.
 */
import * as alphabets from '../../companions/binascii/alphabets.js';
import * as binascii from '../../companions/binascii/index.js';
import { bytesOf } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import { trimmed } from '../arguments.js';
import { bind } from '../bind.js';
import type { Kwargs } from '../bind.js';
import { parseSignature } from '../signatures.js';
import type { Signature } from '../signatures.js';

type Function = (...args: unknown[]) => unknown;

const FUNCTIONS = binascii as unknown as Readonly<Record<string, Function>>;

/** The functions' signatures, in the form of `signatures.data.ts`. */
const SIGNATURES = [
  'keywords a2b_ascii85(data, /, *, foldspaces=?, adobe=?, ignorechars=?, canonical=?)',
  'keywords a2b_base32(data, /, *, padded=?, alphabet=?, ignorechars=?, canonical=?)',
  'keywords a2b_base64(data, /, *, strict_mode=?, padded=?, alphabet=?, ignorechars=?, canonical=?)',
  'keywords a2b_base85(data, /, *, alphabet=?, ignorechars=?, canonical=?)',
  'keywords a2b_hex(hexstr, /, *, ignorechars=?)',
  'keywords a2b_qp(data, header=?)',
  'one binascii.a2b_uu(data, /)',
  'keywords b2a_ascii85(data, /, *, foldspaces=?, wrapcol=?, pad=?, adobe=?)',
  'keywords b2a_base32(data, /, *, padded=?, wrapcol=?, alphabet=?)',
  'keywords b2a_base64(data, /, *, padded=?, wrapcol=?, newline=?, alphabet=?)',
  'keywords b2a_base85(data, /, *, pad=?, wrapcol=?, alphabet=?)',
  'keywords b2a_hex(data, sep=?, bytes_per_sep=?)',
  'keywords b2a_qp(data, quotetabs=?, istext=?, header=?)',
  'keywords b2a_uu(data, /, *, backtick=?)',
  'positional binascii.crc32(data, crc=?, /)',
  'positional binascii.crc_hqx(data, crc, /)',
  'keywords hexlify(data, sep=?, bytes_per_sep=?)',
  'keywords unhexlify(hexstr, /, *, ignorechars=?)',
] as const;

/** Our functions that also take their keywords by position. */
const POSITIONAL: ReadonlySet<string> = new Set(['hexlify', 'b2a_hex']);

const signatures: ReadonlyMap<string, Signature> = new Map(
  SIGNATURES.map((text) => {
    const name = /(\w+)\(/.exec(text)![1]!;
    return [name, parseSignature('binascii', name, text)];
  }),
);

/** The names of the functions. */
export const BINASCII_NAMES: readonly string[] = [...signatures.keys()];

/** `BASE64_ALPHABET` and its like. */
export function binasciiAlphabets(): Readonly<Record<string, Bytes>> {
  return Object.fromEntries(
    Object.entries(alphabets).map(([name, digits]) => [
      `${name}_ALPHABET`,
      bytesOf(digits, 0, digits.length),
    ]),
  );
}

/**
 * Calls a function of `binascii`.
 *
 * @throws PyTypeError `crc32 expected at least 1 argument, got 0`
 */
export function callBinascii(name: string, args: readonly unknown[], kwargs: Kwargs): unknown {
  const signature = signatures.get(name)!;
  const bound = bind(signature, args, kwargs);
  if (signature.convention !== 'keywords' || POSITIONAL.has(name)) return FUNCTIONS[name]!(...trimmed(bound));
  // Our functions take the parameters that can be passed by name in one object.
  const [first, ...rest] = bound;
  const options: Record<string, unknown> = {};
  rest.forEach((value, i) => {
    if (value !== undefined) options[signature.parameters[i + 1]!.name] = value;
  });
  return FUNCTIONS[name]!(first, options);
}
