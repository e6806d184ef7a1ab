/**
 * The types of a record's values, inferred from its fields. They assume a 64-bit machine, as the types of
 * `struct` do.
 */
import type { IntLike } from '../../python/index.js';
import type { Packable, StructValue, Unpacked } from '../struct/types.js';

/**
 * A byte order as `struct` writes it: `@` is native with C's sizes and alignment, the others have the
 * standard sizes.
 */
export type Order = '@' | '=' | '<' | '>' | '!';

/** A type carries the types of its values under this name, for the compiler only: no such property exists. */
export declare const TYPES: unique symbol;

/** As {@link TYPES}: the declaration of the items of an array, and the order of the record around them. */
export declare const ITEM: unique symbol;

/** The declaration of a field of bits; `bits()` makes it. */
export interface BitField<C extends string> {
  /** The code of the int that the bits are part of. */
  readonly code: C;
  /** How many bits. */
  readonly width: number;
}

/** A record or an array, as a declaration. */
export interface Typed {
  readonly [TYPES]: { readonly out: unknown; readonly in: unknown; readonly live: unknown };
}

/**
 * The declaration of a field: one code of `struct` (`'H'`, `'16s'`, `'>I'`, `'3x'`), bits, a record, or an
 * array of one of these.
 */
export type FieldSpec = string | BitField<string> | Typed;

/** What an array may hold. */
export type ItemSpec = string | Typed;

/** The fields of a record, in their order. */
export type Fields = { readonly [name: string]: FieldSpec };

type Coded<S extends string, O extends Order> = S extends `${Order}${string}` ? S : `${O}${S}`;

/** What reading a field returns, as plain values. */
export type OutOf<S, O extends Order> = S extends string
  ? Unpacked<Coded<S, O>>[0]
  : S extends BitField<infer C>
    ? Unpacked<Coded<C, O>>[0]
    : S extends { readonly [ITEM]: { readonly item: infer E } }
      ? OutOf<E, O>[]
      : S extends { readonly [TYPES]: { readonly out: infer Out } }
        ? Out
        : never;

/** What a field can be set to. */
export type InOf<S, O extends Order> = S extends string
  ? Packable<Coded<S, O>>[0]
  : S extends BitField<infer C>
    ? Packable<Coded<C, O>>[0]
    : S extends { readonly [ITEM]: { readonly item: infer E } }
      ? Iterable<InOf<E, O>>
      : S extends { readonly [TYPES]: { readonly in: infer In } }
        ? In
        : never;

/** A field of a record in place: a number or similar value, a record in place, or an array in place. */
export type LiveOf<S, O extends Order> = S extends { readonly [ITEM]: { readonly item: infer E } }
  ? LiveArray<E, O>
  : S extends { readonly [TYPES]: { readonly live: infer Live } }
    ? Live
    : OutOf<S, O>;

/** The names of fields that are not only room. */
type Named<F extends Fields> = keyof { [K in keyof F as F[K] extends `${string}x` ? never : K]: true };

/** The values of a record, as a plain object. */
export type RecordValues<F extends Fields, O extends Order> = {
  -readonly [K in Named<F> & keyof F]: OutOf<F[K], O>;
};

/** The values that a record is made from. */
export type RecordInput<F extends Fields, O extends Order> = {
  readonly [K in Named<F> & keyof F]: InOf<F[K], O>;
};

/** A record in place: its properties are the memory. */
export type LiveRecord<F extends Fields, O extends Order> = {
  -readonly [K in Named<F> & keyof F]: LiveOf<F[K], O>;
};

/**
 * The items of an array in place, over memory that is not copied.
 *
 * CPython: `ctypes.Array`
 */
export interface LiveArray<E, O extends Order> {
  readonly [ITEM]: { readonly item: E; readonly order: O };

  /** How many items. CPython: Modules/_ctypes/_ctypes.c `Array_length` */
  readonly length: number;

  /**
   * Returns an item: a number or similar value, or the record or array in place.
   *
   * @param index negative ones count from the end
   * @throws PyIndexError `invalid index`
   *
   * CPython: Modules/_ctypes/_ctypes.c `Array_item`
   */
  get(index: IntLike): LiveOf<E, O>;

  /**
   * Sets an item, as a whole.
   *
   * @throws PyIndexError `invalid index`
   * @throws StructError as `struct.pack`
   *
   * CPython: Modules/_ctypes/_ctypes.c `Array_ass_item`
   */
  set(index: IntLike, value: InOf<E, O>): void;

  /** The items as plain values, detached from the memory. Not Python. */
  toArray(): OutOf<E, O>[];

  /** The items, as {@link get} returns them. */
  [Symbol.iterator](): Generator<LiveOf<E, O>>;
}

/** The values of a record or an array in place, detached from it. */
export type ValuesOf<L> = L extends {
  readonly [ITEM]: { readonly item: infer E; readonly order: infer O extends Order };
}
  ? OutOf<E, O>[]
  : L extends StructValue
    ? L
    : { [K in keyof L as K extends string ? K : never]: ValuesOf<L[K]> };

/** The values of a record type: `RecordOf<typeof Header>`. */
export type RecordOf<T extends Typed> = T[typeof TYPES]['out'];
