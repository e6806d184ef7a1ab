/**
 * Python's incremental decoders and encoders: the base classes, which users extend for their own codecs, and
 * the classes of the built-in codecs. Caller: `info.ts`.
 */
import { Bytes, bytesOf, bytesOfRange } from '../../bytes/index.js';
import { PyIndexError, PyKeyError, PyNotImplementedError, PyTypeError } from '../../exceptions/index.js';
import { LENGTH, MEMORY, Range, START, copyContent } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import { endLease, isHostBuffer, kindOf } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { brandOf, givenName, isMap, isTrue, tuple, typeName } from '../../python/index.js';
import { BufferedDecoder, PlainEncoder } from '../../codecs/steps.js';
import type { StepDecoder, StepEncoder } from '../../codecs/codec.js';
import type { Codec } from '../../codecs/codec.js';
import { IDNA, addedBytes, held } from './arguments.js';
import type { Arguments } from './arguments.js';

/**
 * Decodes bytes that arrive piece by piece. Extend it for your own codec.
 *
 * CPython: Lib/codecs.py `IncrementalDecoder`
 */
export class IncrementalDecoder {
  /** @param errors name of the error handler, `'strict'` by default; it can be changed between calls */
  constructor(public errors = 'strict') {}

  /**
   * Decodes the next piece.
   *
   * @param _input the next bytes; the decoder copies those that it keeps
   * @param _final whether they are the last; an incomplete sequence is then an error
   * @returns the text that is complete
   * @throws PyUnicodeDecodeError like the codec's `decode`
   *
   * @example
   * ```ts
   * const decoder = new (getincrementaldecoder('utf-8'))();
   * decoder.decode(b`\xe2\x82`) // ''
   * decoder.decode(b`\xac!`) // '€!'
   * ```
   *
   * CPython: Lib/codecs.py `IncrementalDecoder.decode`
   */
  decode(_input: BytesLike, _final?: boolean): string {
    throw new PyNotImplementedError();
  }

  /** Returns to the initial state. CPython: Lib/codecs.py `IncrementalDecoder.reset` */
  reset(): void {}

  /**
   * The bytes that are not yet decoded, and the rest of the state as an int.
   *
   * CPython: Lib/codecs.py `IncrementalDecoder.getstate`
   */
  getstate(): readonly [pending: Bytes, state: bigint] {
    return tuple(bytesOf(new Uint8Array(0), 0, 0), 0n);
  }

  /** Returns to a state of {@link getstate}. CPython: Lib/codecs.py `IncrementalDecoder.setstate` */
  setstate(_state: readonly [pending: BytesLike, state: bigint | number]): void {}
}

/**
 * Encodes text that arrives piece by piece. Extend it for your own codec.
 *
 * CPython: Lib/codecs.py `IncrementalEncoder`
 */
export class IncrementalEncoder {
  /** @param errors name of the error handler, `'strict'` by default; it can be changed between calls */
  constructor(public errors = 'strict') {}

  /**
   * Encodes the next piece.
   *
   * @param _input the next text; it must not split a surrogate pair
   * @param _final whether it is the last; the encoder then returns to its initial state
   * @throws PyUnicodeEncodeError like the codec's `encode`
   *
   * @example
   * ```ts
   * const encoder = new (getincrementalencoder('utf-16'))();
   * encoder.encode('a') // b'\xff\xfea\x00'
   * encoder.encode('b') // b'b\x00'
   * ```
   *
   * CPython: Lib/codecs.py `IncrementalEncoder.encode`
   */
  encode(_input: string, _final?: boolean): Bytes {
    throw new PyNotImplementedError();
  }

  /** Returns to the initial state. CPython: Lib/codecs.py `IncrementalEncoder.reset` */
  reset(): void {}

  /**
   * The state: an int or, for idna, text that is not yet encoded.
   *
   * CPython: Lib/codecs.py `IncrementalEncoder.getstate`
   */
  getstate(): bigint | string {
    return 0n;
  }

  /** Returns to a state of {@link getstate}. CPython: Lib/codecs.py `IncrementalEncoder.setstate` */
  setstate(_state: bigint | number | string): void {}
}

const bytesOfContent = (content: Content): Bytes => bytesOfRange(copyContent(content));

/**
 * The incremental decoder class of a built-in codec. @param keeps whether Python's class keeps incomplete
 * sequences
 */
