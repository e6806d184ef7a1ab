/**
 * Operations of strings by code points, which is how Python counts them. The slots of the host's values call
 * them.
 */
import { PyIndexError, PyTypeError } from '../exceptions/index.js';
import { adjustSlice, asIndex, isIntLike, isSlice, typeName, unpackSlice } from '../python/index.js';

/**
 * Python's `str` counts code points, JavaScript's string UTF-16 units. The counts differ only for strings
 * with surrogate pairs, and only those are split into characters.
 */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** The characters of a string as Python counts them; the string itself if every unit is a character. */
export function characters(text: string): string | string[] {
  return PAIR.test(text) ? Array.from(text) : text;
}

/** `len(text)`. */
export function textLength(text: string): number {
  return characters(text).length;
}

/** `text[key]`. CPython: Objects/unicodeobject.c `unicode_subscript`. */
export function textItem(text: string, key: unknown): string {
  if (isSlice(key)) {
    const parts = unpackSlice(key);
    const all = characters(text);
    const { start, step, count } = adjustSlice(all.length, parts.start, parts.stop, parts.step);
    if (step === 1 && typeof all === 'string') return all.slice(start, start + count);
    let result = '';
    for (let i = 0; i < count; i++) result += all[start + i * step]!;
    return result;
  }
  if (!isIntLike(key)) {
    throw new PyTypeError(`string indices must be integers, not '${typeName(key)}'`);
  }
  const all = characters(text);
  const index = asIndex(key);
  const character = all[index < 0 ? index + all.length : index];
  if (character === undefined) throw new PyIndexError('string index out of range');
  return character;
}

/** Compares two strings by code points: -1, 0 or 1. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const x = characters(a);
  const y = characters(b);
  const length = Math.min(x.length, y.length);
  for (let i = 0; i < length; i++) {
    if (x[i] !== y[i]) return x[i]!.codePointAt(0)! < y[i]!.codePointAt(0)! ? -1 : 1;
  }
  return x.length < y.length ? -1 : x.length > y.length ? 1 : 0;
}
