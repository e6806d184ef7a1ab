/** Arrays of characters from and to text, and the repr of every array. `array.ts` calls these functions. */
import { bytesOfRange } from '../../bytes/index.js';
import { decode } from '../../codecs/index.js';
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { reprValue } from '../../formats/repr-value.js';
import { PyFloat, givenName } from '../../python/index.js';
import { bytesOfItems } from './bytes.js';
import { listOf } from './list.js';
import { STORAGE, TYPE, lengthOf } from './state.js';
import type { ArrayState } from './state.js';
import { CHARACTER } from './type-codes.js';

function checkCharacters(array: ArrayState, name: string): void {
  if (array[TYPE].kind !== CHARACTER) {
    throw new PyValueError(`${name}() may only be called on unicode type arrays ('u' or 'w')`);
  }
}

/** Appends the characters of a text. CPython: Modules/arraymodule.c `array_array_fromunicode_impl` */
export function appendText(array: ArrayState, text: unknown): void {
  if (typeof text !== 'string') {
    throw new PyTypeError(`fromunicode() argument must be str, not ${givenName(text)}`);
  }
  checkCharacters(array, 'fromunicode');
  let count = 0;
  for (const _ of text) count++;
  const storage = array[STORAGE];
  let at = storage.insert(storage.length, count * 4);
  for (let i = 0; i < text.length; at += 4) {
    const point = text.codePointAt(i)!;
    storage.data.setUint32(at, point, true);
    i += point > 0xffff ? 2 : 1;
  }
}

/** Returns the characters as text. CPython: Modules/arraymodule.c `array_array_tounicode_impl` */
export function textOf(array: ArrayState): string {
  checkCharacters(array, 'tounicode');
  if (array[TYPE].code === 'w') {
    // CPython decodes the items, so a byte order mark at the beginning is not a character and may reverse the
    // order.
    const bytes = bytesOfRange(bytesOfItems(array, 0, array[STORAGE].length));
    return decode(bytes, 'utf-32', 'strict', bytes);
  }
  const { data, start, length } = array[STORAGE];
  let text = '';
  for (let at = start; at < start + length; at += 4) {
    const point = data.getUint32(at, true);
    if (point > 0x10ffff) {
      throw new PyValueError(`character U+${point.toString(16)} is not in range [U+0000; U+10ffff]`);
    }
    text += String.fromCodePoint(point);
  }
  return text;
}

/** The repr of an array under a name. CPython: Modules/arraymodule.c `array_repr` */
export function reprOf(array: ArrayState, name: string): string {
  const { code, itemClass } = array[TYPE];
  if (lengthOf(array) === 0) return `${name}('${code}')`;
  if (itemClass === 'str') return `${name}('${code}', ${reprValue(textOf(array))})`;
  const items = listOf(array);
  const shown = itemClass === 'float' ? (items as number[]).map((item) => new PyFloat(item)) : items;
  return `${name}('${code}', ${reprValue(shown)})`;
}
