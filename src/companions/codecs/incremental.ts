/**
 * Python's incremental decoders and encoders: the base classes, which users extend for codecs of their own, and those of the built-in
 * codecs. `info.ts` hands them out.
 */
import { Bytes, bytesOf, bytesOfRange } from '../../bytes/index.js';
import { PyNotImplementedError, PyTypeError } from '../../exceptions/index.js';
import { reprValue } from '../../formats/repr-value.js';
import { LENGTH, MEMORY, Range, START, copyContent } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import { endLease, isBytesLike, kindOf, lease } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { tuple, typeName } from '../../python/index.js';
import { BufferedDecoder, PlainEncoder } from '../../codecs/steps.js';
import type { StepDecoder, StepEncoder } from '../../codecs/codec.js';
import type { Codec } from '../../codecs/codec.js';

/**
 * Decodes bytes that arrive piece by piece. Extend it for a codec of your own.
 *
 * CPython: Lib/codecs.py `IncrementalDecoder`
 */
export class IncrementalDecoder {
  /** @param errors name of the error handler, `'strict'` by default; it can be changed between calls */
  constructor(public errors = 'strict') {}

  /**
   * Decodes the next piece.
   *
   * @param _input the next bytes, which are copied as far as they are kept
   * @param _final whether they are the last: then an incomplete sequence is an error
   * @returns the text that is complete
   * @throws PyUnicodeDecodeError as `decode` of the codec
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
   * The bytes that are not yet decoded, and an int that says what else is remembered.
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
 * Encodes text that arrives piece by piece. Extend it for a codec of your own.
 *
 * CPython: Lib/codecs.py `IncrementalEncoder`
 */
export class IncrementalEncoder {
  /** @param errors name of the error handler, `'strict'` by default; it can be changed between calls */
  constructor(public errors = 'strict') {}

  /**
   * Encodes the next piece.
   *
   * @param _input the next text; a surrogate pair has to stand in one piece
   * @param _final whether it is the last: then the encoder returns to its initial state
   * @throws PyUnicodeEncodeError as `encode` of the codec
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

  /** What is remembered: an int, or, for idna, text that is not yet encoded. CPython: Lib/codecs.py `IncrementalEncoder.getstate` */
  getstate(): bigint | string {
    return 0n;
  }

  /** Returns to a state of {@link getstate}. CPython: Lib/codecs.py `IncrementalEncoder.setstate` */
  setstate(_state: bigint | number | string): void {}
}

const bytesOfContent = (content: Content): Bytes => bytesOfRange(copyContent(content));

/** Whether Python's decoder adds its input to a `bytes` of its own, and says so of other values. */
type Joins = 'concat' | 'buffer';

/** The incremental decoder of a built-in codec. */
export function incrementalDecoderOf(codec: Codec, joins: Joins): typeof IncrementalDecoder {
  return class extends IncrementalDecoder {
    readonly #steps: StepDecoder =
      codec.steps === undefined ? new BufferedDecoder(codec, this.errors) : codec.steps.decoder(this.errors);

    override decode(input: BytesLike, final = false): string {
      if (!isBytesLike(input) && joins === 'concat') {
        throw new PyTypeError(`can't concat ${typeName(input)} to bytes`);
      }
      this.#steps.errors = this.errors;
      const content = lease(input);
      try {
        return this.#steps.decode(content, final, bytesOfContent);
      } finally {
        endLease(content);
      }
    }

    override reset(): void {
      this.#steps.reset();
    }

    override getstate(): readonly [Bytes, bigint] {
      const [pending, state] = this.#steps.getState();
      return tuple(bytesOfContent(pending), state);
    }

    override setstate(state: readonly [BytesLike, bigint | number]): void {
      if (!Array.isArray(state))
        throw new PyTypeError(
          `setstate() argument must be tuple, not ${state === null ? 'None' : typeName(state)}`,
        );
      if (codec.steps?.checksState === true) checkState(state);
      const content = lease(state[0]);
      try {
        const copy = copyContent(content);
        const pending = new Range(copy[MEMORY], copy[START], copy[LENGTH]);
        this.#steps.setState(pending, BigInt(state[1]), bytesOfContent);
      } finally {
        endLease(content);
      }
    }
  };
}

/** An int itself; C takes nothing that only converts to one. */
function isInt(value: unknown): boolean {
  return typeof value === 'bigint' || typeof value === 'boolean' || Number.isInteger(value);
}

/** A state as C reads it. @throws PyTypeError `setstate(): illegal state argument` */
function checkState(state: readonly unknown[]): void {
  if (state.length !== 2 || kindOf(state[0]) !== 'bytes' || !isInt(state[1])) {
    throw new PyTypeError('setstate(): illegal state argument');
  }
}

/**
 * The incremental encoder of a built-in codec.
 *
 * @param encoder the name of C's function, which refuses what is no text; null where the codec takes the `str()` of anything
 */
export function incrementalEncoderOf(codec: Codec, encoder: string | null): typeof IncrementalEncoder {
  return class extends IncrementalEncoder {
    readonly #steps: StepEncoder =
      codec.steps === undefined ? new PlainEncoder(codec, this.errors) : codec.steps.encoder(this.errors);

    override encode(input: string, final = false): Bytes {
      this.#steps.errors = this.errors;
      return bytesOfRange(this.#steps.encode(textArgument(input, encoder), final));
    }

    override reset(): void {
      this.#steps.reset();
    }

    override getstate(): bigint | string {
      return this.#steps.getState();
    }

    override setstate(state: bigint | number | string): void {
      if (encoder === null && !isInt(state)) {
        throw new PyTypeError(
          `setstate() argument must be int, not ${state === null ? 'None' : typeName(state)}`,
        );
      }
      this.#steps.setState(typeof state === 'string' ? state : BigInt(state), bytesOfContent);
    }
  };
}

/** The text of an argument. @throws PyTypeError `utf_8_encode() argument 1 must be str, not bytes` */
export function textArgument(input: unknown, encoder: string | null): string {
  if (typeof input === 'string') return input;
  if (encoder === null) return reprValue(input);
  throw new PyTypeError(
    `${encoder}() argument 1 must be str, not ${input === null ? 'None' : typeName(input)}`,
  );
}
