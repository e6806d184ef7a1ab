/**
 * Settings of one runtime, not of the process: sizes, floats and lifetimes. Also the causes of exceptions. On
 * a host of bare values.
 */
import {
  ByteArray,
  Bytes,
  ILP32,
  LP64,
  MemoryView,
  PyIndexError,
  PyValueError,
  lifetimePolicy,
  setLifetimePolicy,
} from 'pybuffer';
import type { ABI } from 'pybuffer';
import { PyFloat, builtins, createRuntime, useABI } from 'pybuffer/runtime';
import type { Host, LifetimeRule, Runtime } from 'pybuffer/runtime';
import { bareHost } from '../../properties/bare-runtime.js';

/** An exception of the host. */
class Native extends Error {
  readonly names = ['NativeError', 'ValueError', 'Exception'];
}

function start(
  options: { abi?: ABI; lifetimes?: LifetimeRule; stacks?: boolean } = {},
): Runtime<unknown, object> {
  const host: Host<unknown, object> = {
    ...bareHost,
    fromHost: (object) =>
      object instanceof Holder
        ? object.value
        : typeof object === 'object' && object !== null && 'special' in object
          ? runtime.standIn(object)
          : object,
    complex: (re, im) => [re, im],
    tuple: (items) => Object.freeze(items),
    slice: (...parts) => parts,
    wrap: (_type, value) => new Holder(value),
    typeObject: (type) => type,
    nameOf: () => ({ name: 'Native', full: 'Native' }),
    special: (_type, name) => (name === '__index__' ? name : undefined),
    callSpecial: (_name, self) => (self as { special(): unknown }).special(),
    describeError: (error) =>
      error instanceof Native ? { names: error.names, message: error.message } : null,
    makeError: ({ name, message }) => new Native(`${name}: ${message}`),
    ...options,
  };
  const runtime = createRuntime(host);
  return runtime;
}

class Holder {
  constructor(readonly value: object) {}
}

const sizeOfLong = (runtime: Runtime<unknown, object>) =>
  runtime.modules['struct']!.functions['calcsize']!(['@l'], null);

test('the sizes of a runtime are its own, and those of the process stay', () => {
  const [narrow, wide] = [start({ abi: ILP32 }), start()];
  expect([sizeOfLong(narrow), sizeOfLong(wide), sizeOfLong(narrow)]).toEqual([4, 8, 4]);
  expect(useABI(LP64)).toBe(LP64);
});

test('sizes that memory of 32 bits cannot have are errors in a method called with plain ints too', () => {
  const { bytearray, bytes } = start({ abi: ILP32 }).types;
  const data = bytearray.construct([new Bytes([97, 98])], null);
  const method = (type: typeof bytes, name: string) => type.methods.find((each) => each.name === name)!.call;
  const most = 2 ** 31 - 1;
  expect(() => method(bytearray, 'resize')(data, [most], null)).toThrow('MemoryError');
  const text = bytes.construct([new Bytes([97])], null);
  expect(() => method(bytes, 'ljust')(text, [most], null)).toThrow('OverflowError: byte string is too large');
  expect(((data as Holder).value as ByteArray).length).toBe(2);
});

test('results that memory of 32 bits cannot have are errors, whichever way makes them', () => {
  const runtime = start({ abi: ILP32 });
  const { bytes } = runtime.types;
  const method = (name: string) => bytes.methods.find((each) => each.name === name)!.call;
  const text = new Bytes('A'.repeat(65536), 'ascii');
  const tabs = new Bytes([9, 9, 9]);
  expect(() => method('replace')(text, [new Bytes([65]), text], null)).toThrow('replace bytes is too long');
  expect(() => method('join')(new Bytes(), [new Array<Bytes>(40_000).fill(text)], null)).toThrow(
    'join() result is too long',
  );
  expect(() => method('expandtabs')(tabs, [2 ** 30 - 1], null)).toThrow('result too long');
  const toBytes = runtime.builtins['int.to_bytes'];
  expect(() => toBytes([1, 2 ** 31, 'big'], null)).toThrow(
    'OverflowError: Python int too large to convert to C ssize_t',
  );
});

test('a resize in a runtime asks its own rule, not that of the process', () => {
  const { bytearray } = start({ lifetimes: 'strict' }).types;
  const data = new ByteArray([97, 98]);
  const view = new MemoryView(data);
  const append = bytearray.methods.find((each) => each.name === 'append')!.call;
  const before = setLifetimePolicy('detach');
  try {
    expect(() => append(data, [99], null)).toThrow('Existing exports of data: object cannot be re-sized');
  } finally {
    setLifetimePolicy(before);
  }
  expect([view.tolist(), data.length]).toEqual([[97, 98], 2]);
});

test('exceptions record no stack in a runtime that wants none, and record it outside of it', () => {
  const stackOf = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      return (error as Error).stack!;
    }
    throw new Error('nothing was raised');
  };
  const inside = (runtime: Runtime<unknown, object>) => {
    let stack = '';
    runtime.run(() => {
      stack = stackOf(() => new Bytes([256]));
      return null;
    });
    return stack;
  };
  const [silent, telling] = [start(), start({ stacks: true })];
  expect(inside(silent)).toBe('ValueError: bytes must be in range(0, 256)');
  expect(inside(telling)).toContain('settings.test');
  expect(stackOf(() => new Bytes([256]))).toContain('settings.test');
});

