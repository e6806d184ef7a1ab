/**
 * Values of another copy of the library, as when two packages each bundle one: calls, operators, attributes and
 * built-in functions answer as for our own.
 */
import * as ours from 'pybuffer';
import * as array from 'pybuffer/array';
import * as io from 'pybuffer/io';
import * as struct from 'pybuffer/struct';
import {
  NotImplemented,
  PyFloat,
  Slice,
  builtins,
  callMethod,
  configure,
  getAttribute,
  operator,
  signatures,
  tuple,
} from 'pybuffer/runtime';

type Copy = typeof ours & typeof array & typeof io & typeof struct;
const here: Copy = { ...ours, ...array, ...io, ...struct };

function another(): Copy {
  let copy!: Copy;
  jest.isolateModules(() => {
    /* eslint-disable @typescript-eslint/no-require-imports */
    require('../../src/parts.js');
    copy = {
      ...(require('../../src/index.js') as typeof ours),
      ...(require('../../src/array.js') as typeof array),
      ...(require('../../src/io.js') as typeof io),
      ...(require('../../src/struct.js') as typeof struct),
    };
    /* eslint-enable */
  });
  return copy;
}
const there = another();

/** By the type's name in the record. */
const MAKE: Readonly<Record<string, (copy: Copy) => object>> = {
  bytes: (copy) => new copy.Bytes('a,b', 'ascii'),
  bytearray: (copy) => new copy.ByteArray('a,b', 'ascii'),
  memoryview: (copy) => new copy.MemoryView(new copy.ByteArray('a,b', 'ascii')),
  array: (copy) => new copy.PyArray('d', [1, 2.5]),
  Struct: (copy) => new copy.Struct('<bd'),
  BytesIO: (copy) => new copy.BytesIO(new copy.Bytes('a\nb', 'ascii')),
};
const TYPES = Object.keys(MAKE);

const text = (value: unknown) => builtins.repr(value).replace(/<.*( object| at 0x[0-9a-f]+)>/g, '<object>');

/** What a call returns, where the receiver itself is `self`, and what it contains afterwards. */
function outcome(receiver: object, run: (receiver: object) => unknown): string {
  let said: string;
  try {
    const value = run(receiver);
    if (value === receiver) said = 'self';
    else if (typeof (value as Partial<Iterator<unknown>> | null)?.next === 'function')
      said = `iterator ${text(builtins.list(value))}`;
    else said = `${builtins.typeName(value)} ${text(value)}`;
  } catch (error) {
    said = String(error).replace(/ at 0x[0-9a-f]+/, '');
  }
  const content = [() => callMethod(receiver, 'tolist'), () => callMethod(receiver, 'getvalue')].map(
    (read) => {
      try {
        return text(read());
      } catch {
        return '';
      }
    },
  );
  return [said, text(receiver), ...content].join(' | ');
}

/** Arguments of all kinds; those in a list are made by the copy of the receiver. */
const ARGUMENTS: ((copy: Copy) => unknown[])[] = [
  () => [],
  () => [1],
  () => [0, 65],
  () => ['a'],
  () => [new Slice(0, 2)],
  (copy) => [new copy.Bytes('a', 'ascii')],
  (copy) => [new copy.Bytes('a,b', 'ascii')],
  (copy) => [new copy.ByteArray('a,c', 'ascii')],
  (copy) => [new copy.MemoryView(new copy.Bytes('a,b', 'ascii'))],
  (copy) => [new copy.PyArray('d', [1, 2.5])],
  (copy) => [new copy.Bytes('a', 'ascii'), new copy.Bytes('x', 'ascii')],
  (copy) => [tuple(new copy.Bytes('a', 'ascii'))],
  (copy) => [[new copy.Bytes('a', 'ascii'), new copy.Bytes('x', 'ascii')]],
  () => [tuple(1, new PyFloat(2))],
  () => [5, new PyFloat(2.5)],
];

// Addresses, and classes, which are those of the copy.
const LEFT_OUT = /^$|^__(hash|reduce|reduce_ex|buffer|release_buffer|class_getitem|new|dir)__$|^buffer_info$/;

describe.each(TYPES)('%s of another copy', (type) => {
  const make = MAKE[type]!;
  const names = Object.keys(signatures[type as 'bytes']).filter((name) => !LEFT_OUT.test(name));

  test.each(names)('%s', (name) => {
    const before = configure({ floats: 'box' });
    const all = ARGUMENTS.map((args, i) => {
      const run = (receiver: object) => callMethod(receiver, name, args(i % 2 === 0 ? here : there));
      return [outcome(make(there), run), outcome(make(here), run)];
    });
    configure(before);
    expect(all.map(([theirs]) => theirs)).toEqual(all.map(([, mine]) => mine));
  });

  test('attributes, and calls of the class', () => {
    for (const name of ['nbytes', 'shape', 'format', 'size', 'typecode', 'closed', '__doc__', 'nope', '']) {
      const run = (receiver: object) => getAttribute(receiver, name);
      expect([name, outcome(make(there), run)]).toEqual([name, outcome(make(here), run)]);
      const called = (receiver: object) => callMethod(receiver, name);
      expect([name, outcome(make(there), called)]).toEqual([name, outcome(make(here), called)]);
    }
    const cls = make(there).constructor;
    expect(builtins.isinstance(make(here), cls)).toBe(true);
    expect(builtins.isinstance(make(there), make(here).constructor)).toBe(true);
    expect(builtins.type(make(there))).toBe(make(here).constructor);
    expect(callMethod(cls, '__sizeof__', [make(here)])).toBe(callMethod(make(here), '__sizeof__'));
  });

  test('operators with values of both copies', () => {
    const names = [
      'add',
      'iadd',
      'mul',
      'imul',
      'mod',
      'eq',
      'ne',
      'lt',
      'le',
      'gt',
      'ge',
      'contains',
      'getitem',
    ];
    for (const name of [...names, 'sub', 'delitem', 'concat', 'iconcat', 'countOf', 'indexOf']) {
      const run = operator[name as 'add'];
      for (const args of ARGUMENTS) {
        for (const other of [here, there]) {
          const apply = (receiver: object) => run(receiver, args(other)[0]) ?? null;
          const reflected = (receiver: object) => run(args(other)[0], receiver) ?? null;
          expect([name, outcome(make(there), apply)]).toEqual([name, outcome(make(here), apply)]);
          expect([name, outcome(make(there), reflected)]).toEqual([name, outcome(make(here), reflected)]);
        }
      }
    }
  });

  test('built-in functions', () => {
    const { len, list, bool, repr, str, ascii, reversed, iter, sorted, int, float, ord, format } = builtins;
    const functions = { len, list, bool, repr, str, ascii, reversed, iter, sorted, int, float, ord, format };
    for (const [name, run] of Object.entries(functions)) {
      const apply = run as (receiver: object) => unknown;
      expect([name, outcome(make(there), apply)]).toEqual([name, outcome(make(here), apply)]);
    }
  });
});

test('a class derived from that of another copy goes first as the right side', () => {
  class Right extends there.Bytes {
    __eq__(): unknown {
      return 'right';
    }
    __radd__(): unknown {
      return 'sum';
    }
  }
  const content = new ours.Bytes('a', 'ascii');
  expect(operator.eq(content, new Right('a', 'ascii'))).toBe('right');
  expect(operator.add(content, new Right('a', 'ascii'))).toBe('sum');
  class Silent extends there.Bytes {
    __eq__(): unknown {
      return NotImplemented;
    }
  }
  expect(operator.eq(content, new Silent('a', 'ascii'))).toBe(true);
});
