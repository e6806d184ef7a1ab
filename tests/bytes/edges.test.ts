/** Edge cases of methods that share memory, or that have a fast path for plain values. */
import { ByteArray, Bytes, MemoryView, PyException, Slice, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';

function told(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    return `${error.name}: ${error.message}`;
  }
}

class Index {
  constructor(readonly value: number) {}
  __index__() {
    return this.value;
  }
}

// CPython 3.15.2: `value in b'abc'`, and the same for a bytearray.
test.each<[what: string, value: () => unknown, answer: string]>([
  ['97', () => 97, 'true'],
  ['120', () => 120, 'false'],
  ['an index 98', () => new Index(98), 'true'],
  ['an index 120', () => new Index(120), 'false'],
  ['256', () => 256, 'ValueError: byte must be in range(0, 256)'],
  ['-1', () => -1, 'ValueError: byte must be in range(0, 256)'],
  ['a view of bc', () => new MemoryView(b`bc`), 'true'],
  ['a view of ac', () => new MemoryView(b`ac`), 'false'],
  ['bytes bc', () => b`bc`, 'true'],
  ['bytes cb', () => b`cb`, 'false'],
  ['nothing', () => b``, 'true'],
  ['typed memory', () => Uint8Array.of(99), 'true'],
  ['other typed memory', () => Uint8Array.of(100), 'false'],
  ['a text', () => 'a', "TypeError: a bytes-like object is required, not 'str'"],
])('%s in bytes and bytearrays', (_, value, answer) => {
  for (const type of [Bytes, ByteArray]) {
    expect(told(() => new type(b`abc`).includes(value() as never))).toBe(answer);
  }
});

test('adding nothing keeps the type of the left operand, and never shares what can be written', () => {
  const cases: [Bytes | ByteArray, Bytes | ByteArray | MemoryView, string][] = [
    [new Bytes(), new ByteArray(b`a`), "b'a'"],
    [new Bytes(), new MemoryView(b`a`), "b'a'"],
    [new ByteArray(), b`a`, "bytearray(b'a')"],
    [new ByteArray(), new ByteArray(b`a`), "bytearray(b'a')"],
    [b`a`, new ByteArray(), "b'a'"],
    [new ByteArray(b`a`), new Bytes(), "bytearray(b'a')"],
  ];
  for (const [left, right, text] of cases) {
    const sum = left.concat(right);
    expect(String(sum)).toBe(text);
    if (right instanceof ByteArray) right.extend(b`x`);
    if (left instanceof ByteArray) left.extend(b`y`);
    expect(String(sum)).toBe(text);
  }
  const own = b`abc`;
  expect([new Bytes().concat(own) === own, own.concat(b``) === own]).toEqual([true, true]);
});

test('a bytearray grows by zeros, whatever its memory held', () => {
  const data = new ByteArray(b`abcdefgh`);
  data.delete(0);
  data.delete(0);
  data.resize(2);
  expect(data.repr()).toBe("bytearray(b'cd')");
  data.resize(6);
  expect(data.repr()).toBe("bytearray(b'cd\\x00\\x00\\x00\\x00')");
  data.resize(6);
  data.resize(0);
  data.resize(3);
  expect(data.repr()).toBe("bytearray(b'\\x00\\x00\\x00')");
  const long = new ByteArray(b`a`.repeat(64));
  for (const less of [4, 1, 30]) {
    long.resize(64 - less);
    long.resize(64);
    expect([long.count(0x61), long.get(-less), long.get(-1)]).toEqual([64 - less, 0, 0]);
    for (let i = 0; i < 64; i++) long.set(i, 0x61);
  }
  expect(told(() => data.resize(-1))).toBe('ValueError: Can only resize to positive sizes, got -1');
});

test('the first content of an empty bytearray is a separate copy, at any length', () => {
  for (const length of [0, 1, 7, 8, 100, 4096, 5000, 70_000]) {
    const source = new ByteArray(new Uint8Array(length).fill(1));
    const frozen = new Bytes(source);
    for (const content of [source, frozen, new MemoryView(source), Uint8Array.from(source)]) {
      const data = new ByteArray();
      data.extend(content);
      expect([data.length, data.count(1)]).toEqual([length, length]);
      if (length === 0) continue;
      data.set(0, 2);
      expect([source.get(0), frozen.get(0)]).toEqual([1, 1]);
      data.extend(content);
      expect([data.length, data.count(1)]).toEqual([2 * length, 2 * length - 1]);
    }
  }
});

// CPython 3.15.2: `d = bytearray(b'abcdef'); d[start:stop:step] = value; d`.
test.each<[number | null, number | null, number | null, string, string]>([
  [5, 2, 1, 'xy', "bytearray(b'abcdexyf')"],
  [5, 2, null, '', "bytearray(b'abcdef')"],
  [2, 5, -1, '', "bytearray(b'abcdef')"],
  [2, 5, -1, 'x', 'ValueError: attempt to assign bytes of size 1 to extended slice of size 0'],
  [4, 1, -1, 'xyz', "bytearray(b'abzyxf')"],
  [4, 1, -1, '', "bytearray(b'abf')"],
  [null, null, -2, 'xyz', "bytearray(b'azcyex')"],
  [1, null, 2, 'xyz', "bytearray(b'axcyez')"],
  [1, null, 2, 'xy', 'ValueError: attempt to assign bytes of size 2 to extended slice of size 3'],
])('d[%p:%p:%p] = %j', (start, stop, step, value, answer) => {
  const data = new ByteArray(b`abcdef`);
  expect(
    told(() => {
      data.set(new Slice(start, stop, step), new Bytes(value, 'ascii'));
      return data;
    }),
  ).toBe(answer);
});

test('subscripts from both ends, and past them', () => {
  for (const data of [b`abc`, new ByteArray(b`abc`)]) {
    const x = data as unknown as Record<number, number | undefined>;
    expect([x[0], x[2], x[3], x[-1], x[-3], x[-4]]).toEqual([97, 99, undefined, 99, 97, undefined]);
  }
});

// CPython 3.15.2: `b''.join(array('d', [1.0]))`, `b''.join(array('i', [1]))`.
test('items of arrays are not bytes-like, and errors name their Python types', () => {
  for (const type of [Bytes, ByteArray]) {
    expect(told(() => new type().join(new PyArray('d', [1]) as never))).toBe(
      'TypeError: sequence item 0: expected a bytes-like object, float found',
    );
    expect(told(() => new type().join(new PyArray('i', [1]) as never))).toBe(
      'TypeError: sequence item 0: expected a bytes-like object, int found',
    );
  }
});

test('pieces of short and of long contents have the right bytes, in order', () => {
  for (const [count, length] of [
    [1, 3],
    [3, 2],
    [40, 1],
    [5000, 3],
    [3000, 0],
    [3, 70_000],
    [300, 500],
  ] as const) {
    const pieces = Array.from(
      { length: count },
      (_, i) => new Bytes(new Uint8Array(length).fill(65 + (i % 26))),
    );
    const whole = b`,`.join(pieces);
    for (const content of [
      whole,
      new ByteArray(whole),
      b`xx`
        .concat(whole)
        .concat(b`yy`)
        .slice(2, -2),
    ]) {
      const cut = content.split(b`,`);
      expect(cut.length).toBe(count);
      expect(cut.findIndex((piece, i) => !piece.equals(pieces[i]!))).toBe(-1);
    }
  }
});
