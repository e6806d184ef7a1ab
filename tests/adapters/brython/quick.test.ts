/**
 * The fast paths: which objects and arguments take them, counted by what reaches the slow way. Slots that hold only
 * `slow` stand for the library's.
 */
import { ByteArray, Bytes, ILP32, LP64, MemoryView } from 'pybuffer';
import { lifetimePolicy, setLifetimePolicy } from '../../../src/protocol/index.js';
import { abi, useABI } from '../../../src/python/index.js';
import { VALUE } from '../../../src/adapters/brython/border.js';
import type { Border } from '../../../src/adapters/brython/border.js';
import type { BrythonClass, Instance } from '../../../src/adapters/brython/brython.js';
import type { RaisedError } from '../../../src/runtime/index.js';
import {
  quickAppend,
  quickBytes,
  quickenSlots,
  quickenWrappers,
} from '../../../src/adapters/brython/quick.js';

class DerivedBytes extends Bytes {}
class DerivedArray extends ByteArray {}

const None = {};
const NotImplemented = {};
const list = {};
const tuple = {};
const range = {};
const map = {};
const generator = {};

/** A border whose runtime makes handles of values, and runs a program's calls without more ado. */
function fakeBorder(): { border: Border; adopted: [unknown, unknown][] } {
  const adopted: [unknown, unknown][] = [];
  class Made {
    constructor(readonly items: unknown) {}
  }
  const border = {
    $B: { builtins: { None, NotImplemented, list, tuple, range, map }, generator },
    contentOf: (object: Instance) => object[VALUE],
    makers: new Map([
      ['bytes_iterator', Made],
      ['bytearray_iterator', Made],
    ]),
    host: {
      abi: LP64,
      fromHost: (object: unknown) => object,
      makeError: ({ name, message }: RaisedError<never>) => `${name}: ${message}`,
      next: (object: { items: unknown[] }) => object.items.shift(),
    },
    runtime: {
      adopt: (object: unknown, value: unknown) => adopted.push([object, value]),
      toHost: (value: unknown) => ({ [VALUE]: value }),
      run: (call: () => unknown) => ({ [VALUE]: call() }),
    },
  };
  return { border: border as unknown as Border, adopted };
}

const slow = jest.fn(() => 'slow');
beforeEach(() => slow.mockClear());

type Slots = Record<string, (...args: unknown[]) => unknown>;

function slotsOf(name: 'bytes' | 'bytearray' | 'memoryview') {
  const { border, adopted } = fakeBorder();
  const names = [
    ...['sq_length', 'mp_subscript', 'sq_contains', 'tp_iter', 'tp_hash', 'mp_ass_subscript', 'sq_ass_item'],
  ];
  const slots = Object.fromEntries(names.map((each) => [each, slow])) as Slots;
  quickenSlots(border, { name } as never, slots as unknown as BrythonClass);
  return { slots, adopted };
}

const handle = (value: object) => ({ [VALUE]: value }) as unknown as Instance;

