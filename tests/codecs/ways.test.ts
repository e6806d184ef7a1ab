/**
 * Which way a codec takes: a loop or the platform's functions, how much it asks of them, and how much memory. All
 * ways have the same result, so only these tests tell them apart.
 */
import { setTiers } from '../../src/accelerate/tiers.js';
import { ascii } from '../../src/codecs/ascii.js';
import { decode, encode } from '../../src/codecs/convert.js';
import { findHandler } from '../../src/codecs/error-handlers.js';
import { DecodeFaults } from '../../src/codecs/decode-faults.js';
import { EncodeFaults } from '../../src/codecs/encode-faults.js';
import type * as Host from '../../src/codecs/host-text.js';
import { latin1 } from '../../src/codecs/latin-1.js';
import { joined } from '../../src/codecs/steps.js';
import { surrogatepass } from '../../src/codecs/surrogatepass.js';
import { TextCursor } from '../../src/codecs/text-cursor.js';
import { utf8 } from '../../src/codecs/utf-8.js';
import type * as Allocate from '../../src/memory/allocate.js';
import { LENGTH, MEMORY, Range } from '../../src/memory/index.js';
import { PyUnicodeDecodeError } from '../../src/exceptions/index.js';
import 'pybuffer/codecs';

type Call = (...args: never[]) => unknown;
type Spy = [owner: () => Record<string, Call>, name: string];

const host = () => jest.requireActual<typeof Host>('../../src/codecs/host-text.js');
const functionsOf = (name: string) => () => jest.requireActual<Record<string, Call>>(`../../src/${name}.js`);
const hostText = functionsOf('codecs/host-text');
const natives = functionsOf('accelerate/natives');

/** What a conversion may call, by the name that the tests show. */
const SPIES: Record<string, Spy> = {
  utf8Slice: [hostText, 'utf8Slice'],
  latin1Slice: [hostText, 'latin1Slice'],
  isAscii: [natives, 'isAsciiNative'],
  asciiText: [natives, 'asciiTextNative'],
  utf8Length: [hostText, 'utf8Length'],
  latin1Write: [hostText, 'latin1Write'],
  encodeInto: [() => host().encoder as unknown as Record<string, Call>, 'encodeInto'],
  decodeNatively: [hostText, 'decodeNatively'],
};

/** The names of what a conversion calls, in order. */
function waysOf(work: () => unknown): string {
  const names: string[] = [];
  const spies = Object.entries(SPIES).map(([shown, [owner, name]]) => {
    const functions = owner();
    const original = functions[name] as (this: unknown, ...args: unknown[]) => unknown;
    return jest.spyOn(functions, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
      names.push(shown);
      return original.apply(this, args);
    } as Call);
  });
  try {
    work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return names.join();
}

/** The lengths from which a conversion takes another way, and that way. */
function changes(lengths: readonly number[], work: (length: number) => unknown): [number, string][] {
  const found: [number, string][] = [];
  for (const length of lengths) {
    const ways = waysOf(() => work(length));
    if (found.at(-1)?.[1] !== ways) found.push([length, ways]);
  }
  return found;
}

const LENGTHS = [...Array(40).keys(), 1023, 1024, 1025, 1535, 1536, 1537, 5000];
const START_AT = 7;
/** `length` bytes, the first `byte` and the others letters, after others. */
const contentOf = (length: number, byte = 97): Range => {
  const memory = new Uint8Array(START_AT + length + 3).fill(97);
  if (length > 0) memory[START_AT] = byte;
  return new Range(memory, START_AT, length);
};

let before: ReturnType<typeof setTiers>;
beforeEach(() => (before = setTiers({ natives: true, wasm: false })));
afterEach(() => void setTiers(before));

test('bytes become text by a loop, then by the platform', () => {
  expect(changes(LENGTHS, (length) => latin1.decode(contentOf(length, 0xe9), 'strict', null))).toEqual([
    [0, ''],
    [25, 'latin1Slice'],
  ]);
  const checked = [
    [0, ''],
    [25, 'utf8Slice'],
    [1536, 'isAscii,asciiText'],
  ];
  expect(changes(LENGTHS, (length) => ascii.decode(contentOf(length), 'strict', null))).toEqual(checked);
  expect(changes(LENGTHS, (length) => utf8.decode(contentOf(length), 'strict', null))).toEqual(checked);
});

