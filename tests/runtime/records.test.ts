/** Which type a value belongs to, for values that resist being looked at. */
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { builtins, callMethod, operator } from 'pybuffer/runtime';
import { exactRecordOf, isRecordedClass, recordOf, recordOfClass } from '../../src/runtime/records.js';
import { pythonOf } from '../python-of.js';

test('a revoked proxy is of no type', () => {
  const { proxy, revoke } = Proxy.revocable(new Bytes('a', 'ascii'), {});
  revoke();
  expect([exactRecordOf(proxy), recordOf(proxy)]).toEqual([null, null]);
  const list = Proxy.revocable([] as unknown[], {});
  list.revoke();
  expect(exactRecordOf(list.proxy)).toBeNull();
});

test('an error of a proxy that is not revoked passes through', () => {
  const error = new Error('mine');
  const proxy = new Proxy(new Bytes('a', 'ascii'), {
    get() {
      throw error;
    },
  });
  expect(() => exactRecordOf(proxy)).toThrow(error);
});

test('which functions are classes of ours', () => {
  class D extends Bytes {}
  const arrow = () => 1;
  const rows = [
    Bytes,
    ByteArray,
    MemoryView,
    D,
    class C {},
    arrow,
    builtins.len,
    Function.prototype,
    null,
    5,
  ];
  expect(rows.map((each) => [isRecordedClass(each), recordOfClass(each)])).toEqual([
    [true, 'bytes'],
    [true, 'bytearray'],
    [true, 'memoryview'],
    [false, 'bytes'],
    ...Array.from({ length: 6 }, () => [false, null]),
  ]);
});

test('the exact type of a value, and of one of a derived class', () => {
  class D extends Bytes {}
  const values = [
    new Bytes(),
    new ByteArray(),
    new MemoryView(new Bytes()),
    new D(),
    [],
    null,
    'a',
    { a: 1 },
  ];
  expect(values.map((each) => [exactRecordOf(each), recordOf(each)])).toEqual([
    ['bytes', 'bytes'],
    ['bytearray', 'bytearray'],
    ['memoryview', 'memoryview'],
    [null, 'bytes'],
    ...Array.from({ length: 4 }, () => [null, null]),
  ]);
});

test('a class may define static methods, which calls on the class find first', () => {
  class D extends Bytes {
    static make(...args: unknown[]): unknown {
      return [this === D, ...args];
    }
    static override fromhex(): never {
      return 'own' as never;
    }
  }
  expect(callMethod(D, 'make', [1])).toEqual([true, 1]);
  expect(callMethod(D, 'make', [1], { a: 2 })).toEqual([true, 1, { a: 2 }]);
  expect(callMethod(D, 'fromhex', ['61'])).toBe('own');
  expect(pythonOf(() => callMethod(Bytes, 'fromhex', ['61']))).toBe("b'a'");
  expect(pythonOf(() => operator.add(new D(1), 1))).toBe("TypeError: can't concat int to D");
});
