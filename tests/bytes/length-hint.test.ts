/** `__length_hint__` of an iterable is called where CPython calls it, and its exceptions pass through. */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyKeyError, PyTypeError } from '../../src/exceptions/index.js';
import { NotImplemented, PyFloat, TYPE_NAME } from '../../src/python/index.js';
import { operator } from '../../src/runtime/index.js';

function raise(error: Error): never {
  throw error;
}

class Items {
  readonly [TYPE_NAME] = 'Items';
  constructor(readonly hint: () => unknown) {}
  [Symbol.iterator](): Iterator<unknown> {
    return [1, 2][Symbol.iterator]();
  }
  __length_hint__(): unknown {
    return this.hint();
  }
}

class Sized extends Items {
  constructor(
    readonly size: () => unknown,
    hint: () => unknown,
  ) {
    super(hint);
  }
  __len__(): unknown {
    return this.size();
  }
}

function outcome(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    return String(error);
  }
}

const cases: [string, Items, string][] = [
  ['a hint', new Items(() => 5), '5'],
  ['none', new Items(() => NotImplemented), '7'],
  ['a TypeError', new Items(() => raise(new PyTypeError('t'))), '7'],
  ['another error', new Items(() => raise(new PyKeyError('k'))), 'KeyError: k'],
  ['negative', new Items(() => -1), 'ValueError: Items.__length_hint__() must return a non-negative int'],
  ['None', new Items(() => null), 'TypeError: Items.__length_hint__() must return an int, not NoneType'],
  [
    'a float',
    new Items(() => new PyFloat(1)),
    'TypeError: Items.__length_hint__() must return an int, not float',
  ],
  ['huge', new Items(() => 2n ** 70n), 'OverflowError: Python int too large to convert to C ssize_t'],
  [
    'a length',
    new Sized(
      () => 3,
      () => -1,
    ),
    '3',
  ],
  [
    'no length',
    new Sized(
      () => raise(new PyTypeError('t')),
      () => 4,
    ),
    '4',
  ],
  [
    'a negative length',
    new Sized(
      () => -1,
      () => 4,
    ),
    'ValueError: __len__() should return >= 0',
  ],
];

test('bytes(x), bytearray.extend(x) and operator.length_hint(x, 7)', () => {
  const wrong: unknown[] = [];
  for (const [name, items, expected] of cases) {
    const fails = !/^\d+$/.test(expected);
    const answers: [string, string, string][] = [
      ['length_hint', outcome(() => operator.length_hint(items, 7)), expected],
      ['bytes', outcome(() => new Bytes(items)), fails ? expected : String(new Bytes([1, 2]))],
      ['bytearray', outcome(() => new ByteArray(items)), String(new ByteArray([1, 2]))],
      ['extend', outcome(() => new ByteArray().extend(items)), fails ? expected : 'undefined'],
    ];
    for (const [what, answer, wanted] of answers) {
      if (!answer.includes(wanted)) wrong.push([name, what, answer]);
    }
  }
  expect(wrong).toEqual([]);
});
