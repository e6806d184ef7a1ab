// `indexable`: subscripts, slices as text, `delete` and `in` on the three types.
import {
  ByteArray,
  Bytes,
  MemoryView,
  PyIndexError,
  PyTypeError,
  PyValueError,
  b,
  indexable,
} from 'pybuffer';

test('items and slices of a bytearray', () => {
  const data = new ByteArray(b`ABC`);
  const x = indexable(data);
  x[1] = 90;
  expect([x[0], x[1], x[-1]]).toEqual([65, 90, 67]);
  expect(`${x['0:2']}`).toBe("bytearray(b'AZ')");
  expect(`${x['::-1']}`).toBe("bytearray(b'CZA')");
  x['1:2'] = b`xyz`;
  expect(`${data}`).toBe("bytearray(b'AxyzC')");
  delete x[0];
  delete x['-1:'];
  expect(`${data}`).toBe("bytearray(b'xyz')");
  expect([120 in x, 65 in x]).toEqual([true, false]);
});

test('methods, properties and identity are those of the value', () => {
  const x = indexable(new ByteArray(b`a,b`));
  expect(x.length).toBe(3);
  expect(`${x.split(b`,`)}`).toBe("bytearray(b'a'),bytearray(b'b')");
  expect(x).toBeInstanceOf(ByteArray);
  expect(new Bytes(x).repr()).toBe("b'a,b'");
  expect([...x]).toEqual([97, 44, 98]);
  expect('append' in x).toBe(true);
});

test('a view writes through', () => {
  const data = new ByteArray(b`ABC`);
  const m = indexable(new MemoryView(data));
  m[1] = 90;
  m['2:'] = b`!`;
  expect(`${data} ${m[-1]}`).toBe("bytearray(b'AZ!') 33");
  m.release();
});

test("errors are Python's", () => {
  const x = indexable(new ByteArray(b`abc`));
  expect(() => x[3]).toThrow(new PyIndexError('bytearray index out of range'));
  expect(() => (x[0] = 256)).toThrow(new PyValueError('byte must be in range(0, 256)'));
  const fixed = indexable(b`abc`);
  expect(() => (fixed[0] = 1)).toThrow(new PyTypeError("'bytes' object does not support item assignment"));
  expect(() => delete fixed[0]).toThrow(new PyTypeError("'bytes' object doesn't support item deletion"));
  expect(() => x['::0']).toThrow(new PyValueError('slice step cannot be zero'));
});

test('slices of several digits and signs, and names that are none', () => {
  const x = indexable(new ByteArray(Array.from({ length: 40 }, (_, i) => i)));
  const named = x as unknown as Record<string, unknown>;
  expect(['10:23:11', '-12:-10', '::-39', '38:'].map((name) => String(named[name]))).toEqual([
    "bytearray(b'\\n\\x15')",
    "bytearray(b'\\x1c\\x1d')",
    'bytearray(b"\'\\x00")',
    'bytearray(b"&\'")',
  ]);
  expect(['a1:2', '1:2b', '1:2:3:4', ':a', '+1:2'].map((name) => named[name])).toEqual(
    new Array(5).fill(undefined),
  );
});

test('a name that is not a subscript is set and deleted as a property of the value', () => {
  class Named extends ByteArray {
    name = 'a';
  }
  const data = new Named(b`abc`);
  const x = indexable(data);
  x.name = 'b';
  expect([data.name, x.name]).toEqual(['b', 'b']);
  expect(delete (x as { name?: string }).name).toBe(true);
  expect(['name' in data, 'name' in x, String(data)]).toEqual([false, false, "Named(b'abc')"]);
});
