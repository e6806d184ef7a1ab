// Laws and corners of the text codecs, of error handlers and of names of encodings.
import fc from 'fast-check';
import { PIECE } from '../../src/accelerate/layout.js';
import { setTiers, tiers } from '../../src/accelerate/tiers.js';
import { decode, encode, lookupError, normalizeEncoding, registerError } from '../../src/codecs/index.js';
import { CHARMAPS } from '../../src/codecs/charmaps.generated.js';
import { characterName } from '../../src/codecs/unicode-names.js';
import { PyUnicodeDecodeError, PyUnicodeEncodeError } from '../../src/exceptions/index.js';
import { LENGTH, MEMORY, Range, START } from '../../src/memory/index.js';
import type { Content } from '../../src/memory/index.js';

function range(bytes: Uint8Array): Range {
  return new Range(bytes, 0, bytes.length);
}

function bytesOf(content: Content): Uint8Array {
  return content[MEMORY].slice(content[START], content[START] + content[LENGTH]);
}

function roundTrip(text: string, encoding: string): string {
  return decode(encode(text, encoding, 'strict'), encoding, 'strict', null);
}

const wellFormed = fc.string({ unit: 'binary', maxLength: 200 });
/** Characters including lone surrogates, but no two that would form a pair. */
const anyText = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('\ud800 ', '\udc80', '\udfff')),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));
const latin = fc
  .array(fc.integer({ min: 0, max: 255 }), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));

describe('laws', () => {
  test.each(['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be'])(
    '%s gives back every well-formed text',
    (encoding) => {
      fc.assert(
        fc.property(wellFormed, (text) => {
          expect(roundTrip(text, encoding)).toBe(text);
        }),
      );
    },
  );

  test('utf-8 writes and reads what the platform does', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(Buffer.from(bytesOf(encode(text, 'utf-8', 'strict')))).toEqual(Buffer.from(text));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const expected = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        expect(decode(range(bytes), 'utf-8', 'replace', null)).toBe(expected);
      }),
    );
  });

  test('latin-1 round-trips every byte', () => {
    fc.assert(fc.property(latin, (text) => expect(roundTrip(text, 'latin-1')).toBe(text)));
  });

  test('surrogateescape round-trips every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom('ascii', 'utf-8'), (bytes, encoding) => {
        const text = decode(range(bytes), encoding, 'surrogateescape', null);
        expect(bytesOf(encode(text, encoding, 'surrogateescape'))).toEqual(bytes);
      }),
    );
  });

  test.each(['utf-8', 'utf-16-le', 'utf-16-be', 'utf-32-le'])(
    'surrogatepass lets every text through %s',
    (encoding) => {
      fc.assert(
        fc.property(anyText, (text) => {
          const content = encode(text, encoding, 'surrogatepass');
          expect(decode(content, encoding, 'surrogatepass', null)).toBe(text);
        }),
      );
    },
  );

  test('every table encodes the text that it decodes', () => {
    const all = range(Uint8Array.from({ length: 256 }, (_, i) => i));
    const wrong = Object.keys(CHARMAPS).filter((name) => {
      const text = decode(all, name, 'ignore', null);
      return roundTrip(text, name) !== text;
    });
    expect(wrong).toEqual([]);
  });
});

test('texts of every length, at and around the limits of each tier', () => {
  const wrong: string[] = [];
  for (const length of [
    0, 1, 7, 8, 9, 23, 24, 25, 31, 32, 33, 63, 64, 65, 1023, 1024, 1025, 4095, 4096, 4097, 70000,
  ]) {
    for (const encoding of ['ascii', 'latin-1', 'utf-8', 'utf-16', 'utf-32', 'cp1252']) {
      const last = { ascii: 'z', 'latin-1': '\xff', cp1252: '\u20ac' }[encoding] ?? '\u{1f600}';
      for (const text of ['a'.repeat(length), last.repeat(length), 'a'.repeat(length) + last]) {
        if (roundTrip(text, encoding) !== text) wrong.push(`${encoding} ${text.length}`);
      }
    }
    for (const encoding of ['ascii', 'utf-8']) {
      const bytes = new Uint8Array(length + 1).fill(0x61);
      bytes[length] = 0xff;
      let at = -1;
      try {
        decode(range(bytes), encoding, 'strict', null);
      } catch (error) {
        at = (error as PyUnicodeDecodeError).start;
      }
      if (at !== length) wrong.push(`${encoding} fault at ${at} instead of ${length}`);
    }
  }
  expect(wrong).toEqual([]);
});

