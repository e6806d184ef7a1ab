/**
 * Calls every public function of one copy of the library with values of another copy, and compares the
 * outcome with that for the copy's own values. It assumes that both copies are the same release. Callers:
 * copies.test.ts with sources, `npm run package` with the packed package.
 */

/**
 * Functions that are not called: those that change settings of the process, wait, or take no values; the
 * protocol's functions for fields of a BufferView, which copies.cjs tests; `buffer_info`, which returns an
 * offset in shared memory; and `hash`, which is different for each object without contents.
 */
const APART =
  /^(_|acquireView$|buffer_info$|configure$|createRuntime$|debug|fromContiguous$|hash$|input$|install|liveViews$|messageOf$|open$|print|record.tacks$|register|set[A-Z]|unregister|useABI$)/;

const derivedClasses = new Map();

/** A class derived from one of ours, the same one each time. */
function derived(cls) {
  if (!derivedClasses.has(cls)) derivedClasses.set(cls, class Derived extends cls {});
  return derivedClasses.get(cls);
}

/** Makes one value of each kind with the classes of a copy. */
const VALUES = {
  bytes: ({ index }) => new index.Bytes('abc', 'latin-1'),
  byte: ({ index }) => new index.Bytes('a', 'latin-1'),
  format: ({ index }) => new index.Bytes('<H', 'latin-1'),
  'derived bytes': ({ index }) => new (derived(index.Bytes))('abc', 'latin-1'),
  bytearray: ({ index }) => new index.ByteArray('abc', 'latin-1'),
  'derived bytearray': ({ index }) => new (derived(index.ByteArray))('abc', 'latin-1'),
  'exported bytearray': ({ index }) => {
    const value = new index.ByteArray('abc', 'latin-1');
    new index.MemoryView(value);
    return value;
  },
  memoryview: ({ index }) => new index.MemoryView(new index.ByteArray('abc', 'latin-1')),
  'read-only memoryview': ({ index }) => new index.MemoryView(new index.Bytes('abc', 'latin-1')),
  'released memoryview': ({ index }) => {
    const view = new index.MemoryView(new index.Bytes('abc', 'latin-1'));
    view.release();
    return view;
  },
  array: ({ array }) => new array.PyArray('B', [1, 2]),
  'array of floats': ({ array }) => new array.PyArray('d', [0.5]),
  slice: ({ index }) => new index.Slice(0, 2),
  float: ({ index }) => new index.PyFloat(2),
  complex: ({ index }) => new index.PyComplex(1, 2),
  tuple: ({ index }) => index.tuple(new index.Bytes('a', 'latin-1'), new index.Bytes('b', 'latin-1')),
  list: ({ index }) => [new index.Bytes('a', 'latin-1'), new index.ByteArray('b', 'latin-1')],
  dict: ({ index }) => new Map([[new index.Bytes('k', 'latin-1'), new index.Bytes('v', 'latin-1')]]),
  set: ({ index }) => new Set([new index.Bytes('k', 'latin-1')]),
  BytesIO: ({ index, io }) => new io.BytesIO(new index.Bytes('abc', 'latin-1')),
  Struct: ({ struct }) => new struct.Struct('<H'),
  iterator: ({ index }) => new index.Bytes('abc', 'latin-1')[Symbol.iterator](),
  BytesSet: ({ index }) => new index.BytesSet([new index.Bytes('k', 'latin-1')]),
  BytesMap: ({ index }) => new index.BytesMap([[new index.Bytes('k', 'latin-1'), 1]]),
  error: ({ index }) => new index.PyValueError('wrong'),
  'with __bytes__': ({ index }) => ({ __bytes__: () => new index.Bytes('abc', 'latin-1') }),
  'with __buffer__': ({ index }) => ({
    __buffer__: () => new index.MemoryView(new index.Bytes('abc', 'latin-1')),
  }),
  'with an __index__ that raises': ({ index }) => ({
    __index__() {
      throw new index.PyValueError('raised');
    },
  }),
  'iterator that raises StopIteration': ({ index }) => ({
    __iter__() {
      return this;
    },
    __next__() {
      throw new index.PyStopIteration();
    },
  }),
  'record type': ({ record }) => record.record({ x: 'B' }),
  'fields of a record': ({ record }) => ({ x: record.bits('B', 3), y: record.array('B', 2) }),
  'record in place': ({ record, index }) =>
    record.record({ x: 'B' }).at(new index.ByteArray('abc', 'latin-1')),
  'class Bytes': ({ index }) => index.Bytes,
  'class ByteArray': ({ index }) => index.ByteArray,
  'class MemoryView': ({ index }) => index.MemoryView,
  'class PyArray': ({ array }) => array.PyArray,
  'class BytesIO': ({ io }) => io.BytesIO,
  'class Struct': ({ struct }) => struct.Struct,
  'class PyValueError': ({ index }) => index.PyValueError,
  'builtin bytes': ({ builtins }) => builtins.bytes,
  'builtin int': ({ builtins }) => builtins.int,
  'builtin str': ({ builtins }) => builtins.str,
};

/** Values that belong to no copy. */
const PLAIN = { 0: 0, 2: 2, text: 'latin-1', code: 'H', method: '__len__', name: 'hex', None: null };

/** Values that are combined with each other one. */
const BESIDE = [
  'bytes',
  'bytearray',
  'memoryview',
  'array',
  'slice',
  'float',
  'tuple',
  'derived bytes',
  'class ByteArray',
];

/** Values whose methods are called. */
const RECEIVERS = [
  'bytes',
  'bytearray',
  'memoryview',
  'array',
  'BytesIO',
  'Struct',
  'BytesSet',
  'BytesMap',
  'record type',
];

