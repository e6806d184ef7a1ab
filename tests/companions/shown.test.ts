/** What JavaScript sees of arrays, streams, structs and records: text, JSON, tags, keys, and live typed arrays. */
import { inspect } from 'node:util';
import { ByteArray, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { array, bits, record, toObject } from 'pybuffer/record';
import { Struct, iter_unpack } from 'pybuffer/struct';
import { Struct as HostStruct } from 'pybuffer/struct-uint8array';
import { PyComplex } from 'pybuffer/runtime';

const tag = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);
const keys = (value: object): string[] => {
  const found: string[] = [];
  for (const key in value) found.push(key);
  return found;
};

test('an array', () => {
  const items = new PyArray('h', [1, -2]);
  expect([tag(items), items.contents, inspect(items), `${items}`, items.toJSON()]).toEqual([
    'array:1,-2',
    'array:1,-2',
    "array('h', [1, -2])",
    "array('h', [1, -2])",
    "array('h', [1, -2])",
  ]);
  expect(keys(items)).toContain('contents');
  expect(() => JSON.stringify({ items })).toThrow(
    'Object of type array is not JSON serializable: use x.tolist() and new PyArray(typecode, list)',
  );
  expect([...items.toUint8Array()]).toEqual([1, 0, 254, 255]);
  const copy = items.__copy__();
  copy.set(0, 9);
  const deep = items.__deepcopy__();
  expect([items.tolist(), copy.tolist(), deep.tolist()]).toEqual([
    [1, -2],
    [9, -2],
    [1, -2],
  ]);
  using live = items.asUint8Array();
  live[0] = 7;
  using readonly = items.asReadonlyUint8Array();
  expect([items.get(0), readonly[0], readonly.length]).toEqual([7, 7, 4]);
  expect(() => items.append(1)).toThrow('cannot resize an array that is exporting buffers');
});

test('a stream', () => {
  const [one, two] = [new BytesIO(b`a`), new BytesIO(b`a`)];
  expect(tag(one)).toMatch(/^BytesIO:\d+$/);
  expect(one.contents).toBe(tag(one));
  expect(tag(one)).not.toBe(tag(two));
  expect(keys(one)).toContain('contents');
  expect(inspect(one)).toMatch(/^<_io.BytesIO object at 0x[0-9a-f]+>$/);
  expect([`${one}`, one.toJSON()]).toEqual([inspect(one), inspect(one)]);
  expect(() => JSON.stringify({ one })).toThrow(
    'Object of type BytesIO is not JSON serializable: use x.getvalue().hex() and new BytesIO(Bytes.fromhex(text))',
  );
});

test('a struct and its iterator', () => {
  expect(inspect(new Struct('<h'))).toBe("Struct('<h')");
  expect(inspect(new HostStruct('<h'))).toBe("Struct('<h')");
  const data = new ByteArray(b`abcd`);
  {
    using iterator = iter_unpack('h', data);
    expect(iterator.next().done).toBe(false);
    expect(() => data.append(1)).toThrow('Existing exports of data: object cannot be re-sized');
  }
  data.append(1);
  expect(data.length).toBe(5);
});

const Point = record({ x: 'h', y: 'h' });
const Shape = record(
  {
    name: '3s',
    flags: bits('B', 3),
    at: Point,
    edges: array('B', 2),
    points: array(Point, 1),
    z: 'Zd',
    ok: '?',
  },
  { order: '<' },
);
const shape = {
  name: b`a"b`,
  flags: 5,
  at: { x: 1, y: -2 },
  edges: [3, 4],
  points: [{ x: 5, y: 6 }],
  z: new PyComplex(1, 2),
  ok: true,
};

