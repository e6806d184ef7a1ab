/**
 * The types that a runtime gets. Every method, attribute and constructor takes and returns the host's
 * objects, so a runtime can put them into its own classes. Names, bindings and signatures are as recorded
 * from CPython. Caller: `createRuntime`.
 */
import { Bytes } from '../../bytes/index.js';
import { PyStopIteration, PyTypeError } from '../../exceptions/index.js';
import { NotImplemented } from '../../python/index.js';
import { bind } from '../bind.js';
import { call, callMethod, getAttribute, methodOf } from '../call.js';
import { MODULES, deleteAttribute, setAttribute } from '../attributes.js';
import { GenericAlias } from '../generic-alias.js';
import { construct, constructorArguments } from '../construct.js';
import type { Constructor } from '../construct.js';
import { methodOf as overriding } from '../dispatch.js';
import * as operator from '../operator.js';
import { CLASSES } from '../records.js';
import { attributes, signatures } from '../signatures.data.js';
import { parseSignature, signatureOf } from '../signatures.js';
import type { Signature } from '../signatures.js';
import type { HostKeywords, TypeName } from './host.js';
import { directOf } from '../instance-methods.js';
import { QUICK_BINARY, QUICK_UNARY, isSmallInt } from './quick.js';
import { beginShort, endShort } from './settings.js';
import { expectInit, formatBeforeInit, initializeStruct } from './struct-filling.js';
import type { Values } from './values.js';

/** One method of a type. */
export interface HostMethod<T> {
  /** Python's name. */
  readonly name: string;
  /** Whether it is an instance method, a class method or a static method. */
  readonly binding: 'instance' | 'class' | 'static';
  /** Python's signature, as recorded from CPython. */
  readonly signature: Signature;
  /**
   * Calls it.
   *
   * @param self the instance; the class for class methods, anything for static ones
   */
  call(self: T, args: readonly T[], kwargs: HostKeywords<T>): T;
}

/** One data attribute of a type. */
export interface HostAttribute<T> {
  /** Python's name. */
  readonly name: string;
  /** Reads it. */
  get(self: T): T;
  /** Raises CPython's error, because no data attribute of these types can be set. */
  set(self: T, value: T): void;
}

/** A type, ready for the host's class. */
export interface HostType<T, Type> {
  /** Python's name of the type. */
  readonly name: TypeName;
  /** Its module in Python: `'builtins'`, `'array'`, `'_struct'`, `'_io'`. */
  readonly module: string;
  /** Whether programs may derive classes from it, which they may not from `memoryview` and the iterators. */
  readonly derivable: boolean;
  /** All methods, including special ones, except `__new__` and `__init__`. */
  readonly methods: readonly HostMethod<T>[];
  /** The data attributes: `nbytes`, `format`, ... */
  readonly attributes: readonly HostAttribute<T>[];
  /** Whether the type has a method. */
  has(name: string): boolean;
  /** Calls the type, `bytes(*args, **kwargs)`: makes and initializes an object. */
  construct(args: readonly T[], kwargs: HostKeywords<T>): T;
  /**
   * `cls.__new__(cls, *args, **kwargs)`, without `__init__`.
   *
   * @param derived the host's derived class; null for the type itself
   */
  create(derived: Type | null, args: readonly T[], kwargs: HostKeywords<T>): T;
  /** `self.__init__(*args, **kwargs)`; null for types whose `__new__` does everything. */
  readonly init: ((self: T, args: readonly T[], kwargs: HostKeywords<T>) => void) | null;
  /** A special method without arguments as a function: `unary('__len__')`. */
  unary(name: string): (self: T) => T;
  /**
   * A special method with one argument: `binary('__getitem__')`. Arithmetic asks both sides, as CPython's
   * slots do, unless the object's class overrides it. Comparisons answer for their own side only.
   */
  binary(name: string): (self: T, other: T) => T;
  /** A special method with two arguments: `ternary('__setitem__')`. */
  ternary(name: string): (self: T, key: T, value: T) => T;
  /**
   * `self[key] = value`, or `del self[key]` if the value is undefined. Types without item assignment raise
   * CPython's error.
   */
  setItem(self: T, key: T, value: T | undefined): void;
  /** The next item of an iterator, `undefined` at its end. For `BytesIO` items are lines. */
  next(self: T): T | undefined;
  /**
   * `object.__setattr__`: raises CPython's error, except for streams and objects of derived classes, which
   * keep attributes.
   */
  setAttribute(self: T, name: string, value: T | undefined): void;
}