export function incrementalDecoderOf(
  codec: Codec,
  reads: Arguments,
  keeps: boolean,
): typeof IncrementalDecoder {
  return class extends IncrementalDecoder {
    readonly #steps: StepDecoder =
      codec.steps === undefined ? new BufferedDecoder(codec, 'strict') : codec.steps.decoder('strict');
    /** A pending value from `setstate` that is not bytes. The next call raises for it. */
    #wrong: unknown = undefined;

    constructor(errors?: string) {
      super(errors);
      reads.construct(this.errors, 'IncrementalDecoder', 1);
    }

    override decode(input: BytesLike, final = false): string {
      if (this.#wrong !== undefined) throw notAdded(this.#wrong, input);
      const isFinal = isTrue(final);
      const content = keeps ? addedBytes(input) : reads.bytes(input);
      try {
        this.#steps.errors = reads.errors(this.errors, 'decode a piece');
        return this.#steps.decode(content, isFinal, bytesOfContent);
      } finally {
        endLease(content);
      }
    }

    override reset(): void {
      this.#wrong = undefined;
      this.#steps.reset();
    }

    override getstate(): readonly [Bytes, bigint] {
      const [pending, state] = this.#steps.getState();
      return tuple(bytesOfContent(pending), state);
    }

    override setstate(state: readonly [BytesLike, bigint | number]): void {
      // Unlike C's class, this also takes a list, because JavaScript writes tuples as arrays.
      const isC = codec.steps?.checksState === true;
      if (isC) checkState(state);
      else if (!keeps) return;
      const first = itemOf(state, 0);
      const second = codec.steps === undefined || reads === IDNA ? 0 : itemOf(state, 1);
      this.#wrong = kindOf(first) !== undefined || isHostBuffer(first) ? undefined : first;
      if (this.#wrong !== undefined) return;
      const content = held(first);
      try {
        const copy = copyContent(content);
        const pending = new Range(copy[MEMORY], copy[START], copy[LENGTH]);
        this.#steps.setState(pending, isInt(second) ? BigInt(second) : 0n, bytesOfContent);
      } finally {
        endLease(content);
      }
    }
  };
}

/** The error of `pending + input`. CPython: Objects/abstract.c `PyNumber_Add` */
function notAdded(pending: unknown, input: unknown): PyTypeError {
  const type = typeName(pending);
  const other = typeName(input);
  if (['str', 'list', 'tuple'].includes(type))
    return new PyTypeError(`can only concatenate ${type} (not "${other}") to ${type}`);
  if (brandOf(pending) === 'array') return new PyTypeError(`can only append array (not "${other}") to array`);
  return new PyTypeError(`unsupported operand type(s) for +: '${type}' and '${other}'`);
}

/** `state[index]` of any value. */
function itemOf(state: unknown, index: number): unknown {
  const kind = typeName(state);
  if (Array.isArray(state) || typeof state === 'string') {
    const items = Array.from(state as ArrayLike<unknown>);
    if (index < items.length) return items[index];
    throw new PyIndexError(`${typeof state === 'string' ? 'string' : kind} index out of range`);
  }
  if (kind === 'bytes' || kind === 'bytearray' || kind === 'memoryview') {
    return (state as unknown as { get(index: number): unknown }).get(index);
  }
  if (isMap(state)) {
    if (state.has(index)) return state.get(index);
    throw new PyKeyError(String(index));
  }
  throw new PyTypeError(`'${kind}' object is not subscriptable`);
}

/** Whether a value is a real int; C does not convert others. */
function isInt(value: unknown): value is bigint | boolean | number {
  return typeof value === 'bigint' || typeof value === 'boolean' || Number.isInteger(value);
}

/** A state as C reads it. @throws PyTypeError `setstate(): illegal state argument` */
function checkState(state: unknown): asserts state is readonly [BytesLike, bigint | number] {
  if (!Array.isArray(state))
    throw new PyTypeError(`setstate() argument must be tuple, not ${givenName(state)}`);
  if (state.length !== 2 || kindOf(state[0]) !== 'bytes' || !isInt(state[1])) {
    throw new PyTypeError('setstate(): illegal state argument');
  }
}

/** The incremental encoder class of a built-in codec. */
export function incrementalEncoderOf(codec: Codec, reads: Arguments): typeof IncrementalEncoder {
  const joins = reads === IDNA;
  return class extends IncrementalEncoder {
    readonly #steps: StepEncoder =
      codec.steps === undefined ? new PlainEncoder(codec, 'strict') : codec.steps.encoder('strict');

    constructor(errors?: string) {
      super(errors);
      reads.construct(this.errors, 'IncrementalEncoder', 1);
    }

    override encode(input: string, final = false): Bytes {
      if (joins && typeof input !== 'string') {
        throw new PyTypeError(`can only concatenate str (not "${typeName(input)}") to str`);
      }
      const isFinal = isTrue(final);
      const text = reads.text(input);
      this.#steps.errors = reads.errors(this.errors, 'encode');
      return bytesOfRange(this.#steps.encode(text, isFinal));
    }

    override reset(): void {
      this.#steps.reset();
    }

    override getstate(): bigint | string {
      return this.#steps.getState();
    }

    override setstate(state: bigint | number | string): void {
      if (codec.steps === undefined) return;
      if (codec.steps.checksState === true && !isInt(state)) {
        throw new PyTypeError(`setstate() argument must be int, not ${givenName(state)}`);
      }
      const value =
        typeof state === 'string' ? state : isInt(state) ? BigInt(state) : isTrue(state) ? 1n : 0n;
      this.#steps.setState(value, bytesOfContent);
    }
  };
}
