/**
 * `bytearray.__init__` on an object of a derived class. The expected values are what CPython 3.15 prints for
 * the same program.
 */
import { ByteArray } from '../../src/bytes/index.js';
import { iterate } from '../../src/python/index.js';

test('__init__ fills the content without calling methods that a derived class overrides', () => {
  const called: string[] = [];
  class Loud extends ByteArray {
    override append(): void {
      called.push('append');
    }
    override extend(): void {
      called.push('extend');
    }
    override resize(): void {
      called.push('resize');
    }
  }
  const data = new Loud();
  data.__init__(iterate([1, 2, 3]));
  expect(data.repr()).toBe("Loud(b'\\x01\\x02\\x03')");
  data.__init__([4, 5]);
  expect(data.repr()).toBe("Loud(b'\\x04\\x05')");
  data.__init__([4, { __index__: () => 7 }, 3]);
  expect(data.repr()).toBe("Loud(b'\\x04\\x07\\x03')");
  expect(called).toEqual([]);
});
