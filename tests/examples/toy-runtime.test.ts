/** examples/runtime: the toy runtime with Python's bytes. */
import { install } from '../../examples/runtime/adapter.js';
import { Raised, Toy } from '../../examples/runtime/toy.js';
import type { Obj } from '../../examples/runtime/toy.js';

/** A toy runtime with the types, and JavaScript's values as its objects. */
function start() {
  const toy = new Toy();
  const classes = install(toy);
  const int = (value: number | bigint) => toy.make(toy.int, value);
  const str = (value: string) => toy.make(toy.str, value);
  const list = (...items: Obj[]) => toy.make(toy.list, items);
  const bytes = (...values: number[]) => toy.call(classes.bytes, list(...values.map(int)));
  const repr = (object: Obj) => toy.method(object, '__repr__').value;
  const raised = (run: () => unknown): unknown => {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      return `${error.exception.cls.name}: ${String(error.exception.value)}`;
    }
  };
  return { toy, classes, int, str, list, bytes, repr, raised };
}

test('one memory, two names: the tutorial', () => {
  const { toy, classes, int, str, repr, raised } = start();
  const data = toy.call(classes.bytearray, str('ABC'), str('utf-8'));
  const view = toy.call(classes.memoryview, data);
  expect(toy.method(view, '__getitem__', int(0)).value).toBe(65);
  toy.method(view, '__setitem__', int(1), int(90));
  expect(repr(data)).toBe("bytearray(b'AZC')");
  expect(toy.get(view, 'obj')).toBe(data);
  expect(raised(() => toy.method(data, 'append', int(68)))).toBe(
    'BufferError: Existing exports of data: object cannot be re-sized',
  );
  toy.method(view, 'release');
  toy.method(data, 'append', int(68));
  expect(repr(data)).toBe("bytearray(b'AZCD')");
});

test('methods, operators, iterators and errors are those of the types', () => {
  const { toy, classes, int, str, bytes, repr, raised } = start();
  const abc = bytes(97, 98, 99);
  expect(repr(toy.method(abc, '__add__', bytes(100)))).toBe("b'abcd'");
  expect(toy.method(abc, 'strip')).toBe(abc);
  expect(raised(() => toy.method(abc, '__add__', int(1)))).toBe("TypeError: can't concat int to bytes");
  expect(raised(() => toy.method(abc, 'split', int(1), int(2), int(3)))).toBe(
    'TypeError: split() takes at most 2 arguments (3 given)',
  );
  expect(toy.method(abc, '__eq__', str('abc'))).toBe(toy.notImplemented);
  const iterator = toy.method(abc, '__iter__');
  expect(iterator.cls).toBe(classes.bytes_iterator);
  expect(toy.method(iterator, '__next__').value).toBe(97);
  expect(toy.method(iterator, '__length_hint__').value).toBe(2);
  expect(toy.method(toy.call(classes.array, str('d'), bytes()), '__len__').value).toBe(0);
});

test("the host's objects are asked, and its exceptions come back as they were", () => {
  const { toy, classes, int, list, repr, raised } = start();
  const Index = toy.define('Index', toy.object, { __index__: () => int(3) });
  expect(repr(toy.call(classes.bytes, toy.call(Index)))).toBe("b'\\x00\\x00\\x00'");
  const mine = new Raised(toy.make(toy.exception('Mine', 'ValueError'), 'mine'));
  const Bad = toy.define('Bad', toy.object, {
    __index__: () => {
      throw mine;
    },
  });
  const bad = list(toy.call(Bad));
  let caught: unknown;
  try {
    toy.call(classes.bytes, bad);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBe(mine);
  const Plain = toy.define('Plain');
  expect(raised(() => toy.call(classes.bytes, toy.call(Plain)))).toBe(
    "TypeError: cannot convert 'Plain' object to bytes",
  );
  // A method that a class gets later counts from then on.
  Plain.body.set('__index__', () => int(1));
  expect(repr(toy.call(classes.bytes, toy.call(Plain)))).toBe("b'\\x00'");
});

test('a list is read in place while the host runs code', () => {
  const { toy, classes, int, list, repr } = start();
  const items = list();
  const Clears = toy.define('Clears', toy.object, {
    __index__: () => {
      (items.value as Obj[]).length = 1;
      return int(7);
    },
  });
  (items.value as Obj[]).push(toy.call(Clears), int(1), int(2));
  expect(repr(toy.call(classes.bytes, items))).toBe("b'\\x07'");
});

test('classes derived from the types', () => {
  const { toy, classes, int, str, repr } = start();
  const Tagged = toy.define('Tagged', classes.bytes, { __len__: () => int(42) });
  const tagged = toy.call(Tagged, toy.call(classes.bytes, int(2)));
  expect(tagged.cls).toBe(Tagged);
  expect([toy.method(tagged, '__len__').value, repr(tagged)]).toEqual([42, "b'\\x00\\x00'"]);
  expect(toy.method(tagged, 'upper').cls).toBe(classes.bytes);
  const made = toy.call(toy.get(Tagged, 'fromhex'), str('6162'));
  expect(repr(made)).toBe("b'ab'");
});

test('two runtimes in one process', () => {
  const one = start();
  const two = start();
  expect(one.repr(one.bytes(97))).toBe(two.repr(two.bytes(97)));
  expect(one.bytes(97).cls).not.toBe(two.bytes(97).cls);
});
