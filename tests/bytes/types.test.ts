/** Identity, subclasses, constructors, keywords and exports, which a table of calls cannot express. */
import { inspect } from 'node:util';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyBufferError, PyException, PyMemoryError, PyTypeError } from '../../src/exceptions/index.js';
import { LENGTH, MEMORY } from '../../src/memory/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { BufferFlags, setLifetimePolicy } from '../../src/protocol/index.js';
import type { BufferExporter } from '../../src/protocol/index.js';
import { Slice, typeName } from '../../src/python/index.js';
import { latin1 } from './values.js';

class MyBytes extends Bytes {}
class MyArray extends ByteArray {}

/** The exception of a call, as Python prints it. */
function errorOf(run: () => unknown): string {
  try {
    return `no error: ${String(run())}`;
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    return `${error.name}: ${error.message}`;
  }
}

const UNCHANGED: Readonly<Record<string, (b: Bytes | ByteArray) => unknown>> = {
  strip: (b) => b.strip(),
  'strip a set': (b) => b.strip(latin1('x')),
  lstrip: (b) => b.lstrip(),
  rstrip: (b) => b.rstrip(),
  center: (b) => b.center(0),
  ljust: (b) => b.ljust(0),
  rjust: (b) => b.rjust(2),
  zfill: (b) => b.zfill(0),
  replace: (b) => b.replace(latin1('x'), latin1('y')),
  'replace none': (b) => b.replace(latin1('a'), latin1('z'), 0),
  removeprefix: (b) => b.removeprefix(latin1('x')),
  removesuffix: (b) => b.removesuffix(latin1('')),
  translate: (b) => b.translate(null),
  'translate by identity': (b) => b.translate(Bytes.maketrans(latin1(''), latin1(''))),
  'translate without': (b) => b.translate(null, latin1('x')),
  repeat: (b) => b.repeat(1),
  concat: (b) => b.concat(latin1('')),
  slice: (b) => b.slice(),
  'get a slice': (b) => b.get(new Slice(0, 100)),
  split: (b) => b.split()[0],
  'split by': (b) => b.split(latin1('x'))[0],
  splitlines: (b) => b.splitlines()[0],
};
const CHANGED: Readonly<Record<string, (b: Bytes | ByteArray) => unknown>> = {
  lower: (b) => b.lower(),
  expandtabs: (b) => b.expandtabs(),
  'replace by the same': (b) => b.replace(latin1('a'), latin1('a')),
  mod: (b) => b.mod([]),
};

test('unchanged bytes are the same object, of a subclass a plain copy; bytearrays are always new', () => {
  const wrong: string[] = [];
  const bytes = latin1('abcd');
  const mine = new MyBytes(bytes);
  const array = new ByteArray(bytes);
  for (const [name, call] of [...Object.entries(UNCHANGED), ...Object.entries(CHANGED)]) {
    if ((call(bytes) === bytes) !== name in UNCHANGED) wrong.push(`bytes ${name}`);
    const ofMine = call(mine) as Bytes;
    if (ofMine.constructor !== Bytes || !ofMine.equals(bytes)) wrong.push(`subclass ${name}`);
    const ofArray = call(array) as ByteArray;
    if (ofArray === array || !ofArray.equals(bytes) || ofArray.constructor !== ByteArray)
      wrong.push(`bytearray ${name}`);
    ofArray.set(0, 0);
    if (array.get(0) !== 97) wrong.push(`bytearray ${name} shares memory`);
  }
  expect(wrong).toEqual([]);
  expect(latin1('').concat(bytes)).not.toBe(mine);
  expect(latin1(',').join([bytes])).toBe(bytes);
  expect(latin1(',').join([mine]).constructor).toBe(Bytes);
  expect(bytes.partition(latin1('x'))[0]).toBe(bytes);
  expect(mine.partition(latin1('x'))[0]).toBe(mine);
  const view = new MemoryView(latin1('b'));
  expect(bytes.partition(view)[1]).toBe(view);
  expect(array.partition(view)[1]).toBeInstanceOf(ByteArray);
});

