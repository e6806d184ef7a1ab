// Finds where two recorded values differ, and writes values as Python does.
import { Bytes, PyComplex, repr } from '../src/core.js';
import { floatOf } from './values.js';
import type { Value } from './values.js';

/** The first place where two values differ. */
export interface Difference {
  /** As Python subscripts: `[2]['key']`; empty for the values themselves. */
  readonly path: string;
  readonly expected: Value | undefined;
  readonly actual: Value | undefined;
}

/** The first difference, or null if the values are equal. NaN equals NaN. */
export function difference(expected: Value, actual: Value, path = ''): Difference | null {
  if (JSON.stringify(expected) === JSON.stringify(actual)) return null;
  const here = { path, expected, actual };
  if (!Array.isArray(expected) || !Array.isArray(actual) || expected[0] !== actual[0]) return here;
  switch (expected[0]) {
    case 'b':
    case 'B':
      return firstByte(expected[1] as string, actual[1] as string, path) ?? here;
    case 'l':
    case 't':
    case 'g':
      return firstItem(expected.slice(1), actual.slice(1), path);
    case 'a':
      return expected[1] === actual[1] ? firstItem(expected.slice(2), actual.slice(2), path) : here;
    case 'n':
    case 'd': {
      const isDict = expected[0] === 'd';
      const entries = (value: Value[]) =>
        value.filter(Array.isArray).map(([key, item]) => [JSON.stringify(key), key, item] as const);
      const theirs = new Map(entries(actual).map(([name, , item]) => [name, item as Value]));
      for (const [name, key, item] of entries(expected)) {
        const at = `${path}${isDict ? `[${spell(key as Value)}]` : `.${key as string}`}`;
        if (!theirs.has(name)) return { path: at, expected: item as Value, actual: undefined };
        const found = difference(item as Value, theirs.get(name)!, at);
        if (found !== null) return found;
        theirs.delete(name);
      }
      for (const [, key, item] of entries(actual))
        if (theirs.has(JSON.stringify(key)))
          return { path: `${path}[${spell(key as Value)}]`, expected: undefined, actual: item as Value };
      return null;
    }
    default:
      return here;
  }
}

function firstItem(expected: Value[], actual: Value[], path: string): Difference | null {
  for (let i = 0; i < Math.max(expected.length, actual.length); i++) {
    const at = `${path}[${i}]`;
    if (i >= expected.length || i >= actual.length)
      return { path: at, expected: expected[i], actual: actual[i] };
    const found = difference(expected[i]!, actual[i]!, at);
    if (found !== null) return found;
  }
  return null;
}

function firstByte(expected: string, actual: string, path: string): Difference | null {
  const byte = (text: string, i: number) =>
    i < text.length ? parseInt(text.slice(i, i + 2), 16) : undefined;
  for (let i = 0; i < Math.max(expected.length, actual.length); i += 2) {
    const [a, b] = [byte(expected, i), byte(actual, i)];
    if (a !== b) return { path: `${path}[${i / 2}]`, expected: a, actual: b };
  }
  return null;
}

/** A value as Python's `repr` shows it. */
export function spell(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return repr(value);
  const [tag, ...rest] = value as [string, ...Value[]];
  const first = rest[0] as string;
  const all = () => rest.map(spell).join(', ');
  const pairs = () => rest.map((pair) => (pair as Value[]).map(spell).join(': ')).join(', ');
  switch (tag) {
    case 'i':
    case 'f':
    case '?':
      return first;
    case 'c':
      return repr(new PyComplex(floatOf(first), floatOf(rest[1] as string)));
    case 'b':
      return Bytes.fromhex(first).repr();
    case 'B':
      return `bytearray(${Bytes.fromhex(first).repr()})`;
    case 'm':
      return `memoryview(${Bytes.fromhex(first).repr()}, format=${spell(rest[1]!)}, shape=${spell(['t', ...(rest[2] as number[])])})`;
    case 'a':
      return `array('${first}', [${rest.slice(1).map(spell).join(', ')}])`;
    case 'l':
      return `[${all()}]`;
    case 't':
      return rest.length === 1 ? `(${all()},)` : `(${all()})`;
    case 'g':
      return `iter([${all()}])`;
    case 's':
      return rest.length === 0 ? 'set()' : `{${all()}}`;
    case 'd':
      return `{${pairs()}}`;
    case 'n': {
      const fields = (rest.slice(1) as [string, Value][]).map(([name, item]) => `${name}=${spell(item)}`);
      return `${first}(${fields.join(', ')})`;
    }
    default:
      return `<${rest[1] as string} object>`;
  }
}
