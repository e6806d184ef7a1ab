/**
 * What the fast paths of this folder share: Skulpt's ints for bytes, the content of plain objects, and
 * handles for new results. No code of the program runs here. Callers: the files `quick*.ts`.
 */
import { ByteArray, Bytes } from '../../bytes/index.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { PyObject } from './skulpt.js';

/** A value whose methods no class overrides. */
export type Content = Bytes | ByteArray;

/** The fast conversions of one installation. */
export interface Quick {
  /** Skulpt's ints from 0 to 255. */
  readonly bytes: readonly PyObject[];
  /** The content of an object that is exactly a `bytes` or a `bytearray`; null for all others. */
  contentOf(object: PyObject): Content | null;
  /** The handle for a method's result: `self` if the method returned its own value. */
  handleOf(result: Content, self: PyObject): PyObject;
  /** The Skulpt object for any result of a method of `self`. */
  resultOf(result: unknown, self: PyObject): PyObject;
  /** The bytes of exact ints from 0 to 255; null if an item is anything else. */
  bytesOf(items: readonly PyObject[]): number[] | null;
}

const isContent = (value: unknown): value is Content =>
  value !== null && ((value as object).constructor === Bytes || (value as object).constructor === ByteArray);

const known = new WeakMap<Border, Quick>();

/** The fast conversions of an installation, made once. */
export function quickOf(border: Border): Quick {
  let quick = known.get(border);
  if (quick === undefined) known.set(border, (quick = makeQuick(border)));
  return quick;
}

function makeQuick(border: Border): Quick {
  const { int_, bool, none, list, tuple } = border.Sk.builtin;
  const { true$, false$ } = bool;
  const none$ = none.none$;
  const bytes = Array.from({ length: 256 }, (_, i) => new int_!(i));

  const contentOf = (object: PyObject): Content | null => {
    const value = object[VALUE] as Content | undefined;
    return value !== undefined && (value.constructor === Bytes || value.constructor === ByteArray)
      ? value
      : null;
  };

  const handleOf = (result: Content, self: PyObject): PyObject =>
    result === self[VALUE] ? self : border.runtime.toHost(result);

  const itemsOf = (results: readonly Content[], self: PyObject): PyObject[] => {
    const items: PyObject[] = [];
    for (const each of results) items.push(handleOf(each, self));
    return items;
  };

  const resultOf = (result: unknown, self: PyObject): PyObject => {
    switch (typeof result) {
      case 'boolean':
        return result ? true$ : false$;
      case 'number':
        return result >= 0 && result < 256 ? bytes[result]! : new int_!(result);
      case 'undefined':
        return none$;
      case 'object':
        if (isContent(result)) return handleOf(result, self);
        if (Array.isArray(result) && result.every(isContent))
          return new (Object.isFrozen(result) ? tuple! : list!)(itemsOf(result, self));
    }
    return border.runtime.toHost(result);
  };

  const bytesOf = (items: readonly PyObject[]): number[] | null => {
    const numbers: number[] = [];
    for (const item of items) {
      const value = item.v;
      if (item.ob$type !== int_ || typeof value !== 'number' || (value & 255) !== value) return null;
      numbers.push(value);
    }
    return numbers;
  };

  return { bytes, contentOf, handleOf, resultOf, bytesOf };
}
