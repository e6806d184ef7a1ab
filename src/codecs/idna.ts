/**
 * International domain names (RFC 3490): labels between dots, each prepared by nameprep and written in
 * Punycode after `xn--`. `all.ts` registers it. Positions in texts count code points, as in Python.
 *
 * CPython: Lib/encodings/idna.py
 */
import { PyUnicodeDecodeError, PyUnicodeEncodeError } from '../exceptions/index.js';
import { repr } from '../algorithms/repr.js';
import { ByteSink, EMPTY, LENGTH, MEMORY, Range, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import type { Codec } from './codec.js';
import type { Unfinished } from './decode-faults.js';
import { latin1Text } from './latin-1.js';
import { plainUnicodeError } from './plain-error.js';
import { punycode, punycodeBytes } from './punycode.js';
import { BufferedDecoder, restOf } from './steps.js';
import type { StepEncoder } from './codec.js';
import { nameprep } from './stringprep.js';

const DOTS = /[.\u3002\uff0e\uff61]/;
const ACE_PREFIX = 'xn--';
const ASCII_ONLY = /^[\x00-\x7f]*$/;
const LABEL_LIMIT = 64;
/** Longer labels are refused at once, because decoding takes quadratic time. */
const DECODED_LIMIT = 1024;

/** A fault of a label: positions in code points or bytes of the label, and the reason. */
type LabelError = PyUnicodeEncodeError | PyUnicodeDecodeError;

function isLabelError(error: unknown): error is LabelError {
  return error instanceof PyUnicodeEncodeError || error instanceof PyUnicodeDecodeError;
}

function countPoints(text: string): number {
  return Array.from(text).length;
}

function encodeError(text: string, start: number, end: number, reason: string): PyUnicodeEncodeError {
  return new PyUnicodeEncodeError('idna', text, start, end, reason, Array.from(text)[start]?.codePointAt(0));
}

/** The byte that an error's message names; undefined for a fault behind the last byte. */
function byteAt(bytes: string, position: number): number | undefined {
  return position < bytes.length ? bytes.charCodeAt(position) : undefined;
}

function textOf(content: Content): string {
  const start = content[START];
  return latin1Text(content[MEMORY], start, start + content[LENGTH]);
}

function contentOf(text: string): Range {
  const memory = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return new Range(memory, 0, memory.length);
}

/** The repr of a text's bytes. */
function shown(bytes: string): string {
  const { [MEMORY]: memory, [LENGTH]: length } = contentOf(bytes);
  return repr(memory, 0, length);
}

/**
 * RFC 3490, section 4.1, as a text of ASCII characters.
 *
 * @throws PyUnicodeEncodeError `label empty`, `label too long`, `Label starts with ACE prefix`, and the
 *   errors of nameprep
 */
export function toAscii(label: string): string {
  const prepared = ASCII_ONLY.test(label) ? label : nameprep(label);
  const points = countPoints(prepared);
  let ascii = prepared;
  if (!ASCII_ONLY.test(prepared)) {
    if (prepared.toLowerCase().startsWith(ACE_PREFIX)) {
      throw encodeError(prepared, 0, ACE_PREFIX.length, 'Label starts with ACE prefix');
    }
    ascii = ACE_PREFIX + textOf(punycodeBytes(prepared));
  }
  if (ascii.length === 0) throw encodeError(prepared, 0, 1, 'label empty');
  if (ascii.length >= LABEL_LIMIT) throw encodeError(prepared, 0, points, 'label too long');
  return ascii;
}

/**
 * RFC 3490, section 4.2, for a label in bytes.
 *
 * @throws PyUnicodeDecodeError `label way too long`, `IDNA does not round-trip, ...`, and the errors of
 *   Punycode
 * @throws PyUnicodeEncodeError as {@link toAscii} for the decoded label
 */
export function toUnicode(bytes: string): string {
  const content = contentOf(bytes);
  const refuse = (start: number, end: number, reason: string, at: number): never => {
    throw new PyUnicodeDecodeError('idna', content, start, end, reason, byteAt(bytes, at));
  };
  if (bytes.length > DECODED_LIMIT) refuse(0, bytes.length, 'label way too long', 0);
  if (!bytes.toLowerCase().startsWith(ACE_PREFIX)) {
    const bad = bytes.search(/[^\x00-\x7f]/);
    if (bad !== -1) {
      throw new PyUnicodeDecodeError('ascii', content, bad, bad + 1, 'ordinal not in range(128)', 0);
    }
    return bytes;
  }
  const digits = contentOf(bytes.slice(ACE_PREFIX.length));
  let text: string;
  try {
    text = digits[LENGTH] === 0 ? '' : punycode.decode(digits, 'strict', digits);
  } catch (error) {
    if (!(error instanceof PyUnicodeDecodeError)) throw error;
    const first = ACE_PREFIX.length + error.start;
    return refuse(first, ACE_PREFIX.length + error.end, error.reason, first);
  }
  const again = toAscii(text);
  if (bytes.toLowerCase() !== again) {
    refuse(0, bytes.length, `IDNA does not round-trip, '${shown(bytes)}' != '${shown(again)}'`, 0);
  }
  return text;
}

/** The labels without the empty one after a dot at the end, and that dot. */
function withoutLastDot(labels: string[]): string {
  if (labels[labels.length - 1] !== '') return '';
  labels.pop();
  return '.';
}

/** The number of characters before label `i`, counting a dot after each label. */
function offsetOf(labels: readonly string[], i: number): number {
  return labels.slice(0, i).reduce((sum, label) => sum + countPoints(label) + 1, 0);
}

function requireStrict(errors: string): void {
  if (errors !== 'strict') throw plainUnicodeError(`Unsupported error handling: ${errors}`);
}

function encode(text: string, errors: string): Range {
  requireStrict(errors);
  if (text === '') return EMPTY;
  if (ASCII_ONLY.test(text)) {
    checkAscii(text);
    return contentOf(text);
  }
  const labels = text.split(DOTS);
  const lastDot = withoutLastDot(labels);
  const sink = new ByteSink(text.length + 8);
  for (const [i, label] of labels.entries()) {
    if (sink.length > 0) sink.byte(0x2e);
    try {
      sink.ascii(toAscii(label));
    } catch (error) {
      if (!isLabelError(error)) throw error;
      const offset = offsetOf(labels, i);
      throw encodeError(text, offset + error.start, offset + error.end, error.reason);
    }
  }
  sink.ascii(lastDot);
  return sink.finish();
}

function checkAscii(text: string): void {
  const labels = text.split('.');
  const empty = labels.slice(0, -1).indexOf('');
  if (empty !== -1) {
    const offset = offsetOf(labels, empty);
    throw encodeError(text, offset, offset + 1, 'label empty');
  }
  const long = labels.findIndex((label) => label.length >= LABEL_LIMIT);
  if (long === -1) return;
  const offset = offsetOf(labels, long);
  throw encodeError(text, offset, offset + labels[long]!.length, 'label too long');
}

function decode(content: Content, errors: string, object: unknown): string {
  requireStrict(errors);
  const bytes = textOf(content);
  if (!bytes.toLowerCase().includes(ACE_PREFIX) && ASCII_ONLY.test(bytes)) return bytes;
  const labels = bytes.split('.');
  const lastDot = withoutLastDot(labels);
  const texts = labels.map((label, i) => {
    try {
      return toUnicode(label);
    } catch (error) {
      if (!isLabelError(error)) throw error;
      const offset = offsetOf(labels, i);
      const start = offset + error.start;
      throw new PyUnicodeDecodeError(
        'idna',
        typeof object === 'function' ? (object as (faulty: Content) => unknown)(content) : object,
        start,
        offset + error.end,
        error.reason,
        byteAt(bytes, start),
      );
    }
  });
  return texts.join('.') + lastDot;
}

/** Splits a text into the labels that can be converted now and the dot after them. */
function readyLabels(
  text: string,
  dots: RegExp | string,
  final: boolean,
): readonly [labels: string[], lastDot: string] {
  const labels = text.split(dots);
  if (labels[labels.length - 1] === '') {
    labels.pop();
    return [labels, '.'];
  }
  // The last label may continue in the next text.
  if (!final) labels.pop();
  return [labels, !final && labels.length > 0 ? '.' : ''];
}

/** CPython: Lib/encodings/idna.py `IncrementalEncoder` */
class IdnaEncoder implements StepEncoder {
  #pending = '';

  constructor(public errors: string) {}

  encode(text: string, final: boolean): Range {
    const whole = this.#pending + text;
    requireStrict(this.errors);
    if (whole === '') return EMPTY;
    const [labels, lastDot] = readyLabels(whole, DOTS, final);
    const sink = new ByteSink(whole.length + 8);
    let size = 0;
    for (const label of labels) {
      if (size > 0) {
        sink.byte(0x2e);
        size++;
      }
      try {
        sink.ascii(toAscii(label));
      } catch (error) {
        if (!isLabelError(error)) throw error;
        throw encodeError(whole, size + error.start, size + error.end, error.reason);
      }
      size += countPoints(label);
    }
    sink.ascii(lastDot);
    this.#pending = Array.from(whole)
      .slice(size + lastDot.length)
      .join('');
    return sink.finish();
  }

  reset(): void {
    this.#pending = '';
  }

  getState(): bigint | string {
    return this.#pending === '' ? 0n : this.#pending;
  }

  setState(state: bigint | string): void {
    this.#pending = typeof state === 'string' ? state : '';
  }
}

/** CPython: Lib/encodings/idna.py `IncrementalDecoder` */
class IdnaDecoder extends BufferedDecoder {
  protected override convert(
    data: Range,
    object: (content: Content) => unknown,
    unfinished?: Unfinished,
  ): string {
    requireStrict(this.errors);
    if (data[LENGTH] === 0) return '';
    const bytes = textOf(data);
    const fail = (start: number, end: number, reason: string): never => {
      throw new PyUnicodeDecodeError('idna', object(data), start, end, reason, byteAt(bytes, start));
    };
    const bad = bytes.search(/[^\x00-\x7f]/);
    if (bad !== -1) fail(bad, bad + 1, 'ordinal not in range(128)');
    const [labels, lastDot] = readyLabels(bytes, '.', unfinished === undefined);
    let size = 0;
    const texts = labels.map((label) => {
      try {
        const text = toUnicode(label);
        size += label.length + (size > 0 ? 1 : 0);
        return text;
      } catch (error) {
        return isLabelError(error) ? fail(size + error.start, size + error.end, error.reason) : raise(error);
      }
    });
    const consumed = size + lastDot.length;
    if (unfinished !== undefined) unfinished.consumed = consumed;
    else if (consumed < data[LENGTH]) this.left = restOf(data, { consumed });
    return texts.join('.') + lastDot;
  }
}

function raise(error: unknown): never {
  throw error;
}

export const idna: Codec = {
  decode,
  encode,
  steps: {
    decoder: (errors) => new IdnaDecoder(idna, errors),
    encoder: (errors) => new IdnaEncoder(errors),
  },
};
