// Natives that a platform lacks, or that do not work as they should: the library must not use them.
import type * as Natives from '../../src/accelerate/natives.js';

/** Runs a function while properties of an object have other values, then restores them. */
function replacing<T>(object: object, values: Record<string, unknown>, run: () => T): T {
  const names = Object.keys(values);
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(object, name)] as const);
  for (const name of names) {
    Object.defineProperty(object, name, { value: values[name], configurable: true, writable: true });
  }
  try {
    return run();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) delete (object as Record<string, unknown>)[name];
      else Object.defineProperty(object, name, descriptor);
    }
  }
}

/** The natives of a platform with these globals. */
function nativesWith(globals: Record<string, unknown>): typeof Natives {
  return replacing(globalThis, globals, () => {
    let natives: typeof Natives | undefined;
    jest.isolateModules(() => {
      natives = jest.requireActual<typeof Natives>('../../src/accelerate/natives.js');
    });
    return natives!;
  });
}

/** The exports that represent a function of the platform. */
const nativesOf = (natives: typeof Natives) =>
  Object.entries(natives).filter(([name]) => name.endsWith('Native'));

const bare = { Buffer: undefined, process: undefined, TextDecoder: undefined, TextEncoder: undefined };
/** An engine older than ECMAScript 2026, whatever this one is. */
const withoutHex = { toHex: undefined, setFromHex: undefined };
const memory = Uint8Array.from([0x61, 0xab, 0x61, 0x62]);

test('a platform without any of them has none', () => {
  const natives = replacing(Uint8Array.prototype, withoutHex, () => nativesWith(bare));
  expect(nativesOf(natives).length).toBeGreaterThan(5);
  for (const [name, native] of nativesOf(natives)) expect([name, native]).toEqual([name, null]);
});