test('empty and single bytes are shared values', () => {
  const a = latin1('a');
  const empty = new Bytes();
  const shared = [
    new Bytes([97]),
    latin1('abc').slice(0, 1),
    a.repeat(1),
    latin1('A').lower(),
    Bytes.fromhex('61'),
    latin1('a,b').split(latin1(','))[0],
    new ByteArray(a).take_bytes(),
    new Bytes(new MemoryView(a)),
  ];
  expect(shared.every((value) => value === a)).toBe(true);
  expect(
    [new Bytes(0), new Bytes([]), a.slice(1), a.repeat(0), latin1('')].every((value) => value === empty),
  ).toBe(true);
  expect(new MyBytes('a', 'ascii')).not.toBe(a);
});

test('subclasses: constructors and fromhex keep the class, methods return the base', () => {
  const mine = new MyBytes('abc', 'ascii');
  const array = new MyArray(mine);
  expect(
    [mine.upper(), mine.slice(0, 2), mine.concat(mine), mine.repeat(2)].map((value) => value.constructor),
  ).toEqual([Bytes, Bytes, Bytes, Bytes]);
  expect([array.upper(), array.copy(), array.slice(0, 2)].map((value) => value.constructor)).toEqual([
    ByteArray,
    ByteArray,
    ByteArray,
  ]);
  expect(MyBytes.fromhex('61')).toBeInstanceOf(MyBytes);
  expect(MyArray.fromhex('61')).toBeInstanceOf(MyArray);
  expect(array.take_bytes().constructor).toBe(Bytes);
  expect(array.iadd(mine)).toBe(array);
  expect([typeName(mine), typeName(array), typeName(new Bytes()), typeName(new ByteArray())]).toEqual([
    'MyBytes',
    'MyArray',
    'bytes',
    'bytearray',
  ]);
  expect([mine.repr(), array.repr()]).toEqual(["b'abc'", "MyArray(b'abc')"]);
  expect(new Bytes(mine).constructor).toBe(Bytes);
  class Copied extends Bytes {
    override __bytes__(): Bytes {
      return latin1('special');
    }
  }
  expect(new Bytes(new Copied([1, 2])).equals(latin1('special'))).toBe(true);
});

test('bytes of bytes returns its argument, and bytes() returns the result of __bytes__ itself', () => {
  const bytes = latin1('abc');
  const mine = new MyBytes(bytes);
  expect(new Bytes(bytes)).toBe(bytes);
  expect(new Bytes({ __bytes__: () => mine })).toBe(mine);
  expect(new MyBytes({ __bytes__: () => bytes })).toBeInstanceOf(MyBytes);
  expect(errorOf(() => new Bytes({ __bytes__: () => 5 }))).toBe(
    'TypeError: dict.__bytes__() must return a bytes, not int',
  );
});

test("JavaScript's own buffers are bytes-like: the bytes of their memory", () => {
  const words = new Uint16Array([1, 0x203]);
  const expected = "b'\\x01\\x00\\x03\\x02'";
  expect(
    [
      words,
      words.buffer,
      new DataView(words.buffer),
      new Uint8Array(words.buffer),
      Buffer.from(words.buffer),
    ].map((value) => String(new Bytes(value))),
  ).toEqual(Array(5).fill(expected));
  const part = new Uint8Array([0, 97, 98, 0]).subarray(1, 3);
  expect(String(new ByteArray(part))).toBe("bytearray(b'ab')");
  expect(latin1('cab').find(part)).toBe(1);
  expect(latin1('ab').equals(part)).toBe(true);
  expect(String(latin1(',').join([part, part]))).toBe("b'ab,ab'");
  words[0] = 99;
  expect(String(new Bytes(words))).toBe("b'c\\x00\\x03\\x02'");
});

test('absurd sizes are refused at once', () => {
  expect(() => new Bytes(2 ** 62)).toThrow(PyMemoryError);
  expect(() => new ByteArray(2n ** 62n)).toThrow(PyMemoryError);
  expect(() => new ByteArray(1).resize(2 ** 62)).toThrow(PyMemoryError);
  expect(() => latin1('ab').repeat(2 ** 61)).toThrow(PyMemoryError);
  expect(() => new ByteArray(2).imul(2 ** 61)).toThrow(PyMemoryError);
  expect(errorOf(() => latin1('abc').repeat(2 ** 62))).toBe('OverflowError: repeated bytes are too long');
  expect(() => new ByteArray(latin1('abc')).repeat(2 ** 62)).toThrow(PyMemoryError);
  expect(errorOf(() => new Bytes(2n ** 63n - 1n))).toBe('OverflowError: byte string is too large');
  expect(errorOf(() => new Bytes(2n ** 63n))).toBe(
    "OverflowError: cannot fit 'int' into an index-sized integer",
  );
});

