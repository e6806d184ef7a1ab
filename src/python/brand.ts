/**
 * The mark by which the library recognizes its own objects. Every room reads it where `instanceof` would be
 * slow (a false result walks the whole prototype chain) or wrong (two copies of the library in one process).
 */

import { falseIfRevoked } from './types.js';

/** The kinds of the library's own objects. */
export type Brand = 'bytes' | 'bytearray' | 'memoryview' | 'array';

/**
 * The property of every object of the library's types, subclasses included, whose value is its {@link Brand};
 * the same in all copies.
 */
export const BRAND: unique symbol = Symbol.for('pybuffer.brand') as never;

/** Returns the brand of a value; undefined if it is not one of the library's. */
export function brandOf(value: unknown): Brand | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return (value as { [BRAND]?: Brand })[BRAND];
  } catch (error) {
    falseIfRevoked(value, error);
    return undefined;
  }
}

/** The kinds of the library's objects that are not bytes-like. */
export type ValueBrand =
  'slice' | 'float' | 'complex' | 'Struct' | 'BytesIO' | 'CodecInfo' | 'DataType' | 'BitField' | 'LiveArray';

/**
 * The property by which copies of the library recognize each other's objects of these kinds; the same in all
 * copies.
 */
export const VALUE_BRAND: unique symbol = Symbol.for('pybuffer.value') as never;

/** Returns the kind of such an object of any copy of the library; undefined for all other values. */
export function valueBrandOf(value: unknown): ValueBrand | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return (value as { [VALUE_BRAND]?: ValueBrand })[VALUE_BRAND];
  } catch (error) {
    falseIfRevoked(value, error);
    return undefined;
  }
}

/** Returns whether a value is an object of such a kind, of any copy of the library. */
export function isValue(value: unknown, kind: ValueBrand): boolean {
  return valueBrandOf(value) === kind;
}

/** Brands all objects of a class. */
export function brand(prototype: object, kind: Brand): void {
  Object.defineProperty(prototype, BRAND, { value: kind });
}
