/** The types of parameters that bytes and bytearray share. Types only; nothing here exists at run time. */
import type { BufferExporter, BytesLike } from '../protocol/index.js';
import type { IntLike } from '../python/index.js';

/** What a search looks for: bytes, or one byte as an int. */
export type Needle = BytesLike | IntLike;

/** A fill byte: a `Bytes` or `ByteArray` of length 1. */
export type FillByte = BufferExporter & { readonly kind: 'bytes' | 'bytearray' };

/** What the constructors accept apart from text. */
export type BytesSource =
  BytesLike | IntLike | Iterable<IntLike> | { __bytes__(): unknown } | { __iter__(): unknown };

/** Keywords of the constructors. */
export interface ConstructorOptions {
  /** The source of the bytes. */
  source?: BytesSource | string;
  /** Name of the codec; only for text. */
  encoding?: string;
  /** Name of the error handler, `'strict'` by default; only for text. */
  errors?: string;
}

/** Keywords of `split` and `rsplit`. */
export interface SplitOptions {
  /** The separator, not empty; null or omitted: runs of ASCII whitespace. */
  sep?: BytesLike | null;
  /** The most cuts to make; -1, the default: no limit. */
  maxsplit?: IntLike;
}

/** Keywords of `hex`. */
export interface HexOptions {
  /** One ASCII character or byte between groups; none by default. */
  sep?: string | BytesLike;
  /** Bytes in a group, counted from the right, or from the left if negative; 1 by default. */
  bytes_per_sep?: IntLike;
}

/** Keywords of `decode`. */
export interface DecodeOptions {
  /** Name of the codec, `'utf-8'` by default. */
  encoding?: string;
  /** Name of the error handler, `'strict'` by default. */
  errors?: string;
}
