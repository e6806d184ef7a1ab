/**
 * Converts values across the border, in both directions. Callers: the tables of types and modules, for every
 * argument and every result.
 */
import { Bytes } from '../../bytes/index.js';
import type { ByteArray } from '../../bytes/index.js';
import type { ErrorHandler } from '../../codecs/index.js';
import { PyException } from '../../exceptions/index.js';
import { HANDLE_KEYS, lookedUp } from '../../objects/index.js';
import {
  BRAND,
  Ellipsis,
  LP64,
  NotImplemented,
  PyFloat,
  Slice,
  brandOf,
  isComplex,
  nameValue,
  useNamed,
} from '../../python/index.js';
import { call } from '../call.js';
import { makeInt } from '../numbers.js';
import { classOf, CLASSES, iteratorRecordOf, recordOf } from '../records.js';
import { GenericAlias } from '../generic-alias.js';
import { PICKLED } from '../pickling.js';
import { Errors } from './errors.js';
import type { Host, HostKeywords, TypeName } from './host.js';
import { Settings, beginShort, endShort } from './settings.js';
import { StandIns } from './stand-ins.js';

type Keyed = Readonly<Record<symbol, unknown>>;

/** Returns the key for another runtime. */
function handleKey(): symbol {
  const declared = HANDLE_KEYS.pop();
  if (declared !== undefined) return declared;
  const key = Symbol('pybuffer.handle');
  lookedUp(key);
  return key;
}

/** The border between the library and one runtime. */
export class Values<T, Type extends object> {
  /** The key under which our values hold their handles. */
  private readonly handle: symbol = handleKey();
  readonly standIns: StandIns<T, Type>;
  readonly errors: Errors<T>;
  readonly settings: Settings;
  /** The arguments of the running calls. */
  readonly running: unknown[] = [];
  /** The views of the running `with` blocks. */
  readonly entered = new Set<unknown>();
  private inList = false;
  /** The handles of single bytes and of empty bytes. */
  private readonly short: (T | undefined)[] = [];
  private readonly callables = new WeakMap<object, (...args: unknown[]) => unknown>();
  /** The array for each list that is read in place, so that a list that contains itself is recognized. */
  private readonly liveLists = new WeakMap<object, unknown[]>();

  constructor(readonly host: Host<T, Type>) {
    this.settings = new Settings(host.lifetimes ?? 'strict', host.abi ?? LP64, host.stacks ?? false);
    this.errors = new Errors(host as Host<T, never>, this.toHost.bind(this), host.fromHost.bind(host));
    this.standIns = new StandIns(host, {
      callSpecial: this.callSpecial.bind(this),
      next: this.next.bind(this),
      toHost: this.toHost.bind(this),
      outside: this.outside.bind(this),
      // `bytearray.fromhex` of a derived class passes bytes to the class, as CPython's does.
      callType: (type, args) =>
        host.fromHost(
          this.outside(() =>
            host.call(
              type as T,
              args.map((each) =>
                this.toHost(brandOf(each) === 'bytearray' ? new Bytes(each as ByteArray) : each),
              ),
              null,
            ),
          ),
        ),
    });
  }

  /** Converts one of our values to the host's object. */
  toHost(value: unknown): T {
    const { host } = this;
    switch (typeof value) {
      case 'number':
        return Number.isInteger(value) ? host.int(value) : host.float(value);
      case 'bigint':
        return host.int(makeInt(value));
      case 'boolean':
        return host.bool(value);
      case 'string':
        return host.str(value);
      case 'undefined':
        return host.none;
      case 'symbol':
        if (value === NotImplemented) return host.notImplemented;
        return value === Ellipsis ? host.ellipsis : host.none;
      case 'function':
        return this.functionToHost(value as (...args: never[]) => unknown);
      default:
        return value === null ? host.none : this.objectToHost(value as object);
    }
  }

