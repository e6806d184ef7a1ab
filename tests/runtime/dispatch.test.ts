/**
 * Which method of which side a comparison calls, as in CPython 3.15: the left one's, then the right one's
 * mirrored method, or the right one's first if its class derives from the left one's.
 */
import { Bytes, PyTypeError } from 'pybuffer';
import { NotImplemented, operator } from 'pybuffer/runtime';

const MIRRORED = { lt: 'gt', le: 'ge', eq: 'eq', ne: 'ne', gt: 'lt', ge: 'le' } as const;
type Name = keyof typeof MIRRORED;

/** An object with all six methods, each of which logs its name and returns a given answer. */
function asked(seen: string[], side: string, answer: unknown, base: new () => object = Object): object {
  class Side extends base {}
  for (const name of Object.keys(MIRRORED)) {
    Object.defineProperty(Side.prototype, `__${name}__`, {
      value: () => (seen.push(`${side}.${name}`), answer),
    });
  }
  return new Side();
}

describe.each(Object.keys(MIRRORED) as Name[])('%s', (name) => {
  const mirrored = MIRRORED[name];
  const compare = operator[name] as (left: unknown, right: unknown) => unknown;

  test('the left side answers by the method of that name', () => {
    const seen: string[] = [];
    expect(compare(asked(seen, 'left', 'yes'), asked(seen, 'right', 'no'))).toBe('yes');
    expect(seen).toEqual([`left.${name}`]);
  });

  test('the right side answers by the mirrored name if the left one does not', () => {
    const seen: string[] = [];
    expect(compare(asked(seen, 'left', NotImplemented), asked(seen, 'right', 'yes'))).toBe('yes');
    expect(compare(1, asked(seen, 'right', 'yes'))).toBe('yes');
    expect(seen).toEqual([`left.${name}`, `right.${mirrored}`, `right.${mirrored}`]);
  });

  test('a right side of a derived class is asked first, and then the left one', () => {
    const seen: string[] = [];
    const content = new Bytes('a', 'ascii');
    expect(compare(content, asked(seen, 'right', 'yes', Bytes))).toBe('yes');
    expect(seen).toEqual([`right.${mirrored}`]);
  });

  test('if neither answers, identity decides equality, and an order is an error', () => {
    const [left, right] = [asked([], 'left', NotImplemented), asked([], 'right', NotImplemented)];
    if (name === 'eq' || name === 'ne') {
      expect(compare(left, right)).toBe(name === 'ne');
      expect(compare(left, left)).toBe(name === 'eq');
    } else {
      const sign = { lt: '<', le: '<=', gt: '>', ge: '>=' }[name];
      expect(() => compare(left, right)).toThrow(
        `'${sign}' not supported between instances of 'Side' and 'Side'`,
      );
    }
  });
});

test('an object whose `constructor` is no class is compared and added as any other', () => {
  for (const constructor of [() => null, 3, { prototype: null }, Math.max, class {}.bind(null)]) {
    const odd = { constructor, a: 1 };
    for (const other of [new Bytes('a', 'ascii'), { b: 1 }, asked([], 'other', NotImplemented)]) {
      expect(operator.eq(odd, other)).toBe(false);
      expect(operator.eq(other, odd)).toBe(false);
      expect(() => operator.add(odd, other)).toThrow(PyTypeError);
      expect(() => operator.add(other, odd)).toThrow(PyTypeError);
    }
  }
});
