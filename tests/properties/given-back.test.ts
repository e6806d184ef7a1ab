/**
 * What a call took, it gave back: every method, operator and function of every type, called with every combination of
 * views and of values that make it fail halfway, leaves the export counts as they were.
 */
import { ByteArray, Bytes, MemoryView, PyException, b, getContiguous, keyOf } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { intFromBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { builtins, call, callMethod, operator } from 'pybuffer/runtime';
import * as struct from 'pybuffer/struct';
import { World } from './world.js';

type Call = (args: unknown[]) => unknown;

/** Receivers, made in a world anew for each call. */
const RECEIVERS: Record<string, (world: World) => object> = {
  bytes: () => new Bytes('abcab', 'ascii'),
  bytearray: ({ resizable }) => resizable[2],
  memoryview: ({ views }) => views[1]!,
  'memoryview of two dimensions': ({ views }) => views[2]!,
  'memoryview of items': ({ views }) => views[3]!,
  "memoryview of the host's memory": ({ views }) => views[5]!,
  array: ({ array }) => array,
  "array('d')": () => new PyArray('d', [1, 2]),
  BytesIO: ({ stream }) => stream,
  Struct: () => new struct.Struct('<HB'),
};

/** Methods that hand an export to their caller, who gives it back by calling the other; and what writes to the console. */
const LEFT_OUT = new Set(['constructor', 'getBuffer', 'releaseBuffer', '__release_buffer__', 'print']);

/** Methods of a class as JavaScript sees them, its bases' included. */
function ownMethods(value: object): string[] {
  const names = new Set<string>();
  for (
    let at = Object.getPrototypeOf(value);
    at !== Object.prototype && at !== null;
    at = Object.getPrototypeOf(at)
  ) {
    for (const [name, { value: method }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof method === 'function' && !LEFT_OUT.has(name)) names.add(name);
    }
  }
  return [...names].sort();
}

const FUNCTIONS: Record<string, Call> = {
  Bytes: (args) => call(Bytes, args),
  ByteArray: (args) => call(ByteArray, args),
  MemoryView: (args) => call(MemoryView, args),
  PyArray: (args) => call(PyArray, args),
  "PyArray('H')": (args) => call(PyArray, ['H', ...args]),
  BytesIO: (args) => call(BytesIO, args),
  'struct.pack': (args) => struct.pack('<2sB', ...(args as [never, never])),
  'struct.pack_into': ([buffer, ...args]) =>
    struct.pack_into('<2sB', buffer as never, ...(args as [never, never, never])),
  'struct.unpack': ([buffer]) => struct.unpack('<2B', buffer as never),
  'struct.unpack_from': ([buffer, ...args]) =>
    struct.unpack_from('<2B', buffer as never, ...(args as [never])),
  'struct.iter_unpack': ([buffer]) => struct.iter_unpack('<2B', buffer as never),
  'struct.iter_unpack of too much': ([buffer]) => struct.iter_unpack('<5B', buffer as never),
  intFromBytes: (args) => intFromBytes(args[0] as never, ...(args.slice(1) as [never])),
  keyOf: ([value]) => keyOf(value),
  b: ([first, second]) => b`<${first}${second}>`,
  getContiguous: ([value]) => getContiguous(value as never, 'PyBUF_READ' as never, 'C'),
  'bytes.maketrans': (args) => callMethod(Bytes, 'maketrans', args),
  'bytes.fromhex': (args) => callMethod(Bytes, 'fromhex', args),
  'bytearray.fromhex': (args) => callMethod(ByteArray, 'fromhex', args),
  'int.from_bytes': (args) => callMethod(builtins.int, 'from_bytes', args),
  ...functionsOf('operator', operator),
  ...functionsOf('builtins', builtins),
};

function functionsOf(module: string, functions: object): Record<string, Call> {
  return Object.fromEntries(
    Object.entries(functions)
      .filter(
        ([name, value]) =>
          typeof value === 'function' && !LEFT_OUT.has(name) && !/^class\b/.test(String(value)),
      )
      .map(([name, value]) => [
        `${module}.${name}`,
        (args) => (value as (...args: unknown[]) => unknown)(...args),
      ]),
  );
}

function hasRelease(value: unknown): value is { release(): void } {
  return typeof (value as { release?: unknown } | null)?.release === 'function';
}

/** Ends what a result legitimately holds: a view until its release, an iterator until its end. */
function finish(result: unknown): void {
  if (hasRelease(result)) result.release();
  else if (Array.isArray(result)) result.forEach(finish);
  else if (isIterator(result)) {
    try {
      for (let i = 0; i < 100 && result.next().done !== true; i++);
    } catch {
      // What a call-back raised.
    }
  }
}

function isIterator(value: unknown): value is Iterator<unknown> {
  return typeof (value as { next?: unknown } | null)?.next === 'function';
}

const NAMES = Object.keys(new World().values);
/** Further arguments: what makes a call fail late. */
const LATER = [
  'view',
  'derived',
  "b'a'",
  '1',
  "'B'",
  'int that raises',
  'int that loses the memory',
  'object',
];

function* argumentLists(most: number): Generator<string[]> {
  yield [];
  for (const first of NAMES) yield [first];
  for (const first of NAMES) for (const second of LATER) yield [first, second];
  if (most > 2) for (const first of NAMES) for (const second of LATER) yield [first, '1', second];
}

/** Calls something with all argument lists, each in a world of its own; what was not given back. */
function violations(name: string, most: number, make: (world: World) => Call): string[] {
  const wrong: string[] = [];
  let calls = 0;
  for (const list of argumentLists(most)) {
    const world = new World();
    const run = make(world);
    try {
      finish(run(list.map((one) => world.values[one])));
    } catch (error) {
      // Which error it is other tests say; an internal one counts as well.
      void (error instanceof PyException);
    }
    const held = [...world.held(), ...(calls % 7 === 0 ? world.pinned() : [])];
    calls++;
    if (held.length > 0) wrong.push(`${name}(${list.join(', ')}): ${held.join('; ')}`);
  }
  // One example tells the kind.
  return wrong.length > 0 ? [`${wrong[0]} (${wrong.length} of ${calls} calls)`] : [];
}

test('the check sees what is held', () => {
  const leak: Call = ([value]) => void new MemoryView(value as never);
  expect(violations('leak', 2, () => leak)).toEqual([expect.stringContaining('leak(view): exporter 0')]);
  const world = new World();
  expect(world.held()).toEqual([]);
  expect(world.pinned()).toEqual([]);
  const pin = world.array.getBuffer(0);
  expect(world.held()).toEqual([expect.stringContaining('exporter 5')]);
  expect(world.pinned()).toEqual([expect.stringContaining('exporter 5 is pinned')]);
  world.array.releaseBuffer(pin);
});

const METHODS = Object.keys(RECEIVERS).flatMap((type) =>
  ownMethods(RECEIVERS[type]!(new World())).map((name) => [type, name] as const),
);

test.each(METHODS)('%s.%s', (type, name) => {
  const wrong = violations(name, 2, (world) => {
    const receiver = RECEIVERS[type]!(world) as Record<string, (...args: unknown[]) => unknown>;
    return (args) => receiver[name]!(...args);
  });
  expect(wrong).toEqual([]);
});

test.each(Object.keys(FUNCTIONS))('%s', (name) => {
  expect(violations(name, 3, () => FUNCTIONS[name]!)).toEqual([]);
});
