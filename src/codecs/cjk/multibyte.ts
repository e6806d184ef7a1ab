/**
 * What all multi-byte codecs share: the loop around a scheme's converters, and CPython's error handling for
 * them, which differs from other codecs: positions from handlers must be ints, `UnicodeDecodeError.object`
 * cannot be replaced, and a replacement is encoded strictly.
 *
 * CPython: Modules/cjkcodecs/multibytecodec.c
 */
import {
  PyIndexError,
  PyTypeError,
  PyOverflowError,
  PyUnicodeDecodeError,
  PyUnicodeEncodeError,
  PyUnicodeError,
} from '../../exceptions/index.js';
import { ByteSink, EMPTY, LENGTH, MEMORY, Range, START } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import type { Codec } from '../codec.js';
import type { Unfinished } from '../decode-faults.js';
import type { ErrorHandler } from '../error-registry.js';
import { isBytes } from '../is-bytes.js';
import { lookupError } from '../lookup-error.js';
import { joined, restOf } from '../steps.js';
import type { StepDecoder, StepEncoder } from '../codec.js';
import { TextBuilder } from '../text-builder.js';
import { TextCursor, unitsAt } from '../text-cursor.js';
import { utf8 } from '../utf-8.js';

/**
 * A converter's results other than a number of illegal bytes: it has reached the end, or the rest is
 * incomplete.
 */
export const DONE = 0;
export const TOO_FEW = -1;

/** The state of a stateful scheme: CPython's eight bytes, which getstate() returns as an int. */
export type State = Uint8Array;

/** The bytes being decoded. A converter moves `at` past the bytes that it has converted. */
export interface Decoding {
  readonly memory: Uint8Array;
  at: number;
  readonly end: number;
  readonly builder: TextBuilder;
  readonly state: State;
}

/** The text being encoded. A converter moves `at`, in UTF-16 units, past the text that it has converted. */
export interface Encoding {
  readonly text: string;
  at: number;
  readonly end: number;
  readonly sink: ByteSink;
  readonly state: State;
  /** Whether no text follows, so that a character that could begin a pair stands alone. */
  readonly flush: boolean;
}

/** The differences between the codecs. */
export interface Scheme {
  readonly name: string;
  /** Sets the state before the first byte. */
  beginDecoder(state: State): void;
  /** Sets the state before the first character. */
  beginEncoder(state: State): void;
  /** Resets a state in the middle of decoding, as `reset()` does. */
  resetDecoder(state: State): void;
  /**
   * @returns DONE, TOO_FEW, or the number of illegal bytes at `at`
   */
  decode(decoding: Decoding): number;
  /** @returns DONE, TOO_FEW, or 1 if the character at `at` has no code */
  encode(encoding: Encoding): number;
  /** Returns to the initial state at the end of a text. */
  finish(sink: ByteSink, state: State): void;
}

/** A scheme without state. */
export const STATELESS = {
  beginDecoder(): void {},
  beginEncoder(): void {},
  resetDecoder(): void {},
  finish(): void {},
};

export function decoderState(scheme: Scheme): State {
  const state = new Uint8Array(8);
  scheme.beginDecoder(state);
  return state;
}

export function encoderState(scheme: Scheme): State {
  const state = new Uint8Array(8);
  scheme.beginEncoder(state);
  return state;
}

const ILLEGAL = 'illegal multibyte sequence';
/** The most bytes that an incremental decoder keeps. */
const MOST_PENDING = 8;

const INCOMPLETE = 'incomplete multibyte sequence';

/** How the last piece ended. */
interface Last extends Unfinished {
  /** Whether an incomplete sequence was found there. */
  isReached?: boolean;
}

/**
 * Decodes bytes from a given state.
 *
 * @param unfinished if set, an incomplete sequence at the end is left
 * @param last if set, an incomplete sequence at the end is an error, and decoding stops after it, whatever
 *   position the handler returns
 */