test('keywords: found by name, refused when unknown, doubled or too many', () => {
  const ab = latin1('a,b,c');
  expect(ab.split({ sep: latin1(','), maxsplit: 1 }).map(String)).toEqual(["b'a'", "b'b,c'"]);
  expect(ab.rsplit(latin1(','), { maxsplit: 1 }).map(String)).toEqual(["b'a,b'", "b'c'"]);
  expect(String(ab.replace(latin1(','), latin1(''), { count: 1 }))).toBe("b'ab,c'");
  expect(String(ab.translate(null, { delete: latin1(',') }))).toBe("b'abc'");
  expect(String(latin1('a\tb').expandtabs({ tabsize: 2 }))).toBe("b'a b'");
  expect(ab.decode({ encoding: 'ascii', errors: 'strict' })).toBe('a,b,c');
  expect(String(new ByteArray({ source: 'é', encoding: 'latin-1' }))).toBe("bytearray(b'\\xe9')");
  expect(String(new Bytes('é', { encoding: 'ascii', errors: 'ignore' }))).toBe("b''");
  expect([
    errorOf(() => ab.split({ foo: 1 } as never)),
    errorOf(() => ab.split(latin1(','), { sep: latin1(',') } as never)),
    errorOf(() => ab.expandtabs({ tabsize: 1, x: 1 } as never)),
    errorOf(() => ab.replace(latin1('a'), latin1('b'), { old: 1 } as never)),
    errorOf(() => new Bytes({ sourc: 1 } as never)),
    errorOf(() => new Bytes(latin1('a'), { source: latin1('a') } as never)),
  ]).toEqual([
    "TypeError: split() got an unexpected keyword argument 'foo'",
    "TypeError: argument for split() given by name ('sep') and position (1)",
    'TypeError: expandtabs() takes at most 1 keyword argument (2 given)',
    "TypeError: replace() got an unexpected keyword argument 'old'",
    "TypeError: bytes() got an unexpected keyword argument 'sourc'. Did you mean 'source'?",
    "TypeError: argument for bytes() given by name ('source') and position (1)",
  ]);
  expect(latin1('ab').repeat({ __index__: () => 2 }).length).toBe(4);
  expect(latin1('a\tb').expandtabs({ __index__: () => 2 }).length).toBe(3);
});

/** Columns A and B of the inventory's matrix: shape, strides, suboffsets, format, read-only. */
const MATRIX: Readonly<Record<string, readonly [string, string]>> = {
  SIMPLE: ['- - - - ro', '- - - - rw'],
  WRITABLE: ['BufferError', '- - - - rw'],
  FORMAT: ['- - - B ro', '- - - B rw'],
  ND: ['4 - - - ro', '4 - - - rw'],
  STRIDES: ['4 1 - - ro', '4 1 - - rw'],
  C_CONTIGUOUS: ['4 1 - - ro', '4 1 - - rw'],
  F_CONTIGUOUS: ['4 1 - - ro', '4 1 - - rw'],
  ANY_CONTIGUOUS: ['4 1 - - ro', '4 1 - - rw'],
  INDIRECT: ['4 1 - - ro', '4 1 - - rw'],
  CONTIG: ['BufferError', '4 - - - rw'],
  CONTIG_RO: ['4 - - - ro', '4 - - - rw'],
  STRIDED: ['BufferError', '4 1 - - rw'],
  STRIDED_RO: ['4 1 - - ro', '4 1 - - rw'],
  RECORDS: ['BufferError', '4 1 - B rw'],
  RECORDS_RO: ['4 1 - B ro', '4 1 - B rw'],
  FULL: ['BufferError', '4 1 - B rw'],
  FULL_RO: ['4 1 - B ro', '4 1 - B rw'],
  READ: ['SystemError', 'SystemError'],
  WRITE: ['SystemError', 'SystemError'],
};

