/** `cast` with formats and shapes that it just accepts or just refuses. The expected values are CPython 3.15's. */
import { ByteArray, ILP32, MemoryView, PyException, useABI } from 'pybuffer';

const FORMAT =
  "ValueError: memoryview: destination format must be a native format prefixed with an optional '@'";
const SIZE = 'TypeError: memoryview: product(shape) * itemsize != buffer size';
const TOO_LARGE = 'OverflowError: Python int too large to convert to C ssize_t';
const PAST_MAXSIZE = 'ValueError: memoryview.cast(): product(shape) > SSIZE_MAX';
const encodeError = (place: string) =>
  `UnicodeEncodeError: 'ascii' codec can't encode character${place}: ordinal not in range(128)`;

const view = () => new MemoryView(new ByteArray(4));

function told(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    return String(error);
  }
}

test.each([
  ['\x7f', FORMAT],
  ['Bx', FORMAT],
  ['\0', FORMAT],
  ['B\0x', 'B'],
  ['H\0', 'H'],
  ['é', encodeError(" '\\xe9' in position 0")],
  ['Bé', encodeError(" '\\xe9' in position 1")],
  ['Bééx', encodeError('s in position 1-2')],
  ['aéé', encodeError('s in position 1-2')],
  ['B\u{1f600}é', encodeError('s in position 1-2')],
])('format %j', (format, answer) => {
  expect(told(() => view().cast(format as 'B').format)).toBe(answer);
});

test.each([
  ['B', [-(2n ** 63n)], 'ValueError: memoryview.cast(): elements of shape must be integers > 0'],
  ['B', [-(2n ** 63n) - 1n], TOO_LARGE],
  ['B', [2n ** 63n - 1n], SIZE],
  ['B', [2n ** 63n], TOO_LARGE],
  ['B', [2n ** 62n, 2], PAST_MAXSIZE],
  ['B', [2n ** 62n, 1], SIZE],
  ['B', [(2n ** 63n - 1n) / 7n, 7], SIZE],
  ['B', [(2n ** 63n - 1n) / 7n + 1n, 7], PAST_MAXSIZE],
  ['H', [2n ** 62n], PAST_MAXSIZE],
  ['H', [2n ** 62n - 1n], SIZE],
] as const)('shape of %s: %j', (format, shape, answer) => {
  expect(told(() => view().cast(format, shape as never))).toBe(answer);
});

test('limits of 32 bits', () => {
  const before = useABI(ILP32);
  try {
    const answers = [
      [2 ** 31 - 1],
      [2 ** 31],
      [-(2 ** 31)],
      [-(2 ** 31) - 1],
      [2 ** 30, 2],
      [2 ** 30, 1],
    ].map((shape) => told(() => view().cast('B', shape)));
    expect(answers).toEqual([
      SIZE,
      TOO_LARGE,
      'ValueError: memoryview.cast(): elements of shape must be integers > 0',
      TOO_LARGE,
      PAST_MAXSIZE,
      SIZE,
    ]);
  } finally {
    useABI(before);
  }
});

test('from many dimensions to one, given as a shape or not', () => {
  const two = view().cast('B', [2, 2]);
  expect([two.cast('B', [4]).shape, two.cast('B').shape, two.cast('H', [2]).shape]).toEqual([[4], [4], [2]]);
  expect(told(() => two.cast('B', [1, 4]))).toBe('TypeError: memoryview: cast must be 1D -> ND or ND -> 1D');
});

test('each extent of a shape is read once, so that the checked value is the one that is used', () => {
  let reads = 0;
  const shape = new Proxy([2, 2], {
    get: (target, key) => (key === '0' && ++reads > 1 ? '2' : Reflect.get(target, key)),
  });
  expect([view().cast('B', shape).shape, reads]).toEqual([[2, 2], 1]);
});

test('two dimensions of items at offsets that no typed array can have', () => {
  const data = new ByteArray(9);
  const grid = new MemoryView(data).slice(1).cast('H', [2, 2]);
  grid.set(1, 0, 0x0201);
  expect([grid.tolist(), grid.strides, data.repr()]).toEqual([
    [
      [0, 0],
      [513, 0],
    ],
    [4, 2],
    "bytearray(b'\\x00\\x00\\x00\\x00\\x00\\x01\\x02\\x00\\x00')",
  ]);
});

test.each([
  [[1.5, 4]],
  [[4, 1.5]],
  [[0.5, 12]],
  [['2', 3]],
  [[2, '3']],
  [[null, 6]],
  [[6, undefined]],
  [[{ __index__: () => 2 }, 3]],
])('two extents of which one is no int: %j', (shape) => {
  const six = new MemoryView(new ByteArray(6));
  const wrong = 'TypeError: memoryview.cast(): elements of shape must be integers';
  expect(told(() => six.cast('B', shape as never))).toBe(wrong);
});

test.each<[shape: (number | bigint | boolean)[], answer: unknown]>([
  [
    [2, 3],
    [2, 3],
  ],
  [
    [2n, 3],
    [2, 3],
  ],
  [
    [2, 3n],
    [2, 3],
  ],
  [
    [true, 6],
    [1, 6],
  ],
  [
    [6, true],
    [6, 1],
  ],
  [[2, 4], SIZE],
  [[1, 5], SIZE],
  [[2 ** 32 + 2, 3], SIZE],
  [[2, 2 ** 32 + 3], SIZE],
  [[-2, -3], 'ValueError: memoryview.cast(): elements of shape must be integers > 0'],
  [[0, 6], 'ValueError: memoryview.cast(): elements of shape must be integers > 0'],
  [[6, 0], 'ValueError: memoryview.cast(): elements of shape must be integers > 0'],
])('two extents: %p', (shape, answer) => {
  const six = new MemoryView(new ByteArray(6));
  expect(told(() => six.cast('B', shape as never).shape)).toEqual(answer);
});
