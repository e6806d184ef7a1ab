import { fromHexBytes, fromHexText, maketrans, siphash13 } from '../algorithms/index.js';
import { EMPTY, LENGTH, MEMORY, START, copyRange, mayShare } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { fillInfo } from '../protocol/index.js';
import type { BufferView } from '../protocol/index.js';
import { PyTypeError } from '../exceptions/index.js';
import { endLease, isBytesLike, lease } from '../protocol/index.js';
import { TYPE_NAME, bindOptions, isOptions, tuple, typeName } from '../python/index.js';
import { hold, letGo } from './arguments.js';
import { BytesBase } from './bytes-base.js';
import { BYTES, bytesContent, encodeSource } from './construct.js';
import { MAKE, MAKE_BYTES, PART, PIN, RAW, SAME, UNPIN } from './hooks.js';
import type { BytesLike, BytesSource, ConstructorOptions } from './types.js';

/** The hash, once it was asked for. */
const HASH: unique symbol = Symbol('pybuffer.hash');

const CONSTRUCTOR = ['source', 'encoding', 'errors'] as const;

export class Bytes extends BytesBase<Bytes> {
  /** @internal */
  declare [HASH]: bigint | null;

  constructor(text: string, encoding: string, errors?: string);
  constructor(source?: BytesSource);
  constructor(options: ConstructorOptions);
  constructor(source: BytesSource | string, options: Pick<ConstructorOptions, 'encoding' | 'errors'>);
  constructor(source?: unknown, encoding?: unknown, errors?: unknown, raw?: typeof RAW);
  constructor(source?: unknown, encoding?: unknown, errors?: unknown, raw?: typeof RAW) {
    if (raw === RAW) {
      super(source as Uint8Array, encoding as number, errors as number);
      this[HASH] = null;
      return;
    }
    if (isOptions(source) || isOptions(encoding) || isOptions(errors)) {
      [source, encoding, errors] = bindOptions('bytes', CONSTRUCTOR, [source, encoding, errors]);
    }
    const content: Content = encodeSource(BYTES, source, encoding, errors) ?? bytesContent(source);
    super(content[MEMORY], content[START], content[LENGTH]);
    this[HASH] = null;
    if (new.target === Bytes) {
      // As CPython: an exact bytes is returned as it is, and so is what `__bytes__` gave; small ones are shared.
      if (content instanceof Bytes) return content;
      if (content[LENGTH] <= 1) return bytesOf(content[MEMORY], content[START], content[LENGTH]);
    }
  }

  static fromhex(string: string | BytesLike): Bytes {
    const bytes = bytesOfRange(fromHex(string));
    return this === Bytes ? bytes : new this(bytes);
  }

  static maketrans(frm: BytesLike, to: BytesLike): Bytes {
    const from = hold(frm);
    try {
      const into = lease(to);
      try {
        const fs = from[START];
        const ts = into[START];
        return bytesOfRange(
          maketrans(from[MEMORY], fs, fs + from[LENGTH], into[MEMORY], ts, ts + into[LENGTH]),
        );
      } finally {
        endLease(into);
      }
    } finally {
      letGo(from);
    }
  }

  get kind(): 'bytes' {
    return 'bytes';
  }

  /** @internal */
  get [TYPE_NAME](): string {
    return isExact(this) ? 'bytes' : this.constructor.name;
  }

  hash(): bigint {
    let hash = this[HASH];
    if (hash === null) {
      const start = this[START];
      hash = siphash13(this[MEMORY], start, start + this[LENGTH]);
      this[HASH] = hash;
    }
    return hash;
  }

  [Symbol.iterator](): IterableIterator<number> {
    const memory = this[MEMORY];
    const start = this[START];
    const length = this[LENGTH];
    // The typed array's own iterator is twice as fast as any class of ours; bytes cannot change under it.
    return length === memory.length ? memory.values() : memory.subarray(start, start + length).values();
  }

  getBuffer(flags: number): BufferView {
    return fillInfo(this, this[MEMORY], this[START], this[LENGTH], true, flags);
  }

  releaseBuffer(_view: BufferView): void {}

  __bytes__(): Bytes {
    return this[SAME]();
  }

  __getnewargs__(): readonly [Bytes] {
    return tuple(new Bytes(this[MEMORY], this[START], this[LENGTH], RAW));
  }

  /** @internal */
  [MAKE](range: Range): Bytes {
    return bytesOfRange(range);
  }

  /** @internal */
  [PART](start: number, end: number): Bytes {
    const length = end - start;
    const memory = this[MEMORY];
    if (length === this[LENGTH] && isExact(this)) return this;
    if (length > 1 && !mayShare(memory, length)) {
      const copy = copyRange(memory, start, end);
      return new Bytes(copy[MEMORY], copy[START], length, RAW);
    }
    return bytesOf(memory, start, length);
  }

  /** @internal */
  [SAME](): Bytes {
    return isExact(this) ? this : bytesOf(this[MEMORY], this[START], this[LENGTH]);
  }

  /** @internal */
  [MAKE_BYTES](content: Content): Bytes {
    return content === this ? this : bytesOf(content[MEMORY], content[START], content[LENGTH]);
  }

  /** @internal Bytes cannot change: nothing to pin. */
  [PIN](): void {}

  /** @internal */
  [UNPIN](): void {}
}

const EMPTY_BYTES = new Bytes(EMPTY[MEMORY], 0, 0, RAW);

/** The 256 values of length 1, over one memory. */
const SINGLE: readonly Bytes[] = (() => {
  const memory = new Uint8Array(256);
  return Array.from(memory, (_, byte) => {
    memory[byte] = byte;
    return new Bytes(memory, byte, 1, RAW);
  });
})();

function isExact(bytes: Bytes): boolean {
  return Object.getPrototypeOf(bytes) === Bytes.prototype;
}

/**
 * A `Bytes` over memory that never changes again. Empty and single bytes are shared values, as in CPython.
 */
export function bytesOf(memory: Uint8Array, start: number, length: number): Bytes {
  if (length > 1) return new Bytes(memory, start, length, RAW);
  return length === 0 ? EMPTY_BYTES : SINGLE[memory[start]!]!;
}

/** A `Bytes` over an algorithm's result. */
export function bytesOfRange(range: Range): Bytes {
  const memory = range[MEMORY];
  const length = range[LENGTH];
  // A result that turned out much smaller than the memory it was written to must not keep all of it.
  if (length > 1 && !mayShare(memory, length)) {
    const copy = copyRange(memory, range[START], range[START] + length);
    return new Bytes(copy[MEMORY], copy[START], length, RAW);
  }
  return bytesOf(memory, range[START], length);
}

/**
 * The bytes that hexadecimal digits spell.
 *
 * @throws PyTypeError `fromhex() argument must be str or bytes-like, not int`
 *
 * CPython: Objects/bytesobject.c `_PyBytes_FromHex`
 */
export function fromHex(string: unknown): Range {
  if (typeof string === 'string') return fromHexText(string);
  if (!isBytesLike(string)) {
    throw new PyTypeError(`fromhex() argument must be str or bytes-like, not ${typeName(string)}`);
  }
  const digits = lease(string);
  try {
    const start = digits[START];
    return fromHexBytes(digits[MEMORY], start, start + digits[LENGTH]);
  } finally {
    endLease(digits);
  }
}
