/**
 * What `console.log` and comparison helpers show of a view: its format, its shape and its first items, read
 * by their format.
 */
import { inspect } from 'node:util';
import { ByteArray, LP64, MemoryView, b, useABI } from 'pybuffer';
import { NDExporter } from 'pybuffer/protocol';

const tag = (view: object): string => Object.prototype.toString.call(view).slice(8, -1);
const numbers = (count: number) => Uint8Array.from({ length: count }, (_, i) => i);
const items = (count: number) => [...numbers(count)].join(', ');

/** A view of a number behind a pointer. */
function behindPointer(): MemoryView<unknown> {
  const memory = new Uint8Array(32);
  memory[0] = 16;
  memory[19] = 7;
  return new MemoryView(new NDExporter(memory, { shape: [1, 1], strides: [8, 1], suboffsets: [3, -1] }));
}

test.each<[shown: string, tagged: string, make: () => MemoryView<never> | MemoryView<unknown> | MemoryView]>([
  ["read-only 'B' (0,) []", '(0,):', () => new MemoryView(b``)],
  ["read-only 'B' (3,) [97, 98, 99]", '(3,):97,98,99', () => new MemoryView(b`abc`)],
  ["'B' (3,) [97, 98, 99]", '(3,):97,98,99', () => new MemoryView(new ByteArray(b`abc`))],
  ["read-only 'B' (2,) [99, 97]", '(2,):99,97', () => new MemoryView(b`abc`).slice(null, null, -2)],
  [
    "'B' (20,) [" + items(20) + ']',
    `(20,):${items(20).replaceAll(' ', '')}`,
    () => new MemoryView(numbers(20)),
  ],
  [
    "'B' (21,) [" + items(20) + ', ... 1 more]',
    `(21,):${items(21).replaceAll(' ', '')}`,
    () => new MemoryView(numbers(21)),
  ],
  [
    "'B' (2, 3) [0, 1, 2, 3, 4, 5]",
    '(2,3):0,1,2,3,4,5',
    () => new MemoryView(numbers(6)).cast('B', [2, 3]) as never,
  ],
  ["'B' () [7]", '():7', () => new MemoryView(Uint8Array.of(7)).cast('B', []) as never],
  ["'H' (2,) [258, 772]", '(2,):258,772', () => new MemoryView(Uint8Array.of(2, 1, 4, 3)).cast('H')],
  ["'d' (1,) [0.5]", '(1,):0.5', () => new MemoryView(new Float64Array([0.5]))],
  ["'?' (2,) [0, 1]", '(2,):0,1', () => new MemoryView(Uint8Array.of(0, 1)).cast('?') as never],
  [
    "'c' (2,) [b'\\x00', b'a']",
    "(2,):b'\\x00',b'a'",
    () => new MemoryView(Uint8Array.of(0, 97)).cast('c') as never,
  ],
  ["'q' (1,) [-2]", '(1,):-2', () => new MemoryView(new BigInt64Array([-2n]))],
  [
    "'<HB' (2,) [(1, 2), (3, 4)]",
    '(2,):(1,\\x202),(3,\\x204)',
    () =>
      new MemoryView(
        new NDExporter(Uint8Array.of(1, 0, 2, 3, 0, 4), { format: '<HB', itemsize: 3, shape: [2] }),
      ),
  ],
  [
    "'T{B:x:}' (2,) [T{B:x:}:0a0b, T{B:x:}:0c0d]",
    '(2,):T{B:x:}:0a0b,T{B:x:}:0c0d',
    () =>
      new MemoryView(
        new NDExporter(Uint8Array.of(10, 11, 12, 13), { format: 'T{B:x:}', itemsize: 2, shape: [2] }),
      ),
  ],
  ["'B' (3, 0) []", '(3,0):', () => new MemoryView(new NDExporter(new Uint8Array(4), { shape: [3, 0, 5] }))],
  ["'B' (1, 1) [7]", '(1,1):7', behindPointer],
])('<memoryview %s>', (shown, tagged, make) => {
  const before = useABI(LP64);
  try {
    const view = make();
    expect(inspect(view)).toBe(`<memoryview ${shown}>`);
    expect(tag(view)).toBe(`memoryview${tagged}`);
  } finally {
    useABI(before);
  }
});

test('a view without a format is one of bytes', () => {
  const view = MemoryView.fromFlags(new ByteArray(b`ab`), 0);
  expect([inspect(view), tag(view)]).toEqual(["<memoryview 'B' (2,) [97, 98]>", 'memoryview(2,):97,98']);
});
