/**
 * The types of a format's values, inferred from the format itself where it is a literal.
 *
 * They tell of 64-bit machines, where `l L n N P` are 64 bits wide and so give bigints.
 */
import type { ByteArray, Bytes } from '../../bytes/index.js';
import type { ComplexLike, FloatLike, IntLike, PyComplex } from '../../python/index.js';

/** Any value that a structure gives. */
export type StructValue = number | bigint | boolean | Bytes | PyComplex;

type Space = ' ' | '\t' | '\n' | '\v' | '\f' | '\r';
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Mode = 'native' | 'standard';
/** Whether types of what comes out or of what may go in are meant. */
type Way = 'out' | 'in';

type Choose<W extends Way, Out, In> = W extends 'out' ? Out : In;

type ValueOf<C extends string, M extends Mode, W extends Way> = C extends 'b' | 'B' | 'h' | 'H' | 'i' | 'I'
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
                ? Bytes
                : never;

type Text<W extends Way> = Choose<W, Bytes, Bytes | ByteArray>;

/** Counts of up to two digits make that many elements; longer ones an unknown number of them. */
type Repeat<T, Count extends string, Made extends T[] = []> = Count extends ''
  ? [T]
  : Count extends `0${infer Rest extends string}`
    ? Rest extends ''
      ? []
      : Repeat<T, Rest>
    : Count extends `${Digit}${Digit}${Digit}${string}`
      ? T[]
      : `${Made['length']}` extends Count
        ? Made
        : Repeat<T, Count, [...Made, T]>;

/** What a format that does not parse is typed as; it raises at run time. */
type Unknown<W extends Way> = Choose<W, StructValue[], unknown[]>;

type Parse<
  Rest extends string,
  M extends Mode,
  W extends Way,
  Count extends string = '',
  Values extends unknown[] = [],
> = Rest extends `${infer C}${infer More}`
  ? C extends Digit
    ? Parse<More, M, W, `${Count}${C}`, Values>
    : C extends Space
      ? Count extends ''
        ? Parse<More, M, W, '', Values>
        : Unknown<W>
      : C extends 'x'
        ? Parse<More, M, W, '', Values>
        : C extends 's' | 'p'
          ? Parse<More, M, W, '', [...Values, Text<W>]>
          : C extends 'Z'
            ? More extends `${'f' | 'd'}${infer Tail}`
              ? Parse<Tail, M, W, '', [...Values, ...Repeat<ValueOf<'D', M, W>, Count>]>
              : Unknown<W>
            : [ValueOf<C, M, W>] extends [never]
              ? Unknown<W>
              : Parse<More, M, W, '', [...Values, ...Repeat<ValueOf<C, M, W>, Count>]>
  : Values;

type Values<F extends string, W extends Way> = string extends F
  ? Unknown<W>
  : F extends `${'<' | '>' | '=' | '!'}${infer Rest}`
    ? Parse<Rest, 'standard', W>
    : F extends `@${infer Rest}`
      ? Parse<Rest, 'native', W>
      : Parse<F, 'native', W>;

/** The tuple that a format unpacks to: `Unpacked<'<IHd'>` is `readonly [number, number, number]`. */
export type Unpacked<F extends string> = Readonly<Values<F, 'out'>>;

/** The values that a format packs. */
export type Packable<F extends string> = Values<F, 'in'>;
