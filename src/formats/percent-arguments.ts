/**
 * The right operand of `%`: returns arguments in order or by key, and names them in errors. The files that
 * parse and carry out conversions call it.
 */
import { repr, sameContent } from '../algorithms/index.js';
import { PyKeyError, PyTypeError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { contentOf, isBytesLike } from '../protocol/index.js';
import {
  brandOf,
  fullTypeName,
  isMap,
  isRevoked,
  isTuple,
  specialMethod,
  typeName,
} from '../python/index.js';

/** The right operand of `%`: a tuple's items, or one value that may also be a mapping. */
export type PercentArguments =
  | { readonly kind: 'tuple'; readonly items: readonly unknown[] }
  | {
      readonly kind: 'single';
      readonly value: unknown;
      /**
       * Whether only bytes find an item of a mapping, as in Python. Otherwise a string stands for its latin-1
       * bytes.
       */
      readonly exactKeys?: boolean;
    };

/** Makes the `bytes` that serve as keys of a user's own mapping. */
export type MakeKey = (key: Range) => unknown;

/**
 * How `%` reads mappings: by bytes or by text. An object instead of closures, which every call would create
 * again.
 */
export interface KeyRules<Key> {
  /** The name of the format in the error about too many arguments. */
  readonly kind: 'bytes' | 'string';
  /** Whether the value supports `[key]`. */
  isMapping(value: unknown): boolean;
  /** `mapping[key]` */
  item(mapping: unknown, key: Key, args: PercentArguments, makeKey: MakeKey | null): unknown;
  repr(key: Key): string;
}

/** The rules of bytes. */
export const BYTES_KEYS: KeyRules<Range> = {
  kind: 'bytes',
  isMapping,
  item: (mapping, key, args, makeKey) =>
    getItem(mapping, key, makeKey!, args.kind === 'single' && args.exactKeys === true),
  repr: reprOf,
};

/** Returns the arguments in the order in which the format uses them, and names them in errors. */
export class ArgumentReader<Key> {
  readonly #args: PercentArguments;
  readonly #rules: KeyRules<Key>;
  readonly #makeKey: MakeKey | null;
  #used = 0;
  #key: Key | null = null;
  #value: unknown;

  /**
   * @param makeKey makes the `bytes` that serve as keys of a user's own mapping
   */
  constructor(args: PercentArguments, rules: KeyRules<Key>, makeKey: MakeKey | null = null) {
    this.#args = args;
    this.#rules = rules;
    this.#makeKey = makeKey;
  }

  /** Whether an argument was already taken by a key; then all others must be, too. */
  get keyed(): boolean {
    return this.#key !== null;
  }

  /** The next argument if it is taken in order; undefined if there is none. */
  peek(): unknown {
    const args = this.#args;
    if (this.#key !== null) return undefined;
    if (args.kind === 'tuple') return args.items[this.#used];
    return this.#used === 0 ? args.value : undefined;
  }

  /** The next argument in order. */
  next(): unknown {
    if (this.#key !== null) return this.#value;
    const args = this.#args;
    const available = args.kind === 'tuple' ? args.items.length : 1;
    if (this.#used >= available) throw this.#notEnough(available);
    const index = this.#used++;
    return args.kind === 'tuple' ? args.items[index] : args.value;
  }

  /** The next argument for a `*`; only a tuple has one to spare. */
  nextOfTuple(): unknown {
    if (this.#args.kind !== 'tuple') throw this.#notEnough(1);
    return this.next();
  }

  #notEnough(available: number): PyTypeError {
    return new PyTypeError(`not enough arguments for format string (got ${available})`);
  }

  /** @throws PyTypeError `format requires a mapping, not int` */
  checkMapping(): void {
    const args = this.#args;
    if (args.kind === 'single' && this.#rules.isMapping(args.value)) return;
    const given = args.kind === 'single' ? args.value : args.items;
    // An array that is not frozen stands for a tuple here.
    const type = args.kind === 'single' || isTuple(given) ? fullTypeName(given) : 'tuple';
    throw new PyTypeError(`format requires a mapping, not ${type}`);
  }

  /** Makes the argument of a key the next one. */
  lookUp(key: Key): void {
    const { value } = this.#args as { value: unknown };
    this.#value = this.#rules.item(value, key, this.#args, this.#makeKey);
    this.#key = key;
  }

  /** The name in errors of the argument that was taken last. */
  get name(): string {
    if (this.#key !== null) return `format argument ${this.#rules.repr(this.#key)}`;
    return this.#args.kind === 'tuple' ? `format argument ${this.#used}` : 'format argument';
  }

  /** @throws PyTypeError `not all arguments converted during bytes formatting (required 1, got 2)` */
  finish(): void {
    const args = this.#args;
    if (args.kind === 'single' && this.#rules.isMapping(args.value)) return;
    const available = args.kind === 'tuple' ? args.items.length : 1;
    if (this.#used < available) {
      throw new PyTypeError(
        `not all arguments converted during ${this.#rules.kind} formatting (required ${this.#used}, got ${available})`,
      );
    }
  }
}

function reprOf(key: Content): string {
  return repr(key[MEMORY], key[START], key[START] + key[LENGTH]);
}

/** Whether an object's only sign of a buffer is `__buffer__()`; it then has no items. */
function lendsOnly(value: object): boolean {
  return (
    specialMethod(value, '__buffer__') !== null &&
    typeof (value as { getBuffer?: unknown }).getBuffer !== 'function'
  );
}

/**
 * Whether the value supports `[key]`. CPython: `PyMapping_Check`, without tuple, str, bytes and bytearray.
 */
function isMapping(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || isRevoked(value)) return false;
  const brand = brandOf(value);
  if (brand === 'bytes' || brand === 'bytearray') return false;
  return (
    specialMethod(value, '__getitem__') !== null ||
    Array.isArray(value) ||
    (isBytesLike(value) && !lendsOnly(value)) ||
    typeName(value) === 'dict' ||
    isMap(value)
  );
}

/** `mapping[key]`. CPython: Objects/abstract.c `PyObject_GetItem`. */
function getItem(mapping: unknown, key: Range, makeKey: MakeKey, exactKeys: boolean): unknown {
  const value = mapping as object;
  const method = specialMethod(value, '__getitem__');
  if (method !== null) return method.call(value, makeKey(key));
  if (Array.isArray(value)) {
    throw new PyTypeError(`${typeName(value)} indices must be integers or slices, not bytes`);
  }
  if (brandOf(value) === 'array') throw new PyTypeError('array indices must be integers');
  // A released or 0-dimensional view raises its own error.
  if (brandOf(value) === 'memoryview') return (value as { get(key: unknown): unknown }).get(makeKey(key));
  if (isBytesLike(value)) throw new PyTypeError('memoryview: invalid slice key');
  return dictItem(value, key, makeKey, exactKeys);
}

/** Keys are bytes. Unless they must match exactly, a string stands for its latin-1 bytes. */
function dictItem(dict: object, key: Range, makeKey: MakeKey, exactKeys: boolean): unknown {
  const name = exactKeys ? null : latin1(key);
  if (isMap(dict)) {
    for (const [candidate, item] of dict) {
      if (candidate === name) return item;
      const content = contentOf(candidate);
      if (content !== null && sameContent(content, key)) return item;
    }
    const missing = specialMethod(dict, '__missing__');
    if (missing !== null) return missing.call(dict, makeKey(key));
  } else if (name !== null && Object.hasOwn(dict, name)) {
    return (dict as Record<string, unknown>)[name];
  }
  throw new PyKeyError(reprOf(key));
}

function latin1(key: Content): string {
  let text = '';
  for (let i = key[START]; i < key[START] + key[LENGTH]; i++) text += String.fromCharCode(key[MEMORY][i]!);
  return text;
}
