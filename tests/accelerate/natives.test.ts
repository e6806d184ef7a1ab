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