describe.each([
  ['bytes', Bytes, DerivedBytes],
  ['bytearray', ByteArray, DerivedArray],
] as const)('%s', (name, Plain, Derived) => {
  const plain = handle(new Plain([97, 0, 255]));
  const derived = handle(new Derived([97, 0, 255]));

  test.each<[slot: string, args: unknown[], result: unknown]>([
    ['sq_length', [], 3],
    ['mp_subscript', [0], 97],
    ['mp_subscript', [2], 255],
    ['mp_subscript', [-1], 255],
    ['mp_subscript', [-3], 97],
    ['sq_contains', [0], true],
    ['sq_contains', [255], true],
    ['sq_contains', [98], false],
  ])('%s%j is quick', (slot, args, result) => {
    const { slots } = slotsOf(name);
    expect(slots[slot]!(plain, ...args)).toBe(result);
    expect(slow).not.toHaveBeenCalled();
    expect(slots[slot]!(derived, ...args)).toBe('slow');
    expect(slow.mock.calls).toEqual([[derived, ...args]]);
  });

  test.each<[slot: string, args: unknown[]]>([
    ['mp_subscript', [2 ** 31]],
    ['mp_subscript', [-(2 ** 31) - 1]],
    ['mp_subscript', ['0']],
    ['mp_subscript', [true]],
    ['sq_contains', [-1]],
    ['sq_contains', [256]],
    ['sq_contains', [true]],
  ])('%s%j is not quick', (slot, args) => {
    expect(slotsOf(name).slots[slot]!(plain, ...args)).toBe('slow');
    expect(slow.mock.calls).toEqual([[plain, ...args]]);
  });

  test('an index out of range raises without the slot', () => {
    const { slots } = slotsOf(name);
    const raised = `IndexError: ${name === 'bytes' ? '' : 'bytearray '}index out of range`;
    for (const index of [3, -4, 2 ** 31 - 1, -(2 ** 31)]) {
      let found: unknown;
      try {
        slots['mp_subscript']!(plain, index);
      } catch (error) {
        found = error;
      }
      expect([index, found]).toEqual([index, raised]);
    }
    expect(slow).not.toHaveBeenCalled();
    expect(slots['mp_subscript']!(derived, 3)).toBe('slow');
  });

  test('iteration', () => {
    const { slots, adopted } = slotsOf(name);
    const made = slots['tp_iter']!(plain) as { items: Iterable<number> };
    expect(adopted.length).toBe(1);
    expect(adopted[0]![0]).toBe(made);
    expect(adopted[0]![1]).toBe(made.items);
    expect([...made.items]).toEqual([97, 0, 255]);
    expect(slow).not.toHaveBeenCalled();
    expect(slots['tp_iter']!(derived)).toBe('slow');
    expect(adopted.length).toBe(1);
  });
});

test('the hash of plain bytes is kept on the object, that of derived ones and of arrays is not', () => {
  const plain = handle(new Bytes([1]));
  const derived = handle(new DerivedBytes([1]));
  const { slots } = slotsOf('bytes');
  expect([slots['tp_hash']!(plain), slots['tp_hash']!(derived)]).toEqual(['slow', 'slow']);
  expect([plain['__hashvalue__'], derived['__hashvalue__']]).toEqual(['slow', undefined]);
  expect(slotsOf('bytearray').slots['tp_hash']).toBe(slow);
});

test('items of bytearrays are set quickly, those of other types are not', () => {
  const { slots } = slotsOf('bytearray');
  const data = new ByteArray([1, 2, 3]);
  const array = handle(data);
  for (const [index, byte] of [
    [0, 0],
    [2, 255],
  ]) {
    expect(slots['mp_ass_subscript']!(array, index, byte)).toBe(None);
  }
  expect(slots['sq_ass_item']!(array, 1, 9)).toBe(None);
  expect([...data]).toEqual([0, 9, 255]);
  expect(slow).not.toHaveBeenCalled();
  const others = [
    [-1, 5],
    [3, 5],
    [0, -1],
    [0, 256],
    ['0', 5],
    [0, '5'],
    [true, 5],
    [0, true],
  ];
  for (const [index, byte] of others) expect(slots['mp_ass_subscript']!(array, index, byte)).toBe('slow');
  expect(slow.mock.calls).toEqual(others.map((each) => [array, ...each]));
  const derived = new DerivedArray([1]);
  expect(slots['mp_ass_subscript']!(handle(derived), 0, 5)).toBe('slow');
  expect([[...data], [...derived]]).toEqual([[0, 9, 255], [1]]);
  const { slots: immutable } = slotsOf('bytes');
  expect([immutable['mp_ass_subscript'], immutable['sq_ass_item']]).toEqual([slow, slow]);
});

test('other types have no fast paths', () => {
  expect(new Set(Object.values(slotsOf('memoryview').slots))).toEqual(new Set([slow]));
});

