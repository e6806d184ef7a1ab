/**
 * The methods that `callMethod` calls without a search: what would change the result of such a call.
 * `handles.test.ts` compares each of them with the same method called on its class.
 */
import { ByteArray, Bytes, MemoryView, PyTypeError, PyValueError } from 'pybuffer';
import { builtins, callMethod, configure } from 'pybuffer/runtime';
import { Struct } from 'pybuffer/struct';

const text = (value: string) => new Bytes(value, 'latin-1');

test.each(['pack', 'unpack', 'unpack_from'])('an own attribute of a Struct hides %s', (name) => {
  const record = Object.assign(new Struct('<H'), { [name]: () => 'own' });
  expect(callMethod(record, name, [name === 'pack' ? 1 : text('ab')])).toBe('own');
});

test('an attribute of plain bytes, which Python does not have, hides no method', () => {
  expect(callMethod(Object.assign(text(' a '), { strip: () => 'own' }), 'strip')).toEqual(text('a'));
});

test('a class derived from Struct overrides its methods', () => {
  class Record extends Struct {
    override unpack(): never {
      return 'own' as never;
    }
  }
  expect(callMethod(new Record('<H'), 'unpack', [text('ab')])).toBe('own');
});

test('unpacked floats are boxed where the layer boxes them', () => {
  const record = new Struct('<d');
  const data = record.pack(2);
  const before = configure({ floats: 'box' });
  try {
    for (const name of ['unpack', 'unpack_from'])
      expect(builtins.repr(callMethod(record, name, [data]))).toBe('(2.0,)');
  } finally {
    configure(before);
  }
  expect(callMethod(record, 'unpack', [data])).toEqual([2]);
});

test('what these methods refuse is refused by the general way, in its words', () => {
  const record = new Struct('<H');
  expect(() => callMethod(record, 'unpack_from', [[1, 2]])).toThrow(PyTypeError);
  expect(() => callMethod(record, 'pack', [])).toThrow('pack expected 1 items for packing (got 0)');
  expect(() => callMethod(text('a'), 'clear')).toThrow("'bytes' object has no attribute 'clear'");
  expect(() => callMethod(text('a'), 'startswith', [[text('a')]])).toThrow(
    'startswith first arg must be bytes or a tuple of bytes, not list',
  );
  expect(callMethod(text('a'), 'startswith', [Object.freeze([text('a')])])).toBe(true);
});

test('methods without a result return None', () => {
  const array = new ByteArray(text('ab'));
  expect(callMethod(array, 'clear')).toBeNull();
  expect(array).toHaveLength(0);
  const view = new MemoryView(array);
  expect(callMethod(view, 'release')).toBeNull();
  expect(() => callMethod(view, 'tobytes')).toThrow(PyValueError);
});