export function decodeFrom(
  scheme: Scheme,
  state: State,
  content: Content,
  errors: string,
  object: unknown,
  unfinished?: Unfinished,
  last?: Last,
): string {
  const memory = content[MEMORY];
  const start = content[START];
  const end = start + content[LENGTH];
  const builder = new TextBuilder();
  const decoding: Decoding = { memory, at: start, end, builder, state };
  let faulty: unknown;
  while (decoding.at < end) {
    const illegal = scheme.decode(decoding);
    if (illegal === DONE) break;
    const from = decoding.at - start;
    if (illegal === TOO_FEW && unfinished !== undefined) {
      unfinished.consumed = from;
      break;
    }
    const isLast = illegal === TOO_FEW && last !== undefined;
    if (isLast) last.isReached = true;
    const to = illegal === TOO_FEW ? end - start : from + illegal;
    if (errors === 'ignore' || errors === 'replace') {
      if (errors === 'replace') builder.unit(0xfffd);
      decoding.at = start + to;
      continue;
    }
    // One copy for all errors. With a copy for each, many errors in a long content would take quadratic time.
    faulty ??= typeof object === 'function' ? (object as (faulty: Content) => unknown)(content) : object;
    const error = new PyUnicodeDecodeError(
      scheme.name,
      faulty,
      from,
      to,
      illegal === TOO_FEW ? INCOMPLETE : ILLEGAL,
      memory[decoding.at],
    );
    const [replacement, position] = called(errors, error);
    if (typeof replacement !== 'string' || !isInt(position)) {
      throw new PyTypeError('decoding error handler must return (str, int) tuple');
    }
    builder.text(replacement);
    decoding.at = start + asPosition(position, end - start);
    if (isLast) {
      last.consumed = decoding.at - start;
      break;
    }
  }
  return builder.finish();
}

/** The result of a handler; undefined if it is not a pair. Python's `strict` cannot be replaced here. */
function called(errors: string, error: PyUnicodeDecodeError | PyUnicodeEncodeError): readonly unknown[] {
  if (errors === 'strict') throw error;
  const handler: ErrorHandler = lookupError(errors);
  const result: unknown = handler(error);
  return Array.isArray(result) && result.length === 2 ? (result as unknown[]) : [];
}

function isInt(value: unknown): value is number | bigint | boolean {
  return typeof value === 'bigint' || typeof value === 'boolean' || Number.isInteger(value);
}

/** Checks a position that a handler returned. A position beyond every address counts as -1, as in C. */
function asPosition(position: number | bigint | boolean, length: number): number {
  const value = Number(position);
  const isTooLarge = Math.abs(value) >= 2 ** 63;
  const found = isTooLarge ? -1 : value < 0 ? value + length : value;
  if (found < 0 || found > length) {
    throw new PyIndexError(`position ${found} from error handler out of bounds`);
  }
  return found;
}

/**
 * Encodes a text from a given state into a sink.
 *
 * @param flush whether no text follows
 * @returns the unit of the first character that may be the first half of a pair; the text's length if there
 *   is none
 */
export function encodeFrom(
  scheme: Scheme,
  state: State,
  text: string,
  errors: string,
  sink: ByteSink,
  flush: boolean,
): number {
  const encoding: Encoding = { text, at: 0, end: text.length, sink, state, flush };
  let cursor: TextCursor | undefined;
  while (encoding.at < encoding.end) {
    const illegal = scheme.encode(encoding);
    if (illegal === DONE || illegal === TOO_FEW) break;
    const from = encoding.at;
    const to = from + unitsAt(text, from);
    if (errors === 'ignore' || errors === 'replace') {
      if (errors === 'replace') writeQuestionMark(scheme, state, sink);
      encoding.at = to;
      continue;
    }
    cursor ??= new TextCursor(text);
    const start = cursor.pointAt(from);
    const error = new PyUnicodeEncodeError(
      scheme.name,
      text,
      start,
      start + 1,
      ILLEGAL,
      text.codePointAt(from),
    );
    const [replacement, position] = called(errors, error);
    if ((typeof replacement !== 'string' && !isBytes(replacement)) || !isInt(position)) {
      throw new PyTypeError('encoding error handler must return (str, int) tuple');
    }
    if (typeof replacement !== 'string') sink.content(replacement);
    else encodeFrom(scheme, state, replacement, 'strict', sink, true);
    const length = cursor.pointAt(text.length);
    encoding.at = cursor.unitAt(asPosition(position, length));
  }
  return encoding.at;
}

function writeQuestionMark(scheme: Scheme, state: State, sink: ByteSink): void {
  scheme.encode({ text: '?', at: 0, end: 1, sink, state, flush: true });
}

/** The codec of a scheme. */
export function multibyteCodec(scheme: Scheme): Codec {
  return {
    steps: {
      checksState: true,
      decoder: (errors) => new MultibyteDecoder(scheme, errors),
      encoder: (errors) => new MultibyteEncoder(scheme, errors),
    },
    decode: (content, errors, object, unfinished) =>
      decodeFrom(scheme, decoderState(scheme), content, errors, object, unfinished),
    encode(text, errors): Range {
      const sink = new ByteSink(2 * text.length);
      const state = encoderState(scheme);
      encodeFrom(scheme, state, text, errors, sink, true);
      scheme.finish(sink, state);
      return sink.finish();
    },
  };
}