/** The names of the arguments of each call. */
function* argumentLists() {
  for (const name of Object.keys(VALUES)) {
    yield [name];
    yield ['bytes', name];
    yield [name, '2'];
  }
  for (const name of BESIDE) for (const other of [...BESIDE, ...Object.keys(PLAIN)]) yield [name, other];
}

/**
 * The calls whose outcome depends on the copy that made the arguments.
 *
 * @param ours the entries of one copy, by name: the functions that are called
 * @param theirs those of another
 * @param called the functions that are called, by name; all functions of ours, and the methods of their
 *   values, unless given
 * @returns how many calls were compared, and a line for each that differs
 */
module.exports = function differences(ours, theirs, called = null) {
  const found = [];
  let count = 0;
  const stacks = [ours, theirs].map((copy) => copy.index.recordStacks(false));
  const make = (name, copy) => (Object.hasOwn(VALUES, name) ? VALUES[name](copy) : PLAIN[name]);

  function compare(title, call) {
    for (const names of argumentLists()) {
      count++;
      const [expected, got] = [ours, theirs].map((copy) => {
        const args = names.map((name) => make(name, copy));
        return outcome(call(), args, [ours, theirs]);
      });
      if (expected !== got) found.push(`${title}(${names.join(', ')}): ${got}, expected ${expected}`);
    }
  }

  const seen = new Set();
  for (const [entry, exported] of Object.entries(called === null ? ours : { called })) {
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value !== 'function' || seen.has(value) || APART.test(name)) continue;
      seen.add(value);
      if (!isClass(value)) compare(`${entry}.${name}`, () => value);
      // Exceptions, including warnings, keep any argument.
      else if (!(value.prototype instanceof ours.index.PyException)) {
        compare(
          `new ${entry}.${name}`,
          () =>
            (...args) =>
              new value(...args),
        );
        for (const method of Object.getOwnPropertyNames(value)) {
          if (typeof value[method] === 'function' && !APART.test(method)) {
            compare(`${entry}.${name}.${method}`, () => value[method].bind(value));
          }
        }
      }
    }
  }
  for (const receiver of called === null ? RECEIVERS : []) {
    for (const method of methodsOf(VALUES[receiver](ours))) {
      compare(`${receiver}.${method}`, () => {
        const self = VALUES[receiver](ours);
        return (...args) => {
          const result = self[method](...args);
          return [result === self ? 'self' : result, self];
        };
      });
    }
  }
  [ours, theirs].forEach((copy, i) => copy.index.recordStacks(stacks[i]));
  return { count, found };
};

function isClass(value) {
  return Function.prototype.toString.call(value).startsWith('class') || Object.hasOwn(value, 'prototype')
    ? Object.getOwnPropertyNames(value.prototype ?? {}).length > 1
    : false;
}

/** The public methods of an object of ours, except the one that returns the memory itself. */
function methodsOf(value) {
  const names = new Set();
  for (let at = value; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    // The end of our prototype chains answers subscripts and has no methods.
    if (Object.getPrototypeOf(at) === null) break;
    for (const name of Object.getOwnPropertyNames(at)) {
      const { value: method } = Object.getOwnPropertyDescriptor(at, name);
      if (typeof method === 'function' && name !== 'constructor' && name !== 'getBuffer') names.add(name);
    }
  }
  return [...names].filter((name) => !APART.test(name));
}

/** The result of a call or its exception, and its effect on its arguments, as text. */
function outcome(call, args, copies) {
  let result;
  try {
    result = show(call(...args), args, copies);
  } catch (error) {
    const isPythons = error instanceof copies[0].index.PyException;
    result = `${isPythons ? '' : 'JavaScript '}${error.name}: ${error.message}`;
  }
  const after = args.map((arg) => show(arg, [], copies));
  // Addresses and offsets in shared memory differ, and so does the source of functions, in which a minifier
  // names the variables.
  return [result, ...after]
    .join(' | ')
    .replace(/0x[0-9a-f]+/g, '0x')
    .replace(/\b(offset|start): \d+/g, '$1')
    .replace(/(\b(class|function) |\(\.\.\.\w+\) ?=>)[^]*?(?= \| |$)/g, 'source');
}

function show(value, args, copies, depth = 0) {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isObject) return typeof value === 'bigint' ? `${value}n` : String(value);
  if (typeof value === 'function') return nameOf(value, copies);
  if (value.kind !== 'bytes' && args.includes(value)) return `argument ${args.indexOf(value)}`;
  if (depth > 3) return '...';
  const inner = (item) => show(item, args, copies, depth + 1);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value.repr === 'function') return attempt(() => value.repr());
  if (Array.isArray(value)) return `${Object.isFrozen(value) ? 'tuple' : 'list'}(${value.map(inner)})`;
  if (value instanceof Map || value instanceof Set)
    return `${value.constructor.name}(${[...value].map(inner)})`;
  // The bytes after the content in its memory depend on earlier calls.
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.constructor.name;
  if (typeof value.getvalue === 'function')
    return attempt(() => `BytesIO ${value.tell()} ${value.getvalue().repr()}`);
  if (typeof value.next === 'function') return `iterator of ${attempt(() => inner(firstItems(value)))}`;
  return `{${Object.keys(value).map((key) => `${key}: ${attempt(() => inner(value[key]))}`)}}`;
}

/** Some iterators do not end. */
function firstItems(iterator) {
  const items = [];
  for (let step = iterator.next(); step.done !== true && items.length < 4; step = iterator.next())
    items.push(step.value);
  return items;
}

function attempt(work) {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

/** The name of a function, the same for both copies. */
function nameOf(value, copies) {
  for (const copy of copies) {
    for (const exported of Object.values(copy)) {
      const name = Object.keys(exported).find((each) => exported[each] === value);
      if (name !== undefined) return name;
    }
  }
  return 'function';
}
