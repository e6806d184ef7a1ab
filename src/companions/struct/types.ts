/**
 * The types of a format's values, inferred from the format itself where it is a literal. `pack`, `unpack` and
 * `Struct` use them. They assume a 64-bit machine, where `l L n N P` are 64 bits wide, so their values are
 * bigints.
 */
import type { ByteArray, Bytes } from '../../bytes/index.js';
import type { BytesLike } from '../../protocol/index.js';
import type { ComplexLike, FloatLike, IntLike, PyComplex } from '../../python/index.js';

/** Any value that a structure unpacks to. In all types here `B` is the type that represents `bytes`. */
export type StructValue<B = Bytes> = number | bigint | boolean | B | PyComplex;

type Space = ' ' | '\t' | '\n' | '\v' | '\f' | '\r';
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Mode = 'native' | 'standard';
/** `'in'`: the types accepted when packing; `'out'`: the types produced when unpacking. */
type Way = 'out' | 'in';

type Choose<W extends Way, Out, In> = W extends 'out' ? Out : In;

type ValueOf<C extends string, M extends Mode, W extends Way, B> = C extends 'b' | 'B' | 'h' | 'H' | 'i' | 'I'
  ? Choose<W, number, IntLike>
  : C extends 'q' | 'Q'
    ? Choose<W, bigint, IntLike>
    : C extends 'l' | 'L'
      ? Choose<W, M extends 'native' ? bigint : number, IntLike>
      : C extends 'n' | 'N' | 'P'
        ? M extends 'native'
          ? Choose<W, bigint, IntLike>
          : never
        : C extends 'e' | 'f' | 'd'
          ? Choose<W, number, FloatLike>
          : C extends 'F' | 'D'
            ? Choose<W, PyComplex, ComplexLike>
            : C extends '?'
              ? Choose<W, boolean, unknown>
              : C extends 'c'
                ? Choose<W, B, B extends Bytes ? B : Uint8Array>
                : never;

/**
 * A tuple of one value, labelled with its C type as in `struct`'s manual. Editors show the labels as names of
 * parameters and results.
 */
type Labelled<C extends string, T> = C extends keyof Labels<T> ? Labels<T>[C] : [value: T];

interface Labels<T> {
  b: [signed_char: T];
  B: [unsigned_char: T];
  h: [short: T];
  H: [unsigned_short: T];
  i: [int: T];
  I: [unsigned_int: T];
  l: [long: T];
  L: [unsigned_long: T];
  q: [long_long: T];
  Q: [unsigned_long_long: T];
  n: [ssize_t: T];
  N: [size_t: T];
  P: [pointer: T];
  e: [half: T];
  f: [float: T];
  d: [double: T];
  F: [float_complex: T];
  D: [double_complex: T];
  '?': [bool: T];
  c: [char: T];
  s: [bytes: T];
  p: [pascal_string: T];
}

/** The values that `s` and `p` accept: `ByteArray` too for `Bytes`, and every buffer for other types. */
type Text<W extends Way, B> = Choose<W, B, B extends Bytes ? Bytes | ByteArray : BytesLike>;

/** Counts of up to two digits make that many elements, longer ones an unknown number. */
type Repeat<One extends [unknown], Count extends string, Made extends unknown[] = []> = Count extends ''
  ? One
  : Count extends `0${infer Rest extends string}`
    ? Rest extends ''
      ? []
      : Repeat<One, Rest>
    : Count extends `${Digit}${Digit}${Digit}${string}`
      ? [...values: One[0][]]
      : `${Made['length']}` extends Count
        ? Made
        : Repeat<One, Count, [...Made, ...One]>;

/** The type of a format that cannot be parsed, which raises at run time. */
type Unknown<W extends Way, B> = Choose<W, StructValue<B>[], unknown[]>;

type Parse<
  Rest extends string,
  M extends Mode,
  W extends Way,
  B,
  Count extends string = '',
  Values extends unknown[] = [],
> = Rest extends `${infer C}${infer More}`
  ? C extends Digit
    ? Parse<More, M, W, B, `${Count}${C}`, Values>
    : C extends Space
      ? Count extends ''
        ? Parse<More, M, W, B, '', Values>
        : Unknown<W, B>
      : C extends 'x'
        ? Parse<More, M, W, B, '', Values>
        : C extends 's' | 'p'
          ? Parse<More, M, W, B, '', [...Values, ...Labelled<C, Text<W, B>>]>
          : C extends 'Z'
            ? More extends `${infer Part extends 'f' | 'd'}${infer Tail}`
              ? Parse<
                  Tail,
                  M,
                  W,
                  B,
                  '',
                  [...Values, ...Repeat<Labelled<Uppercase<Part>, ValueOf<'D', M, W, B>>, Count>]
                >
              : Unknown<W, B>
            : [ValueOf<C, M, W, B>] extends [never]
              ? Unknown<W, B>
              : Parse<More, M, W, B, '', [...Values, ...Repeat<Labelled<C, ValueOf<C, M, W, B>>, Count>]>
  : Values;

type Values<F extends string, W extends Way, B> = string extends F
  ? Unknown<W, B>
  : F extends `${'<' | '>' | '=' | '!'}${infer Rest}`
    ? Parse<Rest, 'standard', W, B>
    : F extends `@${infer Rest}`
      ? Parse<Rest, 'native', W, B>
      : Parse<F, 'native', W, B>;

/** The tuple that a format unpacks to: `Unpacked<'<IHd'>` is `readonly [number, number, number]`. */
export type Unpacked<F extends string, B = Bytes> = Readonly<Values<F, 'out', B>>;

/** The values that a format packs. */
export type Packable<F extends string, B = Bytes> = Values<F, 'in', B>;
