/** Python's bytes for the toy runtime: makes it a host, and adds the types to its classes. */
import { Ellipsis, NotImplemented, PyComplex, PyFloat, Slice, createRuntime } from 'pybuffer/runtime';
import type { Runtime, TypeName } from 'pybuffer/runtime';
import { Getter, Raised } from './toy.js';
import type { Cls, Fn, Obj, Toy } from './toy.js';

/** Adds the types to a toy runtime; returns its classes by Python's names. */
export function install(toy: Toy): Record<TypeName, Cls> {
  const classes = {} as Record<TypeName, Cls>;
  const names = new Map<Cls, TypeName>();
  const baseOf = (cls: Cls) => toy.mro(cls).find((each) => names.has(each));

  const runtime: Runtime<Obj, Cls> = createRuntime<Obj, Cls>({
    // 1. From the host's values to the library's.
    fromHost(object) {
      const { cls, value } = object;
      if (object === toy.notImplemented) return NotImplemented;
      if (object === toy.ellipsis) return Ellipsis;
      if (object === toy.none || [toy.int, toy.str, toy.bool].includes(cls)) return value;
      if (cls === toy.float) return new PyFloat(value as number);
      if (cls === toy.tuple) return Object.freeze((value as Obj[]).map(runtime.fromHost));
      if (cls === toy.list) return runtime.list(object, () => value as Obj[]);
      if (cls === toy.slice)
        return new Slice(...((value as Obj[]).map(runtime.fromHost) as [null, null, null]));
      if (cls === toy.complex) return new PyComplex(...(value as [number, number]));
      const type = cls === toy.type ? (object as Cls) : cls;
      const base = baseOf(type);
      if (base === undefined) return runtime.standIn(object);
      return cls === toy.type ? runtime.classOf(type, names.get(base)!, base === type) : value;
    },

    // 2. And back.
    none: toy.none,
    notImplemented: toy.notImplemented,
    ellipsis: toy.ellipsis,
    bool: (value) => toy.make(toy.bool, value),
    int: (value) => toy.make(toy.int, value),
    float: (value) => toy.make(toy.float, value),
    complex: (re, im) => toy.make(toy.complex, [re, im]),
    str: (value) => toy.make(toy.str, value),
    tuple: (items) => toy.make(toy.tuple, items),
    list: (items) => toy.make(toy.list, items),
    slice: (...parts) => toy.make(toy.slice, parts),
    dict: (entries) => toy.make(toy.dict, new Map(entries)),
    foreign: (value) => toy.make(toy.object, value),
    function: (_name, call) => toy.make(toy.function, (...args: Obj[]) => call(args, null)),
    wrap: (type, value, derived) => toy.make(derived ?? classes[type], value),
    typeObject: (type) => classes[type],

    // 3. The abilities of its objects.
    typeOf: (object) => object.cls,
    nameOf: ({ name }) => ({ name, full: name }),
    special(type, name, base) {
      const own = toy.find(type, name);
      if (own === undefined || (base !== null && own === toy.find(classes[base], name))) return undefined;
      return own === toy.none ? null : own;
    },
    callSpecial: (method, self, args) => (method as Fn)(self, ...args),
    call: (callable, args) => toy.call(callable, ...args),

    // 4. Exceptions.
    describeError(error) {
      if (!(error instanceof Raised)) return null;
      const { cls, value } = error.exception;
      return { names: toy.mro(cls).map(({ name }) => name), message: String(value) };
    },
    makeError: ({ name, message }) => new Raised(toy.make(toy.exception(name), message)),
  });

  // 5. The types as classes.
  for (const type of Object.values(runtime.types)) {
    const cls = toy.define(type.name);
    classes[type.name] = cls;
    names.set(cls, type.name);
    for (const { name, binding, call } of type.methods) {
      const method: Fn =
        binding === 'instance'
          ? (self, ...args) => call(self, args, null)
          : (...args) => call(cls, args, null);
      cls.body.set(name, method);
    }
    for (const { name, get } of type.attributes) cls.body.set(name, new Getter(get));
    cls.body.set('__new__', (derived: Cls, ...args: Obj[]) =>
      type.create(derived === cls ? null : derived, args, null),
    );
    if (type.init !== null)
      cls.body.set('__init__', (self: Obj, ...args: Obj[]) => (type.init!(self, args, null), toy.none));
  }
  return classes;
}
