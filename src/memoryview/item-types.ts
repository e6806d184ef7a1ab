/** The types of items by format. Types only; nothing here exists at run time. */
import type { Bytes } from '../bytes/index.js';
import type { Complex, ComplexLike, FloatLike, IntLike } from '../python/index.js';

/** Any item that a view can hold. */
export type Item = number | bigint | boolean | Bytes | Complex;

/** The item type of a native format code; a leading `@` is allowed. */
export type ItemOf<Format extends string> = string extends Format
  ? Item
  : Format extends `@${infer Code}`
    ? ItemOf<Code>
    : Format extends 'q' | 'Q' | 'l' | 'L' | 'n' | 'N' | 'P'
      ? bigint
      : Format extends '?'
        ? boolean
        : Format extends 'c'
          ? Bytes
          : Format extends 'Zf' | 'Zd'
            ? Complex
            : number;

/** The format codes of one item in native byte order, the only ones that a view can be cast to. */
type NativeCode =
  | 'c'
  | 'b'
  | 'B'
  | '?'
  | 'h'
  | 'H'
  | 'i'
  | 'I'
  | 'l'
  | 'L'
  | 'q'
  | 'Q'
  | 'n'
  | 'N'
  | 'P'
  | 'e'
  | 'f'
  | 'd'
  | 'Zf'
  | 'Zd';

/**
 * A format that a view can be cast to. For any other literal it is a type that no string has and whose name
 * says so.
 */
export type CastFormat<F extends string> = string extends F
  ? F
  : F extends NativeCode | `@${NativeCode}`
    ? F
    : `'${F}' is not a native format of one item`;

/** What may be assigned to an item: everything that Python converts to it. */
export type Assignable<T> = T extends boolean
  ? unknown
  : T extends number
    ? FloatLike
    : T extends bigint
      ? IntLike
      : T extends Complex
        ? ComplexLike
        : T;

/** Items as nested lists; for a 0-dimensional view, the item itself. */
export type NestedList<T> = T | NestedList<T>[];

/** The typed arrays of numbers. */
export type NumberArray =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** The typed arrays that can show items. */
export type TypedArray = NumberArray | BigInt64Array | BigUint64Array;
