/**
 * `tobytes` with every order and with invalid ones, `cast` to invalid shapes and formats, on live and
 * released views.
 */
import { ByteArray, Bytes, LP64, MemoryView, PyException, b, useABI } from 'pybuffer';
import { NDExporter } from 'pybuffer/protocol';

/** The result of a call, or the exception as Python prints it. */
function told(run: () => unknown): string {
  const before = useABI(LP64);
  try {
    return String(run());
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    return `${error.name}: ${error.message}`;
  } finally {
    useABI(before);
  }
}

const RELEASED = 'ValueError: operation forbidden on released memoryview object';

// CPython 3.15.2: `m = memoryview(b'abc')`, and the same after `m.release()`.
test.each<[order: unknown, live: string, released: string]>([
  [null, "b'abc'", RELEASED],
  ['C', "b'abc'", RELEASED],
  ['F', "b'abc'", RELEASED],
  ['A', "b'abc'", RELEASED],
  ['X', "ValueError: order must be 'C', 'F' or 'A'", RELEASED],
  ['', "ValueError: order must be 'C', 'F' or 'A'", RELEASED],
  ['C\0', 'ValueError: embedded null character', 'ValueError: embedded null character'],
  [
    1,
    "TypeError: tobytes() argument 'order' must be str or None, not int",
    "TypeError: tobytes() argument 'order' must be str or None, not int",
  ],
  [
    '\ud800',
    "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
    "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
  ],
])('tobytes(%j)', (order, live, released) => {
  const view = new MemoryView(b`abc`);
  expect(told(() => view.tobytes(order as never))).toBe(live);
  view.release();
  expect(told(() => view.tobytes(order as never))).toBe(released);
});

test('bytes of a view do not change, whatever is written later', () => {
  const data = new ByteArray(b`abcdef`.repeat(1000));
  const own = Uint8Array.from(data);
  for (const view of [
    new MemoryView(data),
    new MemoryView(own),
    new MemoryView(new NDExporter(own, { shape: [6000] })),
  ]) {
    const bytes = view.tobytes();
    const before = bytes.hex();
    data.set(0, 0x7a);
    own[0] = 0x7a;
    expect(bytes.hex()).toBe(before);
    data.set(0, 0x61);
    own[0] = 0x61;
  }
});

const OUTSIDE = 'OverflowError: Python int too large to convert to C ssize_t';
const NOT_POSITIVE = 'ValueError: memoryview.cast(): elements of shape must be integers > 0';
const TOO_MUCH = 'ValueError: memoryview.cast(): product(shape) > SSIZE_MAX';
const OTHER_SIZE = 'TypeError: memoryview: product(shape) * itemsize != buffer size';

// CPython 3.15.2: `memoryview(bytearray(6)).cast('B', shape).shape`.
test.each<[shape: (number | bigint)[], answer: string]>([
  [[2, 3], '2,3'],
  [[2n, 3n], '2,3'],
  [[6n], '6'],
  [[1, 6], '1,6'],
  [[2n ** 63n], OUTSIDE],
  [[-(2n ** 63n) - 1n], OUTSIDE],
  [[-(2n ** 63n)], NOT_POSITIVE],
  [[0], NOT_POSITIVE],
  [[0n], NOT_POSITIVE],
  [[-1], NOT_POSITIVE],
  [[-1n], NOT_POSITIVE],
  [[2 ** 31, 2 ** 32], TOO_MUCH],
  [[2n ** 62n, 2], TOO_MUCH],
  [[2 ** 40, 2 ** 40], TOO_MUCH],
  [[6, 2n ** 62n], TOO_MUCH],
  [[2n ** 63n - 1n], OTHER_SIZE],
  [[2n ** 53n + 1n], OTHER_SIZE],
  [[2 ** 40, 2 ** 22], OTHER_SIZE],
  [[7], OTHER_SIZE],
  [[1.5], 'TypeError: memoryview.cast(): elements of shape must be integers'],
  [['a' as never], 'TypeError: memoryview.cast(): elements of shape must be integers'],
])('cast to shape %p', (shape, answer) => {
  const data = new ByteArray(6);
  const view = new MemoryView(data);
  expect(told(() => view.cast('B', shape as never).shape)).toBe(answer);
  expect(view.shape).toEqual([6]);
});

const notAscii = (what: string) =>
  `UnicodeEncodeError: 'ascii' codec can't encode ${what}: ordinal not in range(128)`;

test.each([
  ['é\x7f', notAscii("character '\\xe9' in position 0")],
  ['\x7fé', notAscii("character '\\xe9' in position 1")],
  ['éü\x7fé', notAscii('characters in position 0-1')],
  ['éü', notAscii('characters in position 0-1')],
  ['😀', notAscii("character '\\U0001f600' in position 0")],
  ['😀é', notAscii('characters in position 0-1')],
  ['B\0é', notAscii("character '\\xe9' in position 2")],
  ['B\0x', 'B'],
])('cast to format %j', (format, answer) => {
  expect(told(() => new MemoryView(new ByteArray(6)).cast(format as 'B').format)).toBe(answer);
});

test('complex items are equal by value', () => {
  const one = { re: 1, im: 2 };
  for (const format of ['Zf', 'Zd'] as const) {
    const [left, right] = [0, 0].map(() => new MemoryView(new ByteArray(16)).cast(format));
    expect(left!.equals(right)).toBe(true);
    left!.set(0, one as never);
    expect(left!.equals(right)).toBe(false);
    right!.set(0, one as never);
    expect([left!.equals(right), left!.equals(new MemoryView(new Bytes(16)))]).toEqual([true, false]);
  }
});

test('numbers that are not finite compare as in Python, at any position among doubles', () => {
  for (let length = 1; length < 10; length++) {
    for (let at = 0; at < length; at++) {
      for (const [value, isEqual] of [
        [NaN, false],
        [Infinity, true],
        [-0, true],
      ] as const) {
        const items = new Float64Array(length).fill(1);
        items[at] = value;
        const [left, right] = [new MemoryView(items), new MemoryView(items.slice())];
        expect([length, at, value, left.equals(right)]).toEqual([length, at, value, isEqual]);
        items[at] = 7;
        expect(left.equals(right)).toBe(false);
      }
    }
  }
});
