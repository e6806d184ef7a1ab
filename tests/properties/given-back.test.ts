/**
 * A call releases what it acquired: every method, operator and function of every type, called with every
 * combination of views and of values that make it fail halfway, leaves the export counts as they were.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryView, PyException } from 'pybuffer';
import {
  CLASSES,
  FUNCTIONS,
  HOST_METHODS,
  MODULES,
  OPTIONS,
  OTHER_FUNCTIONS,
  OTHER_HOST_TYPES,
  OTHER_MODULES,
  RECEIVERS,
  isClass,
  isException,
  methodCall,
  methodsOf,
} from './callables.js';
import type { Call } from './callables.js';
import { bareRuntime } from './bare-runtime.js';
import { NAMES, World } from './world.js';
import { withoutStacks } from '../stacks.js';

withoutStacks();

/** `Symbol.dispose`, or its replacement on this platform. */
const DISPOSE: symbol = (Symbol as { dispose?: symbol }).dispose ?? Symbol.for('Symbol.dispose');

function isDisposable(value: unknown): value is Record<symbol, () => void> {
  return typeof value === 'object' && value !== null && DISPOSE in value;
}

function hasRelease(value: unknown): value is { release(): void } {
  return typeof (value as { release?: unknown } | null)?.release === 'function';
}

/** Ends the exports that a result may hold: a view until its release, an iterator until its end. */
function finish(result: unknown): void {
  if (hasRelease(result)) result.release();
  else if (isDisposable(result)) result[DISPOSE]!();
  else if (Array.isArray(result)) result.forEach(finish);
  else if (isIterator(result)) {
    try {
      for (let i = 0; i < 100 && result.next().done !== true; i++);
    } catch {
      // The exception of a callback.
    }
  }
}

function isIterator(value: unknown): value is Iterator<unknown> {
  return typeof (value as { next?: unknown } | null)?.next === 'function';
}

/** Further arguments, which make a call fail late. */
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

/** Values of an option. */
const OPTION_VALUES = ['short', 'int that raises'];

/** The names of arguments; the last may be options. */
type List = readonly (string | Readonly<Record<string, string>>)[];

/** Lists with an argument that fails late after at most `most` others, and lists with every option. */
function* argumentLists(most: number): Generator<List> {
  yield [];
  for (const first of NAMES) yield [first];
  if (most === 1) {
    for (const first of NAMES) for (const second of ['1', 'int that raises']) yield [first, second];
    return;
  }
  for (const first of NAMES) for (const second of LATER) yield [first, second];
  if (most > 2) for (const first of NAMES) for (const second of LATER) yield [first, '1', second];
  for (const name of OPTIONS) {
    for (const value of OPTION_VALUES) {
      yield ['view', { [name]: value }];
    }
  }
}

function argument(world: World, one: List[number]): unknown {
  if (typeof one === 'string') return world.value(one);
  return Object.fromEntries(Object.entries(one).map(([name, value]) => [name, world.value(value)]));
}

const titleOf = (one: List[number]) => (typeof one === 'string' ? one : JSON.stringify(one));

/** Makes a call with all argument lists, each in a separate world, and returns what was not released. */
function violations(name: string, most: number, make: (world: World) => Call): string[] {
  const wrong: string[] = [];
  let calls = 0;
  for (const list of argumentLists(most)) {
    const world = new World();
    const run = make(world);
    try {
      finish(run(list.map((one) => argument(world, one))));
    } catch (error) {
      // Other tests check which error it is; even after an internal one everything must be released.
      void (error instanceof PyException);
    }
    world.holders.forEach(finish);
    const held = [...world.held(), ...(calls % 7 === 0 ? world.pinned() : [])];
    calls++;
    if (held.length > 0) wrong.push(`${name}(${list.map(titleOf).join(', ')}): ${held.join('; ')}`);
  }
  // One example is enough to show the fault.
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

test('every public name is called, or is left out for a reason', () => {
  const { exports } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
    exports: object;
  };
  expect(Object.keys(exports).filter((path) => !(path in MODULES) && !(path in OTHER_MODULES))).toEqual([]);
  const values = Object.values(MODULES).flatMap((module) => Object.entries(module) as [string, unknown][]);
  const classes = values.filter(([, value]) => isClass(value) && !isException(value));
  expect(classes.map(([name]) => name).filter((name) => !(name in CLASSES))).toEqual([]);
  for (const receiver of Object.values(CLASSES))
    expect(receiver === null || receiver in RECEIVERS).toBe(true);
  const hostTypes = Object.keys(bareRuntime.types);
  expect(hostTypes.filter((name) => !(name in RECEIVERS) && !(name in OTHER_HOST_TYPES))).toEqual([]);
  expect(Object.keys(OTHER_HOST_TYPES).filter((name) => !hostTypes.includes(name))).toEqual([]);
  const names = new Set(values.map(([name]) => name));
  const stale = [...Object.keys(CLASSES), ...Object.keys(OTHER_FUNCTIONS)].filter((name) => !names.has(name));
  expect(stale).toEqual([]);
  expect(OPTIONS).toEqual(expect.arrayContaining(['alphabet', 'sep', 'bytes_per_sep', 'byteorder']));
});

const METHODS = Object.keys(RECEIVERS).flatMap((type) =>
  methodsOf(RECEIVERS[type]!(new World())).map((name) => [type, name] as const),
);

test.each(METHODS)('%s.%p', (type, name) => {
  expect(violations(`${type}.${String(name)}`, 2, (world) => methodCall(world, type, name))).toEqual([]);
});

test.each(Object.keys(FUNCTIONS))('%s', (name) => {
  expect(violations(name, 3, () => FUNCTIONS[name]!)).toEqual([]);
});

test.each(Object.keys(HOST_METHODS))('%s', (name) => {
  expect(violations(name, 1, HOST_METHODS[name]!)).toEqual([]);
});