/** CPython: Modules/cjkcodecs/multibytecodec.c `MultibyteIncrementalDecoder` */
class MultibyteDecoder implements StepDecoder {
  #state: State;
  #pending: Range = EMPTY;

  constructor(
    readonly scheme: Scheme,
    public errors: string,
  ) {
    this.#state = decoderState(scheme);
  }

  decode(content: Content, final: boolean, object: (content: Content) => unknown): string {
    const before = this.#pending;
    const data = joined(before, content);
    const unfinished: Last = {};
    this.#pending = EMPTY;
    try {
      const text = decodeFrom(
        this.scheme,
        this.#state,
        data,
        this.errors,
        object,
        final ? undefined : unfinished,
        final ? unfinished : undefined,
      );
      const rest = restOf(data, unfinished);
      if (rest[LENGTH] > MOST_PENDING) {
        const first = data[MEMORY][data[START]];
        throw new PyUnicodeDecodeError(
          this.scheme.name,
          object(data),
          0,
          data[LENGTH],
          'pending buffer overflow',
          first,
        );
      }
      this.#pending = rest;
      return text;
    } catch (error) {
      // An incomplete rest stays; an illegal one is dropped.
      if (unfinished.isReached === true) this.#pending = before;
      throw error;
    }
  }

  reset(): void {
    this.scheme.resetDecoder(this.#state);
    this.#pending = EMPTY;
  }

  getState(): readonly [Content, bigint] {
    return [this.#pending, asInt(this.#state)];
  }

  setState(pending: Range, state: bigint, object: (content: Content) => unknown): void {
    const bytes = asBytes(state, 8);
    if (pending[LENGTH] > MOST_PENDING) {
      const first = pending[MEMORY][pending[START]];
      const reason = 'pending buffer too large';
      throw new PyUnicodeDecodeError(this.scheme.name, object(pending), 0, pending[LENGTH], reason, first);
    }
    this.#pending = pending;
    this.#state = bytes;
  }
}

/** CPython: Modules/cjkcodecs/multibytecodec.c `MultibyteIncrementalEncoder` */
class MultibyteEncoder implements StepEncoder {
  #state: State;
  #pending = '';

  constructor(
    readonly scheme: Scheme,
    public errors: string,
  ) {
    this.#state = encoderState(scheme);
  }

  encode(text: string, final: boolean): Range {
    const whole = this.#pending + text;
    const sink = new ByteSink(2 * whole.length);
    const used = encodeFrom(this.scheme, this.#state, whole, this.errors, sink, final);
    if (final) this.scheme.finish(sink, this.#state);
    this.#pending = whole.slice(used);
    return sink.finish();
  }

  reset(): void {
    this.scheme.finish(new ByteSink(8), this.#state);
    this.#pending = '';
  }

  /**
   * The length of the pending text in UTF-8, that text, and the scheme's state, as one little-endian number.
   */
  getState(): bigint {
    const pending = utf8.encode(this.#pending, 'strict');
    const sink = new ByteSink(16);
    sink.byte(pending[LENGTH]);
    sink.content(pending);
    sink.range(this.#state, 0, 8);
    const state = sink.finish();
    return asInt(state[MEMORY].subarray(state[START], state[START] + state[LENGTH]));
  }

  setState(state: bigint, object: (content: Content) => unknown): void {
    const bytes = asBytes(state, 17);
    const length = bytes[0]!;
    if (length > 8) throw new PyUnicodeError('', null, 0, 0, '', 'pending buffer too large');
    this.#pending = utf8.decode(new Range(bytes, 1, length), 'strict', object);
    this.#state = bytes.slice(1 + length, 9 + length);
  }
}

function asInt(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);
}

/** @throws PyOverflowError `can't convert negative int to unsigned`, `int too big to convert` */
function asBytes(value: bigint, length: number): Uint8Array {
  if (value < 0n) throw new PyOverflowError("can't convert negative int to unsigned");
  if (value >> BigInt(8 * length) > 0n) throw new PyOverflowError('int too big to convert');
  const bytes = new Uint8Array(length);
  for (let i = 0, rest = value; i < length; i++, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return bytes;
}
