/** Functions of the module `struct` with Python's arguments and boxed floats, as in CPython 3.15. */
import { Bytes } from 'pybuffer';
import { Struct, calcsize, iter_unpack, pack, unpack, unpack_from } from 'pybuffer/struct';
import { builtins, call as callValue, callMethod, callStruct, configure } from 'pybuffer/runtime';
import { pythonOf } from '../python-of.js';

const call = (name: string, ...args: unknown[]) => pythonOf(() => callStruct(name, args));
const zeros = (size: number) => new Bytes(size);

test('a name that is no function is an attribute that is missing', () => {
  for (const name of ['nothing', '', 'Struct', '__init__'])
    expect(call(name)).toBe(`AttributeError: module 'struct' has no attribute '${name}'`);
});

describe.each([
  ['box', "(0.0, 0.0, 0.0, 0, 0, b'\\x00\\x00\\x00')", '(0.0, 0.0, False)'],
  ['number', "(0, 0, 0, 0, 0, b'\\x00\\x00\\x00')", '(0, 0, False)'],
] as const)('with floats as %s', (floats, several, repeated) => {
  let before: ReturnType<typeof configure>;
  beforeEach(() => (before = configure({ floats })));
  afterEach(() => configure(before));

  test('the floats of a format are floats, the ints are ints', () => {
    expect(call('unpack', new Bytes('<efd2h3s', 'ascii'), zeros(21))).toBe(several);
    expect(call('unpack', '<0f2dx?', zeros(18))).toBe(repeated);
    expect(call('unpack_from', '<0f2dx?', zeros(19), 1)).toBe(repeated);
    expect(pythonOf(() => callMethod(new Struct('<0f2dx?'), 'unpack', [zeros(18)]))).toBe(repeated);
    expect(call('pack', '<f', 0)).toBe("b'\\x00\\x00\\x00\\x00'");
    expect(call('calcsize', '<f')).toBe('4');
  });

  test('call treats the functions of pybuffer/struct alike', () => {
    const called = (...args: Parameters<typeof callValue>) => pythonOf(() => callValue(...args));
    expect(called(unpack, ['<0f2dx?', zeros(18)])).toBe(repeated);
    expect(called(unpack_from, ['<0f2dx?', zeros(19)], { offset: 1 })).toBe(repeated);
    expect(pythonOf(() => builtins.list(callValue(iter_unpack, ['<0f2dx?', zeros(18)])))).toBe(
      `[${repeated}]`,
    );
    expect(called(pack, ['<f', 0])).toBe("b'\\x00\\x00\\x00\\x00'");
    expect(called(calcsize, ['<f'])).toBe('4');
  });

  test('an iterator of tuples has its name, its length and its end', () => {
    const zero = floats === 'box' ? '0.0' : '0';
    const iterator = callStruct('iter_unpack', ['<fh', zeros(12)]);
    const hint = () => callMethod(iterator, '__length_hint__');
    expect(builtins.typeName(iterator)).toBe('_struct.unpack_iterator');
    expect(hint()).toBe(2);
    expect(pythonOf(() => builtins.next(iterator))).toBe(`(${zero}, 0)`);
    expect(hint()).toBe(1);
    expect(builtins.iter(iterator)).toBe(iterator);
    expect(pythonOf(() => builtins.list(iterator))).toBe(`[(${zero}, 0)]`);
    expect(hint()).toBe(0);
    expect(pythonOf(() => builtins.next(iterator))).toBe('StopIteration: ');
  });
});

test('a function without arguments', () => {
  expect(() => callStruct('calcsize')).toThrow('_struct.calcsize() takes exactly one argument (0 given)');
});