test('the fields that each request fills in', () => {
  const describe = (exporter: BufferExporter, flags: number) => {
    try {
      const view = exporter.getBuffer(flags);
      const { shape, strides, suboffsets, format, readonly, length, itemsize, ndim, obj } = view;
      exporter.releaseBuffer(view);
      expect([length, itemsize, ndim, obj]).toEqual([4, 1, 1, exporter]);
      return [shape ?? '-', strides ?? '-', suboffsets ?? '-', format ?? '-', readonly ? 'ro' : 'rw'].join(
        ' ',
      );
    } catch (error) {
      return (error as Error).name;
    }
  };
  const met = Object.entries(BufferFlags).map(([name, flags]) => [
    name,
    [describe(latin1('abcd'), flags), describe(new ByteArray(4), flags)],
  ]);
  expect(Object.fromEntries(met)).toEqual(MATRIX);
  expect(errorOf(() => latin1('a').getBuffer(BufferFlags.WRITABLE))).toBe(
    'BufferError: Object is not writable.',
  );
});

const LOCKED = 'BufferError: Existing exports of data: object cannot be re-sized';

test('the length cannot change while a view is live; errors of arguments come first', () => {
  const b = new ByteArray(latin1('abc'));
  const view = new MemoryView(b);
  const outcomes = {
    pop: errorOf(() => b.pop()),
    'pop out of range': errorOf(() => b.pop(9)),
    'take_bytes out of range': errorOf(() => b.take_bytes(9)),
    'take_bytes none': errorOf(() => b.take_bytes(0)),
    'delete an empty strided slice': errorOf(() => b.delete(new Slice(5, 1, 2))),
    'delete out of range': errorOf(() => b.delete(9)),
    'wrong size for a strided slice': errorOf(() => b.set(new Slice(0, 3, 2), latin1('x'))),
    'extend with a bad item': errorOf(() => b.extend([1, 300])),
    'append a string': errorOf(() => b.append('x' as never)),
    'insert a large int': errorOf(() => b.insert(0, 300)),
    'remove what is not there': errorOf(() => b.remove(120)),
    __init__: errorOf(() => b.__init__(latin1('xyz'))),
    imul: errorOf(() => b.imul(0)),
  };
  expect(outcomes).toEqual({
    pop: LOCKED,
    'pop out of range': 'IndexError: pop index out of range',
    'take_bytes out of range': "IndexError: can't take 9 bytes outside size 3",
    'take_bytes none': LOCKED,
    'delete an empty strided slice': LOCKED,
    'delete out of range': 'IndexError: bytearray index out of range',
    'wrong size for a strided slice':
      'ValueError: attempt to assign bytes of size 1 to extended slice of size 2',
    'extend with a bad item': 'ValueError: byte must be in range(0, 256)',
    'append a string': "TypeError: 'str' object cannot be interpreted as an integer",
    'insert a large int': 'ValueError: byte must be in range(0, 256)',
    'remove what is not there': 'ValueError: value not found in bytearray',
    __init__: LOCKED,
    imul: LOCKED,
  });
  b.imul(1);
  b.iadd(latin1(''));
  b.extend([]);
  b.resize(3);
  b.delete(new Slice(0, 0));
  b.set(new Slice(), latin1('xyz'));
  b.reverse();
  expect(String(b)).toBe("bytearray(b'zyx')");
  view.release();
  b.clear();
  expect(b.length).toBe(0);
  expect(new ByteArray().__init__()).toBeUndefined();
});

test('under the policy detach a resize releases the views, but not a pin', () => {
  const before = setLifetimePolicy('detach');
  try {
    const b = new ByteArray(latin1('abc'));
    const view = new MemoryView(b);
    b.append(100);
    expect(() => view.get(0)).toThrow('operation forbidden on released memoryview object');
    const live = b.asUint8Array();
    expect(() => b.append(1)).toThrow(PyBufferError);
    live.release();
    b.append(101);
    expect(String(b)).toBe("bytearray(b'abcde')");
  } finally {
    setLifetimePolicy(before);
  }
});

