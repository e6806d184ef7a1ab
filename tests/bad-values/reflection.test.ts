/**
 * Every function and class that the entries of package.json export, is found by reflection and called with
 * hostile values: it raises the library's exceptions, never JavaScript's own.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PyException, PyValueError, recordStacks } from 'pybuffer';
import { VALUES } from './values.js';
import { withoutStacks } from '../stacks.js';

withoutStacks();

const { exports: entries } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
  exports: Record<string, unknown>;
};

/** Skipped entries, each with its reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  './package.json': 'no module',
  './eslint': 'ESLint calls it',
  './brython': 'it takes a runtime, and its functions are called by that',
  './skulpt': 'it takes a runtime, and its functions are called by that',
  './pyodide': 'it takes a runtime, and its functions are called by that',
  './protocol': 'exporters call it in their inner loops with values that they have checked',
  './algorithms': 'typed arrays only: it checks nothing, which its documentation says',
  './runtime': 'compiled programs call it; tests/runtime has hostile values for each function',
  './operator': 'as ./runtime',
  './builtins': 'as ./runtime',
  './testing': 'test runners call it',
};

/** Skipped functions, each with its reason. */
const LEFT_OUT_FUNCTIONS: Readonly<Record<string, string>> = {
  messageOf: 'of the class that exceptions without a stack have, which no documentation names',
};

/** The values of this folder's other tests, and values that only JavaScript has. */
const HOSTILE: readonly (() => unknown)[] = [
  // 2**31 is a valid length, and takes seconds.
  ...Object.keys(VALUES).flatMap((name) => (name === '2**31' ? [] : [VALUES[name]!])),
  () => undefined,
  () => Symbol('x'),
  () => () => 1,
  () => Object.create(null) as unknown,
  () => new Uint8Array([60, 72]),
  () => new DataView(new ArrayBuffer(2)),
  () => new Proxy({}, {}),
  () => {
    const array = new Uint8Array(4);
    structuredClone(array, { transfer: [array.buffer] });
    return array;
  },
  () => Infinity,
  () => ({
    get width(): never {
      throw new PyValueError('a getter');
    },
  }),
];
/** Second arguments: one of each kind. */
const FEW = [undefined, null, 0, -1, 2n ** 70n, 'a', '\ud800', NaN, {}, [1], Symbol('y'), () => 1];

beforeAll(() => void recordStacks(false));
afterAll(() => void recordStacks(true));

type Callable = (...args: unknown[]) => unknown;

/** The exported functions, the constructors of exported classes and the static methods, by their names. */
function functionsOf(exported: Record<string, unknown>): Map<string, Callable> {
  const found = new Map<string, Callable>();
  for (const [name, value] of Object.entries(exported)) {
    if (typeof value !== 'function' || value.prototype instanceof Error) continue;
    const isClass = /^class\b/.test(Function.prototype.toString.call(value));
    found.set(name, (...args) =>
      isClass ? (Reflect.construct(value, args) as unknown) : (value as Callable)(...args),
    );
    for (const method of Object.getOwnPropertyNames(value)) {
      const own: unknown = Object.getOwnPropertyDescriptor(value, method)!.value;
      if (method === 'prototype' || typeof own !== 'function' || method in LEFT_OUT_FUNCTIONS) continue;
      found.set(`${name}.${method}`, (...args) => (own as Callable).apply(value, args));
    }
  }
  return found;
}

const spelled = (value: unknown): string => {
  try {
    return typeof value === 'object' && value !== null ? value.constructor.name : String(value);
  } catch {
    return typeof value;
  }
};

test('every skipped name exists', () => {
  expect(Object.keys(entries)).toEqual(expect.arrayContaining(Object.keys(LEFT_OUT)));
});

test.each(Object.keys(entries).filter((entry) => !(entry in LEFT_OUT)))(
  'hostile values for what %s exports',
  async (entry) => {
    const exported = (await import(`pybuffer${entry.slice(1)}`)) as Record<string, unknown>;
    const wrong = new Map<string, string>();
    let calls = 0;
    for (const [name, run] of functionsOf(exported)) {
      const attempt = (...args: unknown[]) => {
        calls++;
        try {
          run(...args);
        } catch (error) {
          if (error instanceof PyException) return;
          wrong.set(
            `${name}: ${String(error)}`,
            `${name}(${args.map(spelled).join(', ')}): ${String(error)}`,
          );
        }
      };
      attempt();
      for (const first of HOSTILE) {
        attempt(first());
        for (const second of FEW) {
          attempt(first(), second);
          attempt(second, first());
        }
      }
    }
    expect([...wrong.values()]).toEqual([]);
    const isEmpty = Object.keys(exported).every((name) => typeof exported[name] !== 'function');
    expect(calls > 1000 || isEmpty).toBe(true);
  },
);
