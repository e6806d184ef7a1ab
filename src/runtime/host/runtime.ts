/** `createRuntime`: puts together the border, the types and the modules of one Python runtime. */
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

/** What a runtime gets. Everything here works on the host's objects and throws the host's exceptions. */
export interface Runtime<T, Type> {
  /** The types, ready to be put into the host's classes. */
  readonly types: Readonly<Record<TypeName, HostType<T, Type>>>;
  /** The library's contents of Python's modules `struct`, `array` and `io`. */
  readonly modules: Readonly<Record<string, HostModule<T>>>;
  /** Built-in functions that handle bytes. */
  readonly builtins: Readonly<Record<BuiltinName, HostFunction<T>>>;

  /** Converts one of our values to the host's object. */
  toHost(value: unknown): T;
  /** Converts a host object to our value: `host.fromHost`. */
  fromHost(object: T): unknown;

  /**
   * What `host.fromHost` returns for a list: a copy if reading it runs no code of the host, otherwise an
   * array that reads the host's list at each access, as CPython does.
   *
   * @param object the list
   * @param items returns its present items
   * @param isDerived whether its class derives from the host's list; errors and reprs then show that class, and its
   *   special methods count
   */
  list(object: T, items: () => readonly T[], isDerived?: boolean): unknown[];
  /**
   * What `host.fromHost` returns for a tuple that programs may get back as the same object. For a tuple of
   * plain values a frozen array is enough.
   *
   * @param items its items as our values; this call freezes the array
   * @param isDerived whether its class derives from the host's tuple; errors and reprs then show that class
   */
  tuple(object: T, items: unknown[], isDerived: boolean): readonly unknown[];
  /**
   * What `host.fromHost` returns for an object whose class derives from the host's `int` or `str`: its value.
   * Errors of the call that gets it name that class.
   *
   * @param value the number or text
   */
  named<V>(object: T, value: V): V;
  /**
   * What `host.fromHost` returns for any other object: a stand-in with the special methods of the object's
   * class.
   */
  standIn(object: T): object;
  /**
   * What `host.fromHost` returns for a class: our class for one of our types, and a class derived from it for
   * a derived class.
   *
   * @param type the host's class
   * @param base the type that it is or derives from
   * @param exact whether it is that type
   */
  classOf(type: Type, base: TypeName, exact: boolean): unknown;
  /** Makes a host object the handle of a value, for objects that the host's own code made. */
  adopt(object: T, value: object): void;
  /** A JavaScript function that calls a callable of the host, for parameters that take functions. */
  callable(object: T): (...args: unknown[]) => unknown;

  /**
   * The receivers and arguments of running calls and `with` blocks, as our values. None of them may be
   * released before those end.
   */
  running(): readonly unknown[];

  /**
   * Runs code that calls the library itself, under the runtime's settings: floats stay floats, and a blocked
   * resize asks the runtime.
   *
   * @returns the result as the host's object
   * @throws the host's exceptions
   */
  run(code: () => unknown): T;
}

/**
 * Gives a Python runtime written in JavaScript the types `bytes`, `bytearray` and `memoryview`, exact to
 * CPython 3.15, with `struct`, `array` and `io.BytesIO`. The host says how to convert its values to ours and
 * back. It gets types whose methods, slots and attributes work on its own objects, and puts them into its own
 * classes. Two runtimes in one process share only the registered codecs.
 *
 * Not Python, which is the runtime itself.
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
    list: (object, items, isDerived) => values.list(object, items, isDerived),
    tuple: (object, items, isDerived) => values.tuple(object, items, isDerived),
    named: (object, value) => values.named(object, value),
    standIn: (object) => values.standIns.standIn(object),
    // Programs cannot name the classes of iterators, so the library has none for them.
    classOf: (type, base, exact) =>
      exact
        ? (CLASSES[base] ?? values.standIns.standIn(type as unknown as T))
        : values.standIns.derive(type, base),
    adopt: (object, value) => values.adopt(object, value),
    callable: (object) => values.callable(object),
    running: () => [...values.running, ...values.entered],
    run: (code) => values.invoke(code, none, null),
  };
}
