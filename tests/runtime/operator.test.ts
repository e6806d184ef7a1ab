/**
 * Every operator with every pair of values of all kinds. scripts/record-operators.mjs recorded CPython 3.15's
 * answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyException } from '../../src/exceptions/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { PyComplex } from '../../src/python/index.js';
import {
  NotImplemented,
  PyFloat,
  Slice,
  builtins,
  configure,
  operator,
  typeName,
} from '../../src/runtime/index.js';
import { makeInt } from '../../src/runtime/numbers.js';

interface Recorded {
  values: [string, string][];
  answers: string[];
  table: Record<string, number[][]>;
}

const recorded = JSON.parse(readFileSync(join(__dirname, 'operators.generated.json'), 'utf8')) as Recorded;

const parse = (text: string) => JSON.parse(text) as unknown[];
const MAKE: Record<string, (text: string) => unknown> = {
  int: (text) => makeInt(BigInt(text)),
  bool: () => true,
  float: (text) => new PyFloat(Number(text)),
  none: () => null,
  str: (text) => text,
  bytes: (text) => Bytes.fromhex(text),
  bytearray: (text) => ByteArray.fromhex(text),
  view: (text) => new MemoryView(Bytes.fromhex(text)),
  writable: (text) => new MemoryView(ByteArray.fromhex(text)),
  ints: (text) => new MemoryView(Bytes.fromhex(text)).cast('I'),
  doubles: (text) => new MemoryView(Bytes.fromhex(text)).cast('d'),
  list: parse,
  tuple: (text) => Object.freeze(parse(text)),
  dict: (text) => new Map(Object.entries(JSON.parse(text) as object)),
  slice: (text) => new Slice(...(parse(text) as number[])),
};
const IN_PLACE = new Set(['iadd', 'imul', 'imod', 'isub', 'iconcat', 'delitem']);

function shown(value: unknown): string {
  const text = builtins.repr(value);
  return `${typeName(value)} ${text.includes(' at 0x') ? '' : text}`;
}

function answer(name: string, left: unknown, right: unknown): string {
  const operators = operator as unknown as Record<string, (a: unknown, b: unknown) => unknown>;
  let said: string;
  try {
    said = shown(operators[name]!(left, right) ?? null);
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    said = `${error.name}: ${error.message}`.replace(/ at 0x[0-9a-f]+/, '');
  }
  return IN_PLACE.has(name) ? `${said} -> ${shown(left)}` : said;
}

test('operators answer as CPython does', () => {
  const before = configure({ floats: 'box' });
  const different: unknown[] = [];
  let count = 0;
  for (const [name, rows] of Object.entries(recorded.table)) {
    rows.forEach((row, i) =>
      row.forEach((place, k) => {
        if (place < 0) return;
        const [left, right] = [recorded.values[i]!, recorded.values[k]!];
        const expected = recorded.answers[place];
        const actual = answer(name, MAKE[left[0]]!(left[1]), MAKE[right[0]]!(right[1]));
        count++;
        if (actual !== expected) different.push([name, left, right, expected, actual].join(' | '));
      }),
    );
  }
  configure(before);
  expect(different.slice(0, 20)).toEqual([]);
  expect(count).toBeGreaterThan(20000);
});

describe('methods of the source language', () => {
  class Left {
    __add__(other: unknown) {
      return other === 1 ? 'left' : NotImplemented;
    }
    __iadd__() {
      return NotImplemented;
    }
  }
  class Right {
    __radd__() {
      return 'right';
    }
    __rmul__() {
      return 'rmul';
    }
    __eq__() {
      return 5;
    }
  }
  class Tagged extends Bytes {
    __radd__() {
      return 'tagged';
    }
    __eq__() {
      return 'same';
    }
    __getitem__(key: unknown) {
      return key;
    }
  }
  const content = new Bytes('ab', 'ascii');

  test('reflected operands, and NotImplemented', () => {
    expect(operator.add(new Left(), 1)).toBe('left');
    expect(operator.add(new Left(), new Right())).toBe('right');
    expect(operator.iadd(new Left(), new Right())).toBe('right');
    expect(() => operator.iadd(new Left(), 2)).toThrow(
      "unsupported operand type(s) for +=: 'Left' and 'int'",
    );
    // A sequence's own `+` is tried last, as in CPython.
    expect(operator.add(content, new Right())).toBe('right');
    expect(operator.mul(content, new Right())).toBe('rmul');
    expect(operator.eq(content, new Right())).toBe(5);
  });

  test('the left side decides, also if the right one would answer', () => {
    class Both extends Right {
      __add__() {
        return 'forward';
      }
    }
    expect(operator.add(new Both(), new Right())).toBe('forward');
    expect(operator.iadd(new Both(), new Right())).toBe('forward');
  });

  // CPython: Objects/listobject.c `list_richcompare` returns True or False, whatever the items' `==` returns.
  test('lists are equal or not, whatever their items answer', () => {
    class Item {
      __eq__() {
        return 0;
      }
      __ne__() {
        return 0;
      }
    }
    expect(operator.eq([new Item()], [new Item()])).toBe(false);
    expect(operator.ne([new Item()], [new Item()])).toBe(true);
    expect(operator.eq(Object.freeze([1, new Item()]), Object.freeze([1, 2]))).toBe(false);
  });

  test("a derived class's reflected methods go first", () => {
    const tagged = new Tagged('ab', 'ascii');
    expect(operator.add(content, tagged)).toBe('tagged');
    expect(operator.eq(content, tagged)).toBe('same');
    expect(operator.getitem(tagged, 'x')).toBe('x');
    expect(operator.contains([tagged], 3)).toBe(true);
  });
});

test('numbers of the host: infinities, NaN, zeros', () => {
  expect(operator.eq(Infinity, Infinity)).toBe(true);
  expect(operator.ne(NaN, NaN)).toBe(true);
  expect(operator.le(NaN, NaN)).toBe(false);
  expect(operator.eq(2n ** 53n, 2 ** 53)).toBe(true);
  expect(operator.eq(new PyComplex(1, 0), true)).toBe(true);
  expect(operator.eq(2, new PyComplex(2, 1))).toBe(false);
  expect(operator.eq(new PyComplex(2, 1), { re: 2, im: 1 })).toBe(true);
  expect(() => operator.lt(new PyComplex(1, 0), 1)).toThrow(
    "'<' not supported between instances of 'complex' and 'int'",
  );
  expect(operator.mod(-7, 7)).toBe(0);
  expect(operator.floordiv(-0.5, 2)).toBe(-1);
  expect(operator.add(Number.MAX_SAFE_INTEGER, 2)).toBe(9007199254740993n);
});

describe('getitem() of a view and a slice', () => {
  const six = () => new MemoryView(new ByteArray([0, 1, 2, 3, 4, 5]));
  const released = six();
  released.release();

  const noDimension = new MemoryView(new ByteArray(4)).cast('I', []);
  const notAnInt = 'slice indices must be integers or have an __index__ method';

  test.each([
    ['six[1:-1]', six(), new Slice(1, -1), 'list [1, 2, 3, 4]'],
    ['six[True:9:2]', six(), new Slice(true, 9, 2), 'list [1, 3, 5]'],
    ['six[::0]', six(), new Slice(null, null, 0), 'ValueError: slice step cannot be zero'],
    ['six["a":]', six(), new Slice('a' as never), `TypeError: ${notAnInt}`],
    ['(3, 2)[1:]', six().cast('B', [3, 2]), new Slice(1, null), 'list [[2, 3], [4, 5]]'],
    ['()[0:1]', noDimension, new Slice(0, 1), 'TypeError: invalid indexing of 0-dim memory'],
    [
      'released[0:1]',
      released,
      new Slice(0),
      'ValueError: operation forbidden on released memoryview object',
    ],
  ])('%s', (_, view, slice, expected) => {
    let said: string;
    try {
      said = shown((operator.getitem(view, slice) as MemoryView).tolist());
    } catch (error) {
      said = `${(error as Error).name}: ${(error as Error).message}`;
    }
    expect(said).toBe(expected);
  });
});

test.each([
  ['add', 2 ** 31 - 1, 1, 2 ** 31],
  ['add', 1, 2 ** 53 - 1, 2n ** 53n],
  ['add', 2 ** 53 - 1, 1, 2n ** 53n],
  ['sub', -(2 ** 31), 1, -(2 ** 31) - 1],
  ['sub', -2, 2 ** 53 - 1, -(2n ** 53n) - 1n],
  ['sub', 1 - 2 ** 53, 2, -(2n ** 53n) - 1n],
] as const)('%s of %s and %s', (name, left, right, expected) => {
  expect(operator[name](left, right)).toBe(expected);
});

test('a dict compares a key only with keys that have its hash', () => {
  class Key {
    readonly asked: unknown[] = [];
    constructor(readonly hash: number) {}
    __hash__(): number {
      return this.hash;
    }
    __eq__(other: unknown): boolean {
      this.asked.push(other);
      return true;
    }
  }
  const one = new Key(1);
  expect(operator.contains(new Map([[0, 0]]), one)).toBe(false);
  expect(operator.contains(new Set([0, 2]), one)).toBe(false);
  expect(one.asked).toEqual([]);
  expect(
    operator.getitem(
      new Map([
        [0, 'zero'],
        [1, 'one'],
      ]),
      one,
    ),
  ).toBe('one');
  expect(one.asked).toEqual([1]);
  // A list can be a key only in JavaScript's Map.
  expect(operator.contains(new Map([[[1], 0]]), one)).toBe(true);
});