/** Operators for which the library asks both sides itself, as CPython's slots do. */
const ARITHMETIC: Readonly<Record<string, (left: unknown, right: unknown) => unknown>> = {
  __add__: operator.add,
  __iadd__: operator.iadd,
  __mul__: operator.mul,
  __imul__: operator.imul,
  __mod__: operator.mod,
};

/** The types whose `__new__` makes empty objects. */
const FILLED_BY_INIT = new Set<TypeName>(['bytearray', 'BytesIO']);
const NOT_METHODS = new Set(['', '__init__', '__new__']);

type Run = (self: unknown, args: unknown[], kwargs: Record<string, unknown> | null) => unknown;

/** The methods of the two types that are not recorded. */
const SMALL: Readonly<Record<string, Readonly<Record<string, readonly [signature: string, run: Run]>>>> = {
  iterator: {
    __iter__: ['slot __iter__()', (self) => self],
    __next__: [
      'slot __next__()',
      (self) => {
        const step = (self as Iterator<unknown>).next();
        if (step.done === true) throw new PyStopIteration();
        return step.value;
      },
    ],
    __length_hint__: [
      'none iterator.__length_hint__()',
      (self) => (self as { __length_hint__?(): number }).__length_hint__?.() ?? NotImplemented,
    ],
  },
  GenericAlias: {
    __repr__: ['slot __repr__()', (self) => (self as GenericAlias).__repr__()],
    __call__: ['any __call__(*args)', (self, args) => call((self as GenericAlias).__origin__, args)],
  },
};

/** The table of one type. */
export function tableOf<T, Type extends object>(values: Values<T, Type>, name: TypeName): HostType<T, Type> {
  return new Table(values, name);
}

class Table<T, Type extends object> implements HostType<T, Type> {
  readonly module: string;
  readonly derivable: boolean;
  readonly methods: readonly HostMethod<T>[];
  readonly attributes: readonly HostAttribute<T>[];
  readonly init: HostType<T, Type>['init'];
  private readonly record: Readonly<Record<string, unknown>>;
  private readonly isByteIterator: boolean;

