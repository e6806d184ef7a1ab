/** Both modules' functions count and name their arguments as CPython 3.15 does. */
import * as own from '../../../src/struct.js';
import * as typedArrays from '../../../src/struct-uint8array.js';

type Functions = Record<string, (...args: readonly unknown[]) => unknown>;

const two = new Uint8Array([7, 8]);

describe.each([
  ['struct', own as unknown as Functions],
  ['struct-uint8array', typedArrays as unknown as Functions],
])('%s', (_, module) => {
  test.each([
    ['pack', [], 'pack expected at least 1 argument, got 0'],
    ['pack_into', ['B', two], 'pack_into expected at least 3 arguments, got 2'],
    ['unpack', ['B'], 'unpack expected 2 arguments, got 1'],
    ['unpack', ['B', two, 0], 'unpack expected 2 arguments, got 3'],
    ['iter_unpack', ['B'], 'iter_unpack expected 2 arguments, got 1'],
    ['calcsize', [], '_struct.calcsize() takes exactly one argument (0 given)'],
    ['unpack_from', [], 'unpack_from() takes at least 1 positional argument (0 given)'],
    ['unpack_from', ['B'], "unpack_from() missing required argument 'buffer' (pos 2)"],
    ['unpack_from', ['B', undefined, 1], "unpack_from() missing required argument 'buffer' (pos 2)"],
    ['unpack_from', ['B', two, 0, 0], 'unpack_from() takes at most 3 arguments (4 given)'],
    ['unpack_from', ['B', two, { nope: 1 }], "unpack_from() got an unexpected keyword argument 'nope'"],
  ] as const)('%s(%j)', (name, args, message) => {
    expect(() => module[name]!(...args)).toThrow(message);
  });

  test.each([
    [['B', two], 7],
    [['B', two, 1], 8],
    [['B', two, { offset: 1 }], 8],
    [['B', { buffer: two }], 7],
    [['B', { offset: -1, buffer: two }], 8],
  ] as const)('unpack_from(%j)', (args, value) => {
    expect(module['unpack_from']!(...args)).toEqual([value]);
  });

  test('Struct.unpack_from without a buffer', () => {
    const struct = new (module['Struct'] as unknown as typeof own.Struct)('B');
    expect(() => struct.unpack_from(undefined as never, 1)).toThrow(
      "unpack_from() missing required argument 'buffer' (pos 1)",
    );
  });
});
