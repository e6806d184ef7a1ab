/**
 * The mark by which the library knows its own objects. It assumes nothing about them; every room asks it where `instanceof`
 * would be slow (a false one walks the whole prototype chain) or wrong (two copies of the library in one process).
 */

import { falseIfRevoked } from './types.js';

/** What the library's own objects are. */
export type Brand = 'bytes' | 'bytearray' | 'memoryview' | 'array';

/** The property of every object of the library's types, subclasses too, whose value is its {@link Brand}; in all copies the same. */
export const BRAND: unique symbol = Symbol.for('pybuffer.brand') as never;

/** The brand of a value; undefined for what is not the library's. */
export function brandOf(value: unknown): Brand | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return (value as { [BRAND]?: Brand })[BRAND];
  } catch (error) {
    falseIfRevoked(value, error);
    return undefined;
  }
}

/**
 * The property by which copies of the library know each other's slices, boxed floats and complex numbers; in all copies the same.
 */
export const VALUE_BRAND: unique symbol = Symbol.for('pybuffer.value') as never;

/** Whether a value is such an object of a copy of the library. */
export function isValue(value: unknown, kind: 'slice' | 'float' | 'complex'): boolean {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return (value as { [VALUE_BRAND]?: unknown })[VALUE_BRAND] === kind;
  } catch (error) {
    return falseIfRevoked(value, error);
  }
}

/** Brands all objects of a class. */
export function brand(prototype: object, kind: Brand): void {
  Object.defineProperty(prototype, BRAND, { value: kind });
}
