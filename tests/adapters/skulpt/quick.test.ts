/**
 * Fast paths of slots for plain bytes and plain ints on Skulpt: a session that CPython answered, and which of its
 * steps take them.
 */
import { Bytes } from 'pybuffer';
import { testCountedSession } from './counted.js';
import { skulptWithAdapter } from './host.js';

testCountedSession('quick');

test('an object is equal to itself without a look at its bytes', () => {
  const run = skulptWithAdapter();
  const equals = jest.spyOn(Bytes.prototype, 'equals');
  try {
    expect(run("b = b'abc'\nprint(b == b, b != b)")).toBe('True False\n');
    expect(equals).not.toHaveBeenCalled();
    expect(run("b = b'abc'\nprint(b == bytes([97, 98, 99]), b != b'abd')")).toBe('True True\n');
    expect(equals).toHaveBeenCalledTimes(2);
  } finally {
    equals.mockRestore();
  }
});
