import { PyUnicodeEncodeError, PyValueError } from '../exceptions/index.js';
import { ALIASES_OF, BINARY_CODECS, OTHER_CODECS } from './aliases.generated.js';
import { CHARMAPS } from './charmaps.generated.js';

/**
 * An encoding's name as Python compares it: lower case, every run of other characters than ASCII letters, digits
 * and dots one underscore, none at the ends.
 *
 * CPython: Objects/unicodeobject.c `_Py_normalize_encoding`
 */
export function normalizeEncoding(encoding: string): string {
  return encoding
    .replace(/[^0-9A-Za-z.]+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}

const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIASES_OF).flatMap(([module, aliases]) =>
    aliases.split(' ').map((alias) => [alias, module] as const),
  ),
);

/** What a name stands for. */
export type Resolved =
  { readonly kind: 'text'; readonly module: string } | { readonly kind: 'binary' | 'missing' | 'unknown' };

/**
 * Finds the codec a name stands for, as the `encodings` package does: first as an alias, then as the name of a module.
 *
 * CPython: Lib/encodings/__init__.py `search_function`
 */
export function resolveEncoding(encoding: string): Resolved {
  const name = normalizeEncoding(encoding);
  const module = ALIASES.get(name) ?? ALIASES.get(name.replaceAll('.', '_')) ?? name;
  if (TEXT_CODECS.has(module)) return { kind: 'text', module };
  if (BINARY_CODECS.has(module)) return { kind: 'binary' };
  if (OTHER_CODECS.has(module)) return { kind: 'missing' };
  return { kind: 'unknown' };
}

const TEXT_CODECS: ReadonlySet<string> = new Set([
  'ascii',
  'latin_1',
  'utf_8',
  'utf_8_sig',
  'utf_16',
  'utf_16_le',
  'utf_16_be',
  'utf_32',
  'utf_32_le',
  'utf_32_be',
  ...Object.keys(CHARMAPS),
]);

/**
 * What Argument Clinic checks in every `str` argument that C reads as a string.
 *
 * @throws PyValueError `embedded null character`
 * @throws PyUnicodeEncodeError when there is a lone surrogate
 */
export function checkName(name: string): void {
  const surrogate = name.search(/\p{Surrogate}/u);
  if (surrogate !== -1) {
    const start = [...name.slice(0, surrogate)].length;
    throw new PyUnicodeEncodeError(
      'utf-8',
      name,
      start,
      start + 1,
      'surrogates not allowed',
      name.charCodeAt(surrogate),
    );
  }
  if (name.includes('\0')) throw new PyValueError('embedded null character');
}
