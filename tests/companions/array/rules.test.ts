/** The rules of Doc/library/array.rst, by their numbers in the inventory of the documentation. */
import {
  ByteArray,
  Bytes,
  ILP32,
  LP64,
  MemoryView,
  PyFloat,
  Slice,
  b,
  setWarningHandler,
  useABI,
} from 'pybuffer';
import { PyArray, typecodes } from 'pybuffer/array';
import type { TypeCode } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { pack } from 'pybuffer/struct';
import { raises, shows } from '../support.js';

const sizes = (codes: string) => [...codes].map((code) => new PyArray(code as TypeCode).itemsize);

test('ARR-R001, ARR-R002 item sizes', () => {
  expect(sizes('bBhHiIqQfd')).toEqual([1, 1, 2, 2, 4, 4, 8, 8, 4, 8]);
  expect(sizes('lL')).toEqual([8, 8]);
  useABI(ILP32);
  expect(sizes('lL')).toEqual([4, 4]);
  useABI(LP64);
});

test('the least and the largest int, also where long has four bytes', () => {
  const ints = {
    I: [0, 4294967295],
    L: [0, 4294967295],
    i: [-2147483648, 2147483647],
    l: [-2147483648, 2147483647],
  };
  const kept = (of: (value: number) => number | bigint) =>
    (['I', 'L', 'i', 'l'] as const).map((code) => {
      const values = ints[code].map((int) => of(int));
      return [code, new PyArray(code, values).tolist().map(Number)];
    });
  // Numbers take a short way that bigints do not.
  const all = () => [Object.fromEntries(kept(Number)), Object.fromEntries(kept(BigInt))] as unknown;
  expect(all()).toEqual([ints, ints]);
  const before = useABI(ILP32);
  try {
    expect(all()).toEqual([ints, ints]);
  } finally {
    useABI(before);
  }
});

test('ARR-R003 w: characters of four bytes', () => {
  expect(new PyArray('w', 'a\u{1f600}').tolist()).toEqual(['a', '\u{1f600}']);
  expect(new PyArray('w').itemsize).toBe(4);
});

test('ARR-R004 e: half floats', () => {
  expect(new PyArray('e', [1.5, 0.1]).tolist()).toEqual([1.5, 0.0999755859375]);
});

test('ARR-R005 complex numbers', () => {
  const one = { re: 1, im: 2 };
  expect(new PyArray('Zd', [one]).tobytes().equals(pack('dd', 1, 2))).toBe(true);
  expect([new PyArray('Zf').itemsize, new PyArray('Zd').itemsize]).toEqual([8, 16]);
  shows(new PyArray('Zf', [one, 3]), "array('Zf', [(1+2j), (3+0j)])");
  raises(() => new PyArray('F' as never, [one] as never), 'ValueError');
});

test('ARR-R006 the type codes are a tuple', () => {
  shows(typecodes, "('b', 'B', 'u', 'w', 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q', 'e', 'f', 'd', 'Zf', 'Zd')");
});

test('ARR-R007 a bad type code', () => {
  raises(
    () => new PyArray('x' as never),
    'ValueError: bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, e, f, d, Zf or Zd)',
  );
  raises(() => new PyArray(1 as never), 'TypeError: array() argument 1 must be str, not int');
});

test('ARR-R008, ARR-R009 what an array is made of', () => {
  shows(new PyArray('H', b`\x01\x00\x02\x00`), "array('H', [1, 2])");
  shows(new PyArray('B', new ByteArray(b`ab`)), "array('B', [97, 98])");
  shows(new PyArray('b', new Set([0, 1, 2])), "array('b', [0, 1, 2])");
  raises(
    () => new PyArray('b', 'ab' as never),
    "TypeError: cannot use a str to initialize an array with typecode 'b'",
  );
  raises(
    () => new PyArray('b', new PyArray('w', 'ab') as never),
    "TypeError: cannot use a unicode array to initialize an array with typecode 'b'",
  );
  shows(new PyArray('H', new MemoryView(b`\x01\x00`)), "array('H', [1, 0])");
});

test('ARR-R010 items are checked', () => {
  raises(() => new PyArray('b', [128]), 'OverflowError: signed char is greater than maximum');
  raises(() => new PyArray('B', [-1]), 'OverflowError: unsigned byte integer is less than minimum');
  raises(
    () => new PyArray('B', [new PyFloat(1) as never]),
    "TypeError: 'float' object cannot be interpreted as an integer",
  );
});

