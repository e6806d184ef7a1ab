// How the tests of companions state that a call shows a value or raises an exception.
import { PyException } from '../../src/exceptions/index.js';
import { reprValue } from '../../src/formats/repr-value.js';

/** Expects that Python prints the value as `text`. */
export function shows(value: unknown, text: string): void {
  expect(reprValue(value)).toBe(text);
}

/** Expects a Python exception: `'ValueError: I/O operation on closed file.'`, or only its class. */
export function raises(run: () => unknown, expected: string): void {
  let met = 'nothing raised';
  try {
    run();
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    met = expected.includes(':') ? `${error.name}: ${error.message}` : error.name;
  }
  expect(met).toBe(expected);
}
