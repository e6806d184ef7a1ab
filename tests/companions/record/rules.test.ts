// What records promise beyond ctypes: types, errors that change nothing, lifetimes, arrays, accepted and
// returned values.
import { inspect } from 'node:util';
import { ByteArray, Bytes, MemoryView, b, scope, setLifetimePolicy } from 'pybuffer';
import { array, assign, bits, record, release, toObject, union } from 'pybuffer/record';
import type { RecordOf } from 'pybuffer/record';
import { Struct } from 'pybuffer/struct';

const Point = record({ x: 'h', y: 'h' });
const Header = record(
  {
    magic: '4s',
    _room: '3x',
    version: bits('B', 4),
    flags: bits('B', 4),
    size: 'I',
    offset: 'q',
    origin: Point,
    rows: array(array('B', 2), 2),
    points: array(Point, 2),
    big: '>H',
  },
  { order: '<' },
);
const values: RecordOf<typeof Header> = {
  magic: b`abcd`,
  version: 1,
  flags: 2,
  size: 3,
  offset: 4n,
  origin: { x: 5, y: -6 },
  rows: [
    [7, 8],
    [9, 10],
  ],
  points: [
    { x: 11, y: 12 },
    { x: 13, y: 14 },
  ],
  big: 0x1234,
};

test('types follow from the declaration', () => {
  const header = Header.at(new ByteArray(Header.size));
  const size: number = header.size;
  const offset: bigint = header.offset;
  const magic: Bytes = header.magic;
  const y: number = header.points.get(0).y;
  const row: number = header.rows.get(0).get(1);
  expect([size, offset, magic.length, y, row]).toEqual([0, 0n, 4, 0, 0]);
  // @ts-expect-error: no such field
  expect(header.nope).toBeUndefined();
  // @ts-expect-error: room has no name
  expect(header._room).toBeUndefined();
  // @ts-expect-error: a 64-bit int is a bigint
  const wrong: number = header.offset;
  expect(wrong).toBe(0n);
  // @ts-expect-error: a field is missing
  expect(() => Point.pack({ x: 1 })).toThrow("no value for the field 'y'");
  const native: bigint = record({ long: 'l' }).unpack(new Bytes(8)).long;
  const standard: number = record({ long: 'l' }, { order: '>' }).unpack(new Bytes(4)).long;
  expect([native, standard]).toEqual([0n, 0]);
});

test('values round-trip; unaligned records have the layout of struct', () => {
  const packed = Header.pack(values);
  expect(packed).toEqual(
    new Struct('<4s3xBIqhh4B4h')
      .pack(b`abcd`, 0x21, 3, 4, 5, -6, 7, 8, 9, 10, 11, 12, 13, 14)
      .concat(b`\x124`),
  );
  expect(Header.unpack(packed)).toEqual(values);
  using live = Header.at(packed);
  expect(toObject(live)).toEqual(values);
  expect(inspect(live)).toBe(inspect(values));
  expect(Object.keys(Header.fields)).toEqual(Object.keys(values));
  expect(Header.fields.flags).toEqual({ offset: 7, size: 1, bit_offset: 4, bit_size: 4 });
});

test('over any buffer, at any offset, without a copy', () => {
  const words = new Uint32Array(3);
  using point = Point.at(words, 4);
  point.x = 1;
  point.y = -1;
  expect([...words]).toEqual([0, 0xffff0001, 0]);
  using inner = Point.at(new MemoryView(words).cast('B').slice(4), 0);
  expect(inner.y).toBe(-1);
  expect(() => Point.at(new MemoryView(words).slice(null, null, 2))).toThrow('C-contiguous');
});