test('asUint8Array is live, and locks the length until it is released', () => {
  const b = new ByteArray(latin1('abc')).slice(1);
  const live = b.asUint8Array();
  live[0] = 66;
  b.set(1, 67);
  expect([...live, String(b)]).toEqual([66, 67, "bytearray(b'BC')"]);
  expect(errorOf(() => b.append(1))).toBe(LOCKED);
  live.release();
  live.release();
  b.append(68);
  {
    using again = b.asUint8Array();
    expect(again.length).toBe(3);
  }
  b.clear();
  const copy = latin1('abc').toUint8Array();
  copy[0] = 0;
  expect([copy.length, copy.byteOffset, copy.buffer.byteLength]).toEqual([3, 0, 3]);
});

test('take_bytes hands over all of its memory, and the bytearray starts anew', () => {
  const b = new ByteArray(new Bytes(100_000));
  const memory = b[MEMORY];
  const taken = b.take_bytes();
  expect(taken[MEMORY]).toBe(memory);
  b.iadd(latin1('xyz'));
  expect([taken.length, taken.get(0), String(b)]).toEqual([100_000, 0, "bytearray(b'xyz')"]);
});

test('a small part of something large does not keep it alive', () => {
  const large = new Bytes(1_000_000);
  expect(large.slice(1, -1)[MEMORY]).toBe(large[MEMORY]);
  const small = large.slice(10, 2000);
  expect(small[MEMORY].length).toBeLessThan(65_537);
  const shrunk = new ByteArray(1_000_000);
  shrunk.delete(new Slice(100, null));
  expect(shrunk[MEMORY].length).toBeLessThan(4097);
  expect(new Bytes(Array(100_000).fill(120)).translate(null, latin1('y')).length).toBe(100_000);
  const left = large.concat(latin1('ab')).translate(null, latin1('\0'));
  expect([left[LENGTH], left[MEMORY].length < 65_537]).toEqual([2, true]);
});

test('iterators follow a bytearray, and stay exhausted', () => {
  const b = new ByteArray(latin1('abc'));
  const iterator = b[Symbol.iterator]();
  iterator.next();
  b.insert(0, 122);
  expect([...iterator]).toEqual([97, 98, 99]);
  b.extend(latin1('more'));
  expect([...iterator]).toEqual([]);
  const back = b.reversed();
  b.clear();
  expect([...back]).toEqual([]);
  b.extend(latin1('again'));
  expect([...back]).toEqual([]);
});

test('a list of the bytes is new, even for a part of the memory', () => {
  const b = new ByteArray(latin1('abcd'));
  const list = b.tolist();
  b.set(0, 122);
  expect([list, b.slice(1, 3).tolist(), latin1('xabcx').slice(1, -1).tolist(), new Bytes().tolist()]).toEqual(
    [[97, 98, 99, 100], [98, 99], [97, 98, 99], []],
  );
});

test('extending an empty bytearray does not change the argument', () => {
  for (const length of [3, 300, 5000, 100_000]) {
    for (const source of [new Bytes(Array(length).fill(7)), new ByteArray(Array(length).fill(7))]) {
      const first = new ByteArray();
      first.extend(source);
      const second = new ByteArray();
      second.iadd(source);
      first.set(0, 1);
      second.append(2);
      second.set(1, 3);
      expect([length, source.count(7), first.count(7), second.count(7), second.length]).toEqual([
        length,
        length,
        length - 1,
        length - 1,
        length + 1,
      ]);
    }
  }
});

test('they show their repr as text and in the console', () => {
  expect([inspect(latin1("it's")), String(new ByteArray(latin1('"')))]).toEqual([
    'b"it\'s"',
    "bytearray(b'\"')",
  ]);
});

test('startswith accepts any array as a tuple, and nothing else', () => {
  expect(latin1('abc').startswith([latin1('x'), latin1('ab')])).toBe(true);
  expect(latin1('abc').endswith([])).toBe(false);
  expect(() => latin1('abc').startswith([[latin1('a')]] as never)).toThrow(PyTypeError);
});

test('frozen bytes work like any others', () => {
  const frozen = Object.freeze(new Bytes([1, 2, 3]));
  expect(frozen.hash()).toBe(new Bytes([1, 2, 3]).hash());
  expect([
    frozen.slice(1).concat(frozen).hex(),
    [...frozen],
    frozen.replace(frozen, frozen).equals(frozen),
  ]).toEqual(['0203010203', [1, 2, 3], true]);
  const view = new MemoryView(frozen);
  expect([view.get(0), view.hash() === frozen.hash()]).toEqual([1, true]);
  view.release();
});