test('bytes that are not ASCII are looked at once more', () => {
  const content = (length: number) => {
    const range = contentOf(length);
    range[MEMORY].set([0xc3, 0xa9], START_AT + length - 2);
    return range;
  };
  expect(changes(LENGTHS.slice(2), (length) => utf8.decode(content(length), 'strict', null))).toEqual([
    [2, 'utf8Slice'],
    [1536, 'isAscii,utf8Slice'],
  ]);
});

test('text becomes bytes by a loop, then by the platform', () => {
  const written = (encode: (text: string) => unknown, last: string) =>
    changes(LENGTHS.slice(1), (length) => encode('a'.repeat(length - 1) + last));
  const native = [
    [1, ''],
    [25, 'utf8Length,latin1Write'],
  ];
  expect(written((text) => ascii.encode(text, 'strict'), 'b')).toEqual(native);
  expect(written((text) => utf8.encode(text, 'strict'), 'b')).toEqual(native);
  expect(written((text) => latin1.encode(text, 'strict'), '\xe9')).toEqual([
    [1, ''],
    [25, 'latin1Write'],
  ]);
});

test('UTF-8 is written by the platform at once if one of eight characters is not ASCII', () => {
  const encode = (text: string) => waysOf(() => utf8.encode(text, 'strict'));
  expect([encode(`${'a'.repeat(40)}\xe9`), encode(`\xe9${'a'.repeat(40)}`)]).toEqual([
    'utf8Length,encodeInto',
    'encodeInto',
  ]);
  // The sample is every eighth part of the text.
  expect([10, 11, 69, 70, 71].map((at) => encode(`${'a'.repeat(at)}\xe9${'a'.repeat(79 - at)}`))).toEqual([
    'encodeInto',
    'utf8Length,encodeInto',
    'utf8Length,encodeInto',
    'encodeInto',
    'utf8Length,encodeInto',
  ]);
  expect(encode('\xe9'.repeat(5))).toBe('encodeInto');
});

test('a text that the platform writes keeps its memory if it fills half of it', () => {
  const roomOf = (text: string) => {
    const range = utf8.encode(text, 'strict');
    return [range[LENGTH], range[MEMORY].length];
  };
  // 3072 bytes are always there, and are copied from.
  expect(roomOf('\u20ac'.repeat(1024))).toEqual([3072, 65_528]);
  expect(roomOf('\u20ac'.repeat(2000))).toEqual([6000, 6000]);
  expect(roomOf(`${'\xe9'.repeat(1000)}${'a'.repeat(1000)}`)).toEqual([3000, 6000]);
  expect(roomOf(`${'\xe9'.repeat(999)}${'a'.repeat(1001)}`)).toEqual([2999, 65_528]);
});

test('before a fault the platform decodes stretches that double up to 16 KiB and end between characters', () => {
  const stretches = (text: string, length: number) => {
    const faulty = Buffer.concat([Buffer.from(text.repeat(length)).subarray(0, length), Buffer.of(0xff)]);
    const memory = Uint8Array.from(faulty);
    const sliced = jest.spyOn(host(), 'utf8Slice' as never) as unknown as jest.SpyInstance<
      string,
      [number, number]
    >;
    try {
      utf8.decode(new Range(memory, 0, memory.length), 'backslashreplace', null);
      // The first attempt is the whole.
      return sliced.mock.calls.slice(1).map(([start, end]) => end - start);
    } finally {
      sliced.mockRestore();
    }
  };
  expect(stretches('\xe9', 100)).toEqual([]);
  expect(stretches('\xe9', 510)).toEqual([]);
  expect(stretches('\xe9', 2000)).toEqual([512, 1024]);
  expect(stretches('\u20ac', 3000)).toEqual([510, 1023]);
  expect(stretches('\xe9', 60_000)).toEqual([512, 1024, 2048, 4096, 8192, 16_384, 16_384]);
});

/** The rooms that a call allocates, in bytes. */
function rooms(work: () => unknown): number[] {
  const allocated = jest.spyOn(
    jest.requireActual<typeof Allocate>('../../src/memory/allocate.js'),
    'allocate',
  );
  try {
    work();
    return allocated.mock.calls.map(([length]) => length);
  } finally {
    allocated.mockRestore();
  }
}

