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

/**
 * The name under which a type declares the types of its values, for the compiler only: no such property
 * exists.
 */
export declare const TYPES: unique symbol;

/**
 * Like {@link TYPES}, for the declaration of an array's items and the byte order of the record around them.
 */
export declare const ITEM: unique symbol;

/** The declaration of a bit field; `bits()` makes it. */
export interface BitField<C extends string> {
  /** The code of the int that the bits are part of. */
  readonly code: C;
  /** The number of bits. */
  readonly width: number;
}

/** A record or an array as a declaration. */
export interface Typed {
  readonly [TYPES]: { readonly out: unknown; readonly in: unknown; readonly live: unknown };
}

/**
 * The declaration of a field: one code of `struct` (`'H'`, `'16s'`, `'>I'`, `'3x'`), a bit field, a record,
 * or an array of one of these.
 */
export type FieldSpec = string | BitField<string> | Typed;

/** What an array may hold. */
export type ItemSpec = string | Typed;

/** The fields of a record, in their order. */
export type Fields = { readonly [name: string]: FieldSpec };

type Coded<S extends string, O extends Order> = S extends `${Order}${string}` ? S : `${O}${S}`;

/** The plain value that reading a field returns. */
export type OutOf<S, O extends Order> = S extends string
  ? Unpacked<Coded<S, O>>[0]
  : S extends BitField<infer C>
    ? Unpacked<Coded<C, O>>[0]
    : S extends { readonly [ITEM]: { readonly item: infer E } }
      ? OutOf<E, O>[]
      : S extends { readonly [TYPES]: { readonly out: infer Out } }
        ? Out
        : never;

/** The values that a field accepts. */
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

/** The names of the fields that are not padding. */
type Named<F extends Fields> = keyof { [K in keyof F as F[K] extends `${string}x` ? never : K]: true };

/** The values of a record, as a plain object. */
export type RecordValues<F extends Fields, O extends Order> = {
  -readonly [K in Named<F> & keyof F]: OutOf<F[K], O>;
};

/** The values from which a record is made. */
export type RecordInput<F extends Fields, O extends Order> = {
  readonly [K in Named<F> & keyof F]: InOf<F[K], O>;
};

/** A record in place: its properties read and write the memory. */
export type LiveRecord<F extends Fields, O extends Order> = {
  -readonly [K in Named<F> & keyof F]: LiveOf<F[K], O>;
};

/**
 * An array in place: its items read and write the memory.
 *
 * CPython: `ctypes.Array`
 */
export interface LiveArray<E, O extends Order> {
  readonly [ITEM]: { readonly item: E; readonly order: O };

  /** The number of items. CPython: Modules/_ctypes/_ctypes.c `Array_length` */
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

  /** Iterates over the items that {@link get} returns. */
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
