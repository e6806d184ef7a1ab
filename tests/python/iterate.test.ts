/** The old sequence protocol: a class with only `__getitem__`, wherever something is iterated. */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyArray } from '../../src/companions/array/index.js';
import { intFromBytes } from '../../src/companions/int/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { PyIndexError, PyStopIteration, PyValueError } from '../../src/exceptions/index.js';
import { Slice, iterate, lengthHint } from '../../src/python/index.js';
import { builtins, operator } from '../../src/runtime/index.js';
import { pythonOf } from '../python-of.js';

class Old {
  asked: number[] = [];
  constructor(
    readonly items: readonly unknown[],
    readonly end: Error = new PyIndexError('end'),
  ) {}
  __getitem__(index: number): unknown {
    this.asked.push(index);
    if (index >= this.items.length) throw this.end;
    return this.items[index];
  }
}
const old = () => new Old([97, 98, 99]) as never;
const extended = () => {
  const data = new ByteArray('-', 'ascii');
  data.extend(old());
  return data;
};
const assigned = () => {
  const data = new ByteArray('---', 'ascii');
  data.set(new Slice(1, 2), old());
  return data;
};

test.each<[string, () => unknown, string]>([
  ['bytes', () => new Bytes(old()), "b'abc'"],
  ['bytearray', () => new ByteArray(old()), "bytearray(b'abc')"],
  ['extend', extended, "bytearray(b'-abc')"],
  ['slice assignment', assigned, "bytearray(b'-abc-')"],
  [
    'join',
    () => new Bytes('-', 'ascii').join(new Old([new Bytes([97]), new Bytes([98])]) as never),
    "b'a-b'",
  ],
  ['array', () => new PyArray('B', old()), "array('B', [97, 98, 99])"],
  ['int.from_bytes', () => intFromBytes(old()), '6382179'],
  ['list', () => builtins.list(old()), '[97, 98, 99]'],
  ['sum', () => builtins.sum(old()), '294'],
  ['in', () => operator.contains(old(), 98), 'True'],
  ['countOf', () => operator.countOf(old(), 98), '1'],
  ['%', () => new Bytes('%d', 'ascii').mod(5), "b'5'"],
])('%s', (_, run, expected) => {
  expect(pythonOf(run)).toBe(expected);
});

test('writelines', () => {
  const stream = new BytesIO();
  stream.writelines(new Old([new Bytes([97]), new Bytes([98])]) as never);
  expect(pythonOf(() => stream.getvalue())).toBe("b'ab'");
});

test('IndexError and StopIteration end it for good; other exceptions pass', () => {
  for (const end of [new PyIndexError(''), new PyStopIteration()]) {
    const source = new Old([1], end);
    const iterator = iterate(source);
    expect([iterator.next().value, iterator.next().done, iterator.next().done]).toEqual([1, true, true]);
    expect(source.asked).toEqual([0, 1]);
  }
  expect(() => new Bytes(new Old([1], new PyValueError('mine')) as never)).toThrow('mine');
});

test('the iterator knows how many items are left', () => {
  const iterator = iterate(Object.assign(new Old([1, 2, 3]), { __len__: () => 3 }));
  iterator.next();
  expect(lengthHint(iterator, 0)).toBe(2);
});

test('an iterator of Python, with __next__ and StopIteration', () => {
  const countdown = () => {
    let left = 3;
    return {
      __iter__() {
        return this;
      },
      __next__() {
        if (left === 0) throw new PyStopIteration();
        return left--;
      },
    };
  };
  expect(pythonOf(() => new Bytes(countdown() as never))).toBe("b'\\x03\\x02\\x01'");
  expect(pythonOf(() => builtins.list(countdown()))).toBe('[3, 2, 1]');
});
