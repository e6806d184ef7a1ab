/** `createRuntime`: the border, the types and the modules of one Python runtime, put together. */
import { CLASSES } from '../records.js';
import type { Host, TypeName } from './host.js';
import { builtinsOf, modulesOf } from './modules.js';
import type { BuiltinName, HostFunction, HostModule } from './modules.js';
import { tableOf } from './tables.js';
import type { HostType } from './tables.js';
import { Values } from './values.js';

const TYPES: readonly TypeName[] = [
  ...(['bytes', 'bytearray', 'memoryview', 'array', 'Struct', 'BytesIO'] as const),
  ...([
    'bytes_iterator',
    'bytearray_iterator',
    'memory_iterator',
    'arrayiterator',
    'unpack_iterator',
  ] as const),
  ...(['iterator', 'GenericAlias'] as const),
];

/**
 * What a runtime gets: everything here works on the host's own objects and throws the host's own exceptions.
 */
export interface Runtime<T, Type> {
  /** The types, ready to be hung into classes. */
  readonly types: Readonly<Record<TypeName, HostType<T, Type>>>;
  /** Python's modules `struct`, `array` and `io`: what they have of the library. */
  readonly modules: Readonly<Record<string, HostModule<T>>>;
  /** Built-in functions that know about bytes. */
  readonly builtins: Readonly<Record<BuiltinName, HostFunction<T>>>;

  /** The host's object for a value of ours. */
  toHost(value: unknown): T;
  /** The host's object as a value of ours: `host.fromHost`. */
  fromHost(object: T): unknown;

  /**
   * What `host.fromHost` returns for a list: a copy where no code of the host can run while it is read, else
   * an array that reads the host's list each time, as CPython reads lists.
   *
   * @param object the list
   * @param items returns its present items
   */
  list(object: T, items: () => readonly T[]): unknown[];
  /**
   * What `host.fromHost` returns for a tuple that programs may get back: it is the same object then. Tuples
   * of plain values need not be, and a frozen array is enough for them.
   *
   * @param items its items as values of ours; frozen by this
   * @param isDerived whether its class derives from the host's tuple: then errors and reprs show that class
   */
  tuple(object: T, items: unknown[], isDerived: boolean): readonly unknown[];
  /**
   * What `host.fromHost` returns for an object that is no value of ours: it has the special methods of the
   * object's class.
   */
  standIn(object: T): object;
  /**
   * What `host.fromHost` returns for a class: ours for the class of a type, a class derived from it for a
   * derived class.
   *
   * @param type the host's class
   * @param base the type that it is or derives from
   * @param exact whether it is that type
   */
  classOf(type: Type, base: TypeName, exact: boolean): unknown;
  /**
   * Makes an object of the host the handle of a value, where `host.fromHost` meets an object that the host's
   * own code made in its own way.
   */
  adopt(object: T, value: object): void;
  /** A JavaScript function that calls a callable of the host, for parameters that take functions. */
  callable(object: T): (...args: unknown[]) => unknown;

  /**
   * The objects and arguments, as values of ours, of the calls and `with` blocks that are running now: none
   * of them ends before those do.
   */
  running(): readonly unknown[];

  /**
   * Runs code that calls the library itself, under the settings of the runtime: floats stay floats, a blocked
   * resize asks the runtime.
   *
   * @returns the result as the host's object
   * @throws the host's exceptions
   */
  run(code: () => unknown): T;
}

/**
 * Gives a Python runtime written in JavaScript the types `bytes`, `bytearray` and `memoryview`, exact to
 * CPython 3.15, with `struct`, `array` and `io.BytesIO`. The host says how its values become ours and back;
 * it gets types whose methods, slots and attributes work on its own objects, and hangs them into its own
 * classes. Two runtimes in one process share nothing but the codecs that are registered.
 *
 * Not Python, where the runtime is CPython.
 *
 * @param host the runtime; its functions are called as methods of it
 *
 * @example
 * ```js
 * const runtime = createRuntime(host);
 * for (const { name, call } of runtime.types.bytes.methods) bytesClass.methods[name] = call;
 * ```
 */
export function createRuntime<T, Type extends object>(host: Host<T, Type>): Runtime<T, Type> {
  const values = new Values(host);
  const types = Object.fromEntries(TYPES.map((name) => [name, tableOf(values, name)])) as Record<
    TypeName,
    HostType<T, Type>
  >;
  const none: readonly T[] = [];
  return {
    types,
    modules: modulesOf(values),
    builtins: builtinsOf(values),
    toHost: (value) => values.toHost(value),
    fromHost: (object) => host.fromHost(object),
    list: (object, items) => values.list(object, items),
    tuple: (object, items, isDerived) => values.tuple(object, items, isDerived),
    standIn: (object) => values.standIns.standIn(object),
    classOf: (type, base, exact) => (exact ? CLASSES[base] : values.standIns.derive(type, base)),
    adopt: (object, value) => values.adopt(object, value),
    callable: (object) => values.callable(object),
    running: () => [...values.running, ...values.entered],
    run: (code) => values.invoke(code, none, null),
  };
}