  constructor(
    private readonly values: Values<T, Type>,
    readonly name: TypeName,
  ) {
    this.module = MODULES[name] ?? (name === 'GenericAlias' ? 'types' : 'builtins');
    this.derivable = name in CLASSES && name !== 'memoryview';
    this.record = name in signatures ? signatures[name as 'bytes'] : SMALL[name]!;
    this.methods = Object.keys(this.record)
      .filter((each) => !NOT_METHODS.has(each))
      .map((each) => this.method(each));
    this.attributes = dataNames(name, this.record).map((each) => this.attribute(each));
    this.isByteIterator = name === 'bytes_iterator' || name === 'bytearray_iterator';
    this.init = FILLED_BY_INIT.has(name) ? this.initialize : name === 'Struct' ? this.initializeStruct : null;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.record, name);
  }

  construct = (args: readonly T[], kwargs: HostKeywords<T>): T =>
    this.values.invoke((own, named) => construct(this.constructable(), this.name, own, named), args, kwargs);

  private constructable(): Constructor {
    if (!(this.name in CLASSES)) throw new PyTypeError(`cannot create '${this.name}' instances`);
    return CLASSES[this.name] as unknown as Constructor;
  }

  create = (derived: Type | null, args: readonly T[], kwargs: HostKeywords<T>): T =>
    this.values.invoke(
      (own, named) => {
        const made = this.make(derived, own, named);
        if (this.name === 'Struct') expectInit(made);
        return made;
      },
      args,
      kwargs,
    );

  private make(derived: Type | null, args: unknown[], kwargs: Record<string, unknown> | null): object {
    const { name, values } = this;
    const Base = this.constructable();
    if (derived === null) return FILLED_BY_INIT.has(name) ? new Base() : construct(Base, name, args, kwargs);
    const make = (cls: Constructor) => new cls(...this.argumentsOfNew(derived, args, kwargs));
    return values.standIns.make(values.standIns.derive(derived, name), make);
  }

  /** The arguments of `__new__` for an object of a derived class. */
  private argumentsOfNew(derived: Type, args: unknown[], kwargs: Record<string, unknown> | null): unknown[] {
    const { name } = this;
    if (FILLED_BY_INIT.has(name)) return [];
    if (name === 'Struct' && this.overrides(derived, '__init__') && !this.overrides(derived, '__new__')) {
      return [formatBeforeInit(args, kwargs)];
    }
    // CPython: Modules/arraymodule.c `array_new`, which ignores keywords; the derived class's `__init__`
    // takes them.
    const leavesKeywords = name === 'array' && this.overrides(derived, '__init__');
    return constructorArguments(name, args, leavesKeywords ? null : kwargs);
  }

  private initialize = (self: T, args: readonly T[], kwargs: HostKeywords<T>): void => {
    const { name, values } = this;
    values.invoke(
      (own, named) => callMethod(CLASSES[name], '__init__', [values.host.fromHost(self), ...own], named),
      args,
      kwargs,
    );
  };

  /** Whether a host class overrides one of our methods. */
  private overrides(type: Type, name: string): boolean {
    return this.values.host.special(type, name, this.name) !== undefined;
  }

  private initializeStruct = (self: T, args: readonly T[], kwargs: HostKeywords<T>): void => {
    const { values } = this;
    values.invoke(
      (own, named) => {
        const struct = values.host.fromHost(self) as object;
        const derived = values.standIns.derivedTypeOf(struct.constructor);
        initializeStruct(struct, derived === null || !this.overrides(derived, '__init__'), own, named);
        return null;
      },
      args,
      kwargs,
    );
  };

  private method(name: string): HostMethod<T> {
    const { values } = this;
    const small = SMALL[this.name]?.[name];
    const signature =
      small === undefined ? signatureOf(this.name, name)! : parseSignature(this.name, name, small[0]);
    const { binding } = signature;
    if (binding === 'instance') {
      const run = this.instanceMethod(name);
      const long: HostMethod<T>['call'] = (self, args, kwargs) =>
        values.invoke((own, named) => run(own.shift(), own, named), [self, ...args], kwargs);
      const quick = isQuick(this.name, name) ? this.quickly(signature, run, long) : long;
      const call = name === 'decode' ? this.builtInCodec(quick, long) : quick;
      if (this.name === 'memoryview' && (name === '__enter__' || name === '__exit__'))
        return { name, binding, signature, call: this.marking(name === '__enter__', call) };
      return { name, binding, signature, call };
    }
    const Base = CLASSES[this.name];
    return {
      name,
      binding,
      signature,
      call: (self, args, kwargs) =>
        values.invoke(
          (own, named) =>
            callMethod(binding === 'static' ? Base : values.host.fromHost(self), name, own, named),
          args,
          kwargs,
        ),
    };
  }

  /** A call that enters or leaves a `with` block. The block keeps the view alive even if no variable does. */
  private marking(enters: boolean, call: HostMethod<T>['call']): HostMethod<T>['call'] {
    const { entered, host } = this.values;
    return (self, args, kwargs) => {
      const result = call(self, args, kwargs);
      if (enters) entered.add(host.fromHost(self));
      else entered.delete(host.fromHost(self));
      return result;
    };
  }

  /**
   * A fast path for a method of `bytes` or `bytearray` with plain arguments, which run no code of the host.
   * Only the settings of {@link beginShort} matter for it. A call that raises has changed nothing, so `long`
   * makes it again under all settings.
   */
  private quickly(signature: Signature, run: Run, long: HostMethod<T>['call']): HostMethod<T>['call'] {
    const { values } = this;
    const { host } = values;
    const Base = CLASSES[this.name];
    const { method, least, most } = directOf(this.name, signature) ?? NOT_DIRECT;
    /**
     * Returns the result; `UNDONE` if the arguments are not plain or the method raises, so that `long` raises
     * outside the `try`.
     */
    const attempt = (self: T, args: readonly T[]): T | typeof UNDONE => {
      // Called through the class, `self` can be None.
      const receiver = host.fromHost(self) as object | null;
      if (receiver?.constructor !== Base) return UNDONE;
      const count = args.length;
      const outer = beginShort(host.abi);
      try {
        if (count === 0 && least === 0) return values.toHost(method.call(receiver));
        const first = host.fromHost(args[0]!);
        if (count === 1 && least < 2 && most > 0 && isPlainItem(first))
          return values.toHost(method.call(receiver, first));
        const own = args.map((arg, i) => (i === 0 ? first : host.fromHost(arg)));
        return own.every(isPlain) ? values.toHost(run(receiver, own, null)) : UNDONE;
      } catch {
        return UNDONE;
      } finally {
        endShort(outer);
      }
    };
    return (self, args, kwargs) => {
      const result = kwargs === null && args.length <= MOST_QUICK ? attempt(self, args) : UNDONE;
      return result === UNDONE ? long(self, args, kwargs) : result;
    };
  }

  /**
   * Takes the fast path only for built-in codecs. Other codecs and error handlers can be code of the host,
   * which must not run twice if the call raises.
   */
  private builtInCodec(quick: HostMethod<T>['call'], long: HostMethod<T>['call']): HostMethod<T>['call'] {
    const { host } = this.values;
    return (self, args, kwargs) => {
      const isBuiltIn =
        args.length === 0 || (args.length === 1 && BUILT_IN_CODECS.has(host.fromHost(args[0]!)));
      return isBuiltIn ? quick(self, args, kwargs) : long(self, args, kwargs);
    };
  }

  /** A method of the type itself. The host has already checked whether a derived class overrides it. */
  private instanceMethod(name: string): Run {
    const small = SMALL[this.name]?.[name];
    if (small !== undefined) {
      const signature = parseSignature(this.name, name, small[0]);
      return (self, args, kwargs) => small[1](self, bind(signature, args, kwargs), null);
    }
    const Base = CLASSES[this.name];
    const arithmetic = ARITHMETIC[name];
    // Looked up once.
    const handle = Base === undefined ? null : methodOf(this.name, name);
    return (self, args, kwargs) => {
      if (arithmetic !== undefined && args.length === 1 && kwargs === null && plain(self, Base, name)) {
        return arithmetic(self, args[0]);
      }
      return handle === null ? callMethod(self, name, args, kwargs) : handle(self, args, kwargs);
    };
  }

  private attribute(name: string): HostAttribute<T> {
    const { values } = this;
    const { host } = values;
    return {
      name,
      get: (self) => values.invoke(() => getAttribute(host.fromHost(self), name), NONE, null),
      set: (self, value) => this.setAttribute(self, name, value),
    };
  }

  unary(name: string): (self: T) => T {
    const { values } = this;
    const run = this.instanceMethod(name);
    const long = (self: T) => values.invoke((own) => run(own[0], NONE as never, null), [self], null);
    const quick = QUICK_UNARY[this.name]?.[name];
    if (quick === undefined) return long;
    return (self) => {
      const result = values.attempt(quick as (self: object, other: unknown) => unknown, self, null);
      return result === undefined ? long(self) : result;
    };
  }

  binary(name: string): (self: T, other: T) => T {
    const { values } = this;
    const run = this.instanceMethod(name);
    const long = (self: T, other: T) =>
      values.invoke((own) => run(own.shift(), own, null), [self, other], null);
    const quick = QUICK_BINARY[this.name]?.[name];
    if (quick === undefined) return long;
    return (self, other) => {
      const result = values.attempt(quick, self, values.host.fromHost(other));
      return result === undefined ? long(self, other) : result;
    };
  }

  ternary(name: string): (self: T, key: T, value: T) => T {
    const { values } = this;
    const { host } = values;
    const run = this.instanceMethod(name);
    return (self, key, value) =>
      values.invoke((own) => run(host.fromHost(self), own, null), [key, value], null);
  }

  setItem = (self: T, key: T, value: T | undefined): void => {
    const { values } = this;
    values.invoke(
      (own) => {
        const receiver = own.shift();
        const Base = CLASSES[this.name];
        if (value === undefined) {
          if (plain(receiver, Base, '__delitem__')) operator.delitem(receiver, own[0]);
          else this.instanceMethod('__delitem__')(receiver, own, null);
        } else if (plain(receiver, Base, '__setitem__')) operator.setitem(receiver, own[0], own[1]);
        else this.instanceMethod('__setitem__')(receiver, own, null);
      },
      value === undefined ? [self, key] : [self, key, value],
      null,
    );
  };

  next = (self: T): T | undefined => (this.isByteIterator ? this.nextByte(self) : this.nextItem(self));

  /** A separate path, because no setting of the runtime affects bytes. */
  private nextByte(self: T): T | undefined {
    const { host } = this.values;
    try {
      const step = (host.fromHost(self) as Iterator<number>).next();
      return step.done === true ? undefined : host.int(step.value);
    } catch (error) {
      throw this.values.errors.toHostError(error);
    }
  }

  private nextItem(self: T): T | undefined {
    const { values } = this;
    values.settings.enter();
    try {
      const iterator = values.host.fromHost(self) as Iterator<unknown>;
      if (this.name === 'BytesIO') {
        const line = (iterator as unknown as { readline(): { length: number } }).readline();
        return line.length === 0 ? undefined : values.toHost(line);
      }
      const step = iterator.next();
      return step.done === true ? undefined : values.toHost(step.value);
    } catch (error) {
      throw values.errors.toHostError(error);
    } finally {
      values.settings.leave();
    }
  }

  setAttribute = (self: T, name: string, value: T | undefined): void => {
    const { values } = this;
    values.invoke(
      (own) => {
        const receiver = values.host.fromHost(self);
        if (value === undefined) deleteAttribute(receiver, name);
        else setAttribute(receiver, name, own[0]);
      },
      value === undefined ? NONE : [value],
      null,
    );
  };
}

