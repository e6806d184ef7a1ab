/**
 * Replaces all slots and methods of Brython's classes. The classes keep their identity, so `isinstance`,
 * literals and references in Brython's own code stay valid. Caller: `install`.
 */
import type { HostKeywords, HostType } from '../../runtime/index.js';
import type { Brython, BrythonClass, BrythonFunction, Instance, PyObject } from './brython.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import { typeError } from '../wording.js';
import { quickAppend, quickBytes, quickenSlots, quickenWrappers } from './quick.js';

type Type = HostType<PyObject, BrythonClass>;

/** Properties of a class that are slots, or Brython's copies of slots. */
const SLOTS =
  /^(tp_(?!name|base|bases|flags|doc|basicsize|itemsize|weakrefoffset|dictoffset|subclasses|mro)|nb_|sq_|mp_|bf_|am_|classmethods|staticmethods|\$fast_attr|\$getattribute)/;

/** Special methods that Brython derives from slots. */
const FROM_SLOTS = new Set([
  ...['__dir__', '__subclasshook__', '__getattribute__', '__setattr__', '__delattr__'],
  ...['__repr__', '__str__', '__hash__', '__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__'],
  ...['__iter__', '__next__', '__len__', '__getitem__', '__setitem__', '__delitem__', '__contains__'],
  ...['__add__', '__mul__', '__rmul__', '__iadd__', '__imul__', '__mod__', '__rmod__', '__init_subclass__'],
]);

/** Brython keeps hashes as JavaScript numbers. */
const HASH_MODULUS = 9007199254740881n;

/** Makes a class of a module. Only heap classes show their module in their repr. */
export function classIn($B: Brython, module: string, name: string, bases?: BrythonClass[]): BrythonClass {
  const cls = $B.make_builtin_class(name, bases);
  if (module !== 'builtins') cls.tp_flags |= $B.TPFLAGS.HEAPTYPE;
  $B.set_dict(cls, $B.empty_dict());
  $B.set_to_dict(cls, '__module__', module);
  return cls;
}

/** Replaces the contents of a Brython class with one of our types. */
export function hang(border: Border, type: Type, cls: BrythonClass): void {
  const { $B } = border;
  clear($B, cls, type.module);
  border.names.set(cls, type.name);
  border.classes.set(type.name, cls);
  border.makers.set(type.name, makerOf(cls, type));
  constructors(border, type, cls);
  slots(border, type, cls);
  methods(border, type, cls);
  quickenSlots(border, type, cls);
  $B.set_func_names(cls, type.module);
  $B.finalize_type(cls);
  quickenWrappers(border, type, cls);
  afterwards(border, type, cls);
}

function clear($B: Brython, cls: BrythonClass, module: string): void {
  for (const key of Object.keys(cls)) if (SLOTS.test(key)) delete cls[key];
  for (const base of cls.tp_bases)
    base.tp_subclasses = (base.tp_subclasses ?? []).filter((each) => each !== cls);
  delete cls[$B.FAST_ITER];
  $B.set_dict(cls, $B.empty_dict());
  $B.set_to_dict(cls, '__module__', module);
}

/** Makes the JavaScript class of the handles. */
function makerOf(cls: BrythonClass, type: Type): new (value: object) => Instance {
  class Handle {
    constructor(value: object) {
      (this as unknown as Instance)[VALUE] = value;
    }
  }
  Object.defineProperty(Handle.prototype, 'ob_type', { value: cls, writable: true });
  if (type.name === 'bytes' || type.name === 'bytearray') {
    // Brython's own code reads the bytes of these two types as a list of numbers.
    Object.defineProperty(Handle.prototype, 'source', {
      get(this: Instance) {
        return Array.from(this[VALUE] as Iterable<number>);
      },
    });
  }
  return Handle as unknown as new (value: object) => Instance;
}

function constructors(border: Border, type: Type, cls: BrythonClass): void {
  const { $B } = border;
  const { None } = $B.builtins;
  const isBytes = type.name === 'bytes';
  cls['tp_new'] = (C: BrythonClass, args: ArrayLike<unknown>, keywords: unknown) => {
    if (C !== cls) checkDerived(border, cls, C);
    const named = border.keywords(keywords);
    const isPlain = isBytes && C === cls && named === null && args.length === 1;
    const made = isPlain ? quickBytes(border, args[0]) : null;
    if (made !== null) return made;
    return type.create(C === cls ? null : C, withText(border, type, Array.from(args), named), named);
  };
  const { init } = type;
  if (init !== null) {
    cls['tp_init'] = (self: unknown, ...args: unknown[]) => {
      const [positional, named] = border.separate('__init__', args);
      init(self, withText(border, type, positional, named), named);
      return None;
    };
  } else {
    cls['tp_init'] = () => None;
  }
  cls.$factory = function (...args: unknown[]) {
    const [first] = args;
    // Literals and Brython's own code pass a bare list of numbers.
    if (args.length === 1 && Array.isArray(first) && (first as unknown as Instance).ob_type === undefined) {
      return type.construct([$B.$list(first)], null);
    }
    const made = isBytes && args.length === 1 ? quickBytes(border, first) : null;
    if (made !== null) return made;
    return border.call(
      (own, named) => type.construct(withText(border, type, own, named), named),
      type.name,
      args,
    );
  };
}

