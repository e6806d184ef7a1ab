// Forms in which a call may receive the same bytes: between others in a larger memory, with strides,
// backwards, of several dimensions, in Fortran's order, of other items. Each is a few steps, the last of
// which makes the value. Callers: the generator, ../vectors.
import type { Step, Value } from './program.js';

/**
 * Steps that make a value of a content.
 *
 * @param hex the content, in hexadecimal digits
 * @param first the variable of the first step
 * @returns null if a content has no such form
 */
export type Shape = (hex: string, first: number) => readonly Step[] | null;

const call = (name: string, ...args: Value[]): Step => ({ op: 'call', name, args });
const method = (self: number, name: string, ...args: Value[]): Step => ({
  op: 'method',
  self: { v: self },
  name,
  args,
});
const part = (self: number, start: Value, stop: Value, step: Value = null): Step => ({
  op: 'operator',
  name: 'getitem',
  args: [{ v: self }, { s: [start, stop, step] }],
});

const lengthOf = (hex: string) => hex.length / 2;
const pairsOf = (hex: string) => hex.match(/../g) ?? [];
const reversed = (hex: string) => pairsOf(hex).reverse().join('');

/** A content with `between` after each of its bytes. */
const spread = (hex: string, between: string) =>
  pairsOf(hex)
    .map((pair) => pair + between)
    .join('');

/**
 * The bytes around a content, for a reader that goes too far: the content again, or bytes that calls search
 * for.
 */
const around = (hex: string) => (hex === '' ? '61626320' : hex);

function window(make: (value: Value) => Step): Shape {
  return (hex, first) => {
    const sides = around(hex);
    const before = lengthOf(sides);
    return [
      make({ b: sides + hex + sides }),
      call('memoryview', { v: first }),
      part(first + 1, before, before + lengthOf(hex)),
    ];
  };
}

/** A view of the content cast to a format, where its length allows that. */
function cast(format: string, itemsize: number, shape?: (length: number) => number[] | null): Shape {
  return (hex, first) => {
    const length = lengthOf(hex);
    const given = shape?.(length / itemsize) ?? null;
    if (length === 0 || length % itemsize !== 0 || (shape !== undefined && given === null)) return null;
    return [
      call('bytearray', { b: hex }),
      call('memoryview', { v: first }),
      given === null ? method(first + 1, 'cast', format) : method(first + 1, 'cast', format, { l: given }),
    ];
  };
}

/** Rows of a matrix that is larger than the content. */
function rows(rowLength: (length: number) => number, step: number): Shape {
  return (hex, first) => {
    const width = rowLength(lengthOf(hex));
    if (hex === '' || lengthOf(hex) % width !== 0) return null;
    const row = 'fe'.repeat(width);
    const lines = hex.match(new RegExp(`.{${2 * width}}`, 'g'))!;
    const ordered = step < 0 ? [...lines].reverse() : lines;
    const all = row + ordered.map((line) => line + row.repeat(Math.abs(step) - 1)).join('') + row;
    const count = lengthOf(all) / width;
    const cut = step < 0 ? part(first + 2, count - 2, 0, step) : part(first + 2, 1, count - 1, step);
    return [
      call('bytearray', { b: all }),
      call('memoryview', { v: first }),
      method(first + 1, 'cast', 'B', { l: [count, width] }),
      cut,
    ];
  };
}

const half = (length: number) => (length % 2 === 0 ? [2, length / 2] : null);
const even = (length: number) => (length % 2 === 0 ? 2 : 1);

/** The form whose value only lends bytes, and has no other methods. */
export const LENT = 'lent by __buffer__';

