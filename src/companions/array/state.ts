/**
 * The state of an array: its item type and its storage. The functions of this folder read and change arrays
 * through it; `array.ts` is the class with the documented methods. Indices passed to these functions count
 * items from the front.
 */
import { PyTypeError } from '../../exceptions/index.js';
import { lateMakerOf, Subscripts } from '../../objects/index.js';
import { LENGTH } from '../../memory/index.js';
import { brandOf } from '../../python/index.js';
import { readItem, writeItem } from './coerce.js';
import type { Storable } from './coerce.js';
import { ArrayStorage } from './storage.js';
import { itemType } from './type-codes.js';
import type { ItemType } from './type-codes.js';

export const TYPE: unique symbol = Symbol('pybuffer.type');
/** Bun's `expect` compares only own properties: without this one it would accept any two arrays. */
export const STORAGE: unique symbol = Symbol('pybuffer.storage');

/** The fields of an array. */
export class ArrayState extends Subscripts {
  readonly [TYPE]: ItemType;
  readonly [STORAGE] = new ArrayStorage();

  /** @internal Makes an object of a derived class; `BareArray` makes all others. */
  constructor(type: ItemType) {
    super();
    this[TYPE] = type;
  }
}

/** Makes an empty array that is exactly a `PyArray`. `array.ts` names the class. */
export const [BareArray, makeArraysOf] = lateMakerOf<[type: ItemType], ArrayState>(
  class {
    [TYPE] = undefined;
    [STORAGE] = undefined;
  },
  function (this: { -readonly [Key in keyof ArrayState]: ArrayState[Key] }, type) {
    this[TYPE] = type;
    this[STORAGE] = new ArrayStorage();
  },
);

/**
 * Returns an array of this copy of the library: the value itself, or a copy of an array of another copy,
 * whose fields have other keys. Null for everything else.
 */
export function ownArray(value: unknown): ArrayState | null {
  if (brandOf(value) !== 'array') return null;
  const array = value as ArrayState;
  return (array as Partial<ArrayState>)[STORAGE] === undefined ? copyForeign(value as Foreign) : array;
}

/** The properties that arrays of all copies of the library have. */
interface Foreign {
  readonly typecode: string;
  toUint8Array(): Uint8Array;
}

function copyForeign(value: Foreign): ArrayState {
  const array = new BareArray(itemType(value.typecode)!);
  const bytes = value.toUint8Array();
  const storage = array[STORAGE];
  const at = storage.insert(0, bytes.length);
  storage.memory.set(bytes, at);
  return array;
}

/** The number of items. */
export function lengthOf(array: ArrayState): number {
  return array[STORAGE][LENGTH] / array[TYPE].size;
}

/** Whether a number is the index of an item. */
export function hasIndex(array: ArrayState, index: number): boolean {
  return index >= 0 && index * array[TYPE].size < array[STORAGE][LENGTH] && Number.isInteger(index);
}

/** Reads the item at an index that exists. */
export function readAt(array: ArrayState, index: number): ReturnType<typeof readItem> {
  const { kind, size } = array[TYPE];
  const { data, start } = array[STORAGE];
  return readItem(kind, data, start + index * size);
}

/** Writes a converted value at an index that exists. */
export function writeAt(array: ArrayState, index: number, item: Storable): void {
  const { kind, size } = array[TYPE];
  const { data, start } = array[STORAGE];
  writeItem(kind, data, start + index * size, item);
}

/** @throws PyTypeError `bad argument type for built-in operation`, if two arrays have different item types */
export function checkSameType(array: ArrayState, other: ArrayState): void {
  if (other[TYPE] !== array[TYPE]) throw new PyTypeError('bad argument type for built-in operation');
}