  private objectToHost(value: object): T {
    const { host } = this;
    const known = (value as Keyed)[this.handle];
    if (known !== undefined) return known as T;
    // Most results are exact bytes.
    if (value.constructor === Bytes) return this.bytesToHost(value as Bytes);
    const brand = (value as { [BRAND]?: TypeName })[BRAND];
    if (brand !== undefined) return this.wrap(brand as TypeName, value);
    if (value instanceof PyFloat) return host.float(value.value);
    if (Array.isArray(value)) {
      const items = value.map((each) => this.toHost(each));
      return Object.isFrozen(value) ? host.tuple(items) : host.list(items);
    }
    const original = (value as Keyed)[this.standIns.object];
    if (original !== undefined) return original as T;
    const record = recordOf(value) ?? iteratorRecordOf(value);
    if (record !== null) return this.wrap(record === 'reversed' ? 'iterator' : (record as TypeName), value);
    if (isComplex(value)) return host.complex(value.re, value.im);
    if (value instanceof Slice)
      return host.slice(this.toHost(value.start), this.toHost(value.stop), this.toHost(value.step));
    if (value instanceof GenericAlias) return this.wrap('GenericAlias', value);
    if (value instanceof PyException) return this.errors.toHostError(value) as T;
    if (typeof (value as { next?: unknown }).next === 'function') return this.wrap('iterator', value);
    if (value instanceof Map) return this.dictToHost(value);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) return this.dictToHost(Object.entries(value));
    return host.foreign(value);
  }

  private dictToHost(entries: Iterable<readonly [unknown, unknown]>): T {
    return this.host.dict(
      Array.from(entries, ([key, item]) => [this.toHost(key), this.toHost(item)] as const),
    );
  }

  /** Makes a handle for a value and stores it with the value. */
  private wrap(type: TypeName, value: object): T {
    const cls: unknown = (value as { constructor?: unknown }).constructor;
    const derived = cls === CLASSES[type] ? null : this.standIns.derivedTypeOf(cls);
    const made = this.host.wrap(type, value, derived);
    this.adopt(made, value);
    if (type === 'BytesIO' && derived === null) this.standIns.showDict(value);
    return made;
  }

  /** Makes a handle for exact bytes. As in CPython, empty bytes and each single byte have only one. */
  private bytesToHost(value: Bytes): T {
    if (value.length > 1) {
      const made = this.host.wrap('bytes', value, null);
      this.adopt(made, value);
      return made;
    }
    const place = value.length === 0 ? 256 : value.get(0);
    let made = this.short[place];
    if (made === undefined) {
      made = this.short[place] = this.host.wrap('bytes', value, null);
      this.adopt(made, value);
    }
    return made;
  }

  /** See `Runtime.adopt`. */
  adopt(object: T, value: object): void {
    // Two assignments, because V8 keeps what it has seen for each: most values are bytes.
    if (value.constructor === Bytes) (value as unknown as Record<symbol, unknown>)[this.handle] = object;
    else (value as Record<symbol, unknown>)[this.handle] = object;
  }

  private functionToHost(value: (...args: never[]) => unknown): T {
    const known = (value as unknown as Keyed)[this.handle];
    if (known !== undefined) return known as T;
    const cls = classOf(value);
    for (const name in CLASSES) if (CLASSES[name] === cls) return this.host.typeObject(name as TypeName);
    const derived = this.standIns.derivedTypeOf(cls);
    if (derived !== null) return derived as unknown as T;
    const pickled = PICKLED.get(value);
    const own = pickled === undefined ? undefined : this.host.lookUp?.(...pickled);
    if (own !== undefined) return own;
    const name = (value as { method?: string }).method ?? value.name;
    return this.host.function(name, (args, kwargs) => this.invoke((a, k) => call(value, a, k), args, kwargs));
  }

  /** Converts a list of the host, see `Runtime.list`. */
  list(object: T, items: () => readonly T[], isDerived = false): unknown[] {
    if (isDerived) return this.liveList(object, items, () => this.standIns.derivedList(object));
    // A list within a list is read in place, because it may be the same list.
    if (this.inList) return this.liveList(object, items);
    this.inList = true;
    try {
      const copy = items().map((item) => this.host.fromHost(item));
      return copy.every(isInert) ? copy : this.liveList(object, items);
    } finally {
      this.inList = false;
    }
  }

  private liveList(object: T, items: () => readonly T[], makeTarget: () => unknown[] = () => []): unknown[] {
    const known = this.liveLists.get(object as object);
    if (known !== undefined) return known;
    const made = this.makeLiveList(object, items, makeTarget());
    this.liveLists.set(object as object, made);
    return made;
  }

  private makeLiveList(object: T, items: () => readonly T[], target: unknown[]): unknown[] {
    const { host, handle } = this;
    const indexOf = (key: string | symbol) =>
      typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : null;
    return new Proxy(target, {
      get(target, key) {
        if (key === 'length') return items().length;
        if (key === handle) return object;
        const index = indexOf(key);
        if (index === null) return Reflect.get(target, key) as unknown;
        const now = items();
        return index < now.length ? host.fromHost(now[index]!) : undefined;
      },
      has(target, key) {
        const index = indexOf(key);
        return index === null ? Reflect.has(target, key) : index < items().length;
      },
    });
  }

  /** Converts a tuple of the host, see `Runtime.tuple`. */
  tuple(object: T, items: unknown[], isDerived: boolean): readonly unknown[] {
    this.adopt(object, items);
    if (isDerived) this.standIns.nameTuple(object, items);
    return Object.freeze(items);
  }

  /** The value of an instance of a class derived from `int` or `str`, see `Runtime.named`. */
  named<V>(object: T, value: V): V {
    nameValue(value, () => this.host.nameOf(this.host.typeOf(object)).name);
    return value;
  }

  /** A JavaScript function that calls a callable of the host, see `Runtime.callable`. */
  callable(object: T): (...args: unknown[]) => unknown {
    let made = this.callables.get(object as object);
    if (made === undefined) {
      made = (...args) =>
        this.host.fromHost(
          this.outside(() =>
            this.host.call(
              object,
              args.map((each) => this.toHost(each)),
              null,
            ),
          ),
        );
      (made as unknown as Record<symbol, unknown>)[this.handle] = object;
      this.callables.set(object as object, made);
    }
    return made;
  }

  /** A host callable as an error handler for codecs. It may set fields of the error that it receives. */
  errorHandler(object: T | undefined): ErrorHandler {
    const value = object === undefined ? undefined : this.host.fromHost(object);
    // A value that cannot be called stays as it is, because the error message names its type.
    if (typeof value !== 'function' && (value as { __call__?: unknown } | null)?.__call__ === undefined)
      return value as ErrorHandler;
    const call = this.callable(object!);
    const handler: ErrorHandler = (error) => {
      this.errors.writeFields(error);
      const result = call(error) as ReturnType<ErrorHandler>;
      this.errors.readFields(error);
      return result;
    };
    (handler as unknown as Record<symbol, unknown>)[this.handle] = object;
    return handler;
  }

  /** Converts the host's keywords. */
  keywords(kwargs: HostKeywords<T>): Record<string, unknown> | null {
    if (kwargs === null) return null;
    const named: Record<string, unknown> = {};
    for (const name of Object.keys(kwargs)) named[name] = this.host.fromHost(kwargs[name]!);
    return named;
  }

  /** Tries a fast path; `undefined` if it does not apply or raises. */
  attempt(quick: (self: object, other: unknown) => unknown, self: T, other: unknown): T | undefined {
    const outer = beginShort(this.host.abi);
    try {
      const result = quick(this.host.fromHost(self) as object, other);
      return result === undefined ? undefined : this.toHost(result);
    } catch {
      return undefined;
    } finally {
      endShort(outer);
    }
  }

  /** Calls the library with the host's arguments. */
  invoke(
    method: (args: unknown[], kwargs: Record<string, unknown> | null) => unknown,
    args: readonly T[],
    kwargs: HostKeywords<T>,
  ): T {
    const { running } = this;
    const before = running.length;
    const named = useNamed();
    this.settings.enter();
    try {
      const values: unknown[] = [];
      for (const arg of args) {
        const value = this.host.fromHost(arg);
        values.push(value);
        running.push(value);
      }
      return this.toHost(method(values, this.keywords(kwargs)));
    } catch (error) {
      throw this.errors.toHostError(error);
    } finally {
      running.length = before;
      useNamed(named);
      this.settings.leave();
    }
  }

  private callSpecial(method: unknown, self: T, args: readonly unknown[]): unknown {
    const result = this.outside(() =>
      this.host.callSpecial(
        method,
        self,
        args.map((each) => this.toHost(each)),
      ),
    );
    return this.host.fromHost(result);
  }

  /** Calls {@link Host.next}, which the caller has checked to exist. */
  private next(iterator: T): unknown {
    const result = this.outside(() => this.host.next!(iterator));
    return result === undefined ? undefined : this.host.fromHost(result);
  }

  /** Runs the host's code under the settings of whoever called the runtime. */
  private outside<R>(run: () => R): R {
    const depth = this.settings.suspend();
    const named = useNamed(null);
    try {
      return run();
    } catch (error) {
      throw this.errors.fromHostError(error);
    } finally {
      useNamed(named);
      this.settings.resume(depth);
    }
  }
}

/** Whether reading a value runs no code of the host. A list of such values may be copied. */
function isInert(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  return (
    value instanceof PyFloat || ((value as { [BRAND]?: unknown })[BRAND] !== undefined && isExact(value))
  );
}

function isExact(value: object): boolean {
  const brand = (value as { [BRAND]?: string })[BRAND]!;
  return value.constructor === CLASSES[brand];
}
