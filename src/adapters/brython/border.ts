/** One installation of the library in a Brython: the state that all files of this folder share. */
import type { Host, HostKeywords, Runtime, TypeName } from '../../runtime/index.js';
import type { Brython, BrythonClass, Instance, PyObject } from './brython.js';

/**
 * Under this key an object of Brython holds the value of ours. V8 reads a constant key three times as fast as
 * one from an object.
 */
export const VALUE: unique symbol = Symbol('pybuffer.value');

/** One installation: the classes of Brython that are ours, and how its objects cross. */
export class Border {
  /** Classes of ours in Brython, by Python's names, and back. */
  readonly classes = new Map<TypeName, BrythonClass>();
  readonly names = new Map<BrythonClass, TypeName>();
  /** How objects of each type are made. */
  readonly makers = new Map<TypeName, new (value: object) => Instance>();
  /** Exceptions that Brython does not have itself. */
  readonly errors = new Map<string, BrythonClass>();
  /** Set by `install`, which makes the one of the other. */
  host!: Host<PyObject, BrythonClass>;
  runtime!: Runtime<PyObject, BrythonClass>;

  constructor(readonly $B: Brython) {}

  /** Calls a function of the library with the arguments of a call. */
  call<R>(
    run: (args: readonly PyObject[], kwargs: HostKeywords<PyObject>) => R,
    name: string,
    args: readonly unknown[],
  ): R {
    const last = args.length === 0 ? null : (args[args.length - 1] as { $kw?: unknown } | null | undefined);
    // Keywords come in an object at the end.
    if (typeof last !== 'object' || last === null || last.$kw === undefined) return run(args, null);
    const [positional, keywords] = this.separate(name, args);
    return run(positional, keywords);
  }

  /** Positional arguments and keywords of a call. */
  separate(name: string, args: readonly unknown[]): [readonly PyObject[], HostKeywords<PyObject>] {
    const last = args[args.length - 1] as { $kw?: unknown } | null | undefined;
    if (last === undefined || last === null || last.$kw === undefined) return [args, null];
    const [positional, keywords] = this.$B.parse_args_kw(name, args);
    return [Array.from(positional), this.keywords(keywords)];
  }

  /** A dict of keywords as an object; null for none. */
  keywords(dict: unknown): HostKeywords<PyObject> {
    let named: Record<string, PyObject> | null = null;
    if (dict === undefined || dict === null) return null;
    for (const { key, value } of this.$B.builtins.dict.$iter_items(dict)) (named ??= {})[String(key)] = value;
    return named;
  }

  /** The type of ours that a class is or derives from. */
  baseOf(cls: BrythonClass): TypeName | undefined {
    const base = cls.tp_mro?.find((each) => this.names.has(each));
    return base === undefined ? undefined : this.names.get(base);
  }
}