test('what is written has the room that it needs at once', () => {
  expect(rooms(() => joined(contentOf(30), contentOf(70)))).toEqual([100]);
  const lone = '\ud800'.repeat(20);
  const fault = {
    codec: 'utf-8',
    text: `${'a'.repeat(50)}${lone}`,
    start: 50,
    end: 70,
    error: () => new Error(),
  };
  expect(rooms(() => surrogatepass.encode!(fault as never))).toEqual([60]);
  const escaped = { ...fault, text: `${'a'.repeat(50)}${'\udc80'.repeat(20)}` };
  expect(rooms(() => findHandler('surrogateescape').encode!(escaped as never))).toEqual([20]);
});

test('a walk through a text reads each character once, and one back begins anew', () => {
  const text = 'ab\u{1f600}c'.repeat(10);
  const cursor = (walk: (cursor: TextCursor) => unknown) => {
    let reads = 0;
    const watched = {
      length: text.length,
      charCodeAt: (at: number) => {
        reads++;
        return text.charCodeAt(at);
      },
    };
    const result = walk(new TextCursor(watched as unknown as string));
    return [result, reads];
  };
  // A surrogate pair is read in two steps.
  const whole = 40 + 10;
  expect(cursor((it) => [0, 5, 20, 50].map((unit) => it.pointAt(unit)))).toEqual([[0, 4, 16, 40], whole]);
  expect(cursor((it) => [0, 4, 16, 40, 41].map((point) => it.unitAt(point)))).toEqual([
    [0, 5, 20, 50, -1],
    whole,
  ]);
  expect(cursor((it) => [it.pointAt(50), it.pointAt(49), it.pointAt(50)])).toEqual([[40, 39, 40], 2 * whole]);
  expect(cursor((it) => [it.unitAt(40), it.unitAt(0), it.unitAt(40)])).toEqual([[50, 0, 50], 2 * whole]);
});

test('names are checked only if they are not known, and handlers only called for what is left to them', () => {
  // A name is known once it has been used.
  decode(contentOf(3), 'utf-8', 'strict', null);
  encode('abc', 'latin-1', 'strict');
  const names = jest.requireActual<Record<string, Call>>('../../src/codecs/names.js');
  const checked = jest.spyOn(names, 'checkName');
  const handled = jest.spyOn(EncodeFaults.prototype, 'handle');
  try {
    decode(contentOf(3), 'utf-8', 'strict', null);
    encode('abc', 'latin-1', 'strict');
    expect(checked.mock.calls).toEqual([]);
    decode(contentOf(3), 'ISO 8859-1', 'ignore', null);
    encode('abc', 'l1', 'ignore');
    expect(checked.mock.calls.map(([name]) => name as unknown)).toContain('ignore');
    ascii.encode('a\udc80\udc81b\udcff', 'surrogateescape');
    expect(handled).not.toHaveBeenCalled();
    expect(() => ascii.encode('a\udc80\xe9\udc81', 'surrogateescape')).toThrow('ordinal not in range');
    expect(handled).toHaveBeenCalledTimes(1);
  } finally {
    checked.mockRestore();
    handled.mockRestore();
  }
});

test("a fault that only Python's own strict may handle is an error to throw, and no other is", () => {
  const errorOf = (errors: string, unfinished?: object) =>
    new DecodeFaults('utf-8', contentOf(3, 0xff), errors, null, unfinished).strictError(0, 1, 'no');
  expect(errorOf('strict')).toBeInstanceOf(PyUnicodeDecodeError);
  expect([errorOf('ignore'), errorOf('strict', {})]).toEqual([null, null]);
});

test('units are turned into text by the platform, and long UTF-8 that is not ASCII by a kernel', () => {
  const units = jest.spyOn(host(), 'ucs2Slice' as never);
  try {
    utf8.decode(contentOf(3, 0xff), 'backslashreplace', null);
    expect(units).toHaveBeenCalledTimes(1);
  } finally {
    units.mockRestore();
  }
  const asked = (length: number) => {
    const text = '\xe9'.repeat(length / 2);
    const kernels = jest.spyOn(functionsOf('accelerate/load')(), 'kernels');
    try {
      expect(decode(utf8.encode(text, 'strict'), 'utf-8', 'strict', null)).toBe(text);
      return kernels.mock.calls.map(([bytes]) => bytes as unknown);
    } finally {
      kernels.mockRestore();
    }
  };
  expect([asked(24), asked(26)]).toEqual([[], [26]]);
});