test('append: bytes are quick; derived objects, other arguments and a blocked resize are not', () => {
  const { border } = fakeBorder();
  const append = quickAppend(border, slow);
  const data = new ByteArray([1]);
  const array = handle(data);
  expect([append(array, 0), append(array, 255)]).toEqual([None, None]);
  expect([...data]).toEqual([1, 0, 255]);
  expect(slow).not.toHaveBeenCalled();
  const tried = jest.spyOn(data, 'append');
  const others = [[], [-1], [256], ['1'], [true], [1, 2]];
  for (const args of others) expect(append(array, ...args)).toBe('slow');
  expect(tried).not.toHaveBeenCalled();
  tried.mockRestore();
  expect(slow.mock.calls).toEqual(others.map((args) => [array, ...args]));
  const derived = new DerivedArray();
  expect(append(handle(derived), 5)).toBe('slow');
  expect([[...data], [...derived]]).toEqual([[1, 0, 255], []]);
  // Called through the class.
  expect(append({} as Instance, 5)).toBe('slow');
});

test('append leaves the settings of the call around it, also when views block it', () => {
  const { border } = fakeBorder();
  const append = quickAppend(border, slow);
  const data = new ByteArray();
  const outer = { abi: useABI(ILP32), rule: setLifetimePolicy('detach') };
  try {
    append(handle(data), 1);
    expect([abi(), lifetimePolicy()]).toEqual([ILP32, 'detach']);
    const view = new MemoryView(data);
    expect(append(handle(data), 1)).toBe('slow');
    view.release();
    expect([abi(), lifetimePolicy()]).toEqual([ILP32, 'detach']);
  } finally {
    useABI(outer.abi);
    setLifetimePolicy(outer.rule);
  }
});

const withClass = (ob_type: object, value: object) => Object.assign(value, { ob_type });
const steps = (start: unknown, stop: unknown, step: unknown) => withClass(range, { start, stop, step });

test.each<[title: string, x: unknown, bytes: number[]]>([
  ['a list', withClass(list, [0, 255, 7]), [0, 255, 7]],
  ['a tuple', withClass(tuple, [1, 2]), [1, 2]],
  ['an empty list', withClass(list, []), []],
  ['a range', steps(3, 6, 1), [3, 4, 5]],
  ['a range that goes down', steps(5, -1, -2), [5, 3, 1]],
  ['a range that ends at once', steps(5, 5, 1), []],
  ['a range that goes down and ends at once', steps(5, 5, -1), []],
  ['a range to the last byte', steps(254, 256, 1), [254, 255]],
  ['a generator', withClass(generator, { items: [0, 255, 3] }), [0, 255, 3]],
  ['a map', withClass(map, { items: [0, 255, 3] }), [0, 255, 3]],
  ['a generator without items', withClass(generator, { items: [] }), []],
  ['a generator of other numbers', withClass(generator, { items: [1, true, 2n] }), [1, 1, 2]],
])('bytes of %s', (title, x, bytes) => {
  const { border } = fakeBorder();
  const run = jest.spyOn(border.runtime, 'run');
  const made = quickBytes(border, x) as Instance;
  expect([...(made[VALUE] as Bytes)]).toEqual(bytes);
  // Only other numbers than bytes are converted by the library.
  expect(run.mock.calls.length).toBe(/other numbers/.test(title) ? 2 : 0);
});

test.each<[title: string, x: unknown]>([
  ['a list with a number of more than 32 bits', withClass(list, [2 ** 32])],
  ['a list with a fraction', withClass(list, [1.5])],
  ['a list with text', withClass(list, [1, '2'])],
  ['a list with a bool', withClass(list, [true])],
  ['a list with a large number', withClass(list, [2n])],
  ['a tuple with text before a number that is no byte', withClass(tuple, ['2', 300])],
  ['a range past the bytes', steps(255, 257, 1)],
  ['a range below the bytes', steps(0, -2, -1)],
  ['a range from a large number', steps(2n, 5, 1)],
  ['a range to a large number', steps(2, 5n, 1)],
  ['a range by large numbers', steps(2, 5, 1n)],
  ['another class', withClass({}, [1, 2])],
  ['an object without a class', [1, 2]],
  ['null', null],
  ['undefined', undefined],
  ['a number', 5],
])('bytes of %s are not quick', (_, x) => {
  expect(quickBytes(fakeBorder().border, x)).toBeNull();
});

