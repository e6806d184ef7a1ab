/** The rules of Doc/library/struct.rst, by their numbers in the inventory of the documentation. */
import { ByteArray, Bytes, MemoryView, PyFloat, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { Struct, calcsize, error, iter_unpack, pack, pack_into, unpack, unpack_from } from 'pybuffer/struct';
import { Struct as Uint8ArrayStruct } from 'pybuffer/struct-uint8array';
import { outcome } from '../../algorithms/support.js';
import { raises, shows } from '../support.js';

/** Formats typed as plain strings, which allows calls that the types would refuse. */
const any = (format: string): string => format;

test('STR-R001 pack takes exactly the values of the format', () => {
  raises(() => pack(any('BB'), 1), 'error: pack expected 2 items for packing (got 1)');
  raises(() => pack(any('B'), 1, 2), 'error: pack expected 1 items for packing (got 2)');
});

test('STR-R002 pack_into writes in place', () => {
  const data = new ByteArray(4);
  pack_into('>H', data, 1, 258);
  shows(data, "bytearray(b'\\x00\\x01\\x02\\x00')");
  raises(
    () => pack_into('>H', data, 3, 1),
    'error: pack_into requires a buffer of at least 5 bytes for packing 2 bytes at offset 3 (actual buffer size is 4)',
  );
  pack_into('>H', data, -2, 772);
  shows(data, "bytearray(b'\\x00\\x01\\x03\\x04')");
  raises(() => pack_into('>H', data, -5, 1), 'error: offset -5 out of range for 4-byte buffer');
});

test('STR-R003 an offset too large for ssize_t', () => {
  raises(
    () => pack_into('B', new ByteArray(1), 2n ** 70n, 1),
    'OverflowError: Python int too large to convert to C ssize_t',
  );
});

test('STR-R004 unpack returns a tuple, from exactly the size', () => {
  shows(unpack('B', b`\x05`), '(5,)');
  expect(Object.isFrozen(unpack('B', b`\x05`))).toBe(true);
  raises(() => unpack('B', b`ab`), 'error: unpack requires a buffer of 1 bytes');
});

test('STR-R005 unpack_from', () => {
  shows(unpack_from('>H', b`\x00\x01\x02`, 1), '(258,)');
  raises(
    () => unpack_from('>H', b`\x00`, { offset: 0 }),
    'error: unpack_from requires a buffer of at least 2 bytes for unpacking 2 bytes at offset 0 (actual buffer size is 1)',
  );
  shows(unpack_from('B', { buffer: new MemoryView(b`abc`), offset: -1 }), '(99,)');
});

test.each<[arguments_: unknown[], expected: string]>([
  [[b`abc`, { nope: 1 }], "TypeError: unpack_from() got an unexpected keyword argument 'nope'"],
  [
    [b`abc`, { ofset: 1 }],
    "TypeError: unpack_from() got an unexpected keyword argument 'ofset'. Did you mean 'offset'?",
  ],
  [
    [b`abc`, { buffer: b`b` }],
    "TypeError: argument for unpack_from() given by name ('buffer') and position (1)",
  ],
  [[b`abc`, { buffer: 1, offset: 3 }], 'TypeError: unpack_from() takes at most 2 arguments (3 given)'],
  [[{ offset: 1 }], "TypeError: unpack_from() missing required argument 'buffer' (pos 1)"],
  [[], "TypeError: unpack_from() missing required argument 'buffer' (pos 1)"],
])('Struct.unpack_from(%p)', (args, expected) => {
  for (const struct of [new Struct('>H'), new Uint8ArrayStruct('>H')]) {
    raises(() => (struct.unpack_from as (...args: unknown[]) => unknown).apply(struct, args), expected);
  }
});

test('STR-R006 iter_unpack', () => {
  shows([...iter_unpack('>H', b`\x00\x01\x00\x02`)], '[(1,), (2,)]');
  raises(
    () => iter_unpack('>H', b`\x00`),
    'error: iterative unpacking requires a buffer of a multiple of 2 bytes',
  );
  raises(() => iter_unpack('', b``), 'error: cannot iteratively unpack with a struct of length 0');
});

test('STR-R007 calcsize is the length of what is packed', () => {
  expect(calcsize('>bhl')).toBe(pack('>bhl', 1, 2, 3).length);
});

test('STR-R008 the prefixes', () => {
  expect(['=bi', '@bi', '<bi', 'bi'].map(calcsize)).toEqual([5, 8, 5, 8]);
  expect(pack('!H', 1).equals(pack('>H', 1))).toBe(true);
});

test('STR-R009 padding between members only, and native only', () => {
  expect(['@ib', '@bi', '<bi'].map(calcsize)).toEqual([5, 8, 5]);
});

test('STR-R010 a count of 0 aligns the end', () => {
  expect(['@ib0i', '<ib0i'].map(calcsize)).toEqual([8, 5]);
});

test('STR-R011 standard sizes', () => {
  expect([...'xcbB?hHeiIlLfqQd'].map((code) => calcsize(`<${code}`))).toEqual([
    1, 1, 1, 1, 1, 2, 2, 2, 4, 4, 4, 4, 4, 8, 8, 8,
  ]);
  raises(() => calcsize('<n'), 'error: bad char in struct format');
  raises(() => calcsize('=P'), 'error: bad char in struct format');
  expect(calcsize('@n')).toBe(calcsize('P'));
});

test('STR-R012 complex numbers', () => {
  expect([calcsize('<Zf'), calcsize('<Zd')]).toEqual([8, 16]);
  expect(pack('<Zd', { re: 1, im: 2 }).equals(pack('<dd', 1, 2))).toBe(true);
  expect(pack('<D', { re: 1, im: 2 }).equals(pack('<dd', 1, 2))).toBe(true);
  shows(unpack('<F', pack('<ff', 1, 2)), '((1+2j),)');
  shows(unpack('<2Zf', pack('<4f', 1, 2, 3, 4)), '((1+2j), (3+4j))');
});

test('STR-R013 truth values', () => {
  shows(
    [pack('?', []), pack('?', 'x'), pack('?', 0), pack('?', NaN), pack('?', new ByteArray())],
    "[b'\\x00', b'\\x01', b'\\x00', b'\\x01', b'\\x00']",
  );
  expect(unpack('?', b`\x02`)).toEqual([true]);
});

test('STR-R014 integer codes accept __index__ but no float', () => {
  shows(pack('B', { __index__: () => 7 }), "b'\\x07'");
  raises(() => pack(any('B'), new PyFloat(1)), 'error: required argument is not an integer');
  raises(() => pack('B', 1.5), 'error: required argument is not an integer');
});

test('STR-R015 ints out of range', () => {
  raises(() => pack('b', 128), "error: 'b' format requires -128 <= number <= 127");
  raises(() => pack('B', -1), "error: 'B' format requires 0 <= number <= 255");
  raises(() => pack('>h', 99999), "error: 'h' format requires -32768 <= number <= 32767");
  raises(() => pack('<I', 2n ** 32n), "error: 'I' format requires 0 <= number <= 4294967295");
  raises(
    () => pack('<q', 2n ** 63n),
    "error: 'q' format requires -9223372036854775808 <= number <= 9223372036854775807",
  );
  raises(
    () => pack('l', -(2n ** 63n) - 1n),
    "error: 'l' format requires -9223372036854775808 <= number <= 9223372036854775807",
  );
  raises(() => pack('N', -1), "error: 'N' format requires 0 <= number <= 18446744073709551615");
  expect(unpack('<Q', b`\xff\xff\xff\xff\xff\xff\xff\xff`)).toEqual([18446744073709551615n]);
  expect(unpack('<q', b`\xff\xff\xff\xff\xff\xff\xff\xff`)).toEqual([-1n]);
});

test('a pointer may be negative', () => {
  expect(pack('P', -1).equals(pack('Q', 2n ** 64n - 1n))).toBe(true);
  raises(() => pack('P', 2n ** 64n), 'error: int too large to convert');
  raises(() => pack('P', -(2n ** 63n) - 1n), 'error: int too large to convert');
  raises(
    () => pack('P', { __index__: () => 2n ** 64n }),
    'OverflowError: Python int too large to convert to C unsigned long',
  );
});

test('STR-R016 floats', () => {
  shows(
    [pack('<e', 1.5), pack('<f', 1.5), pack('<d', 1.5)],
    "[b'\\x00>', b'\\x00\\x00\\xc0?', b'\\x00\\x00\\x00\\x00\\x00\\x00\\xf8?']",
  );
  raises(() => pack('<f', 1e40), 'OverflowError: float too large to pack with f format');
  raises(() => pack('f', 1e40), 'OverflowError: float too large to pack with f format');
  raises(() => pack('<e', new PyFloat(70000)), 'OverflowError: float too large to pack with e format');
  raises(() => pack('<e', 70000), 'error: int too large to convert');
  expect(unpack('<e', b`\x01\x00`)).toEqual([5.960464477539063e-8]);
});

test('STR-R017 the largest half float', () => {
  expect(unpack('<e', b`\xff\x7b`)).toEqual([65504]);
});

test('STR-R018 x is one zero byte', () => {
  shows(pack('<BxB', 1, 2), "b'\\x01\\x00\\x02'");
});

test('STR-R019 p: a Pascal string', () => {
  shows(
    [pack('4p', b`ab`), pack('3p', b`abcdef`), unpack('4p', b`\x02ab\x00`)],
    "[b'\\x02ab\\x00', b'\\x02ab', (b'ab',)]",
  );
  expect(unpack('300p', pack('300p', b`x`.repeat(299)))[0]!.length).toBe(255);
  shows([pack('0p', b`abc`), pack('p', b`abc`)], "[b'', b'\\x00']");
});

test('STR-R020 s: the count is the length', () => {
  shows(
    [pack('2s', b`abc`), pack('5s', b`abc`), pack('s', b`abc`), pack('0s', b`abc`)],
    "[b'ab', b'abc\\x00\\x00', b'a', b'']",
  );
  shows([unpack('0s', b``), unpack('0c', b``)], "[(b'',), ()]");
  shows(pack('3s', new ByteArray(b`abc`)), "b'abc'");
  raises(() => pack(any('3s'), 'abc'), "error: argument for 's' must be a bytes object");
  raises(() => pack(any('3s'), new MemoryView(b`abc`)), "error: argument for 's' must be a bytes object");
});

test('STR-R021 c: bytes of length 1', () => {
  shows(pack('c', b`a`), "b'a'");
  raises(() => pack('c', b`ab`), 'error: char format requires a bytes object of length 1');
});

test('STR-R022 counts and whitespace', () => {
  expect(pack('4B', 1, 2, 3, 4).equals(pack('BBBB', 1, 2, 3, 4))).toBe(true);
  raises(() => calcsize('< 2 B'), 'error: bad char in struct format');
  expect(calcsize('< 2B\tH')).toBe(4);
  raises(() => calcsize('2'), 'error: repeat count given without format specifier');
});

test('STR-R023 a format may be bytes', () => {
  shows(pack(b`B`, 1), "b'\\x01'");
});

test('STR-R024 a Struct has the functions as methods', () => {
  const s = new Struct('<HB');
  shows(
    [s.format, s.size, s.pack(1, 2), s.unpack(b`\x01\x00\x02`), s.unpack_from(b`x\x01\x00\x02`, 1)],
    "['<HB', 3, b'\\x01\\x00\\x02', (1, 2), (1, 2)]",
  );
  expect(new Struct(b`<H`).format).toBe('<H');
  const data = new ByteArray(3);
  new Struct('<H').pack_into(data, 1, 513);
  shows(data, "bytearray(b'\\x00\\x01\\x02')");
  shows([...new Struct('<B').iter_unpack(b`ab`)], '[(97,), (98,)]');
});

test('P3118-R010 what PEP 3118 adds to the syntax is unknown', () => {
  expect(calcsize('?')).toBe(1);
  for (const format of ['T{i:x:}', '(2,3)i', 'g', '>i<i', 'O', 'Z', 'Zg']) {
    raises(() => calcsize(format), 'error: bad char in struct format');
  }
  expect(calcsize('Zd')).toBe(16);
});

test('a repr is printed, of a subclass with its name', () => {
  class Point extends Struct<'<2h'> {}
  shows([new Struct('i'), new Point('<2h')], "[Struct('i'), Point('<2h')]");
});

test('buffers of any kind are read in place', () => {
  const words = new Uint16Array([1, 2, 3]);
  expect(unpack('<3H', words)).toEqual([1, 2, 3]);
  expect(unpack_from('<H', words.subarray(1), 2)).toEqual([3]);
  expect(unpack_from('<H', new DataView(words.buffer, 2), 0)).toEqual([2]);
  expect(unpack('<3H', new PyArray('H', [1, 2, 3]))).toEqual([1, 2, 3]);
  pack_into('<H', words, 4, 513);
  expect(words[2]).toBe(513);
  raises(
    () => pack_into('B', b`a`, 0, 1),
    'TypeError: pack_into() argument 2 must be read-write bytes-like object, not bytes',
  );
});

test('pack_into locks its buffer, zeros its place, and keeps what was written before an error', () => {
  const data = new ByteArray(b`\x01\x02\x03\x04\x05`);
  const grow = { __index__: () => (data.append(1), 1) };
  raises(
    () => pack_into('bb', data, 0, 7, grow),
    'BufferError: Existing exports of data: object cannot be re-sized',
  );
  shows(data, "bytearray(b'\\x07\\x00\\x03\\x04\\x05')");
  data.append(6);
});

test('iter_unpack locks its buffer until it ends, or is left', () => {
  const data = new ByteArray(b`abcd`);
  const locked = 'BufferError: Existing exports of data: object cannot be re-sized';
  const tuples = iter_unpack('2s', data);
  raises(() => data.append(1), locked);
  expect(tuples.__length_hint__()).toBe(2);
  tuples.next();
  expect(tuples.__length_hint__()).toBe(1);
  tuples.next();
  raises(() => data.append(1), locked);
  expect(tuples.next().done).toBe(true);
  data.append(1);
  for (const [byte] of iter_unpack('c', data)) {
    shows(byte, "b'a'");
    break;
  }
  data.append(2);
  raises(
    () => iter_unpack('4b', data),
    'error: iterative unpacking requires a buffer of a multiple of 4 bytes',
  );
  data.append(3);
});

test('the error is not a ValueError', () => {
  expect(new error('x').name).toBe('error');
  expect(new Bytes(pack('B', 1)).length).toBe(1);
});

test('unpack_from of memoryviews of every kind is that of their bytes', () => {
  const data = new ByteArray(Array.from({ length: 24 }, (_, i) => i));
  const view = new MemoryView(data);
  const bytes = (v: MemoryView<unknown>): Bytes => v.tobytes();
  for (const v of [
    view,
    view.slice(3, 17),
    view.cast('I'),
    view.cast('I').slice(1, 4),
    view.toreadonly(),
    view.cast('B', [4, 6]),
    view.slice(0, 0),
    view.slice(5, 6),
    view.slice(0, 2).cast('?'),
  ] as MemoryView<unknown>[]) {
    for (const offset of [0, 1, 5, 22, 23, 30, -2, -3, -1, -40]) {
      expect(outcome(() => unpack_from('<H', v, offset))).toEqual(
        outcome(() => unpack_from('<H', bytes(v), offset)),
      );
    }
  }
  expect(outcome(() => unpack_from('<H', view.slice(null, null, 2), 0))).toEqual({
    error: 'BufferError: memoryview: underlying buffer is not C-contiguous',
  });
  const gone = view.slice(1);
  gone.release();
  expect(outcome(() => unpack_from('<H', gone, 0))).toEqual({
    error: 'ValueError: operation forbidden on released memoryview object',
  });
});

test.each([
  ['<ii', '<b', 'pack_into expected 1 items for packing (got 2)'],
  ['<b', '<bbb', 'pack_into expected 3 items for packing (got 2)'],
])('a Struct of %s that becomes %s during a conversion uses the new format', (before, after, message) => {
  const made = new Struct(before as string) as Struct & { __init__(format: string): void };
  const again = {
    __index__: () => {
      made.__init__(after);
      return 1;
    },
  };
  expect(() => made.pack_into(new ByteArray(9), again, 1, 2)).toThrow(message);
  const reader = new Struct(before as string) as typeof made;
  const other = { __index__: () => (reader.__init__(after), 1) };
  expect(reader.unpack_from(b`abcdefghi`, other)).toHaveLength(after.length - 1);
});
