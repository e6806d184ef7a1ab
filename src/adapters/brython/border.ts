/** One installation of the library in a Brython: the state that all files of this folder share. */
import { Bytes } from '../../bytes/index.js';
import { typeError } from '../wording.js';
import type { Host, HostKeywords, Runtime, TypeName } from '../../runtime/index.js';
import type { Brython, BrythonClass, Instance, PyObject } from './brython.js';

/**
 * The key under which a Brython object holds our value. V8 reads a constant key three times as fast as one
 * from an object.
 */
export const VALUE: unique symbol = Symbol('pybuffer.value');

/** One installation: which of Brython's classes are ours, and how its objects cross. */
export class Border {
  /** Brython's classes for our types by Python's names, and the reverse. */
  readonly classes = new Map<TypeName, BrythonClass>();
  readonly names = new Map<BrythonClass, TypeName>();
  /** The class of `bytes`. */
  readonly bytes: BrythonClass;
  /** The constructors of each type's objects. */
  readonly makers = new Map<TypeName, new (value: object) => Instance>();
  /** Exceptions that Brython itself lacks. */
  readonly errors = new Map<string, BrythonClass>();
  /** Errors that say that an object of ours has no hash. */
  readonly refused = new WeakSet<object>();
  /** Set by `install`, which makes the runtime from the host. */
  host!: Host<PyObject, BrythonClass>;
  runtime!: Runtime<PyObject, BrythonClass>;

  constructor(readonly $B: Brython) {
    this.bytes = $B.builtins['bytes']!;
  }

  /** Calls a library function with the arguments that Brython passed. */
  call<R>(
    run: (args: readonly PyObject[], kwargs: HostKeywords<PyObject>) => R,
    name: string,
    args: readonly unknown[],
  ): R {
    const last = args.length === 0 ? null : (args[args.length - 1] as { $kw?: unknown } | null | undefined);
    // Brython passes keywords in an object after the positional arguments.
    if (typeof last !== 'object' || last === null || last.$kw === undefined) return run(args, null);
    const [positional, keywords] = this.separate(name, args);
    return run(positional, keywords);
  }

  /** Positional arguments and keywords of a call. */
  separate(name: string, args: readonly unknown[]): [readonly PyObject[], HostKeywords<PyObject>] {
    const last = args[args.length - 1] as { $kw?: unknown } | null | undefined;
    if (last === undefined || last === null || last.$kw === undefined) return [args, null];
    const { $kw } = last as { $kw: readonly Record<string, PyObject>[] };
    // No `**`: the names stand in the call, so they are text, and each is there once.
    if ($kw.length === 1) {
      const given = args.slice(0, -1);
      for (const _ in $kw[0]) return [given, $kw[0]!];
      return [given, null];
    }
    const [positional, keywords] = this.$B.parse_args_kw(name, args);
    return [Array.from(positional), this.keywords(keywords)];
  }

  /** Converts a dict of keywords to an object; null if there are none. */
  keywords(dict: unknown): HostKeywords<PyObject> {
    let named: Record<string, PyObject> | null = null;
    if (dict === undefined || dict === null) return null;
    for (const { key, value } of this.$B.builtins.dict.$iter_items(dict)) (named ??= {})[String(key)] = value;
    return named;
  }

  /** Whether an object is of one of our types. */
  isOurs(object: unknown): object is Instance {
    if (typeof object !== 'object' || object === null) return false;
    return (object as Instance)[VALUE] !== undefined || (object as Instance).ob_type === this.bytes;
  }

  /** The value of an object of one of our types; undefined for other objects. */
  contentOf(object: Instance): object | undefined {
    return (object[VALUE] as object | undefined) ?? this.adoptSource(object);
  }

  /** Adopts bytes that Brython's own code made, which are bare objects with a list of numbers. */
  private adoptSource(object: Instance): Bytes | undefined {
    const source = object['source'];
    if (object.ob_type !== this.bytes || !(Array.isArray(source) || source instanceof Uint8Array))
      return undefined;
    const value = new Bytes(Uint8Array.from(source as ArrayLike<number>));
    object[VALUE] = value;
    this.runtime.adopt(object, value);
    return value;
  }

  /** The name of a class in most errors: with its module for our types, without any prefix for a program's. */
  typeName(cls: BrythonClass): string {
    const { name, full } = this.host.nameOf(cls);
    return this.names.has(cls) ? full : name.slice(name.lastIndexOf('.') + 1);
  }

  /** The error for the hash of an object of one of our types. */
  unhashable(cls: BrythonClass): unknown {
    const error = typeError(this.host, `unhashable type: '${this.typeName(cls)}'`) as object;
    this.refused.add(error);
    return error;
  }

  /** Returns which of our types a class is or derives from. */
  baseOf(cls: BrythonClass): TypeName | undefined {
    for (const each of cls.tp_mro ?? []) {
      const name = this.names.get(each);
      if (name !== undefined) return name;
    }
    return undefined;
  }
}