test("C's types are named as on 64-bit machines", () => {
  const table: [TypeCode, bigint, string][] = [
    ['b', 2n ** 40n, 'signed short integer is greater than maximum'],
    ['B', 2n ** 40n, 'unsigned byte integer is greater than maximum'],
    ['h', -(2n ** 40n), 'signed short integer is less than minimum'],
    ['H', 2n ** 40n, 'signed integer is greater than maximum'],
    ['H', -1n, 'unsigned short is less than minimum'],
    ['i', 2n ** 31n, 'signed integer is greater than maximum'],
    ['I', 2n ** 32n, 'unsigned int is greater than maximum'],
    ['I', -1n, "can't convert negative value to unsigned int"],
    ['I', 2n ** 64n, 'Python int too large to convert to C unsigned long'],
    ['b', 2n ** 63n, 'Python int too large to convert to C long'],
    ['l', 2n ** 63n, 'Python int too large to convert to C long'],
    ['L', 2n ** 64n, 'Python int too large to convert to C unsigned long'],
    ['q', 2n ** 63n, 'int too big to convert'],
    ['Q', -1n, "can't convert negative int to unsigned"],
  ];
  for (const [code, value, message] of table) {
    raises(() => new PyArray(code, [value as never]), `OverflowError: ${message}`);
  }
});

test('ARR-R011 a slice is assigned an array of the same type code', () => {
  const a = new PyArray('b', [1, 2, 3]);
  a.set(new Slice(0, 2), new PyArray('b', [9]));
  shows(a, "array('b', [9, 3])");
  raises(
    () => a.set(new Slice(0, 1), [1] as never),
    'TypeError: can only assign array (not "list") to array slice',
  );
  raises(
    () => a.set(new Slice(0, 1), new PyArray('B', [1]) as never),
    'TypeError: bad argument type for built-in operation',
  );
  a.set(new Slice(1, 1), a);
  shows(a, "array('b', [9, 9, 3, 3])");
  a.set(new Slice(null, null, -1), a);
  shows(a, "array('b', [3, 3, 9, 9])");
});

test('ARR-R012 + and *', () => {
  const one = new PyArray('b', [1]);
  shows(one.concat(new PyArray('b', [2])), "array('b', [1, 2])");
  raises(() => one.concat([2] as never), 'TypeError: can only append array (not "list") to array');
  shows(one.repeat(3), "array('b', [1, 1, 1])");
  shows([one.iadd(one) === one, one.imul(3) === one, one], "[True, True, array('b', [1, 1, 1, 1, 1, 1])]");
  raises(() => one.repeat(1.5), "TypeError: can't multiply sequence by non-int of type 'float'");
});

test('ARR-R013, ARR-R014 the buffer', () => {
  const m = new MemoryView(new PyArray('H', [1, 2]));
  shows([m.format, m.itemsize, m.readonly, m.shape], "['H', 2, False, (2,)]");
  expect(new MemoryView(new PyArray('w', 'ab')).format).toBe('w');
  expect(new MemoryView(new PyArray('u', 'ab')).format).toBe('w');
});

test('ARR-R016 type code and item size', () => {
  const a = new PyArray('d');
  expect([a.typecode, a.itemsize, a.length]).toEqual(['d', 8, 0]);
});

test('ARR-R017 growing and shrinking', () => {
  const a = new PyArray('b', [1]);
  a.append(2);
  a.extend([3]);
  a.extend(new PyArray('b', [4]));
  a.insert(0, 0);
  a.insert(-1, 9);
  shows(a, "array('b', [0, 1, 2, 3, 9, 4])");
  raises(() => a.extend(new PyArray('B', [1])), 'TypeError: can only extend with array of same kind');
  expect([a.pop(), a.pop(0)]).toEqual([4, 0]);
  a.remove(9);
  a.reverse();
  shows(a, "array('b', [3, 2, 1])");
  raises(() => a.remove(99), 'ValueError: array.remove(x): x not in array');
  a.clear();
  shows(a, "array('b')");
});

test('ARR-R018 buffer_info', () => {
  expect(new PyArray('H', [1, 2]).buffer_info()[1]).toBe(2);
});

test('ARR-R019 byteswap, of each part of a complex number', () => {
  const a = new PyArray('H', [1]);
  a.byteswap();
  shows(a, "array('H', [256])");
  const z = new PyArray('Zd', [
    { re: 1, im: 2 },
    { re: 3, im: 4 },
  ]);
  z.byteswap();
  expect(z.tobytes().equals(pack('>4d', 1, 2, 3, 4))).toBe(true);
  for (const code of typecodes.filter((code) => code !== 'u' && code !== 'w')) {
    const numbers = new PyArray(code, [1, 2, 3] as never);
    const before = numbers.tobytes();
    numbers.byteswap();
    numbers.byteswap();
    expect(numbers.tobytes().equals(before)).toBe(true);
    numbers.reverse();
    expect(numbers.equals(new PyArray('b', [3, 2, 1]))).toBe(true);
  }
});