test('a browser has text and, since ECMAScript 2026, hexadecimal', () => {
  const hex = {
    toHex(this: Uint8Array) {
      return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    setFromHex(this: Uint8Array, text: string) {
      if (!/^([0-9a-f]{2})*$/i.test(text)) throw new SyntaxError('not hexadecimal');
      this.forEach((_, i) => (this[i] = parseInt(text.slice(2 * i, 2 * i + 2), 16)));
      return { read: text.length, written: this.length };
    },
  };
  replacing(Uint8Array.prototype, hex, () => {
    const natives = nativesWith({ Buffer: undefined, process: undefined });
    expect(natives.findByteNative).toBeNull();
    expect(natives.compareNative).toBeNull();
    expect(natives.hexNative!(memory, 1, 3)).toBe('ab61');
    expect(natives.asciiTextNative!(memory, 2, 4)).toBe('ab');
    const target = new Uint8Array(4);
    expect(natives.fromHexNative!('0AfF', target, 1)).toBe(true);
    expect([...target]).toEqual([0, 10, 255, 0]);
    expect(natives.fromHexNative!('0Af ', target, 1)).toBe(false);
  });
});

test('Node has all of them', () => {
  const natives = nativesWith({});
  for (const [name, native] of nativesOf(natives)) {
    expect([name, typeof native]).toEqual([name, 'function']);
  }
  // Node reads U+0161 as the digit 'a'; we must refuse it.
  expect(natives.fromHexNative!('\u0161\u0161', new Uint8Array(1), 0)).toBe(false);
  expect(natives.encodeAsciiNative!('a\xe9', new Uint8Array(2))).toBe(false);
});

test('bytes are found in windows of longer memory, through cached views and new ones', () => {
  const { findByteNative, findByteBackNative } = nativesWith({});
  for (const size of [100, 5000, 65536, 70000]) {
    const m = new Uint8Array(size).fill(1);
    const other = new Uint8Array(size).fill(2);
    const ends = [0, 1, size >> 1, size - 50, size];
    // One byte of interest at a time: before, at and after each end of the window.
    for (const at of ends.flatMap((end) => [end - 1, end, end + 1]).filter((i) => i >= 0 && i < size)) {
      m[at] = 2;
      const wrong = [];
      for (const s of ends) {
        for (const e of ends.filter((end) => end > s)) {
          const wanted = at >= s && at < e ? at : -1;
          if (findByteNative!(m, s, e, 2) !== wanted) wrong.push(['find', s, e]);
          if (findByteBackNative!(m, s, e, 2) !== wanted) wrong.push(['rfind', s, e]);
          // Another memory with the same window.
          if (findByteNative!(other, s, e, 2) !== s) wrong.push(['find, other', s, e]);
          if (findByteBackNative!(other, s, e, 2) !== e - 1) wrong.push(['rfind, other', s, e]);
        }
      }
      expect(wrong).toEqual([]);
      m[at] = 1;
    }
  }
});

test('bytes are searched up to the end of the window, of memory of any length', () => {
  const { findByteNative, findByteBackNative } = nativesWith({});
  // The memory reaches up to 2,048 bytes past the window, or further, and is kept as a view, or too long for that.
  for (const size of [3000, 65536, 65537]) {
    for (const [s, e] of [
      [0, size],
      [0, size - 2048],
      [0, size - 2049],
      [2048, size],
      [2049, size],
      [2049, size - 10],
      [700, 800],
    ] as const) {
      const m = new Uint8Array(size).fill(1);
      // What lies outside of the window is not found.
      m.fill(2, 0, s).fill(2, e);
      const found = [findByteNative!(m, s, e, 2), findByteBackNative!(m, s, e, 2)];
      for (const at of [s, s + 1, e - 2, e - 1]) {
        m[at] = 2;
        found.push(findByteNative!(m, s, e, 2) - at, findByteBackNative!(m, s, e, 2) - at);
        m[at] = 1;
      }
      expect([size, s, e, ...found]).toEqual([size, s, e, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0]);
    }
  }
});

test('a view of a window is made once, and anew for another window or another memory', () => {
  const { findByteNative, findByteBackNative } = nativesWith({});
  const made: unknown[] = [];
  class Watched extends Uint8Array {
    constructor(buffer: ArrayBuffer, from: number, length: number) {
      super(buffer, from, length);
      made.push([from, length]);
    }
  }
  const [one, other] = [new Uint8Array(10_000), new Uint8Array(10_000)];
  const views = (call: () => unknown): unknown[] => {
    made.length = 0;
    replacing(globalThis, { Uint8Array: Watched }, call);
    return [...made];
  };
  expect(views(() => findByteNative!(one, 3, 500, 7))).toEqual([[0, 500]]);
  expect(views(() => findByteNative!(one, 9, 500, 7))).toEqual([]);
  expect(views(() => findByteNative!(one, 9, 501, 7))).toEqual([[0, 501]]);
  expect(views(() => findByteNative!(other, 9, 501, 7))).toEqual([[0, 501]]);
  expect(views(() => findByteBackNative!(other, 3000, 9000, 7))).toEqual([[3000, 7000]]);
  expect(views(() => findByteBackNative!(other, 3000, 8000, 7))).toEqual([]);
  expect(views(() => findByteBackNative!(other, 3001, 8000, 7))).toEqual([[3001, 6999]]);
  // A window that begins, or ends, near the end of its memory needs none.
  expect(views(() => findByteNative!(other, 3, 7952, 7))).toEqual([]);
  expect(views(() => findByteNative!(other, 3, 7951, 7))).toEqual([[0, 7951]]);
  expect(views(() => findByteBackNative!(other, 2048, 2100, 7))).toEqual([]);
  expect(views(() => findByteBackNative!(other, 2049, 2100, 7))).toEqual([[2049, 7951]]);
});

describe('memory longer than the offsets of the platform', () => {
  const LIMIT = 2 ** 31 - 1;
  let memory: Uint8Array;
  // Its pages take no room as long as they are zero.
  beforeAll(() => (memory = new Uint8Array(2 ** 31 + 4096)));
  afterAll(() => (memory = new Uint8Array(0)));

  test('bytes are found on either side of the limit, and where two views meet', () => {
    const { findByteNative, findByteBackNative } = nativesWith({});
    const end = memory.length;
    const from = end - 2 ** 30 - 8192;
    for (const at of [from, from + 2 ** 30 - 1, from + 2 ** 30, LIMIT - 1, LIMIT, LIMIT + 1, end - 1]) {
      memory[at] = 7;
      expect(findByteNative!(memory, at > from + 2 ** 30 ? at - 10 : from, end, 7)).toBe(at);
      expect(findByteNative!(memory, at, at + 1, 7)).toBe(at);
      expect(findByteBackNative!(memory, from, Math.min(end, at + 100), 7)).toBe(at);
      expect(findByteBackNative!(memory, 0, at + 1, 7)).toBe(at);
      // The byte is not in the window.
      expect(findByteNative!(memory, at + 1, Math.min(end, at + 3000), 7)).toBe(-1);
      expect(findByteBackNative!(memory, Math.max(0, at - 3000), at, 7)).toBe(-1);
      memory[at] = 0;
    }
    expect(findByteNative!(memory, from, end, 7)).toBe(-1);
    expect(findByteBackNative!(memory, from, end, 7)).toBe(-1);
  });

  test('ranges on either side of the limit are compared', () => {
    const { compareNative } = nativesWith({});
    const other = new Uint8Array(5000);
    const compare = (as: number, ae: number, bs: number, be: number) => [
      compareNative!(memory, as, ae, other, bs, be),
      compareNative!(other, bs, be, memory, as, ae),
    ];
    for (const start of [10, LIMIT - 2000, memory.length - 4000]) {
      expect(compare(start, start + 4000, 100, 4100)).toEqual([0, 0]);
      expect(compare(start, start + 4000, 100, 4101)).toEqual([-1, 1]);
      expect(compare(start, start + 4000, 100, 4099)).toEqual([1, -1]);
      for (const at of [0, 1999, 2000, 3999]) {
        memory[start + at] = 1;
        expect(compare(start, start + 4000, 100, 4100)).toEqual([1, -1]);
        expect(compare(start, start + at, 100, 100 + at)).toEqual([0, 0]);
        memory[start + at] = 0;
      }
    }
    // Ranges of more than 2 ** 30 bytes.
    memory[2 ** 30 + 7] = 1;
    const half = 2 ** 30 + 8;
    expect(compareNative!(memory, 7, half, memory, half, 2 * half - 7)).toBe(1);
    expect(compareNative!(memory, 7, half - 1, memory, half, 2 * half - 8)).toBe(0);
    expect(compareNative!(memory, 7, half - 1, memory, half, 2 * half - 7)).toBe(-1);
    memory[2 ** 30 + 7] = 0;
  });

  test('hexadecimal digits are not written past the limit', () => {
    const { fromHexNative } = nativesWith({});
    expect(fromHexNative!('ab', memory, LIMIT)).toBe(false);
    expect(fromHexNative!('abcd', memory, LIMIT - 1)).toBe(false);
    expect(fromHexNative!('ab', memory, LIMIT - 1)).toBe(true);
    expect(memory.slice(LIMIT - 2, LIMIT + 1)).toEqual(Uint8Array.of(0, 0xab, 0));
    memory[LIMIT - 1] = 0;
  });
});

test('ranges are compared by bytes, then by length', () => {
  const { compareNative } = nativesWith({});
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const [a, b] = [bytes(1, 2, 3), bytes(1, 2, 4)];
  expect(compareNative!(a, 0, 3, b, 0, 3)).toBe(-1);
  expect(compareNative!(a, 0, 2, b, 0, 3)).toBe(-1);
  expect(compareNative!(a, 0, 3, b, 0, 2)).toBe(1);
  expect(compareNative!(a, 0, 2, b, 0, 2)).toBe(0);
  expect(compareNative!(a, 1, 3, b, 0, 3)).toBe(1);
  expect(compareNative!(a, 0, 3, b, 1, 3)).toBe(-1);
  expect(compareNative!(a, 1, 2, b, 1, 2)).toBe(0);
});

test('ASCII is examined, written and read within the window', () => {
  const natives = nativesWith({});
  const m = Uint8Array.of(0x80, 0x61, 0x62, 0x63, 0x80);
  const windows = [
    [0, 5],
    [0, 4],
    [1, 5],
    [1, 4],
    [2, 3],
  ] as const;
  expect(windows.map(([s, e]) => natives.isAsciiNative!(m, s, e))).toEqual([false, false, false, true, true]);
  expect(natives.isAsciiNative!(m.subarray(1, 4), 0, 3)).toBe(true);
  expect([natives.isAsciiNative!(m.subarray(1), 0, 3), natives.isAsciiNative!(m.subarray(1), 0, 4)]).toEqual([
    true,
    false,
  ]);
  expect(natives.asciiTextNative!(m, 1, 4)).toBe('abc');
  expect(natives.hexNative!(m, 1, 4)).toBe('616263');
  const target = new Uint8Array(3);
  expect([natives.encodeAsciiNative!('xyz', target), String.fromCharCode(...target)]).toEqual([true, 'xyz']);
  expect(natives.encodeAsciiNative!('xy\xe9', target)).toBe(false);
  expect(natives.encodeAsciiNative!('\xe9', new Uint8Array(2))).toBe(false);
  expect(natives.findNative!(m, Uint8Array.of(0x80), 1)).toBe(4);
});

test('only memory that decoders refuse is copied for them', () => {
  const { decodable } = nativesWith({});
  const m = Uint8Array.of(1, 2, 3, 4);
  expect(decodable(m, 0, 4)).toBe(m);
  for (const [s, e] of [
    [0, 3],
    [1, 4],
    [1, 3],
  ] as const) {
    const view = decodable(m, s, e);
    expect([view.buffer === m.buffer, [...view]]).toEqual([true, [...m.slice(s, e)]]);
  }
  const part = m.subarray(1);
  expect([...decodable(part, 1, 3)]).toEqual([3, 4]);
  const shared = new Uint8Array(new SharedArrayBuffer(4)).fill(9);
  const resizable = new Uint8Array(
    new (ArrayBuffer as unknown as new (length: number, options: object) => ArrayBuffer)(4, {
      maxByteLength: 8,
    }),
  ).fill(8);
  for (const refused of [shared, resizable]) {
    const copy = decodable(refused, 1, 4);
    expect(copy.buffer).not.toBe(refused.buffer);
    expect([copy.buffer instanceof ArrayBuffer, [...copy]]).toEqual([true, [...refused.slice(1)]]);
  }
});

test('hexadecimal digits are written by either function of the platform, or refused', () => {
  const read = (text: string, natives: typeof Natives) => {
    const target = new Uint8Array(6);
    return natives.fromHexNative!(text, target, 2) && [...target];
  };
  const node = nativesWith({});
  expect(read('0aFf', node)).toEqual([0, 0, 10, 255, 0, 0]);
  expect(read('0aFg', node)).toBe(false);
  expect(read('0a\u0130f', node)).toBe(false);
});
