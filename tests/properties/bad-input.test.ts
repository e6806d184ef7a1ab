/**
 * Bad input changes nothing: every method of every type with bad values, one and two at a time. Content,
 * position, format and exports stay unchanged, except where CPython 3.15 also changes something: those calls
 * are recorded, with the state that they leave.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes, MemoryView, PyException, PyValueError, Slice } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { Struct } from 'pybuffer/struct';
import { builtins, callMethod, signatures, tuple } from 'pybuffer/runtime';
import { withoutStacks } from '../stacks.js';

withoutStacks();

const mine = () => new PyValueError('mine');
function* raising() {
  yield 1;
  throw mine();
}
const text = (value: string) => new Bytes(value, 'ascii');

/** The same names as in scripts/record-bad-input.py. */
const BAD: Readonly<Record<string, () => unknown>> = {
  small: () => 1,
  negative: () => -1,
  large: () => 300,
  huge: () => 2n ** 70n,
  text: () => 'x',
  None: () => null,
  float: () => 1.5,
  bytes: () => text('q'),
  'out of range': () => [1, 300],
  mixed: () => [1, 'a'],
  index: () =>
    new (class Index {
      __index__(): never {
        throw mine();
      }
    })(),
  buffer: () =>
    new (class Buffer {
      __buffer__(): never {
        throw mine();
      }
    })(),
  raising,
  items: () => [1, 300][Symbol.iterator](),
  tuple: () => tuple(1, 2),
  'no step': () => new Slice(null, null, 0),
  steps: () => new Slice(null, null, 2),
  'bytes and int': () => [text('zz'), 5],
};

const owners = new WeakMap<object, ByteArray>();
const SELVES: Readonly<Record<string, () => object>> = {
  bytes: () => text('abcdef'),
  bytearray: () => new ByteArray('abcdef', 'ascii'),
  memoryview: () => {
    const owner = new ByteArray('abcdef', 'ascii');
    const view = new MemoryView(owner);
    owners.set(view, owner);
    return view;
  },
  Struct: () => new Struct('<H'),
  array: () => new PyArray('B', text('abcdef')),
  BytesIO: () => {
    const stream = new BytesIO(text('abcdef'));
    stream.seek(2);
    return stream;
  },
};

function stateOf(self: object): string {
  if (self instanceof BytesIO) {
    return self.closed ? 'closed' : `${builtins.repr(self.getvalue())} ${self.tell()}`;
  }
  if (self instanceof MemoryView) return builtins.repr(owners.get(self));
  if (self instanceof Struct) return self.format;
  // These fail if an export was not released.
  if (self instanceof ByteArray) self.extend(new Bytes());
  if (self instanceof PyArray) self.extend(new PyArray('B'));
  if (self instanceof Bytes) expect(self.hash()).toBe(text('abcdef').hash());
  return builtins.repr(self);
}

interface Recorded {
  calls: number;
  changed: [type: string, method: string, values: string[], answer: string, state: string][];
}
const recorded = JSON.parse(readFileSync(join(__dirname, 'bad-input.generated.json'), 'utf8')) as Recorded;

const LEFT_OUT = new Set(
  '__getattribute__ __setattr__ __delattr__ __init_subclass__ __subclasshook__ __release_buffer__'.split(' '),
);

/** All combinations of as many values as a signature has parameters, at most two. */
function* combinations(signature: string): Generator<string[]> {
  const names = Object.keys(BAD);
  const count = signature.includes('()') ? 0 : Math.min(2, signature.split(',').length);
  for (const first of names) yield [first];
  if (count === 2) for (const first of names) for (const second of names) yield [first, second];
}

test.each(Object.keys(SELVES))('%s', (type) => {
  const make = SELVES[type]!;
  const before = stateOf(make());
  const allowed = new Map(
    recorded.changed
      .filter(([kind]) => kind === type)
      .map(([, method, values, answer, state]) => [`${method}(${values.join()})`, [answer, state]]),
  );
  const different: unknown[] = [];
  let failed = 0;
  const methods = Object.entries(signatures[type as 'bytes']) as [string, string][];
  for (const [name, signature] of methods) {
    if (name === '' || LEFT_OUT.has(name)) continue;
    for (const method of name === '__eq__' ? [name, '__init__'] : [name]) {
      for (const values of combinations(signature)) {
        const self = make();
        try {
          callMethod(
            self,
            method,
            values.map((value) => BAD[value]!()),
          );
        } catch (error) {
          if (!(error instanceof PyException)) throw error;
          failed++;
          const call = `${method}(${values.join()})`;
          const expected = allowed.get(call) ?? [null, before];
          allowed.delete(call);
          const state = stateOf(self);
          const answer = `${error.name}: ${error.message}`;
          if (state !== expected[1] || (expected[0] !== null && answer !== expected[0])) {
            different.push({ call, answer, state, expected });
          }
        }
      }
    }
  }
  expect(different.slice(0, 20)).toEqual([]);
  expect([...allowed.keys()]).toEqual([]);
  expect(failed).toBeGreaterThan(type === 'Struct' ? 200 : 1000);
});

test('constructors fail without a trace', () => {
  const source = new ByteArray('abcdef', 'ascii');
  const view = new MemoryView(source);
  const states = () => [stateOf(view), stateOf(new ByteArray(view))];
  const before = states();
  let failed = 0;
  for (const cls of [Bytes, ByteArray, BytesIO, Struct, MemoryView]) {
    for (const first of Object.values(BAD)) {
      for (const second of [() => undefined, ...Object.values(BAD)]) {
        try {
          const args = [first(), second()].filter((value) => value !== undefined);
          callMethod(cls, '__new__', [cls, ...args]);
        } catch (error) {
          if (!(error instanceof PyException)) throw error;
          failed++;
        }
        try {
          callMethod(PyArray, '__new__', [PyArray, 'B', [view, first(), second()]]);
        } catch (error) {
          if (!(error instanceof PyException)) throw error;
          failed++;
        }
      }
    }
  }
  expect(states()).toEqual(before);
  view.release();
  // No export is left.
  source.append(1);
  expect(failed).toBeGreaterThan(1000);
});