describe('utf-8 on every tier', () => {
  afterEach(() => {
    setTiers(before);
  });
  const before = { ...tiers };
  const CHARACTERS = [
    'a',
    '~',
    '\x7f',
    '\x80',
    '\xe9',
    '\u07ff',
    '\u0800',
    '\ud7ff',
    '\ue000',
    '\ufffd',
    '\uffff',
  ];
  const WIDE = ['\u{10000}', '\u{1f600}', '\u{10ffff}'];
  const UNITS = [25, 40, 100, 500, 1534, 1535, 1536, 1537, 3000, PIECE - 3, PIECE, PIECE + 1, 2 * PIECE + 7];

  /**
   * Texts of about a given number of bytes: with characters of all widths, mostly ASCII, or with wide ones at
   * the borders of pieces.
   */
  function* texts(): Generator<string> {
    let seed = 7;
    const pick = (from: readonly string[]): string => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return from[(seed >>> 16) % from.length]!;
    };
    for (const size of UNITS) {
      for (const alphabet of [
        CHARACTERS,
        [...CHARACTERS, ...WIDE],
        [...Array<string>(40).fill('a'), ...WIDE],
        WIDE,
      ]) {
        let text = '';
        for (let bytes = 0; bytes < size; bytes += 2) text += pick(alphabet);
        yield text;
      }
    }
    for (const last of [...CHARACTERS, ...WIDE]) {
      for (let back = 0; back < 5; back++) yield `\xe9${'a'.repeat(PIECE - 2 - back)}${last.repeat(3)}`;
    }
  }

  /** The result of decoding, or its error. */
  function outcome(content: Content, errors: string): string {
    try {
      return decode(content, 'utf-8', errors, null);
    } catch (error) {
      const { message, start, end } = error as PyUnicodeDecodeError;
      return `${message} ${start} ${end}`;
    }
  }

  test('valid text comes out as the platform decodes it', () => {
    const wrong: string[] = [];
    for (const wasm of [true, false]) {
      setTiers({ wasm });
      for (const text of texts()) {
        const bytes = new TextEncoder().encode(`--${text}-`);
        const whole = range(bytes);
        const part = new Range(bytes, 2, bytes.length - 3);
        if (decode(whole, 'utf-8', 'strict', null) !== `--${text}-`) wrong.push(`whole ${text.length}`);
        if (decode(part, 'utf-8', 'strict', null) !== text) wrong.push(`part ${text.length}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('text of many MiB', () => {
    const text = '\u20aca\u{1f600}\xe9'.repeat(900_000);
    const bytes = new TextEncoder().encode(text);
    expect(bytes.length).toBeGreaterThan(0x800000);
    // Compared without `toEqual`, because a message with so long a text is slow.
    expect(decode(range(bytes), 'utf-8', 'strict', null) === text).toBe(true);
  });

  test('each handler gets the right positions of faults', () => {
    const wrong: string[] = [];
    const faults = [
      [0xff],
      [0x80],
      [0xc3],
      [0xe2, 0x82],
      [0xf0, 0x9f, 0x98],
      [0xed, 0xa0, 0x80],
      [0xc0, 0x80],
    ];
    for (const size of [30, 100, 1536, PIECE + 20]) {
      for (const fault of faults) {
        for (const at of [0, 7, size >> 1, size - 15, size]) {
          const body = new TextEncoder()
            .encode('\u20ac\xe9a'.repeat(Math.ceil(size / 6)))
            .subarray(0, size - (size % 6));
          const cut = at - (at % 6);
          const bytes = Uint8Array.from([...body.subarray(0, cut), ...fault, ...body.subarray(cut)]);
          for (const errors of [
            'strict',
            'replace',
            'ignore',
            'backslashreplace',
            'surrogateescape',
            'surrogatepass',
          ]) {
            setTiers({ wasm: true });
            const got = outcome(range(bytes), errors);
            setTiers({ wasm: false });
            if (got !== outcome(range(bytes), errors))
              wrong.push(`${errors} ${fault.join()} at ${cut} of ${size}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('utf-8 is written as the platform writes it, and lone surrogates are found anywhere', () => {
  const wrong: string[] = [];
  const characters = ['a', '\xe9', '\u0416', '\u20ac', '\uff0c', '\ufffd', '\u{1f600}'];
  for (const length of [23, 24, 25, 26, 200, 1023, 1024, 1025, 1026, 5000, 40000]) {
    for (const character of characters) {
      const same = character.repeat(Math.ceil(length / character.length));
      const mixed = characters
        .join(character)
        .repeat(Math.ceil(length / 14))
        .slice(0, length - 2);
      for (const text of [
        same,
        mixed,
        `${'a'.repeat(length)}${character}`,
        `${character}${'a'.repeat(length)}`,
      ]) {
        const got = Buffer.from(bytesOf(encode(text, 'utf-8', 'surrogatepass')));
        if (!/\p{Surrogate}/u.test(text) && !got.equals(Buffer.from(text)))
          wrong.push(`${text.length} of ${character}`);
        for (const at of [0, text.length >> 1, text.length]) {
          const broken = `${text.slice(0, at)}\ud800${text.slice(at)}`;
          const hidden = bytesOf(encode(broken, 'utf-8', 'replace'));
          if (!Buffer.from(hidden).equals(Buffer.from(broken.replace(/\p{Surrogate}/gu, '?')))) {
            wrong.push(`surrogate at ${at} of ${text.length} of ${character}`);
          }
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('utf-16 finds halves of characters and of pairs in long data', () => {
  const content = encode(`${'\u20ac'.repeat(100)}\ud83d`, 'utf-16-le', 'surrogatepass');
  const decoded = (end: number): string =>
    decode(range(bytesOf(content).subarray(0, end)), 'utf-16-le', 'replace', null);
  expect(decoded(202)).toBe(`${'\u20ac'.repeat(100)}\ufffd`);
  expect(decoded(201)).toBe(`${'\u20ac'.repeat(100)}\ufffd`);
  expect(decoded(200)).toBe('\u20ac'.repeat(100));
  expect(() => encode(`${'a'.repeat(99)}\udc00`, 'utf-16-le', 'strict')).toThrow(
    "'utf-16-le' codec can't encode character '\\udc00' in position 99: surrogates not allowed",
  );
});

describe('errors', () => {
  test('a decode error has its five fields, and the object it was promised', () => {
    const content = range(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff));
    const made: Content[] = [];
    const run = (): string =>
      decode(content, 'utf-8-sig', 'strict', (faulty: Content) => {
        made.push(faulty);
        return 'made';
      });
    expect(run).toThrow(PyUnicodeDecodeError);
    // utf-8 sees the bytes without the mark.
    expect(bytesOf(made[0]!)).toEqual(Uint8Array.of(0x61, 0xff));
    expect(() => decode(content, 'ascii', 'strict', content)).toThrow(
      expect.objectContaining({
        encoding: 'ascii',
        object: content,
        start: 0,
        end: 1,
        reason: 'ordinal not in range(128)',
        message: "'ascii' codec can't decode byte 0xef in position 0: ordinal not in range(128)",
      }),
    );
  });

  test('an encode error counts characters, not UTF-16 units', () => {
    expect(() => encode('\u{1f600}\ud800', 'utf-8', 'strict')).toThrow(
      expect.objectContaining({
        encoding: 'utf-8',
        object: '\u{1f600}\ud800',
        start: 1,
        end: 2,
        reason: 'surrogates not allowed',
        message: "'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
      }),
    );
  });

  test('names are checked at once, handlers only when they are needed', () => {
    const a = range(Uint8Array.of(0x61));
    expect(decode(a, 'utf-8', 'nope', null)).toBe('a');
    expect(() => decode(a, 'utf-8', 'a\0', null)).toThrow('embedded null character');
    expect(() => encode('', 'utf-8\0', 'strict')).toThrow('embedded null character');
    expect(() => encode('', 'utf-8', '\u{1f600}\ud800')).toThrow(PyUnicodeEncodeError);
    expect(() => encode('a', 'big5', 'strict')).toThrow(
      "encoding big5 is not loaded: import 'pybuffer/codecs-cjk' to register it",
    );
  });
});

describe('handlers', () => {
  const text = '\xe912';
  const content = range(Uint8Array.of(0xff, 0x41, 0x42));

  test.each([
    [
      null,
      'decoding error handler must return (str, int) tuple',
      'encoding error handler must return (str/bytes, int) tuple',
    ],
    [
      ['x'],
      'decoding error handler must return (str, int) tuple',
      'encoding error handler must return (str/bytes, int) tuple',
    ],
    [
      [1, 1],
      'decoding error handler must return (str, int) tuple',
      'encoding error handler must return (str/bytes, int) tuple',
    ],
    [
      ['x', 'y'],
      "'str' object cannot be interpreted as an integer",
      "'str' object cannot be interpreted as an integer",
    ],
    [
      ['x', 100],
      'position 100 from error handler out of bounds',
      'position 100 from error handler out of bounds',
    ],
    [
      ['x', -100],
      'position -97 from error handler out of bounds',
      'position -97 from error handler out of bounds',
    ],
    [
      ['x', 2n ** 70n],
      'Python int too large to convert to C ssize_t',
      'Python int too large to convert to C ssize_t',
    ],
  ])('a handler that returns %j', (result, decoding, encoding) => {
    registerError('bad', () => result as never);
    expect(() => decode(content, 'ascii', 'bad', content)).toThrow(decoding);
    expect(() => encode(text, 'ascii', 'bad')).toThrow(encoding);
  });

  test('positions count from the end when negative', () => {
    registerError('last', () => ['x', -1]);
    expect(decode(content, 'ascii', 'last', content)).toBe('xB');
    expect(bytesOf(encode(text, 'ascii', 'last'))).toEqual(Uint8Array.of(0x78, 0x32));
  });

  test('lookupError returns handlers that work on errors made by users', () => {
    const wrong = new PyUnicodeEncodeError('ascii', 'a\xe9\u20acb', 1, 3, 'why');
    expect(lookupError('ignore')(wrong)).toEqual(['', 3]);
    expect(lookupError('replace')(wrong)).toEqual(['??', 3]);
    expect(lookupError('backslashreplace')(wrong)).toEqual(['\\xe9\\u20ac', 3]);
    expect(lookupError('xmlcharrefreplace')(wrong)).toEqual(['&#233;&#8364;', 3]);
    expect(lookupError('namereplace')(wrong)).toEqual([
      '\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{EURO SIGN}',
      3,
    ]);
    expect(() => lookupError('strict')(wrong)).toThrow(wrong);
    expect(lookupError('replace')(new PyUnicodeEncodeError('ascii', 'a\xe9\u20acb', -1, 30, 'why'))).toEqual([
      '????',
      4,
    ]);
    const undecodable = new PyUnicodeDecodeError(
      'utf-8',
      range(Uint8Array.of(97, 0xed, 0xa0, 0x80, 98)),
      1,
      3,
      'why',
    );
    expect(lookupError('surrogatepass')(undecodable)).toEqual(['\ud800', 4]);
    expect(lookupError('surrogateescape')(undecodable)).toEqual(['\udced\udca0', 3]);
    expect(lookupError('ignore')).toBe(lookupError('ignore'));
    expect(() => lookupError('namereplace')(undecodable)).toThrow(
      "don't know how to handle UnicodeDecodeError in error callback",
    );
    expect(() => lookupError('ignore')(5 as never)).toThrow("don't know how to handle int in error callback");
    expect(() => lookupError('strict')(5 as never)).toThrow('codec must pass exception instance');
  });

  test('values that cannot be registered or found', () => {
    expect(() => registerError('x', 1 as never)).toThrow('handler must be callable');
    expect(() => registerError('a\0', () => ['', 0])).toThrow('embedded null character');
    expect(() => lookupError('nope')).toThrow("unknown error handler name 'nope'");
  });
});

test('names of encodings are compared without case and punctuation', () => {
  expect(normalizeEncoding('  UTF--8 ')).toBe('utf_8');
  expect(normalizeEncoding('ISO-8859.1\xe9')).toBe('iso_8859.1');
});

test('names of characters', () => {
  expect(characterName(0x41)).toBe('LATIN CAPITAL LETTER A');
  expect(characterName(0x1f600)).toBe('GRINNING FACE');
  expect(characterName(0xac01)).toBe('HANGUL SYLLABLE GAG');
  expect(characterName(0xd7a3)).toBe('HANGUL SYLLABLE HIH');
  expect(characterName(0x4e00)).toBe('CJK UNIFIED IDEOGRAPH-4E00');
  for (const none of [0, 0x378, 0xd800, 0xe000, 0x10ffff]) expect(characterName(none)).toBeNull();
});