test('ARR-R020 count and index', () => {
  expect(new PyArray('b', [1, 2, 1]).count(1)).toBe(2);
  expect(new PyArray('b', [1, 2, 1]).index(1, 1)).toBe(2);
  raises(() => new PyArray('b', [1]).index(5), 'ValueError: array.index(x): x not in array');
  const q = new PyArray('q', [1, 2]);
  expect(
    [1, 1n, true, new PyFloat(1), { re: 1, im: 0 }, '1', null].map((value) => q.includes(value)),
  ).toEqual([true, true, true, true, true, false, false]);
});

test('ARR-R021 frombytes', () => {
  const a = new PyArray('H');
  a.frombytes(b`\x01\x00\x02\x00`);
  shows(a, "array('H', [1, 2])");
  raises(() => a.frombytes(b`\x01`), 'ValueError: bytes length not a multiple of item size');
  raises(() => a.frombytes('ab' as never), "TypeError: a bytes-like object is required, not 'str'");
  raises(() => a.frombytes(new Uint16Array(1)), 'TypeError: a bytes-like object is required');
  a.frombytes(new Uint8Array([3, 0]));
  a.frombytes(a.tobytes());
  shows(a, "array('H', [1, 2, 3, 1, 2, 3])");
});

test('ARR-R022 fromfile keeps what it could read', () => {
  const a = new PyArray('b');
  raises(() => a.fromfile(new BytesIO(b`ab`), 3), "EOFError: read() didn't return enough bytes");
  shows(a, "array('b', [97, 98])");
  raises(() => a.fromfile(new BytesIO(), -1), 'ValueError: n cannot be negative');
  raises(() => a.fromfile(1 as never, 1), "AttributeError: 'int' object has no attribute 'read'");
  raises(() => a.fromfile({ read: () => 'ab' }, 1), "TypeError: read() didn't return bytes");
});

test('ARR-R023 fromlist: all or nothing', () => {
  const a = new PyArray('b', [1]);
  raises(() => a.fromlist([2, 'x' as never]), 'TypeError');
  shows(a, "array('b', [1])");
  raises(() => a.fromlist(Object.freeze([1]) as never), 'TypeError: arg must be list');
});

test('ARR-R024 text is for u and w', () => {
  raises(() => new PyArray('b').fromunicode('a'), 'ValueError');
  raises(() => new PyArray('b').tounicode(), 'ValueError');
  const strange = b`\x00\x00\x11\x00`;
  raises(() => new PyArray('w', strange).tolist(), 'ValueError: chr() arg not in range(0x110000)');
  raises(
    () => new PyArray('u', strange).tounicode(),
    'ValueError: character U+110000 is not in range [U+0000; U+10ffff]',
  );
  raises(
    () => new PyArray('w', strange).tounicode(),
    "UnicodeDecodeError: 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
  );
});

test('ARR-R025 tobytes is what tofile writes', () => {
  const a = new PyArray('H', [1, 2]);
  const f = new BytesIO();
  a.tofile(f);
  shows(
    [f.getvalue(), a.tobytes(), a.tolist()],
    "[b'\\x01\\x00\\x02\\x00', b'\\x01\\x00\\x02\\x00', [1, 2]]",
  );
  const sizes: number[] = [];
  new PyArray('b', new Bytes(70000)).tofile({ write: (bytes) => sizes.push(bytes.length) });
  expect(sizes).toEqual([65536, 4464]);
});

test('ARR-R026 no resize while exported', () => {
  const a = new PyArray('b', [1, 2, 3]);
  const m = new MemoryView(a);
  const locked = 'BufferError: cannot resize an array that is exporting buffers';
  const same = new PyArray('b', [1]);
  for (const resize of [
    () => a.append(1),
    () => a.extend([1]),
    () => a.clear(),
    () => a.pop(),
    () => a.remove(1),
    () => a.insert(0, 1),
    () => a.frombytes(b`a`),
    () => a.fromlist([1]),
    () => a.imul(2),
    () => a.imul(0),
    () => a.iadd(same),
    () => a.delete(0),
    () => a.delete(new Slice(0, 0)),
    () => a.set(new Slice(0, 0), same),
    () => a.set(new Slice(0, 1), new PyArray('b')),
  ]) {
    raises(resize, locked);
  }
  raises(() => a.pop(9), 'IndexError: pop index out of range');
  for (const keep of [
    () => a.extend([]),
    () => a.frombytes(b``),
    () => a.imul(1),
    () => a.iadd(new PyArray('b')),
    () => a.set(new Slice(0, 1), same),
    () => a.reverse(),
    () => a.byteswap(),
  ]) {
    keep();
  }
  a.set(0, 5);
  expect(m.get(0)).toBe(5);
  m.release();
  a.append(1);
});