const NONE: readonly never[] = [];

/** Says that a fast path does not apply. Null and undefined can be objects of the host. */
const UNDONE = Symbol('undone');

/** Represents a method without direct calls: no number of arguments fits. */
const NOT_DIRECT = { method: () => undefined, least: Infinity, most: -1 };

/** The largest number of arguments for the fast path. */
const MOST_QUICK = 4;

/** Codec names that nobody can register. */
const BUILT_IN_CODECS: ReadonlySet<unknown> = new Set([
  ...['utf-8', 'utf8', 'UTF-8', 'ascii', 'latin-1', 'latin1'],
]);

/**
 * Methods with a fast path: those of `bytes` and `bytearray` that are not special, and those of views that only read
 * bytes.
 */
function isQuick(type: TypeName, name: string): boolean {
  if (type === 'memoryview') return name === 'tobytes' || name === 'hex';
  return (type === 'bytes' || type === 'bytearray') && !name.startsWith('_');
}

/**
 * Whether a value is a small int, a bool, a string, None or exact bytes, none of which runs code of the host.
 */
function isPlainItem(value: unknown): boolean {
  switch (typeof value) {
    case 'number':
      return isSmallInt(value);
    case 'string':
    case 'boolean':
      return true;
    case 'object':
      return value === null || value.constructor === Bytes;
    default:
      return false;
  }
}

/**
 * The class of array literals. In a realm of its own (Next.js's Edge runtime) code sees a different global
 * `Array`.
 */
const LIST: unknown = [].constructor;

/** Whether a value is plain, or a list of plain values. */
function isPlain(value: unknown): boolean {
  if (isPlainItem(value)) return true;
  const isList = typeof value === 'object' && value?.constructor === LIST;
  // Lists within lists are excluded, because a list may contain itself.
  return isList && (value as readonly unknown[]).every(isPlainItem);
}

/** Whether an object's class leaves an operation to the type. */
function plain(self: unknown, Base: unknown, name: string): boolean {
  return (self as object).constructor === Base || overriding(self, name) === null;
}

function dataNames(type: string, record: Readonly<Record<string, unknown>>): string[] {
  if (type === 'GenericAlias') return ['__origin__', '__args__'];
  const names = (attributes as Readonly<Record<string, string>>)[type] ?? '';
  return names
    .split(' ')
    .filter((name) => name !== '' && !name.startsWith('_') && !Object.hasOwn(record, name));
}
