/**
 * Fast paths of slots for plain bytes and plain ints on Skulpt: a session that CPython answered, and which of its
 * steps take them.
 */
import { ByteArray, Bytes } from 'pybuffer';
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

test('tiny repetitions are made without the method', () => {
  const run = skulptWithAdapter();
  const methods = [Bytes, ByteArray].map(({ prototype }) => jest.spyOn(prototype, 'repeat'));
  const calls = () => methods.map(({ mock }) => mock.calls.splice(0).map(([times]) => times));
  try {
    expect(run("b = b'ab'\nprint(3 * b, b * 8, b'a' * 16, b * 1, b'' * 9)")).toBe(
      "b'ababab' b'abababababababab' b'aaaaaaaaaaaaaaaa' b'ab' b''\n",
    );
    expect(calls()).toEqual([[1, 9], []]);
    expect(run("print(len(b'ab' * 9), bytearray(b'ab') * 2)")).toBe("18 bytearray(b'abab')\n");
    expect(calls()).toEqual([[9], [2]]);
  } finally {
    for (const method of methods) method.mockRestore();
  }
});
