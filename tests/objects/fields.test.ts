/** Both kinds of makers make the same objects. */
import { Subscripts, isAssigningFast, makerOf } from '../../src/objects/index.js';

const A: unique symbol = Symbol('a');
const B: unique symbol = Symbol('b');

function madeBy(assigning: boolean, Root: new () => object = Subscripts) {
  class Thing extends Root {
    declare [A]: number;
    declare [B]: string | null;
    sum(): number {
      return this[A] + (this[B]?.length ?? 0);
    }
  }
  const Bare = makerOf<[a: number, b: string | null], Thing>(
    Thing,
    class {
      [A] = undefined;
      [B] = undefined;
    },
    function (a, b) {
      this[A] = a;
      this[B] = b;
    },
    assigning,
  );
  return { Thing, made: new Bare(2, 'xyz'), other: new Bare(0, null) };
}

test.each([true, false])(
  'an object has its fields and the prototype of its class (assigning: %s)',
  (assigning) => {
    const { Thing, made, other } = madeBy(assigning);
    expect(Object.getPrototypeOf(made)).toBe(Thing.prototype);
    expect(made).toBeInstanceOf(Thing);
    expect(Reflect.ownKeys(made)).toEqual([A, B]);
    expect([made.sum(), other.sum()]).toEqual([5, 0]);
    expect(Object.keys(Object.getOwnPropertyDescriptor(made, A)!)).toEqual([
      'value',
      'writable',
      'enumerable',
      'configurable',
    ]);
  },
);

test.each([true, false])(
  'no field is asked of the end of the prototype chain (assigning: %s)',
  (assigning) => {
    const asked: unknown[] = [];
    const Root = function () {} as unknown as new () => object;
    Object.defineProperty(Root, 'prototype', {
      value: new Proxy(
        {},
        {
          get: (_target, name) => void asked.push(name),
          set: (_target, name) => asked.push(name) > 0,
          has: (_target, name) => asked.push(name) > 0,
        },
      ),
    });
    const { made } = madeBy(assigning, Root);
    expect([made[A], made[B], asked]).toEqual([2, 'xyz', []]);
    // The Proxy does see a name that no class has.
    void (made as { absent?: unknown }).absent;
    expect(asked).toEqual(['absent']);
  },
);

test('placeholders are on the prototype if makers assign fields, and only then', () => {
  const placeholder = { value: undefined, writable: true, enumerable: false, configurable: true };
  const { Thing } = madeBy(true);
  expect([A, B].map((name) => Object.getOwnPropertyDescriptor(Thing.prototype, name))).toEqual([
    placeholder,
    placeholder,
  ]);
  expect(Reflect.ownKeys(madeBy(false).Thing.prototype)).toEqual(['constructor', 'sum']);
});

test('an engine is known by its errors, and V8 makes objects by the function that assigns', () => {
  expect([{}, { line: 1 }, { lineNumber: 1 }, { line: 1, lineNumber: 1 }].map(isAssigningFast)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  class Thing {}
  const assign = function (this: Thing): void {};
  expect(makerOf(Thing, class {}, assign)).toBe(assign);
  expect(makerOf(Thing, class {}, assign, false)).not.toBe(assign);
});
