import type { BufferExporter, BytesLike } from '../protocol/index.js';
import type { IntLike } from '../python/index.js';

/** What a search looks for: bytes, or one byte as an int. */
export type Needle = BytesLike | IntLike;

/** A fill byte: a `Bytes` or `ByteArray` of length 1. */
export type FillByte = BufferExporter & { readonly kind: 'bytes' | 'bytearray' };

/** What the constructors take besides text. */
export type BytesSource =
  BytesLike | IntLike | Iterable<IntLike> | { __bytes__(): unknown } | { __iter__(): unknown };

/** Keywords of the constructors. */
export interface ConstructorOptions {
  /** What to make bytes of. */
  source?: BytesSource | string;
  /** Name of the codec; only for text. */
  encoding?: string;
  /** Name of the error handler, `'strict'` by default; only for text. */
  errors?: string;
}

/** Keywords of `split` and `rsplit`. */
export interface SplitOptions {
  /** Separator, not empty; null or omitted for runs of white space. */
  sep?: BytesLike | null;
  /** At most so many cuts; -1, the default, for all. */
  maxsplit?: IntLike;
}

/** Keywords of `hex`. */
export interface HexOptions {
  /** One ASCII character or byte between groups; none by default. */
  sep?: string | BytesLike;
  /** Bytes in a group, counted from the right, from the left when negative; 1 by default. */
  bytes_per_sep?: IntLike;
}

/** Keywords of `decode`. */
export interface DecodeOptions {
  /** Name of the codec, `'utf-8'` by default. */
  encoding?: string;
  /** Name of the error handler, `'strict'` by default. */
  errors?: string;
}
