/** A float of a derived class: the class is named in errors, the value counts as a float's. */
import { Bytes } from 'pybuffer';
import { DerivedFloat } from '../../src/adapters/derived-float.js';
import { PyFloat } from '../../src/python/index.js';

test('errors name the class', () => {
  const made = new DerivedFloat(1.5, 'Celsius');
  expect(made).toBeInstanceOf(PyFloat);
  expect(made.value).toBe(1.5);
  expect(() => new Bytes([made as never])).toThrow("'Celsius' object cannot be interpreted as an integer");
});
