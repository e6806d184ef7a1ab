import { PyException } from '../../src/exceptions/index.js';
import { reprValue } from '../../src/formats/repr-value.js';

/** The value prints in Python as `text`. */
export function shows(value: unknown, text: string): void {
  expect(reprValue(value)).toBe(text);
}

/** The call raises Python's exception: `'ValueError: I/O operation on closed file.'`, or its class alone. */
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
