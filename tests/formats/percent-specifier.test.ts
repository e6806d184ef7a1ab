/** Widths and precisions from arguments. The expected values are CPython 3.15's on 64-bit memory. */
import { PyMemoryError, PyOverflowError, b } from 'pybuffer';

const MAXSIZE = 2n ** 63n - 1n;

test('a width from -sys.maxsize to sys.maxsize is one', () => {
  for (const width of [-MAXSIZE, MAXSIZE]) {
    expect(() => b`%*r`.mod([width, 1] as never)).toThrow(PyMemoryError);
  }
  for (const width of [-MAXSIZE - 1n, MAXSIZE + 1n]) {
    expect(() => b`%*d`.mod([width, 1] as never)).toThrow(
      new PyOverflowError('format argument 1: too big for width'),
    );
  }
  expect(b`%*r|`.mod([-3, 1] as never).repr()).toBe("b'1  |'");
});

test('a precision is a C int', () => {
  expect(b`%.*r`.mod([-(2 ** 31), 1] as never).length).toBe(0);
  for (const precision of [-(2 ** 31) - 1, 2 ** 31]) {
    expect(() => b`%.*r`.mod([precision, 1] as never)).toThrow(
      new PyOverflowError('format argument 1: too big for precision'),
    );
  }
});