test('a record in place and its arrays', () => {
  using live = Shape.at(new ByteArray(Shape.pack(shape)));
  const text =
    '{"name": b\'a"b\', "flags": 5, "at": {"x": 1, "y": -2}, "edges": [3, 4], "points": [{"x": 5, "y": 6}], ' +
    '"z": 1+2j, "ok": 1}';
  expect(`${live as object}`).toBe(text);
  const digest = tag(live);
  expect(digest).toMatch(new RegExp(`^record:${text.length}#[0-9a-f]{32}$`));
  live.flags = 4;
  expect(tag(live)).not.toBe(digest);
  live.flags = 5;
  expect(tag(live)).toBe(digest);
  expect(tag(live.at)).toBe('record:{"x":\\x201,\\x20"y":\\x20-2}');
  expect(inspect(live.at)).toBe('{ x: 1, y: -2 }');
  expect(JSON.stringify(live.at)).toBe('{"x":1,"y":-2}');
  expect([
    tag(live.edges),
    `${live.edges as object}`,
    JSON.stringify(live.edges),
    inspect(live.edges),
  ]).toEqual(['recordarray:[3,\\x204\\x5d', '[3, 4]', '[3,4]', '[ 3, 4 ]']);
  expect(`${live.points as object}`).toBe('[{"x": 5, "y": 6}]');
  expect((live.edges as unknown as { contents: string }).contents).toBe(tag(live.edges));
  expect(keys(live.edges)).toContain('contents');
  expect(toObject(live)).toEqual(shape);
  expect(toObject(live.edges)).toEqual([3, 4]);
});

test('fields of a record are complex numbers at an alignment of half their size, and bits of whole bytes', () => {
  expect(record({ a: 'b', z: 'Zd' }).fields.z).toEqual({ offset: 8, size: 16 });
  expect(record({ a: 'b', z: 'Zf' }).fields.z).toEqual({ offset: 4, size: 8 });
  expect(record({ a: 'b', z: 'D' }).alignment).toBe(8);
  const Bits = record({ low: bits('B', 3), high: bits('B', 5) });
  const data = new ByteArray(1);
  using live = Bits.at(data);
  live.high = 31;
  expect([live.low, live.high, data.get(0)]).toEqual([0, 31, 0xf8]);
  expect(() => ((live as { low: unknown }).low = 'x')).toThrow('required argument is not an integer');
  expect(() => Bits.pack({ low: 1.5, high: 0 })).toThrow('required argument is not an integer');
  expect(record({ inner: Bits, more: 'B' }, { order: '>' }).unpack(b`\x0a\x01`)).toEqual({
    inner: { low: 2, high: 1 },
    more: 1,
  });
});

test.each<[string, () => unknown, string]>([
  ['no fields', () => record(null as never), 'fields have to be an object, not NoneType'],
  ['fields in a text', () => record('h' as never), 'fields have to be an object, not str'],
  ['options in a text', () => record({ a: 'h' }, '<' as never), 'options have to be an object, not str'],
  [
    'None as items',
    () => Shape.pack({ ...shape, edges: null as never }),
    "'NoneType' object is not iterable",
  ],
  ['None as a record', () => Point.pack(null as never), 'not NoneType'],
  ['nothing as a record', () => Point.pack(undefined as never), 'not NoneType'],
])('%s', (_, run, message) => {
  expect(run).toThrow(message);
});

test('items of a record come from any iterable, and a field is set to a whole record', () => {
  const data = new ByteArray(Shape.pack({ ...shape, edges: new Set([8, 9]) }));
  using live = Shape.at(data);
  expect(live.edges.toArray()).toEqual([8, 9]);
  live.at = { x: 7, y: 8 };
  live.points.set(0, { x: 1, y: 2 });
  expect(toObject(live)).toEqual({ ...shape, edges: [8, 9], at: { x: 7, y: 8 }, points: [{ x: 1, y: 2 }] });
  using fixed = Shape.at(Shape.pack(shape));
  expect(() => ((fixed as { at: unknown }).at = { x: 1, y: 1 })).toThrow('cannot modify read-only memory');
});