test.each([[[1, 256]], [[-1]], [[300, '2']], [[-(2 ** 31)]], [[2 ** 31 - 1]]])(
  'bytes of %j are refused',
  (items) => {
    for (const cls of [list, tuple])
      expect(() => quickBytes(fakeBorder().border, withClass(cls, items))).toThrow(
        'ValueError: bytes must be in range(0, 256)',
      );
  },
);

test('a generator is asked no further than its first wrong item', () => {
  const x = withClass(generator, { items: [1, 256, 2] });
  expect(() => quickBytes(fakeBorder().border, x)).toThrow('bytes must be in range(0, 256)');
  expect(x).toEqual(expect.objectContaining({ items: [2] }));
  const without = fakeBorder().border;
  Object.assign(without.$B, { generator: undefined });
  expect(quickBytes(without, withClass(undefined as never, {}))).toBeNull();
});

/** The wrappers of a class, with what calls of them reach. */
function wrappersOf(name: string, method: boolean) {
  const call = jest.fn((...args: unknown[]) => ['slot', ...args]);
  const wrapperCall = jest.fn((...args: unknown[]) => ['wrapper', ...args]);
  const full = jest.fn((...args: unknown[]) => ['method', ...args]);
  const cls = {} as BrythonClass;
  const descriptor = { tp_call: wrapperCall };
  const wrapper = { ob_type: descriptor, wrapped: call };
  const dict: Record<string, unknown> = { [name]: wrapper, __other__: wrapper };
  const border = {
    $B: {
      wrapper_descriptor: descriptor,
      get_from_dict: (_: unknown, key: string, absent: unknown) => dict[key] ?? absent,
      set_to_dict: (_: unknown, key: string, value: unknown) => (dict[key] = value),
    },
    separate: (_: string, args: unknown[]) => [args, null],
  };
  const type = {
    methods: [{ name: '__unrelated__', call: slow }, ...(method ? [{ name, call: full }] : [])],
  };
  quickenWrappers(border as unknown as Border, type as never, cls);
  const made = dict[name] as ((...args: unknown[]) => unknown) & { wrapped: unknown };
  return { made, cls, wrapper, dict };
}

const COUNTS: Readonly<Record<string, number>> = {
  ...{ __len__: 0, __iter__: 0, __hash__: 0, __repr__: 0, __str__: 0 },
  ...{ __getitem__: 1, __contains__: 1, __add__: 1, __mul__: 1, __iadd__: 1, __imul__: 1, __delitem__: 1 },
  ...{ __eq__: 1, __ne__: 1, __lt__: 1, __le__: 1, __gt__: 1, __ge__: 1, __setitem__: 2 },
};

test.each(Object.entries(COUNTS))('%s with %d arguments goes to the slot', (name, count) => {
  const { made, cls, wrapper, dict } = wrappersOf(name, true);
  expect(typeof made).toBe('function');
  expect(dict['__other__']).toBe(wrapper);
  const self = { ob_type: cls };
  const args = [1, 2, 3];
  expect(made(self, ...args.slice(0, count))).toStrictEqual(['slot', self, ...args.slice(0, count)]);
  // The library counts the arguments, except for the hash, which Brython keeps as the slot returns it.
  const wrong = args.slice(0, count + 1);
  expect((made.wrapped as typeof made)(self, ...wrong)).toEqual(made(self, ...wrong));
  const reached = name === '__hash__' ? ['slot', self, ...wrong] : ['method', self, wrong, null];
  expect(made(self, ...wrong)).toEqual(reached);
  // Objects of other classes are Brython's.
  const other = { ob_type: {} };
  expect(made(other, 1)).toEqual(['wrapper', wrapper, other, 1]);
  expect(made()).toEqual(['wrapper', wrapper]);
});

test('a wrapper without a method of the library counts no arguments, and what is no wrapper stays', () => {
  const { made, cls } = wrappersOf('__len__', false);
  const self = { ob_type: cls };
  expect(made(self, 1, 2)).toEqual(['slot', self, 1, 2]);
  const { dict } = wrappersOf('__nothing__', true);
  expect(Object.keys(dict).sort()).toEqual(['__nothing__', '__other__']);
});