/** Every form by its name. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  bytes: (hex) => [call('bytes', { b: hex })],
  bytearray: (hex) => [call('bytearray', { b: hex })],
  'a slice of bytes': (hex, first) => [
    call('bytes', { b: around(hex) + hex + around(hex) }),
    part(first, lengthOf(around(hex)), lengthOf(around(hex) + hex)),
  ],
  'a bytearray that was cut in front': (hex, first) => [
    call('bytearray', { b: around(hex) + hex }),
    {
      op: 'operator',
      name: 'delitem',
      args: [{ v: first }, { s: [0, lengthOf(around(hex)), null] }],
    },
    call('same', { v: first }),
  ],
  'a class derived from bytes': (hex) => [
    call('same', { o: { base: 'bytes', args: [{ b: hex }], methods: {} } }),
  ],
  'a class derived from bytearray': (hex) => [
    call('same', { o: { base: 'bytearray', args: [{ b: hex }], methods: {} } }),
  ],
  array: (hex) => [call('array.array', 'B', { b: hex })],
  "array('H')": (hex) => (lengthOf(hex) % 2 === 0 ? [call('array.array', 'H', { b: hex })] : null),
  "array('d')": (hex) => (lengthOf(hex) % 8 === 0 ? [call('array.array', 'd', { b: hex })] : null),
  'window of bytes': window((value) => call('bytes', value)),
  'window of a bytearray': window((value) => call('bytearray', value)),
  'window of an array': window((value) => call('array.array', 'B', value)),
  'window of a stream': (hex, first) => {
    const sides = around(hex);
    return [
      call('io.BytesIO', { b: sides + hex + sides }),
      method(first, 'getbuffer'),
      part(first + 1, lengthOf(sides), lengthOf(sides + hex)),
    ];
  },
  [LENT]: (hex) => {
    const sides = around(hex);
    const steps: Step[] = [
      call('memoryview', { b: sides + hex + sides }),
      {
        op: 'operator',
        name: 'getitem',
        args: [{ r: 0 }, { s: [lengthOf(sides), lengthOf(sides + hex), null] }],
      },
    ];
    return [call('same', { o: { args: [], methods: { __buffer__: [{ steps, gives: { r: 1 } }] } } })];
  },
  'every second byte': (hex, first) => [
    call('bytearray', { b: spread(hex, '61') }),
    call('memoryview', { v: first }),
    part(first + 1, null, null, 2),
  ],
  'every third byte': (hex, first) => [
    call('bytes', { b: `6161${spread(hex, '6162')}` }),
    call('memoryview', { v: first }),
    part(first + 1, 2, null, 3),
  ],
  backwards: (hex, first) => [
    call('bytearray', { b: reversed(hex) }),
    call('memoryview', { v: first }),
    part(first + 1, null, null, -1),
  ],
  'backwards, every second byte': (hex, first) => [
    call('bytes', { b: `6161${spread(reversed(hex), '62')}` }),
    call('memoryview', { v: first }),
    part(first + 1, -2, 1, -2),
  ],
  'read-only': (hex, first) => [
    call('bytearray', { b: hex }),
    call('memoryview', { v: first }),
    method(first + 1, 'toreadonly'),
  ],
  'items b': cast('b', 1),
  'items c': cast('c', 1),
  'items @B': cast('@B', 1),
  'items H': cast('H', 2),
  'items e': cast('e', 2),
  'items i': cast('i', 4),
  'items f': cast('f', 4),
  'items d': cast('d', 8),
  'items ?': cast('?', 1),
  'items H backwards': (hex, first) =>
    lengthOf(hex) % 2 !== 0
      ? null
      : [
          call('bytearray', { b: reversed(hex).replace(/(..)(..)/g, '$2$1') }),
          call('memoryview', { v: first }),
          method(first + 1, 'cast', 'H'),
          part(first + 2, null, null, -1),
        ],
  'no dimension': cast('B', 1, (length) => (length === 1 ? [] : null)),
  'no dimension, d': cast('d', 8, (length) => (length === 1 ? [] : null)),
  'one row': cast('B', 1, (length) => [1, length]),
  'one column': cast('B', 1, (length) => [length, 1]),
  'two rows': cast('B', 1, half),
  'two rows of H': cast('H', 2, half),
  'rows of a matrix': rows(even, 1),
  'every second row of a matrix': rows(even, 2),
  'rows of a matrix backwards': rows(even, -1),
  'no row of a matrix': (hex, first) =>
    hex !== ''
      ? null
      : [
          call('bytearray', { b: '616263646566' }),
          call('memoryview', { v: first }),
          method(first + 1, 'cast', 'B', { l: [2, 3] }),
          part(first + 2, 1, 1),
        ],
  "Fortran's order": (hex) => {
    const length = lengthOf(hex);
    if (length === 0 || length % 2 !== 0) return null;
    const columns = pairsOf(hex);
    const other = Array.from({ length }, (_, i) => columns[(i % 2) * (length / 2) + (i >> 1)]!).join('');
    return [call('ndarray', { b: other }, { l: [2, length / 2] }, { l: [1, 2] }, 0)];
  },
  'one item of Fortran and C': (hex) =>
    hex === '' ? null : [call('ndarray', { b: `ff${hex}ff` }, { l: [lengthOf(hex), 1] }, { l: [1, 1] }, 1)],
  'the same byte again': (hex) =>
    hex === '' || new Set(pairsOf(hex)).size > 1
      ? null
      : [call('ndarray', { b: hex.slice(0, 2) }, { l: [lengthOf(hex)] }, { l: [0] }, 0)],
  'no items of a matrix': (hex) =>
    hex !== '' ? null : [call('ndarray', { b: '616263646566' }, { l: [2, 0] }, { l: [3, 1] }, 1)],
  released: (hex, first) => [
    call('memoryview', { b: hex }),
    method(first, 'release'),
    call('same', { v: first }),
  ],
};
