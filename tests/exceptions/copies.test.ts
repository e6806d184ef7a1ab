/**
 * `instanceof` of exceptions, within one copy of the library and between two: instances, other values and
 * users' classes. Also the form of exceptions while stacks are not recorded.
 */
import { ByteArray, Bytes, MemoryView } from '../../src/core.js';
import * as ours from '../../src/exceptions/index.js';

type Room = typeof ours;
type ErrorClass = new (...args: never[]) => Error;

function another(): Room {
  let room!: Room;
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    room = require('../../src/exceptions/index.js') as Room;
  });
  return room;
}

const NAMES = Object.keys(ours).filter((name) => {
  const value = (ours as Record<string, unknown>)[name];
  return typeof value === 'function' && (value as { prototype?: unknown }).prototype instanceof Error;
});
const classOf = (room: Room, name: string) => (room as unknown as Record<string, ErrorClass>)[name]!;

/** Makes an instance without calling the constructor, whose arguments do not matter here. */
const instanceOf = (room: Room, name: string) =>
  Object.create(classOf(room, name).prototype as object) as Error;

test('the classes of two copies know each other as those of one do', () => {
  const other = another();
  expect(NAMES.length).toBeGreaterThan(10);
  expect(classOf(other, 'PyValueError')).not.toBe(ours.PyValueError);
  for (const left of NAMES) {
    for (const right of NAMES) {
      const expected =
        classOf(ours, left) === classOf(ours, right) ||
        classOf(ours, left).prototype instanceof classOf(ours, right);
      for (const [from, to] of [
        [ours, ours],
        [other, ours],
        [ours, other],
      ] as const) {
        expect([left, right, instanceOf(from, left) instanceof classOf(to, right)]).toEqual([
          left,
          right,
          expected,
        ]);
      }
    }
  }
});

test("a user's class is known by its prototype only, and is an instance of ours in both copies", () => {
  const other = another();
  class Mine extends ours.PyValueError {}
  class Theirs extends other.PyValueError {}
  expect(new Mine('a')).toBeInstanceOf(Mine);
  expect(new Mine('a') instanceof other.PyValueError).toBe(true);
  expect(new Mine('a') instanceof other.PyTypeError).toBe(false);
  expect(new Mine('a') instanceof Theirs).toBe(false);
  expect(new ours.PyValueError('a') instanceof Mine).toBe(false);
  expect([new Mine('a').name, new Theirs('a').name]).toEqual(['Mine', 'Theirs']);
});

test('a value that is not an exception is an instance of no exception class', () => {
  const values: unknown[] = [
    undefined,
    null,
    1,
    'ValueError',
    true,
    1n,
    Symbol.iterator,
    {},
    [],
    new Error('a'),
    () => 1,
  ];
  for (const name of NAMES) {
    for (const value of values) expect(value instanceof classOf(ours, name)).toBe(false);
  }
  const { [Symbol.hasInstance]: isInstance } = ours.PyException as unknown as {
    [Symbol.hasInstance](this: unknown, value: unknown): boolean;
  };
  // A function without a prototype.
  expect(isInstance.call({ prototype: undefined }, new ours.PyValueError('a'))).toBe(false);
});

test("Python's names", () => {
  expect(NAMES.map((name) => instanceOf(ours, name).name)).toEqual(
    NAMES.map((name) => (name === 'StructError' ? 'error' : name.replace(/^Py/, ''))),
  );
});

test('without a record, exceptions are instances of their class whose stack is their text', () => {
  const before = ours.recordStacks(false);
  try {
    class Mine extends ours.PyValueError {}
    for (const error of [new ours.PyValueError('too long'), new Mine('too long')]) {
      expect(error).toBeInstanceOf(ours.PyValueError);
      expect([error.message, error.stack]).toEqual(['too long', `${error.name}: too long`]);
      expect(Object.getOwnPropertyNames(error)).toEqual([]);
      error.stack = 'mine';
      error.message = 'other';
      expect([error.stack, error.message, Object.keys(error)]).toEqual(['mine', 'other', []]);
    }
    expect(new ours.PyValueError().message).toBe('');
  } finally {
    ours.recordStacks(before);
  }
  const recorded = new ours.PyValueError('too long');
  expect(recorded.stack).toContain('copies.test');
  expect(Object.getOwnPropertyNames(recorded)).toContain('message');
});