/**
 * Replaces an instance of a class derived from `str` by its text, where only the text counts: `bytes(object)`
 * looks for `__bytes__`, but `bytes(object, encoding)` and `bytearray` do not.
 */
function withText(
  { $B }: Border,
  type: Type,
  args: readonly PyObject[],
  named: HostKeywords<PyObject>,
): readonly PyObject[] {
  const [first, ...rest] = args as [Instance | null | undefined, ...PyObject[]];
  if (first?.ob_type?.tp_mro?.includes($B.builtins['str']!) !== true) return args;
  const isDecided = type.name === 'bytearray' || args.length > 1 || named !== null;
  return isDecided ? [String(first['$brython_value'] ?? first), ...rest] : args;
}

/** Checks the first argument of `bytes.__new__(C)`. */
function checkDerived(border: Border, cls: BrythonClass, C: BrythonClass): void {
  const { $B } = border;
  const name = border.typeName(cls);
  if (!Array.isArray((C as Partial<BrythonClass> | null)?.tp_mro)) {
    const type = border.typeName($B.get_class(C));
    throw typeError(border.host, `${name}.__new__(X): X is not a type object (${type})`);
  }
  if (C.tp_mro.includes(cls)) return;
  const other = border.typeName(C);
  throw typeError(border.host, `${name}.__new__(${other}): ${other} is not a subtype of ${name}`);
}

function slots(border: Border, type: Type, cls: BrythonClass): void {
  const { $B } = border;
  const { object, None } = $B.builtins;
  const NULL = $B.NULL;
  const unary = (slot: string, name: string) => {
    if (type.has(name)) cls[slot] = type.unary(name);
  };
  const binary = (slot: string, name: string) => {
    if (type.has(name)) cls[slot] = type.binary(name);
  };
  cls['tp_getattro'] = object!['tp_getattro'];
  cls['tp_setattro'] = (self: Instance, name: string, value: unknown) => {
    if (self[$B.DICT] !== undefined || self.ob_type !== cls)
      return (object!['tp_setattro'] as BrythonFunction)(...([self, name, value] as never[]));
    type.setAttribute(self, name, value === NULL ? undefined : value);
    return None;
  };
  unary('tp_repr', '__repr__');
  unary('tp_str', '__str__');
  if (type.has('__hash__')) {
    const hash = type.unary('__hash__');
    cls['tp_hash'] = (self: unknown) => {
      const value = hash(self);
      return typeof value === 'bigint' ? Number(value % HASH_MODULUS) : value;
    };
  } else if (type.has('__eq__')) {
    cls['tp_hash'] = (self: unknown) => {
      throw border.unhashable($B.get_class(self));
    };
  }
  if (type.has('__eq__')) {
    const comparisons = new Map(
      ['__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__'].map((name) => [name, type.binary(name)]),
    );
    cls['tp_richcompare'] = (self: unknown, other: unknown, name: string) =>
      comparisons.get(name)!(self, other);
  }
  if (type.has('__next__')) {
    cls['tp_iter'] = (self: unknown) => self;
    cls['tp_iternext'] = (self: unknown) => new Steps(type, self);
  } else unary('tp_iter', '__iter__');
  unary('sq_length', '__len__');
  binary('mp_subscript', '__getitem__');
  if (type.has('__setitem__')) cls['mp_ass_subscript'] = setItemOf(border, type);
  binary('sq_contains', '__contains__');
  binary('sq_concat', '__add__');
  binary('sq_repeat', '__mul__');
  binary('nb_inplace_add', '__iadd__');
  binary('nb_inplace_multiply', '__imul__');
  if (type.has('__mod__')) {
    const mod = type.binary('__mod__');
    cls['nb_remainder'] = (left: unknown, right: unknown) =>
      border.baseOf($B.get_class(left)) === type.name ? mod(left, right) : $B.builtins['NotImplemented'];
  }
}

/** Brython deletes an item by setting it to NULL. */
function setItemOf(
  { $B }: Border,
  { setItem }: Type,
): (self: unknown, key: unknown, value: unknown) => unknown {
  return (self, key, value) => {
    setItem(self, key, value === $B.NULL ? undefined : value);
    return $B.builtins.None;
  };
}

/** The JavaScript iterator that Brython's loops need. */
class Steps implements IterableIterator<unknown> {
  constructor(
    private readonly type: Pick<Type, 'next'>,
    private readonly self: unknown,
  ) {}

