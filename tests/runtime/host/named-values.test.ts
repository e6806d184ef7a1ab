/** Numbers and text of classes derived from the host's `int` and `str`: errors of the call name the class. */
import { Bytes } from 'pybuffer';
import { Raised, Thing, Type, func, int, list, none, start, str, typeNamed } from './class-host.js';
import type { Crossing } from './class-host.js';

const runtime = start();
const { types, toHost } = runtime;
const label = new Type('Label', typeNamed('str'));
const count = new Type('Count', typeNamed('int'));
const abc = toHost(new Bytes('abc', 'ascii'));

function method(name: string): (...args: Crossing[]) => Crossing {
  const { call } = types.bytes.methods.find((each) => each.name === name)!;
  return (...args) => call(abc, args, null);
}

/** The message of the error that a call raises. */
function message(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Raised).message;
  }
  throw new Error('nothing was raised');
}

const find = method('find');
const join = method('join');
const notFound = (name: string) => `argument should be integer or bytes-like object, not '${name}'`;

test('they count as their values', () => {
  expect(find(new Thing(count, 98))).toEqual(int(1));
  expect(method('decode')(new Thing(label, 'ascii'))).toEqual(str('abc'));
});

test('errors of the call name the class, errors of later calls do not', () => {
  expect(message(() => find(new Thing(label, 'x')))).toBe(notFound('Label'));
  expect(message(() => find(str('x')))).toBe(notFound('str'));
  find(new Thing(count, 98));
  expect(message(() => join(int(98)))).toBe('can only join an iterable');
  expect(message(() => join(list(int(98))))).toBe('sequence item 0: expected a bytes-like object, int found');
});

test('of several, each keeps its class', () => {
  const items = list(abc, new Thing(count, 98), new Thing(label, 'x'));
  expect(message(() => join(items))).toBe('sequence item 1: expected a bytes-like object, Count found');
  expect(message(() => method('center')(new Thing(label, 'x'), new Thing(count, 1)))).toBe(
    "'Label' object cannot be interpreted as an integer",
  );
});

test('what the host calls meanwhile has its own names', () => {
  const messages: string[] = [];
  const index = new Type('Index', null, {
    __index__: () => {
      messages.push(
        message(() => find(str('x'))),
        message(() => find(new Thing(label, 'y'))),
      );
      return int(0);
    },
  });
  messages.push(message(() => find(new Thing(label, 'x'), new Thing(index))));
  expect(messages).toEqual([notFound('str'), notFound('Label'), notFound('Label')]);
});

test('outside calls the library does not keep them', () => {
  expect(runtime.fromHost(new Thing(label, 'x'))).toBe('x');
  expect(() => new Bytes('a', 'ascii').find('x' as never)).toThrow(notFound('str'));
  const kept = func('kept', () => {
    expect(runtime.fromHost(new Thing(label, 'x'))).toBe('x');
    expect(() => new Bytes('a', 'ascii').find('x' as never)).toThrow(notFound('str'));
    return none;
  });
  runtime.run(() => (runtime.callable(kept)(), null));
});
