import type { BufferExporter, HostBuffer } from '../protocol/index.js';
import type { IntLike } from '../python/index.js';

/** A class with PEP 688's methods. */
export interface PythonBufferLike {
  __buffer__(flags: number): unknown;
  __release_buffer__?(view: unknown): void;
}

/**
 * Whatever Python calls a bytes-like object: `Bytes`, `ByteArray`, `MemoryView`, any `BufferExporter`, and
 * JavaScript's typed arrays, `DataView`, `ArrayBuffer`, `SharedArrayBuffer` and `WebAssembly.Memory`.
 */
export type BytesLike = BufferExporter | HostBuffer | PythonBufferLike;

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
  sep?: BytesLike | null;
  maxsplit?: IntLike;
}

/** Keywords of `hex`. */
export interface HexOptions {
  sep?: string | BytesLike;
  bytes_per_sep?: IntLike;
}

/** Keywords of `decode`. */
export interface DecodeOptions {
  encoding?: string;
  errors?: string;
}