  next(): IteratorResult<unknown> {
    const value = this.type.next(this.self);
    return value === undefined ? { done: true, value: undefined } : { done: false, value };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

const NONE: readonly never[] = [];

function methods(border: Border, type: Type, cls: BrythonClass): void {
  const { $B } = border;
  cls.tp_funcs = {};
  cls.tp_methods = [];
  cls.classmethods = [];
  cls.staticmethods = [];
  cls.tp_getset = [];
  for (const { name, binding, call } of type.methods) {
    if (FROM_SLOTS.has(name) || binding === 'class') continue;
    if (binding === 'static') {
      cls.staticmethods.push(name);
      const made = (...args: unknown[]) => call(undefined, ...border.separate(name, args));
      cls.tp_funcs[name] = Object.assign(made, {
        ob_type: $B.builtin_function_or_method,
        ...namesOf(type, name),
      });
    } else {
      cls.tp_methods.push(name);
      cls.tp_funcs[name] = (self: unknown, ...args: unknown[]) => {
        if (args.length === 0) return call(self, NONE, null);
        const last = args[args.length - 1];
        // Brython passes keywords in an object after the positional arguments.
        if (typeof last !== 'object' || (last as { $kw?: unknown } | null)?.$kw === undefined)
          return call(self, args, null);
        return call(self, ...border.separate(name, args));
      };
    }
  }
  if (type.name === 'bytearray')
    cls.tp_funcs['append'] = quickAppend(border, cls.tp_funcs['append'] as never) as BrythonFunction;
  for (const { name, get, set } of type.attributes) {
    cls.tp_getset.push(name);
    cls.tp_funcs[`${name}_get`] = (self: unknown) => get(self);
    cls.tp_funcs[`${name}_set`] = (self: unknown, value: unknown) => set(self, value);
  }
  if (type.name === 'BytesIO') dictOf(border, cls);
}

/** Makes the properties from which Brython reads the names of a function. */
function namesOf({ module, name: type }: Type, name: string): object {
  return { $function_infos: [module, name, `${type}.${name}`], m_module: module };
}

/** Adds `__dict__` to streams, which have one even without a derived class. */
function dictOf({ $B }: Border, cls: BrythonClass): void {
  cls.tp_getset!.push('__dict__');
  cls.tp_funcs!['__dict___get'] = ((self: Instance) => self[$B.DICT]) as unknown as BrythonFunction;
}

/** Corrects what Brython makes of the class when it finishes it. */
function afterwards(border: Border, type: Type, cls: BrythonClass): void {
  const { $B } = border;
  if (type.has('__eq__') && !type.has('__hash__')) $B.set_to_dict(cls, '__hash__', $B.builtins.None);
  // Brython's own class-method descriptors lose the derived class.
  for (const { name, binding, call } of type.methods) {
    if (binding !== 'class' || FROM_SLOTS.has(name)) continue;
    const method = (C: BrythonClass, ...args: unknown[]) => call(C, ...border.separate(name, args));
    $B.set_to_dict(
      cls,
      name,
      $B.builtins['classmethod']!.$factory(
        Object.assign(method, { ob_type: $B.function, ...namesOf(type, name) }) as never,
      ),
    );
  }
  // Set after the class is made, so that Brython derives no method from it.
  if (!type.has('__setitem__')) cls['mp_ass_subscript'] = setItemOf(border, type);
  const { init } = type;
  // Classes derived from a heap class expect a function.
  if (init !== null && (cls.tp_flags & $B.TPFLAGS.HEAPTYPE) !== 0) {
    const method = (self: unknown, ...args: unknown[]) => {
      init(self, ...border.separate('__init__', args));
      return $B.builtins.None;
    };
    $B.set_to_dict(cls, '__init__', Object.assign(method, { ob_type: $B.function }));
  }
  if (!type.derivable) cls.tp_flags &= ~$B.TPFLAGS.BASETYPE;
  if (type.has('__next__')) {
    // Brython's own `__next__` raises StopIteration with an argument.
    const next = (self: Instance | null | undefined) => {
      if (self?.ob_type !== cls && border.baseOf($B.get_class(self)) !== type.name) {
        const [wanted, given] = [cls, $B.get_class(self)].map((each) => border.typeName(each));
        throw typeError(
          border.host,
          `descriptor '__next__' requires a '${wanted}' object but received a '${given}'`,
        );
      }
      const value = type.next(self);
      if (value === undefined) throw $B.$call($B.builtins['StopIteration']);
      return value;
    };
    $B.set_to_dict(cls, '__next__', Object.assign(next, { ob_type: $B.function }));
  }
  // A derived class may have its own `__next__`.
  const ofProgram = { next: (self: unknown) => border.host.next!(self) };
  if (type.has('__next__'))
    cls[$B.FAST_ITER] = (self: Instance) => new Steps(self.ob_type === cls ? type : ofProgram, self);
  else if (type.has('__iter__')) {
    const iter = type.unary('__iter__');
    cls[$B.FAST_ITER] = (self: Instance) => {
      const iterator = iter(self) as Instance;
      const name = border.names.get(iterator.ob_type);
      return name === undefined
        ? $B.make_js_iterator(iterator)
        : new Steps(border.runtime.types[name], iterator);
    };
  }
}