test('a failed call changes nothing', () => {
  const data = new ByteArray(Header.pack(values));
  const before = new Bytes(data);
  using live = Header.at(data);
  const errors: [run: () => unknown, error: string][] = [
    [() => (live.size = 2 ** 32), "error: 'I' format requires 0 <= number <= 4294967295"],
    [() => (live.size = 1.5), 'error: required argument is not an integer'],
    [() => (live.flags = 16), 'error: a bit field of 4 bits requires 0 <= number <= 15'],
    [() => (live.magic = 'abcd' as never), "error: argument for 's' must be a bytes object"],
    [() => (live.origin = { x: 1, y: 40000 }), "error: 'h' format requires -32768 <= number <= 32767"],
    [() => (live.origin = { x: 1 } as never), "error: no value for the field 'y'"],
    [() => (live.origin = { x: 1, y: 2, z: 3 } as never), "AttributeError: the record has no field 'z'"],
    [() => (live.origin = 5 as never), 'TypeError: a record is made from an object with its fields, not int'],
    [() => (live.rows = [[1, 2]] as never), 'error: array expected 2 items (got 1)'],
    [() => (live.rows = 5 as never), "TypeError: 'int' object is not iterable"],
    [() => live.rows.set(0, [1, 256]), "error: 'B' format requires 0 <= number <= 255"],
    [() => live.rows.set(2, [1, 2]), 'IndexError: invalid index'],
    [() => live.rows.get(-3), 'IndexError: invalid index'],
    [() => assign(live, { size: 9, version: 99 }), 'error: a bit field of 4 bits requires 0 <= number <= 15'],
    [() => assign(live, { sise: 9 } as never), "AttributeError: the record has no field 'sise'"],
    [() => toObject({}), 'TypeError: a record in place is required, not dict'],
    [
      () => Header.at(data, 1),
      `ValueError: Buffer size too small (${Header.size} instead of at least ${Header.size + 1} bytes)`,
    ],
    [() => Header.at(data, -1), 'ValueError: offset cannot be negative'],
    [() => Header.unpack(new Bytes(3)), `error: unpack requires a buffer of ${Header.size} bytes`],
    [() => Header.at('x' as never), "TypeError: memoryview: a bytes-like object is required, not 'str'"],
    [() => record({ a: 'HH' }), "error: a field has one code of struct, not 'HH'"],
    [() => record({ a: 'y' }), 'error: bad char in struct format'],
    [() => record({ a: 5 as never }), 'TypeError: a field is a format, bits, a record or an array, not int'],
    [() => record({ a: bits('B', 9) }), "ValueError: number of bits invalid for bit field 'a'"],
    [() => bits('f', 3), "TypeError: bit fields not allowed for type 'f'"],
    [
      () => record({ a: 'B' }, { pack: 2, layout: 'gcc-sysv' }),
      'ValueError: pack is not compatible with gcc-sysv layout',
    ],
    [() => array('B', -1), "ValueError: The '_length_' attribute must not be negative"],
  ];
  const got = errors.map(([run]) => {
    try {
      run();
      return 'no error';
    } catch (error) {
      return String(error);
    }
  });
  expect(got).toEqual(errors.map(([, error]) => error));
  expect(new Bytes(data).equals(before)).toBe(true);
  using fixed = Point.at(b`\x01\x00\x02\x00`);
  expect(() => (fixed.x = 1)).toThrow('cannot modify read-only memory');
  expect(fixed.x).toBe(1);
});

test('the memory is exported until the end', () => {
  const data = new ByteArray(4);
  const point = Point.at(data);
  expect(() => data.append(1)).toThrow('Existing exports of data: object cannot be re-sized');
  release(point);
  data.append(1);
  expect(() => point.x).toThrow('operation forbidden on released memoryview object');
  expect(() => (point.x = 1)).toThrow('operation forbidden on released memoryview object');
  expect(() => toObject(point)).toThrow('operation forbidden on released memoryview object');
  scope(() => {
    Point.at(data).x = 7;
    Header.arrayAt(data);
  });
  data.append(1);
  {
    using line = record({ ends: array(Point, 1) }).at(data);
    const inner = line.ends.get(0);
    // Disposing of a value inside a record does not end the record.
    (inner as unknown as Disposable)[Symbol.dispose]();
    expect(inner.x).toBe(7);
  }
  data.append(1);
  expect(() => Point.at(data, 5)).toThrow('Buffer size too small');
  data.append(1);
});

test('under the policy detach a resize ends records', () => {
  setLifetimePolicy('detach');
  try {
    const data = new ByteArray(4);
    const point = Point.at(data);
    data.append(1);
    expect(() => point.x).toThrow('operation forbidden on released memoryview object');
  } finally {
    setLifetimePolicy('strict');
  }
});