test('notes are texts', () => {
  const error = new ours.PyValueError('a');
  error.add_note('one');
  error.add_note('two');
  expect(error.__notes__).toEqual(['one', 'two']);
  for (const [value, type] of [
    [undefined, 'None'],
    [null, 'None'],
    [true, 'bool'],
    [1, 'int'],
    [1n, 'int'],
    [1.5, 'float'],
    [[], 'list'],
    [Object.freeze([]), 'tuple'],
    [{}, 'dict'],
    [new Set(), 'set'],
    [Symbol, 'type'],
    [() => 0, 'function'],
    [new Bytes('x', 'ascii'), 'bytes'],
    [new MemoryView(new ByteArray()), 'memoryview'],
    [error, 'ValueError'],
  ] as const) {
    expect(() => error.add_note(value as never)).toThrow(
      new ours.PyTypeError(`add_note() argument must be str, not ${type}`),
    );
  }
});

test('a copy without bytes-like values knows no types', () => {
  const error = new (another().PyValueError)('a');
  expect(() => error.add_note(1 as never)).toThrow('add_note() argument must be str, not object');
});

test('notes are kept in a list, whatever somebody put there instead', () => {
  const error = new ours.PyValueError('a') as Error & { __notes__?: unknown; add_note(note: string): void };
  const list = ['mine'];
  error.__notes__ = list;
  error.add_note('more');
  expect([error.__notes__, list]).toEqual([list, ['mine', 'more']]);
  // A frozen array is a tuple, not a list.
  for (const other of [1, Object.freeze([]), null, 'a', {}]) {
    error.__notes__ = other;
    expect(() => error.add_note('x')).toThrow(
      new ours.PyTypeError('Cannot add note: __notes__ is not a list'),
    );
    expect(error.__notes__).toBe(other);
  }
  delete error.__notes__;
  error.add_note('first');
  expect(error.__notes__).toEqual(['first']);
});

test('assigned fields and notes are properties like those of all errors', () => {
  for (const stacks of [true, false]) {
    const before = ours.recordStacks(stacks);
    try {
      const error = new ours.PyValueError('a');
      error.name = 'n';
      error.message = 'm';
      error.stack = 's';
      error.add_note('note');
      for (const [name, value] of [
        ['name', 'n'],
        ['message', 'm'],
        ['__notes__', ['note']],
      ] as const) {
        expect(Object.getOwnPropertyDescriptor(error, name)).toEqual({
          value,
          writable: true,
          enumerable: false,
          configurable: true,
        });
      }
      expect([error.stack, Object.keys(error)]).toEqual(['s', []]);
    } finally {
      ours.recordStacks(before);
    }
  }
});

test('an object between an exception and its class has no name of its own', () => {
  const { prototype } = ours.PyIndexError;
  const nameOf = (object: object): unknown => Reflect.get(ours.PyException.prototype, 'name', object);
  expect(nameOf(Object.create(prototype) as object)).toBe('IndexError');
  expect(
    nameOf(Object.create(Object.assign(Object.create(prototype) as object, { constructor: 1 })) as object),
  ).toBe('IndexError');
  expect(
    nameOf(
      Object.create(
        Object.assign(Object.create(prototype) as object, { constructor: class Own {} }),
      ) as object,
    ),
  ).toBe('Own');
  expect(nameOf({})).toBe('Object');
});

test('a class is known in other copies by its own id and those above it', () => {
  class Named extends ours.PyValueError {}
  ours.nameException(Named, 'error', 'other.error');
  class Same extends ours.PyValueError {}
  ours.nameException(Same, 'error', 'same.error');
  const idsOf = (cls: { prototype: Error }) =>
    (cls.prototype as { [ours.EXCEPTION_IDS]?: readonly string[] })[ours.EXCEPTION_IDS];
  expect([idsOf(Named), idsOf(Same), idsOf(ours.PyException)]).toEqual([
    ['other.error', 'ValueError', 'Exception'],
    ['same.error', 'ValueError', 'Exception'],
    ['Exception'],
  ]);
  expect([new Named('a').name, new Named('a') instanceof Same, new Same('a') instanceof Same]).toEqual([
    'error',
    false,
    true,
  ]);
  expect(new Named('a') instanceof ours.PyValueError).toBe(true);
});

test('a prototype has no stack', () => {
  expect([ours.PyException.prototype.stack, ours.PyIndexError.prototype.stack]).toEqual([
    undefined,
    undefined,
  ]);
});
