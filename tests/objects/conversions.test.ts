/** Our objects where JavaScript converts them to a primitive or to JSON. */
import { ByteArray, Bytes, BytesMap, BytesSet, MemoryView, PyTypeError, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { array, record } from 'pybuffer/record';

class Sub extends Bytes {}

const values: [string, () => object, string][] = [
  ['bytes', () => b`ab`, 'a.concat(b) for +, a.equals(b) for ==, a.compare(b) for an order'],
  ['Sub', () => new Sub(b`ab`), 'a.concat(b) for +, a.equals(b) for ==, a.compare(b) for an order'],
  [
    'bytearray',
    () => new ByteArray(b`ab`),
    'a.concat(b) for +, a.equals(b) for ==, a.compare(b) for an order',
  ],
  ['memoryview', () => new MemoryView(b`ab`), 'm.equals(other) for ==, m.tobytes() for the bytes'],
  [
    'array.array',
    () => new PyArray('b', [1]),
    'a.concat(b) for +, a.equals(b) for ==, a.compare(b) for an order',
  ],
];

test.each(values)('%s is not an operand', (name, make, calls) => {
  const x = make() as unknown as number;
  const error = new PyTypeError(`${name} cannot be an operand of JavaScript's operators: use ${calls}`);
  expect(() => x + 'text').toThrow(error);
  expect(() => x + x).toThrow(error);
  expect(() => x < 1).toThrow(error);
  expect(() => +x).toThrow(error);
  expect(() => -x).toThrow(error);
  // eslint-disable-next-line eqeqeq
  expect(() => (x as unknown) == 'text').toThrow(error);
  expect(() => Math.max(x, 1)).toThrow(error);
  expect(() => new Date(x)).toThrow(error);
});

test('as text they are their str()', () => {
  expect(`${b`ab`} ${String(new ByteArray(b`c`))}`).toBe("b'ab' bytearray(b'c')");
  expect({ [b`ab` as never]: 1 }).toEqual({ "b'ab'": 1 });
  expect([b`a`, b`b`].join('|')).toBe("b'a'|b'b'");
  expect(`${new MemoryView(b`ab`)}`).toMatch(/^<memory at 0x/);
  // eslint-disable-next-line eqeqeq
  expect([(b`ab` as unknown) == null, (b`ab` as unknown) == undefined]).toEqual([false, false]);
});

test('toString takes no encoding, as that of Buffer does', () => {
  for (const [, make] of values) {
    const value = make();
    const call = (...given: unknown[]) =>
      (value.toString as (...given: unknown[]) => string).call(value, ...given);
    expect(call()).toBe(String(value).replace(/0x\w+/, call().match(/0x\w+/)?.[0] ?? ''));
    expect(() => call('hex')).toThrow(
      new PyTypeError('toString() takes no arguments: use decode() or hex()'),
    );
  }
});

test('JSON.stringify raises, at any depth, with the way there and back', () => {
  const message = (value: unknown): string => {
    try {
      return JSON.stringify({ list: [value] });
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
  };
  const values = [
    b`ab`,
    new ByteArray(1),
    new MemoryView(b`ab`),
    new PyArray('b'),
    new BytesIO(b`ab`),
    new BytesMap([[b`a`, 1]]),
    new BytesSet([b`a`]),
  ];
  expect(values.map(message)).toEqual([
    'TypeError: Object of type bytes is not JSON serializable: use x.hex() and Bytes.fromhex(text)',
    'TypeError: Object of type bytearray is not JSON serializable: use x.hex() and ByteArray.fromhex(text)',
    'TypeError: Object of type memoryview is not JSON serializable: use x.tolist()',
    'TypeError: Object of type array is not JSON serializable: use x.tolist() and new PyArray(typecode, list)',
    'TypeError: Object of type BytesIO is not JSON serializable: use x.getvalue().hex() and new BytesIO(Bytes.fromhex(text))',
    'TypeError: Object of type BytesMap is not JSON serializable: use Array.from(x, ([key, value]) => [key.hex(), value])',
    'TypeError: Object of type BytesSet is not JSON serializable: use Array.from(x, (element) => element.hex())',
  ]);
  const text = JSON.stringify({ id: b`a\xff`.hex() });
  expect(Bytes.fromhex((JSON.parse(text) as { id: string }).id).equals(b`a\xff`)).toBe(true);
});

test('JSON has the values of records and arrays in place', () => {
  const Packet = record({ id: 'I', sizes: array('H', 2), point: record({ x: 'b' }) });
  using packet = Packet.at(new ByteArray(b`\x01\0\0\0\x02\0\x03\0\xff\0\0\0`));
  expect(JSON.stringify({ packet })).toBe('{"packet":{"id":1,"sizes":[2,3],"point":{"x":-1}}}');
  expect(JSON.stringify(packet.sizes)).toBe('[2,3]');
  using named = record({ name: '2s' }).at(new ByteArray(2));
  expect(() => JSON.stringify(named)).toThrow('Object of type bytes is not JSON serializable');
});

test('test runners, which call toJSON with nothing, see contents', () => {
  expect([b`ab`.toJSON(), new ByteArray(b`ab`).toJSON(), new PyArray('b', [1]).toJSON()]).toEqual([
    "b'ab'",
    "bytearray(b'ab')",
    "array('b', [1])",
  ]);
  expect([new BytesMap([[b`a`, 1]]).toJSON(), new BytesSet([b`a`]).toJSON()]).toEqual([
    "{b'a': 1}",
    "{b'a'}",
  ]);
  expect(new BytesIO().toJSON()).toMatch(/^<_io.BytesIO object at 0x/);
});