test('a value whose conversion resizes the memory is not written into it', () => {
  const data = new ByteArray(4);
  const point = Point.at(data);
  let moved = new Bytes();
  const hostile = {
    __index__() {
      release(point);
      moved = data.take_bytes();
      return 5;
    },
  };
  expect(() => (point.x = hostile as never)).toThrow('operation forbidden on released memoryview object');
  expect(moved).toEqual(new Bytes(4));
});

test('arrays of records', () => {
  const data = new ByteArray(13);
  using points = Point.arrayAt(data, 1);
  expect(points.length).toBe(3);
  let i = 0;
  for (const point of points) point.x = ++i;
  points.set(-1, { x: 9, y: 8 });
  expect(points.toArray()).toEqual([
    { x: 1, y: 0 },
    { x: 2, y: 0 },
    { x: 9, y: 8 },
  ]);
  expect(Point.arrayAt(new Bytes(8), 0, 1).length).toBe(1);
  expect(() => Point.arrayAt(new Bytes(8), 0, 3)).toThrow(
    'Buffer size too small (8 instead of at least 12 bytes)',
  );
  const Line = array(Point, 2);
  using line = Line.at(data, 1);
  expect([...line].map(({ x }) => x)).toEqual([1, 2]);
  expect(Line.unpack(Line.pack([line.get(1), { x: 3, y: 4 }]))).toEqual([
    { x: 2, y: 0 },
    { x: 3, y: 4 },
  ]);
});

test('bits: signs, bools, 64 bits; neighbours stay', () => {
  const Flags = record({ low: bits('i', 3), on: bits('?', 1), rest: bits('Q', 40) });
  const data = new ByteArray(new Bytes(Flags.size).translate(new Bytes(256).replace(b`\x00`, b`\xff`)));
  using flags = Flags.at(data);
  flags.low = -4;
  flags.on = false;
  expect(data.hex()).toBe('f4'.padEnd(2 * Flags.size, 'f'));
  flags.rest = 0n;
  flags.rest = 2n ** 40n - 1n;
  expect(toObject(flags)).toEqual({ low: -4, on: false, rest: 2n ** 40n - 1n });
  expect(() => (flags.low = 4)).toThrow('a bit field of 3 bits requires -4 <= number <= 3');
});

test('unions, and names that JavaScript knows', () => {
  const Value = union({ int: 'I', bytes: array('B', 4) });
  expect(Value.unpack(Value.pack({ bytes: [1, 2, 0, 0] }))).toEqual({ int: 513, bytes: [1, 2, 0, 0] });
  const Odd = record({ constructor: 'B', toString: 'B', ['__proto__']: 'B' });
  using odd = Odd.at(b`\x01\x02\x03`);
  expect(odd.constructor).toBe(1);
  expect(Object.entries(Odd.unpack(b`\x01\x02\x03`))).toEqual([
    ['constructor', 1],
    ['toString', 2],
    ['__proto__', 3],
  ]);
});

test('a width of bits is an int, and the layout of gcc packs nothing', () => {
  for (const width of [1.5, NaN, '1' as never, null as never]) {
    expect(() => bits('B', width)).toThrow('number of bits has to be an int');
  }
  expect(() => record({ a: 'i' }, { layout: 'gcc-sysv', pack: 1 })).toThrow(
    'pack is not compatible with gcc-sysv layout',
  );
  expect(record({ a: 'b', b: 'i' }, { layout: 'gcc-sysv' }).size).toBe(8);
  expect(record({ a: 'b', b: 'i' }, { layout: 'ms', pack: 1 }).size).toBe(5);
  expect(record({ a: 'b', b: 'i' }, { pack: 2 }).size).toBe(6);
  for (const pack of [0, -1, 1.5]) {
    expect(() => record({ a: 'i' }, { pack })).toThrow('pack must be a positive integer');
    expect(() => record({ a: 'i' }, { align: pack })).toThrow('align must be a positive integer');
  }
});

test('a loop over the names of a record in memory visits its fields', () => {
  const names: string[] = [];
  for (const name in Point.at(new ByteArray(4))) names.push(name);
  expect(names).toEqual(expect.arrayContaining(['x', 'y']));
});
