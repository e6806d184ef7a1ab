/** `int()` of short numerals, which it reads without a regular expression, and of all others. */
import { ByteArray, Bytes } from 'pybuffer';
import { builtins } from 'pybuffer/runtime';

const { int } = builtins;
const bytes = (text: string) => new Bytes(text, 'latin-1');

describe('int() of short numerals', () => {
  test('reads digits of the base, in text, bytes and bytearrays', () => {
    expect(int('0123')).toBe(123);
    expect(int(bytes('fF'), 16)).toBe(255);
    expect(int(new ByteArray(bytes('z')), 36)).toBe(35);
    expect(int('0b1', 16)).toBe(177);
    expect(int('9999999999')).toBe(9999999999);
    expect(int('99999999999999999999')).toBe(99999999999999999999n);
  });

  test.each([
    ['', 10, "invalid literal for int() with base 10: ''"],
    ['12a', 10, "invalid literal for int() with base 10: '12a'"],
    ['1', 37, 'int() base must be >= 2 and <= 36, or 0'],
    ['1', 1, 'int() base must be >= 2 and <= 36, or 0'],
    ['\u0131', 10, "invalid literal for int() with base 10: '\u0131'"],
  ])('int(%j, %s) raises', (text, base, message) => {
    expect(() => int(text, base)).toThrow(message);
  });

  test('leaves signs, spaces, underscores and prefixes to the full rules', () => {
    expect([int(' 12 '), int('-12'), int('1_2'), int('0x1f', 16), int('0x1f', 0)]).toEqual([
      12, -12, 12, 31, 31,
    ]);
    expect(() => int('012', 0)).toThrow("invalid literal for int() with base 0: '012'");
  });

  test('asks a derived class for its __int__ first', () => {
    class Own extends Bytes {
      __int__(): number {
        return 7;
      }
    }
    expect(int(new Own('12', 'ascii'))).toBe(7);
  });
});
