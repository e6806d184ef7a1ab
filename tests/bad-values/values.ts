/**
 * The hostile values of the tests in this folder, by their names in `values.py`, and the form in which both
 * languages write answers. Callers: the tests of this folder.
 */
import { ByteArray, Bytes, Ellipsis, MemoryView, PyException, PyFloat, Slice } from 'pybuffer';
import { NotImplemented, builtins, typeName } from 'pybuffer/runtime';

class Plain {}
class Index {
  __index__(): number {
    return 1;
  }
}
class FailingIndex {
  __index__(): number {
    throw new ZeroDivisionError('index failed');
  }
}
class TextIndex {
  __index__(): string {
    return 'text';
  }
}
class ZeroDivisionError extends PyException {}
Object.defineProperty(ZeroDivisionError.prototype, 'name', { value: 'ZeroDivisionError' });

export const ascii = (text: string) => new Bytes(text, 'latin-1');
const list = (...items: unknown[]) => items;
const tuple = (...items: unknown[]) => Object.freeze(items);

/** Makes each value of `values.py`. */
export const VALUES: Record<string, () => unknown> = {
  None: () => null,
  True: () => true,
  '0': () => 0,
  '1': () => 1,
  '-1': () => -1,
  '-2': () => -2,
  '97': () => 97,
  '256': () => 256,
  '2**31': () => 2 ** 31,
  '-2**31-1': () => -(2 ** 31) - 1,
  '2**63': () => 2n ** 63n,
  '-2**63-1': () => -(2n ** 63n) - 1n,
  '2**64': () => 2n ** 64n,
  '-2**64': () => -(2n ** 64n),
  '1.5': () => new PyFloat(1.5),
  '2.0': () => new PyFloat(2),
  nan: () => new PyFloat(NaN),
  "''": () => '',
  "'a'": () => 'a',
  "'61'": () => '61',
  "'B'": () => 'B',
  "'C'": () => 'C',
  "'ascii'": () => 'ascii',
  "'a\\0b'": () => 'a\0b',
  "'\\ud800'": () => '\ud800',
  "'€'": () => '€',
  "b''": () => ascii(''),
  "b'a'": () => ascii('a'),
  "b'ab'": () => ascii('ab'),
  "b'6'": () => ascii('6'),
  "bytearray(b'')": () => new ByteArray(),
  "bytearray(b'b')": () => new ByteArray(ascii('b')),
  'bytes(256)': () => new Bytes(256),
  view: () => new MemoryView(ascii('ab')),
  strided: () => new MemoryView(ascii('abcd')).slice(null, null, 2),
  wide: () => new MemoryView(ascii('abcd')).cast('H'),
  'two-d': () => new MemoryView(ascii('abcd')).cast('B', [2, 2]),
  released: () => {
    const view = new MemoryView(ascii('ab'));
    view.release();
    return view;
  },
  '[]': () => list(),
  '[1]': () => list(1),
  '[256]': () => list(256),
  '[2, 2]': () => list(2, 2),
  "['a']": () => list('a'),
  "[b'a', b'b']": () => list(ascii('a'), ascii('b')),
  '[1.5]': () => list(new PyFloat(1.5)),
  '()': () => tuple(),
  '(1,)': () => tuple(1),
  "(b'a',)": () => tuple(ascii('a')),
  "('a', b'b')": () => tuple('a', ascii('b')),
  '{}': () => new Map(),
  object: () => new Plain(),
  index: () => new Index(),
  'failing index': () => new FailingIndex(),
  'text index': () => new TextIndex(),
  slice: () => new Slice(),
  'slice(0, 2)': () => new Slice(0, 2),
  'slice(None, None, 0)': () => new Slice(null, null, 0),
  "slice('a')": () => new Slice(null, 'a' as never),
  '...': () => Ellipsis,
};

/** A value as `values.py` writes it. */
export function shown(value: unknown): string {
  if (value === NotImplemented) return 'NotImplemented';
  if (value instanceof MemoryView) {
    const { format, shape, strides } = value;
    return `<memoryview ${format} ${builtins.repr(shape)} ${builtins.repr(strides)} ${builtins.repr(value.tobytes())}>`;
  }
  return `${typeName(value)} ${builtins.repr(value)}`;
}

/** The result of a call, or its exception. */
export function answer(run: () => unknown): string {
  let text: string;
  try {
    text = shown(run());
  } catch (error) {
    if (!(error instanceof PyException)) return `JavaScript's own ${String(error)}`;
    return error.name === 'MemoryError' ? '!MemoryError' : `!${error.name}: ${error.message}`;
  }
  return text.length <= 120 ? text : `${text.slice(0, 60)}...${text.slice(-40)} (${[...text].length})`;
}

/** Removes the addresses of objects, which differ from run to run. */
export const addressless = (text: string) => text.replace(/0x[0-9a-f]+/g, '0x');
