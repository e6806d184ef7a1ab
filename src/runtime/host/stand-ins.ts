/**
 * Represents the host's things in the library: stand-ins for its objects, and derived classes for the classes
 * that its programs derive from our types. Both always have exactly the special methods that the host's class
 * has at that moment.
 */
import { PyTypeError } from '../../exceptions/index.js';
import { CLASS_REPR, FULL_TYPE_NAME, TYPE_NAME } from '../../python/index.js';
import { CLASSES } from '../records.js';
import type { BufferExporter, BufferView } from '../../protocol/index.js';
import type { Host, HostExporter, TypeName } from './host.js';

/** Operators with two sides, each of which has three special methods. */
const OPERATORS = 'add mul mod sub and or xor matmul truediv floordiv pow lshift rshift'.split(' ');

/**
 * Special methods that the library looks up on any value. The names without underscores mark mappings
 * (`keys`) and files.
 */
const SPECIAL = [
  ...['__index__', '__int__', '__float__', '__complex__', '__bool__', '__round__'],
  ...['__bytes__', '__buffer__', '__release_buffer__', '__format__', '__repr__', '__str__', '__hash__'],
  ...['__iter__', '__next__', '__len__', '__length_hint__', '__reversed__'],
  ...['__getitem__', '__setitem__', '__delitem__', '__contains__', '__call__'],
  ...['__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__'],
  ...['__neg__', '__pos__', '__invert__', '__abs__', '__divmod__', '__rdivmod__'],
  ...OPERATORS.flatMap((name) => [`__${name}__`, `__r${name}__`, `__i${name}__`]),
  ...['__getnewargs__', '__getnewargs_ex__', '__getstate__', '__reduce__'],
  ...['keys', 'read', 'write', 'readline', 'seek'],
];

/** Not `Array` itself, whose objects have no special methods. */
class DerivedList extends Array<unknown> {}

/** The functions of the border that this file calls. */
export interface Border<T> {
  /** Calls a special method of the host with our values. */
  callSpecial(method: unknown, self: T, args: readonly unknown[]): unknown;
  /** The next item of a host iterator, `undefined` at its end. Called only if the host has that function. */
  next(iterator: T): unknown;
  /** The host's object for one of our values. */
  toHost(value: unknown): T;
  /** Runs code of the host and converts its exceptions. */
  outside<R>(run: () => R): R;
  /** Calls a host class with our values. */
  callType(type: object, args: readonly unknown[]): unknown;
}

/** A stand-in with its special methods. */
type StandIn = Readonly<Record<string | symbol, unknown>>;

/** A host iterator as a JavaScript iterator. Everything except the items comes from its stand-in. */
class HostIterator<T> implements Iterator<unknown> {
  constructor(
    private readonly standIn: StandIn,
    private readonly iterator: T,
    private readonly border: Border<T>,
    key: symbol,
  ) {
    (this as Record<symbol, unknown>)[key] = iterator;
  }

  next(): IteratorResult<unknown> {
    const value = this.border.next(this.iterator);
    return value === undefined ? { done: true, value } : { done: false, value };
  }

  get [TYPE_NAME](): unknown {
    return this.standIn[TYPE_NAME];
  }

  get [FULL_TYPE_NAME](): unknown {
    return this.standIn[FULL_TYPE_NAME];
  }
}

/** Methods of an iterator's class that the library may ask for. */
for (const name of ['__iter__', '__next__', '__length_hint__', '__len__']) {
  Object.defineProperty(HostIterator.prototype, name, {
    get(this: { readonly standIn: StandIn }) {
      const method = this.standIn[name];
      return typeof method === 'function' ? (method.bind(this.standIn) as unknown) : method;
    },
    configurable: true,
  });
}

/** A class of ours that represents a derived class of the host. */
export type DerivedClass = new (...args: readonly unknown[]) => object;

/** The stand-ins and derived classes of one runtime. */
export class StandIns<T, Type extends object> {
  /** The key under which a stand-in holds the host's object. */
  readonly object: symbol = Symbol('pybuffer.object');
  private readonly standInClasses = new WeakMap<Type, new (object: T) => object>();
  private readonly standIns = new WeakMap<object, object>();
  private readonly derivedClasses = new WeakMap<Type, DerivedClass>();
  private readonly derivedTypes = new WeakMap<object, Type>();
  /** The derived class that {@link make} is constructing. */
  private making: DerivedClass | null = null;

  constructor(
    private readonly host: Host<T, Type>,
    private readonly border: Border<T>,
  ) {}

  /** The stand-in of an object, the same one each time. */
  standIn(object: T): object {
    const known = this.standIns.get(object as object);
    if (known !== undefined) return known;
    const made = new (this.standInClass(this.host.typeOf(object)))(object);
    this.standIns.set(object as object, made);
    return made;
  }

  private standInClass(type: Type): new (object: T) => object {
    let cls = this.standInClasses.get(type);
    if (cls === undefined) {
      const key = this.object;
      cls = class StandIn {
        constructor(object: T) {
          (this as Record<symbol, unknown>)[key] = object;
        }
      };
      this.equip(cls.prototype as object, type, null, (self) => self[key] as T);
      const exporter = this.host.exporter?.(type) ?? null;
      if (exporter !== null) this.exportBy(cls.prototype as object, exporter);
      this.standInClasses.set(type, cls);
    }
    return cls;
  }

