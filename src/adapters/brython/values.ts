/**
 * Brython as a host: converts its values to ours and back, and knows its classes and exceptions. Caller:
 * `install`.
 */
import { Ellipsis, NotImplemented, PyComplex, PyFloat, Slice } from '../../python/index.js';
import type { Host } from '../../runtime/index.js';
import { DerivedFloat } from '../derived-float.js';
import type { InstallOptions } from '../options.js';
import { lifetimesOf } from './lifetimes.js';
import type { Border } from './border.js';
import type { BrythonClass, BrythonFunction, Instance, PyObject } from './brython.js';

/** Brython represents strings with characters past U+FFFF as objects. */
const SURROGATE = /[\ud800-\udfff]/;

/** The prefix of the names under which Brython keeps the values of an object's `__slots__`. */
const SLOT = 'slot_value_';

/** A type with its arguments, see `wrap`. */
interface GenericAlias {
  readonly __origin__: unknown;
  readonly __args__: readonly unknown[];
}

/** Brython as a host. */
export function hostOf(border: Border, options: InstallOptions): Host<PyObject, BrythonClass> {
  const { $B } = border;
  const builtins = $B.builtins;
  const { None } = builtins;
  const isClass = (x: Instance): x is BrythonClass => 'tp_mro' in x;

  function objectFromHost(x: Instance): unknown {
    const value = border.contentOf(x);
    if (value !== undefined) return value;
    const { runtime } = border;
    switch (x.ob_type) {
      case builtins['float']:
        return new PyFloat(x['value'] as number);
      case builtins['tuple']:
        return Object.freeze(Array.from(x as unknown as unknown[], fromHost));
      case builtins['list']:
        return runtime.list(x, () => x as unknown as unknown[]);
      case builtins['slice']:
        return new Slice(
          fromHost(x['start']) as number,
          fromHost(x['stop']) as number,
          fromHost(x['step']) as number,
        );
      case builtins['complex']:
        return new PyComplex((x['real'] as PyFloat).value, (x['imag'] as PyFloat).value);
      case builtins['str']:
        return String(x);
      default:
    }
    if (x === builtins['NotImplemented']) return NotImplemented;
    if (x === builtins['Ellipsis']) return Ellipsis;
    if (isClass(x)) {
      const base = border.baseOf(x);
      if (base !== undefined) return runtime.classOf(x, base, border.names.has(x));
    }
    return derivedFromHost(x) ?? runtime.standIn(x);
  }

  const overrides = (cls: BrythonClass, name: string, base: BrythonClass) =>
    $B.search_in_mro(cls, name, $B.NULL) !== $B.get_from_dict(base, name, $B.NULL);
  const hasOwn = (cls: BrythonClass, name: string) => $B.search_in_mro(cls, name, $B.NULL) !== $B.NULL;

  /**
   * The value of an instance of a class derived from an immutable built-in type, as CPython's C code reads
   * it.
   */
  function derivedFromHost(x: Instance): unknown {
    const mro = x.ob_type?.tp_mro;
    if (mro === undefined || mro.length < 3) return undefined;
    const isTuple = mro.includes(builtins['tuple']!);
    // CPython tries these methods before it reads the value. A tuple keeps its `__bytes__`: `%` reads its items.
    if ((hasOwn(x.ob_type, '__bytes__') && !isTuple) || hasOwn(x.ob_type, '__buffer__')) return undefined;
    if (isTuple && !overrides(x.ob_type, '__iter__', builtins['tuple']!))
      return border.runtime.tuple(x, Array.from(x as unknown as unknown[], fromHost), true);
    if (mro.includes(builtins['list']!) && !overrides(x.ob_type, '__iter__', builtins['list']!))
      return border.runtime.list(x, () => x as unknown as unknown[], true);
    if (mro.includes(builtins['str']!)) return border.runtime.named(x, String(x['$brython_value']));
    const value = x['$brython_value'] ?? x['value'];
    if (mro.includes(builtins['int']!) && (typeof value === 'number' || typeof value === 'bigint'))
      return border.runtime.named(x, value);
    // Floats have no `__index__`, so this one is the program's.
    if (mro.includes(builtins['float']!) && typeof value === 'number' && !hasOwn(x.ob_type, '__index__'))
      return new DerivedFloat(value, $B.get_name(x.ob_type));
    return undefined;
  }

  function fromHost(x: PyObject): unknown {
    switch (typeof x) {
      case 'number':
      case 'bigint':
      case 'boolean':
      case 'string':
        return x;
      case 'undefined':
        return null;
      case 'function':
        return border.runtime.standIn(x);
      default:
        return x === null || x === None || x === $B.NULL ? null : objectFromHost(x as Instance);
    }
  }

  function callSpecial(method: unknown, self: PyObject, args: readonly PyObject[]): PyObject {
    const cls = $B.get_class(method);
    if (cls === $B.function) return $B.$call(method, self, ...args);
    const getter = cls['tp_descr_get'];
    if (typeof getter !== 'function') return $B.$call(method, ...args);
    return $B.$call((getter as BrythonFunction)(...([method, self, $B.get_class(self)] as never[])), ...args);
  }

  return {
    fromHost,
    none: None,
    notImplemented: builtins['NotImplemented'],
    ellipsis: builtins['Ellipsis'],
    bool: (value) => value,
    int: (value) => value,
    float: (value) => $B.fast_float(value),
    complex: (re, im) => $B.make_complex($B.fast_float(re), $B.fast_float(im)),
    str: (value) => (SURROGATE.test(value) ? $B.String(value) : value),
    tuple: (items) => $B.fast_tuple(items),
    list: (items) => $B.$list(items),
    slice: (start, stop, step) => $B.$call(builtins['slice'], start, stop, step),
    dict(entries) {
      const made = $B.empty_dict();
      for (const [key, value] of entries) builtins.dict.$setitem(made, key, value);
      return made;
    },
    foreign: (value) => $B.jsobj2pyobj?.(value) ?? value,
    function(name, call) {
      const made = (...args: unknown[]) => border.call(call, name, args);
      return Object.assign(made, {
        ob_type: $B.builtin_function_or_method,
        $function_infos: ['builtins', name, name],
        m_module: 'builtins',
      });
    },
    wrap(type, value, derived) {
      if (type === 'GenericAlias') return genericAlias(value as GenericAlias);
      const Maker = border.makers.get(type);
      if (Maker === undefined) throw new Error(`no class for ${type}`);
      const made = new Maker(value);
      if (derived !== null) made.ob_type = derived;
      if (derived === null ? type === 'BytesIO' : hasDict(derived)) made[$B.DICT] = $B.empty_dict();
      return made;
    },
    typeObject: (type) => border.classes.get(type),

    typeOf: (object) => $B.get_class(object),
    nameOf(type) {
      const name = $B.get_name(type);
      const module = $B.get_from_dict(type, '__module__', '');
      const isBare = typeof module !== 'string' || ['', 'builtins', '__main__'].includes(module);
      const qualified = name.includes('.') ? name : String($B.get_from_dict(type, '__qualname__', name));
      return { name, full: isBare || name.includes('.') ? qualified : `${module}.${qualified}` };
    },
    special(type, name, base) {
      const found = base === null ? onClass(type, name) : onDerived(type, name);
      if (found === $B.NULL || found === undefined) return undefined;
      if (name === '__hash__' && hasNoHash(type)) return null;
      return found === None ? null : found;
    },
    callSpecial,
    next(iterator) {
      try {
        return callSpecial($B.search_in_mro($B.get_class(iterator), '__next__', $B.NULL), iterator, []);
      } catch (error) {
        if ((error as Instance | null)?.ob_type?.tp_mro?.includes(builtins['StopIteration']!) === true)
          return undefined;
        throw error;
      }
    },
    attributes(object) {
      const dict = (object as Instance)[$B.DICT];
      const own = dict === undefined || $B.$call(builtins['len'], dict) === 0 ? null : dict;
      const slots = slotsOf(object as Instance);
      return slots === null ? own : $B.fast_tuple([own ?? None, slots]);
    },
    lookUp(module, name) {
      if (module === 'builtins') return builtins[name];
      if ($B.imported[module] === undefined && $B.VFS?.[module] === undefined) return undefined;
      const imported = $B.imported[module] ?? ($B.$call(builtins['__import__'], module) as Instance);
      const found = $B.module_getattr(imported, name);
      return found === $B.NULL ? undefined : found;
    },
    call(callable, args, kwargs) {
      return kwargs === null ? $B.$call(callable, ...args) : $B.$call(callable, ...args, { $kw: [kwargs] });
    },

    describeError(error) {
      const mro = (error as Instance | null)?.ob_type?.tp_mro;
      if (mro === undefined || !mro.includes(builtins['BaseException']!)) return null;
      return {
        names: mro.map((cls) => $B.get_name(cls)),
        message: String(builtins['str']!.$factory(error as never)),
        field: (name) => $B.$getattr(error, name, None),
      };
    },
    addNote: (error, note) => $B.$call($B.$getattr(error, 'add_note'), note),
    setErrorField: (error, name, value) => $B.set_to_dict(error, name, value),
    makeError({ name, module, message, fields, notes }) {
      const values = Object.values(fields);
      const args = values.length > 0 ? values : message === '' ? [] : [message];
      const made = $B.$call(exceptionClass(module, name), ...args);
      for (const note of notes) this.addNote!(made, note);
      (made as Instance)['__context__'] = handledNow() ?? None;
      return made;
    },
    lifetimes: options.lifetimes ?? lifetimesOf(border),
    abi: options.abi,
  };

  /** The values of an object's `__slots__` as a dict; null if there are none. */
  function slotsOf(object: Instance): PyObject | null {
    const keys = Object.keys(object).filter((key) => key.startsWith(SLOT) && object[key] !== undefined);
    if (keys.length === 0) return null;
    const dict = $B.empty_dict();
    for (const key of keys) builtins.dict.$setitem(dict, key.slice(SLOT.length), object[key]);
    return dict;
  }

  /** Whether objects of a derived class have a dict: they have none if all its classes define `__slots__`. */
  function hasDict(cls: BrythonClass): boolean {
    const own = cls.tp_mro.slice(
      0,
      cls.tp_mro.findIndex((each) => border.names.has(each)),
    );
    return own.some(
      (each) => each['$slots_has_dict'] === true || $B.get_from_dict(each, '__slots__', $B.NULL) === $B.NULL,
    );
  }

  /** The exception that is being handled. Unlike Brython's `raise`, this also looks in callers. */
  function handledNow(): Instance | undefined {
    let at = $B.frame_obj;
    while (at !== null && at.frame.$current_exception === undefined) at = at.prev;
    return at?.frame.$current_exception;
  }

  function exceptionClass(module: string, name: string): PyObject {
    const cls = module === 'builtins' ? builtins[name] : border.errors.get(`${module}.${name}`);
    if (cls !== undefined) return cls;
    // Brython's own class, once a program has imported its module.
    const imported = $B.imported[module];
    const own = imported === undefined ? $B.NULL : $B.module_getattr(imported, name);
    return own === $B.NULL ? builtins['Exception'] : own;
  }

  /** `memoryview[int]`, as Brython itself has it. */
  function genericAlias({ __origin__, __args__ }: GenericAlias): PyObject {
    const { toHost } = border.runtime;
    const args = __args__.map(toHost);
    return $B.$call($B.GenericAlias, toHost(__origin__), args.length === 1 ? args[0] : $B.fast_tuple(args));
  }

  /**
   * A special method of a Brython class. Those of `object` do not count, except for `__repr__`.
   */
  function onClass(type: BrythonClass, name: string): unknown {
    const found = $B.search_in_mro(type, name, $B.NULL);
    if (found === $B.NULL || name === '__repr__') return found;
    return found === $B.get_from_dict(builtins['object']!, name, undefined) ? undefined : found;
  }

  /** Whether a type has its `__hash__` from a class without one: Brython's list has a method that only fails. */
  function hasNoHash(type: BrythonClass): boolean {
    const owner = type.tp_mro.find((cls) => $B.get_from_dict(cls, '__hash__', $B.NULL) !== $B.NULL);
    return owner?.['tp_hash'] === None;
  }

  /** A special method of a class derived from ours, searched in the classes that precede ours in its MRO. */
  function onDerived(type: BrythonClass, name: string): unknown {
    for (const cls of type.tp_mro) {
      if (border.names.has(cls)) return undefined;
      const own = $B.get_from_dict(cls, name, $B.NULL);
      if (own !== $B.NULL) return own;
    }
    return undefined;
  }
}