test('floats stay floats in a runtime, and are numbers outside of it', () => {
  const { functions } = start().modules['struct']!;
  const packed = functions['pack']!(['<d', new PyFloat(2)], null);
  expect(functions['unpack']!(['<d', packed], null)).toEqual([new PyFloat(2)]);
  expect(builtins.float('2')).toBe(2);
});

test('code of the host runs under the settings of the caller of the runtime', () => {
  const runtime = start({ abi: ILP32, lifetimes: 'detach' });
  const seen: unknown[] = [];
  const special = () => {
    seen.push(lifetimePolicy(), useABI(LP64), builtins.float('2'));
    return 2;
  };
  runtime.types.bytes.construct([{ special }], null);
  expect(seen).toEqual(['strict', LP64, 2]);
  expect(sizeOfLong(runtime)).toBe(4);
});

test('the settings of a runtime hold again after code of the host has run', () => {
  const runtime = start({ abi: ILP32 });
  const special = () => 2 ** 31;
  expect(() => runtime.types.bytes.construct([{ special }], null)).toThrow(
    "OverflowError: cannot fit 'Native' into an index-sized integer",
  );
});

test('the settings of a runtime end with each step of an iterator', () => {
  const runtime = start({ abi: ILP32 });
  const stream = runtime.types.BytesIO.construct([new Bytes([10, 10])], null);
  const line = runtime.types.BytesIO.next!(stream) as Holder;
  expect([(line.value as Bytes).repr(), useABI(LP64)]).toEqual(["b'\\n'", LP64]);
});

test('each list is copied at once if nothing in it runs code', () => {
  const runtime = start();
  const items: unknown[] = [1];
  const lists = [runtime.list([], () => items), runtime.list([], () => items)];
  items.push(2);
  expect(lists.map(({ length }) => length)).toEqual([1, 1]);
});

test('a function decides what a resize does, and is told whose views are in the way', () => {
  const asked: object[] = [];
  const runtime = start({
    lifetimes: (exporter) => (asked.push(exporter), asked.length === 1 ? 'strict' : 'detach'),
  });
  const data = runtime.toHost(new ByteArray(3));
  const view = new MemoryView((data as Holder).value as ByteArray);
  const append = runtime.types.bytearray.methods.find(({ name }) => name === 'append')!;
  expect(() => append.call(data, [1], null)).toThrow('BufferError: Existing exports of data');
  append.call(data, [1], null);
  expect(asked).toEqual([(data as Holder).value, (data as Holder).value]);
  expect(() => view.get(0)).toThrow('operation forbidden on released memoryview object');
});

test('exceptions keep their identity and their causes, both ways', () => {
  const runtime = start();
  const native = new Native('mine');
  const special = () => {
    throw native;
  };
  expect(() => runtime.types.bytes.construct([{ special }], null)).toThrow(native);
  // Inside the library it is a Python exception, whose cause is the host's.
  let inside: unknown;
  const run = () =>
    runtime.run(() => {
      try {
        return new Bytes(runtime.standIn({ special }) as never);
      } catch (error) {
        inside = error;
        throw error;
      }
    });
  expect(run).toThrow(native);
  expect(inside).toBeInstanceOf(PyValueError);
  expect([(inside as Error).name, (inside as Error).cause]).toEqual(['NativeError', native]);
  // Our error becomes the cause of the host's; an error that is not Python's passes unchanged.
  const index = new PyIndexError('out');
  const other = new TypeError('no Python');
  const caught = (error: Error) => {
    try {
      runtime.run(() => {
        throw error;
      });
    } catch (thrown) {
      return thrown;
    }
    return null;
  };
  expect([(caught(index) as Error).cause, (caught(index) as Error).message]).toEqual([
    index,
    'IndexError: out',
  ]);
  expect(caught(index)).toBe(caught(index));
  expect(caught(other)).toBe(other);
});

test('a fast path leaves the sizes of the process as they were', () => {
  const { types, builtins: functions } = start({ abi: ILP32 });
  const text = types.bytes.construct([new Bytes([97, 98])], null);
  const method = (name: string) => types.bytes.methods.find((each) => each.name === name)!.call;
  const calls: (() => unknown)[] = [
    () => method('hex')(text, [], null),
    () => method('find')(text, [97], null),
    () => method('find')(text, [97, 0, 1], null),
    () => method('index')(text, [100], null),
    () => types.bytes.unary('__len__')(text),
    () => types.bytes.binary('__getitem__')(text, 0),
    () => types.bytes.binary('__getitem__')(text, 9),
    () => functions['int.to_bytes']([1, 2, 'big'], null),
    () => functions['int.to_bytes']([1, -2, 'big'], null),
    () => functions['int.from_bytes']([text, 'big'], null),
  ];
  for (const call of calls) {
    try {
      call();
    } catch (error) {
      expect(error).toBeInstanceOf(Native);
    }
    expect(useABI(LP64)).toBe(LP64);
  }
});
