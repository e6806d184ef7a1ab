// Replays conversions that scripts/record-codecs.mjs recorded from CPython.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode, registerError } from '../../src/codecs/index.js';
import { PyException, PyUnicodeError } from '../../src/exceptions/index.js';
import { asciiValue } from '../../src/formats/repr-value.js';
import { LENGTH, MEMORY, Range, START } from '../../src/memory/index.js';
import type { Content } from '../../src/memory/index.js';

/** Written by scripts/record-codecs.mjs; cases name their outcome by its index. */
interface Recorded {
  handlers: string[];
  bytes: string[];
  texts: string[];
  names: string[];
  /** By codec, handler, input. */
  decoded: Record<string, number[][]>;
  encoded: Record<string, number[][]>;
  /** By name: decoding something, decoding nothing, encoding. */
  named: number[][];
  outcomes: string[];
}

const recorded = JSON.parse(readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8')) as Recorded;

/** Returns a position that counts from the end, if it still moves forward. */
registerError('back', ({ start, end, object }) => {
  const size = typeof object === 'string' ? Array.from(object).length : (object as Content)[LENGTH];
  return [`<${start}:${end}>`, end < size ? end - size : size];
});
registerError('skip', ({ end, object }) => {
  const size = typeof object === 'string' ? Array.from(object).length : (object as Content)[LENGTH];
  return ['?', Math.min(end + 1, size)];
});
registerError('raw', ({ end }) => [new Range(Uint8Array.of(0xff, 0, 0xfe, 0), 0, 4), end]);
registerError('wide', ({ end }) => ['\u20ac', end]);

function fromHex(hex: string): Range {
  // Not at the start of its memory, so that positions and indices cannot be confused.
  const memory = Uint8Array.from(Buffer.from(`aaaa${hex}aa`, 'hex'));
  return new Range(memory, 2, memory.length - 3);
}

function toHex(content: Content): string {
  const start = content[START];
  return Buffer.from(content[MEMORY].subarray(start, start + content[LENGTH])).toString('hex');
}

function outcome(run: () => string | Content): string {
  try {
    const value = run();
    return typeof value === 'string' ? asciiValue(value) : toHex(value);
  } catch (error) {
    if (error instanceof PyUnicodeError) {
      const { name, message, encoding, start, end, reason } = error;
      return `!${[name, message, encoding, start, end, reason].join('|')}`;
    }
    if (error instanceof PyException) return `!${error.name}|${error.message}`;
    throw error;
  }
}

/** The first few cases whose outcome differs from CPython's. */
function mismatches(
  cases: Iterable<readonly [what: string, expected: number, run: () => string | Content]>,
): string[] {
  const found: string[] = [];
  for (const [what, expected, run] of cases) {
    const got = outcome(run);
    if (got !== recorded.outcomes[expected])
      found.push(`${what}: ${got} instead of ${recorded.outcomes[expected]!}`);
    if (found.length === 12) break;
  }
  return found;
}

function* decodings(codec: string): Generator<[string, number, () => string]> {
  for (const [h, handler] of recorded.handlers.entries()) {
    for (const [i, hex] of recorded.bytes.entries()) {
      // Two adjacent surrogates that surrogatepass accepts are one character in JavaScript's strings.
      if (hex === 'eda080edb080' && handler === 'surrogatepass' && codec.startsWith('utf-8')) continue;
      const content = fromHex(hex);
      const run = (): string => decode(content, codec, handler, (faulty: Content) => faulty);
      yield [`${hex} ${handler}`, recorded.decoded[codec]![h]![i]!, run];
    }
  }
}

function* encodings(codec: string): Generator<[string, number, () => Content]> {
  for (const [h, handler] of recorded.handlers.entries()) {
    for (const [i, text] of recorded.texts.entries()) {
      const run = (): Content => encode(text, codec, handler);
      yield [`${asciiValue(text)} ${handler}`, recorded.encoded[codec]![h]![i]!, run];
    }
  }
}

function* names(): Generator<[string, number, () => string | Content]> {
  const content = fromHex('6100e900');
  const nothing = fromHex('');
  for (const [i, name] of recorded.names.entries()) {
    const [decoded, empty, encoded] = recorded.named[i]!;
    yield [`decode ${asciiValue(name)}`, decoded!, () => decode(content, name, 'ignore', content)];
    yield [`decode '' ${asciiValue(name)}`, empty!, () => decode(nothing, name, 'strict', nothing)];
    yield [`encode ${asciiValue(name)}`, encoded!, () => encode('a\u20ac', name, 'ignore')];
  }
}

describe('codecs as CPython recorded them', () => {
  test.each(Object.keys(recorded.decoded))('every handler decodes hostile bytes alike: %s', (codec) =>
    expect(mismatches(decodings(codec))).toEqual([]),
  );
  test.each(Object.keys(recorded.encoded))('every handler encodes hostile text alike: %s', (codec) =>
    expect(mismatches(encodings(codec))).toEqual([]),
  );
  test('every spelling of a name means the same', () => expect(mismatches(names())).toEqual([]));
});
