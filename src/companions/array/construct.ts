/**
 * Checks the arguments of an array's constructor, looks the item type up, and fills the new array. `array.ts`
 * calls these functions; `grow.ts` and its neighbours append the items.
 *
 * CPython: Modules/arraymodule.c `array_new`
 */
import { checkName } from '../../codecs/index.js';
import { PyTypeError, PyValueError, warn } from '../../exceptions/index.js';
import { kindOf } from '../../protocol/index.js';
import { brandOf, givenName, holdsFloats, isRevoked, iterate, iterateAgain } from '../../python/index.js';
import { appendBuffer } from './bytes.js';
import { appendAll, appendArray, appendItems, takeList } from './grow.js';
import { TYPE, ownArray } from './state.js';
import type { ArrayState } from './state.js';
import { appendText } from './text.js';
import { itemType, typecodes } from './type-codes.js';
import type { ItemType } from './type-codes.js';

/**
 * Checks the arguments of the constructor and returns the item type.
 *
 * @throws PyTypeError `array() argument 1 must be str, not int`,
 *   `cannot use a str to initialize an array with typecode 'b'`
 * @throws PyValueError `bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, e, f, d, Zf or Zd)`
 */
export function typeFor(typecode: unknown, initializer: unknown): ItemType {
  if (typeof typecode !== 'string') {
    const given = givenName(typecode);
    throw new PyTypeError(`array() argument 1 must be str, not ${given}`);
  }
  checkName(typecode);
  const type = itemType(typecode);
  if (typecode === 'u') {
    warn('DeprecationWarning', "The 'u' type code is deprecated and will be removed in Python 3.16");
  }
  if (initializer !== undefined) checkInitializer(typecode, initializer);
  if (type === undefined) {
    // CPython asks for the items before it looks the type code up.
    if (initializer !== undefined && !isRevoked(initializer)) iterate(initializer);
    const all = `${typecodes.slice(0, -1).join(', ')} or ${typecodes[typecodes.length - 1]}`;
    throw new PyValueError(`bad typecode (must be ${all})`);
  }
  return type;
}

/** Only arrays of characters take a string or another array of characters. */
function checkInitializer(typecode: string, initializer: unknown): void {
  if (typecode === 'u' || typecode === 'w') return;
  if (typeof initializer === 'string') {
    throw new PyTypeError(`cannot use a str to initialize an array with typecode '${typecode}'`);
  }
  if (isRevoked(initializer)) return;
  if (sameType(initializer, 'u') || sameType(initializer, 'w')) {
    throw new PyTypeError(`cannot use a unicode array to initialize an array with typecode '${typecode}'`);
  }
}

/** Fills a new array from the constructor's argument. */
export function fillWith(array: ArrayState, initializer: unknown): void {
  if (typeof initializer === 'string') appendText(array, initializer);
  else if (isRevoked(initializer)) appendItems(array, initializer);
  else if (kindOf(initializer) !== undefined) appendBuffer(array, initializer);
  else if (sameType(initializer, array[TYPE].code)) appendArray(array, ownArray(initializer)!);
  else if (Array.isArray(initializer)) takeList(array, initializer);
  else appendAll(array, iterateAgain(iterate(initializer)), holdsFloats(initializer));
}

/** Whether a value is an array with this type code, of any copy of the library. */
function sameType(value: unknown, typecode: string): boolean {
  return brandOf(value) === 'array' && (value as { typecode: string }).typecode === typecode;
}