  /**
   * Wraps the host's own iterators, so that the library needs no StopIteration; returns other results of
   * `__iter__` unchanged.
   */
  private iteratorOf(result: unknown): unknown {
    const { host, border, object } = this;
    if (host.next === undefined || typeof result !== 'object' || result === null) return result;
    const iterator = (result as StandIn)[object];
    if (iterator === undefined || typeof (result as StandIn)['__next__'] !== 'function') return result;
    return new HostIterator(result as StandIn, iterator as T, border, object);
  }

  /** Makes objects that export memory without `__buffer__` exporters of the buffer protocol. */
  private exportBy(prototype: object, exporter: HostExporter<T>): void {
    const { object: key, border } = this;
    const objectOf = (self: unknown) => (self as Record<symbol, unknown>)[key] as T;
    Object.defineProperties(prototype, {
      getBuffer: {
        value(this: BufferExporter, flags: number) {
          return border.outside(() => exporter.getBuffer(objectOf(this), flags, this));
        },
      },
      releaseBuffer: {
        value(this: BufferExporter, view: BufferView) {
          border.outside(() => exporter.releaseBuffer(objectOf(this), view));
        },
      },
    });
  }

  /**
   * Names a tuple whose class derives from the host's `tuple`, so that errors and reprs show that class.
   *
   * @param items the array that represents the tuple
   */
  nameTuple(object: T, items: object): void {
    this.equip(items, this.host.typeOf(object), null, () => object, ['__repr__', '__bytes__']);
  }

  /** An empty array with the names and special methods of the class of a list, which derives from the host's `list`. */
  derivedList(object: T): unknown[] {
    const made = new DerivedList();
    this.equip(made, this.host.typeOf(object), null, () => object);
    return made;
  }

  /** The class of ours for a host class that derives from the type `base`. */
  derive(type: Type, base: TypeName): DerivedClass {
    let cls = this.derivedClasses.get(type);
    if (cls === undefined) {
      cls = this.makeDerived(type, base);
      this.derivedClasses.set(type, cls);
      this.derivedTypes.set(cls, type);
    }
    return cls;
  }

  /** The host's class behind a derived class of ours; null for other classes. */
  derivedTypeOf(cls: unknown): Type | null {
    return typeof cls === 'function' ? (this.derivedTypes.get(cls) ?? null) : null;
  }

  /** Makes an object of a derived class as `__new__` does, without calling the host's class. */
  make(cls: DerivedClass, construct: (cls: DerivedClass) => object): object {
    // The constructor resets it.
    this.making = cls;
    return construct(cls);
  }

  private makeDerived(type: Type, base: TypeName): DerivedClass {
    const Base = CLASSES[base] as unknown as DerivedClass | undefined;
    if (Base === undefined) throw new PyTypeError(`type '${base}' is not an acceptable base type`);
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const owner = this;
    const Derived = class extends Base {
      // If the library itself makes an object, as `fromhex` does, the host's class is called.
      constructor(...args: readonly unknown[]) {
        if (owner.making !== Derived) return owner.border.callType(type, args) as never;
        owner.making = null;
        super(...args);
      }
    } as DerivedClass;
    Object.defineProperty(Derived, 'name', { get: () => this.host.nameOf(type).name, configurable: true });
    Object.defineProperty(Derived, CLASS_REPR, { value: () => this.reprOfClass(type) });
    this.equip(Derived.prototype as object, type, base, (self) => this.border.toHost(self));
    this.showDict(Derived.prototype as object);
    return Derived;
  }

  /** The repr of a host class, which its metaclass writes. */
  private reprOfClass(type: Type): string {
    const { host, border } = this;
    const cls = type as unknown as T;
    const method = host.special(host.typeOf(cls), '__repr__', null);
    // A host may have no methods of classes.
    if (method === undefined || method === null) return `<class '${host.nameOf(type).full}'>`;
    return border.callSpecial(method, cls, []) as string;
  }

  /** Lets pickling find the attributes of an object, or of objects with a prototype, in the host's dict. */
  showDict(target: object): void {
    const { host, border } = this;
    const dictOf = (self: object) => host.attributes?.(border.toHost(self)) ?? null;
    const standIn = (dict: T) => this.standIn(dict);
    Object.defineProperty(target, '__dict__', {
      get(this: object) {
        const dict = dictOf(this);
        return dict === null ? null : standIn(dict);
      },
      configurable: true,
    });
  }

  /** Gives a prototype the names and special methods of a host class. */
  private equip(
    prototype: object,
    type: Type,
    base: TypeName | null,
    objectOf: (self: Readonly<Record<symbol, unknown>>) => T,
    names: readonly string[] = SPECIAL,
  ): void {
    const { host, border } = this;
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const owner = this;
    const accessor = (name: string | symbol, get: () => unknown) =>
      Object.defineProperty(prototype, name, { get, configurable: true });
    const special = (method: unknown) =>
      function (this: Readonly<Record<symbol, unknown>>, ...args: readonly unknown[]): unknown {
        return border.callSpecial(method, objectOf(this), args);
      };
    const iter = (method: unknown) =>
      function (this: Readonly<Record<symbol, unknown>>): unknown {
        return owner.iteratorOf(border.callSpecial(method, objectOf(this), []));
      };
    accessor(TYPE_NAME, () => host.nameOf(type).name);
    accessor(FULL_TYPE_NAME, () => host.nameOf(type).full);
    for (const name of names) {
      const inherited = (prototype as Record<string, unknown>)[name];
      // Looked up each time, because programs assign methods to classes.
      accessor(name, () => {
        const method = host.special(type, name, base);
        if (method === undefined) return inherited;
        if (method === null) return null;
        return (name === '__iter__' ? iter : special)(method);
      });
    }
  }
}
