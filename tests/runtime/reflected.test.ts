/**
 * Which operands an operation tries, and in which order, if derived classes override an operator's methods.
 * scripts/record-reflected.py recorded CPython 3.15's answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { NotImplemented, builtins, operator } from '../../src/runtime/index.js';
import { pythonOf } from '../python-of.js';

const text = (value: string) => new Bytes(value, 'ascii');
const functions = operator as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** Answers as the right operand, but not as the left one. */
class Other {
  __radd__() {
    return 'Other.__radd__';
  }
  __rmul__() {
    return 'Other.__rmul__';
  }
  __rmod__() {
    return 'Other.__rmod__';
  }
  __rsub__() {
    return NotImplemented;
  }
  __index__() {
    return 2;
  }
}

type Make = new (content?: Bytes) => object;
const BASES: Readonly<Record<string, () => Make>> = {
  object: () => class F {},
  bytes: () => class F extends Bytes {},
  bytearray: () => class F extends ByteArray {},
};

/**
 * The operands of a row: F overrides the named methods, and those with `?` return NotImplemented; D is
 * derived from F.
 */
function operandsOf(base: string, names: readonly string[]): Readonly<Record<string, () => unknown>> {
  const F = BASES[base]!();
  for (const name of names) {
    const plain = name.replace('?', '');
    Object.assign(F.prototype as object, { [plain]: () => (plain === name ? plain : NotImplemented) });
  }
  class D extends F {
    __radd__() {
      return 'D.__radd__';
    }
    __gt__() {
      return 'D.__gt__';
    }
  }
  const make = (cls: Make) => (base === 'object' ? new cls() : new cls(text('ab')));
  return {
    F: () => make(F),
    D: () => make(D as Make),
    int: () => 2,
    bytes: () => text('q'),
    bytearray: () => new ByteArray(text('q')),
    Other: () => new Other(),
  };
}

type Row = [base: string, names: string[], operator: string, operands: [string, string], answer: string];
const rows = JSON.parse(readFileSync(join(__dirname, 'reflected.generated.json'), 'utf8')) as Row[];

test('overridden methods of both sides are asked as in Python', () => {
  const different: unknown[] = [];
  for (const [base, names, name, [left, right], expected] of rows) {
    const operands = operandsOf(base, names);
    const actual = pythonOf(() => {
      const result = functions[name]!(operands[left]!(), operands[right]!());
      return typeof result === 'string' ? builtins.repr(result) : result;
    });
    if (actual !== expected) {
      different.push(`${base} [${names.join()}] ${name}(${left}, ${right}) | ${actual} | ${expected}`);
    }
  }
  expect(different.slice(0, 60)).toEqual([]);
  expect(rows.length).toBeGreaterThan(1000);
});