test('a subclass has its name in the repr; what operators make is a plain array', () => {
  class Samples extends PyArray<'h'> {}
  const samples = new Samples('h', [1, 2]);
  shows(samples, "Samples('h', [1, 2])");
  shows(
    [samples.slice(1), samples.repeat(1), samples.__copy__()],
    "[array('h', [2]), array('h', [1, 2]), array('h', [1, 2])]",
  );
  expect(samples.equals(new PyArray('d', [1, 2]))).toBe(true);
});

test('order', () => {
  const a = new PyArray('b', [1, 2]);
  expect(a.compare(new PyArray('b', [1, 3]))).toBeLessThan(0);
  expect(a.compare(new PyArray('q', [1]))).toBeGreaterThan(0);
  expect(a.compare(new PyArray('d', [1, NaN]))).toBeNaN();
  expect(new PyArray('d', [NaN]).equals(new PyArray('d', [NaN]))).toBe(false);
  raises(
    () => a.compare([1] as never),
    "TypeError: '<' not supported between instances of 'array.array' and 'list'",
  );
  const z = new PyArray('Zd', [1]);
  raises(
    () => z.richCompare(new PyArray('Zd', [2]), '<'),
    "TypeError: '<' not supported between instances of 'complex' and 'complex'",
  );
});

test('iteration follows the array, and ends for good', () => {
  const a = new PyArray('b', [1, 2]);
  const items = a[Symbol.iterator]();
  expect(items.next().value).toBe(1);
  a.append(3);
  expect([...items]).toEqual([2, 3]);
  a.append(4);
  expect(items.next().done).toBe(true);
  expect([...a.reversed()]).toEqual([4, 3, 2, 1]);
});

test('an item that its conversion removed is not written', () => {
  const a = new PyArray('b', [1, 2]);
  raises(
    () => a.set(1, { __index__: () => (a.clear(), 1) }),
    'IndexError: array assignment index out of range',
  );
  const c = new PyArray('b', [1, 2, 3]);
  raises(
    () => c.insert(3, { __index__: () => (c.clear(), 7) }),
    'IndexError: array assignment index out of range',
  );
  shows(c, "array('b')");
});

test('an item that its comparison removed is not removed again', () => {
  const equalAfter = (change: () => void) => ({ __eq__: () => (change(), true) });
  const a = new PyArray('q', [2, 3, 4]);
  a.remove(equalAfter(() => a.clear()));
  shows(a, "array('q')");
  expect(a.tobytes().length).toBe(0);
  const b = new PyArray('q', [2, 3, 4]);
  b.remove(equalAfter(() => b.pop()));
  shows(b, "array('q', [3])");
  const c = new PyArray('q', [2, 3, 4]);
  raises(
    () => c.remove(equalAfter(() => new MemoryView(c))),
    'BufferError: cannot resize an array that is exporting buffers',
  );
  shows(c, "array('q', [2, 3, 4])");
});

test('append, insert and extend convert an item twice; setting an item and making an array from a list convert it once', () => {
  let calls = 0;
  const item = { __index__: () => (calls++, 7) };
  const a = new PyArray('b', [1]);
  const counts = [
    () => a.append(item),
    () => a.insert(0, item),
    () => a.extend([item]),
    () => a.set(0, item),
    () => a.fromlist([item]),
    () => new PyArray('b', [item]),
  ].map((run) => {
    calls = 0;
    run();
    return calls;
  });
  expect(counts).toEqual([2, 2, 2, 1, 1, 1]);
  const items: unknown[] = [{ __index__: () => (items.pop(), 7) }, 2, 3];
  raises(() => new PyArray('b', items as never), 'IndexError: list index out of range');
});

// In CPython: `view = memoryview(array)`, after which appending raises, also where the memory has room.
test('an array that lends its memory does not grow into its own room', () => {
  const array = new PyArray('h', [1, 2, 3]);
  for (let i = 0; i < 20; i++) array.append(i);
  for (let i = 0; i < 12; i++) array.pop();
  const view = new MemoryView(array);
  const before = array.tolist();
  for (const grow of [
    () => array.append(9),
    () => array.insert(0, 9),
    () => array.extend([9]),
    () => array.iadd(new PyArray('h', [9])),
    () => array.frombytes(b`ab`),
  ]) {
    raises(grow, 'BufferError: cannot resize an array that is exporting buffers');
    expect([array.tolist(), view.tolist()]).toEqual([before, before]);
  }
  view.release();
  array.append(9);
  expect(array.tolist()).toEqual([...before, 9]);
});

test('the type code u is deprecated', () => {
  const seen: string[] = [];
  const former = setWarningHandler((warning) => void seen.push(String(warning)));
  try {
    for (const code of typecodes) new PyArray(code);
  } finally {
    setWarningHandler(former);
  }
  expect(seen).toEqual([
    "DeprecationWarning: The 'u' type code is deprecated and will be removed in Python 3.16",
  ]);
});
