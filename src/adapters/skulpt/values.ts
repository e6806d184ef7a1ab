/**
 * Skulpt as a host: converts its values to ours and back, and knows its classes and exceptions. Caller:
 * `install`.
 */
import { Ellipsis, NotImplemented, PyComplex, PyFloat, Slice } from '../../python/index.js';
import type { Host } from '../../runtime/index.js';
import { DerivedFloat } from '../derived-float.js';
import type { InstallOptions } from '../options.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import { exceptionClass } from './exceptions.js';
import { lifetimesOf } from './lifetimes.js';
import type { PyObject, SkulptClass } from './skulpt.js';

/** The error for a callback that waits, as `time.sleep` and `input` do. */
const CANNOT_WAIT = 'a callback of bytes, bytearray or memoryview cannot suspend';

/** Skulpt as a host. */
export function hostOf(border: Border, options: InstallOptions): Host<PyObject, SkulptClass> {
  const { Sk } = border;
  const { builtin } = Sk;
  const none = builtin.none.none$;
  const yes = builtin.bool.true$;
  const no = builtin.bool.false$;
  const notImplemented = builtin.NotImplemented.NotImplemented$;
  const { ellipsis } = border;
  const { int_, float_, str, tuple, list, slice, complex, dict, type, object, BaseException, sk_method } =
    builtin;
  /** CPython has one object for each small int. */
  const small = Array.from({ length: 257 }, (_, i) => new int_!(i));
  const special = (name: string) => new str!(name);
  const has = (cls: SkulptClass, name: string) => cls.$typeLookup(special(name)) !== undefined;
  const call = (callable: PyObject, args: PyObject[], kwargs?: (string | PyObject)[]) =>
    Sk.misceval.retryOptionalSuspensionOrThrow(
      Sk.misceval.callsimOrSuspendArray(callable, args, kwargs),
      CANNOT_WAIT,
    );

  function fromHost(x: PyObject | undefined): unknown {
    if (x === undefined) return null;
    const value = x[VALUE];
    if (value !== undefined) return value;
    switch (x.ob$type) {
      case int_:
      case str:
        return x.v;
      case float_:
        return new PyFloat(x.v as number);
      case tuple:
        return Object.freeze((x.v as PyObject[]).map(fromHost));
      case list:
        return border.runtime.list(x, () => x.v as PyObject[]);
      case slice:
        return new Slice(
          fromHost(x['start'] as PyObject) as number,
          fromHost(x['stop'] as PyObject) as number,
          fromHost(x['step'] as PyObject) as number,
        );
      case complex:
        return new PyComplex(x['real'] as number, x['imag'] as number);
      default:
        return constantFromHost(x);
    }
  }

  function constantFromHost(x: PyObject): unknown {
    if (x === none) return null;
    if (x === yes) return true;
    if (x === no) return false;
    if (x === notImplemented) return NotImplemented;
    if (x === ellipsis) return Ellipsis;
    const own = x.hp$type === true ? x.ob$type : null;
    // CPython tries these methods before it reads the value of an object whose class derives from a built-in
    // type. A tuple keeps its `__bytes__`, because `%` reads its items.
    const isTuple = x instanceof tuple!;
    if (own !== null && ((has(own, '__bytes__') && !isTuple) || has(own, '__buffer__')))
      return border.runtime.standIn(x);
    if (x instanceof str! || x instanceof int_!) return own === null ? x.v : border.runtime.named(x, x.v);
    if (x instanceof float_! && own !== null && !has(own, '__index__'))
      return new DerivedFloat(x.v as number, border.host.nameOf(own).name);
    if (isTuple && (own === null || own.prototype['tp$iter'] === tuple!.prototype['tp$iter']))
      return border.runtime.tuple(x, (x.v as PyObject[]).map(fromHost), true);
    if (x instanceof list! && own !== null && own.prototype['tp$iter'] === list!.prototype['tp$iter'])
      return border.runtime.list(x, () => x.v as PyObject[], true);
    if (x instanceof type!) {
      const cls = x as unknown as SkulptClass;
      const base = border.baseOf(cls);
      if (base !== undefined) return border.runtime.classOf(cls, base, border.names.has(cls));
    }
    return border.runtime.standIn(x);
  }

  return {
    fromHost,
    none,
    notImplemented,
    ellipsis,
    bool: (value) => (value ? yes : no),
    int: (value) => (value >= 0 && value <= 256 ? small[value as number]! : new int_!(value)),
    float: (value) => new float_!(value),
    complex: (re, im) => new complex!(re, im),
    str: (value) => new str!(value),
    tuple: (items) => new tuple!(items),
    list: (items) => new list!(items),
    slice: (start, stop, step) => new slice!(start, stop, step),
    dict: (entries) => new dict!(entries.flat()),
    foreign: () => none,
    function(name, run) {
      const $meth = (args: PyObject[], kwargs: (string | PyObject)[]) => run(args, border.keywords(kwargs));
      return new sk_method!({ $meth, $flags: { FastCall: true }, $name: name }, null);
    },
    wrap(name, value, derived) {
      // Most handles are of these types.
      if (name === 'bytes' && derived === null) return new border.bytes(undefined, value);
      if (derived === null) {
        const made = new (border.classes.get(name)!)(undefined, value);
        if (name === 'BytesIO') made.$d = new dict!([]);
        return made;
      }
      const made = new derived();
      made[VALUE] = value;
      return made;
    },
    typeObject: (name) => border.classes.get(name) as unknown as PyObject,

    typeOf: (x) => x.ob$type,
    nameOf(cls) {
      const name = cls.prototype.tp$name;
      const module = String(cls.prototype.__module__?.v ?? '');
      return { name, full: ['', 'builtins', '__main__'].includes(module) ? name : `${module}.${name}` };
    },
    attributes(x) {
      const dict = x.$d as PyObject & { sq$length(): number };
      return dict.sq$length() === 0 ? null : dict;
    },
    special(cls, name, base) {
      const found = cls.$typeLookup(special(name));
      if (found === undefined) return undefined;
      // Those of Skulpt's sequences refuse bytes, and would name these.
      const isOfSequence = (name === '__mul__' || name === '__rmul__') && base === null;
      if (isOfSequence && [list, tuple].some((each) => each!.prototype[name] === found)) return undefined;
      // Skulpt's own length hints raise where CPython's do not.
      if (name === '__length_hint__' && cls.sk$klass === undefined) return undefined;
      if (base !== null) {
        const builtinBase = border.classes.get(base)!.prototype;
        if (found === builtinBase[name] || found === object!.prototype[name]) return undefined;
      } else if (name !== '__repr__' && found === object!.prototype[name]) return undefined;
      return found === none || (name === '__hash__' && cls.prototype['tp$hash'] === none) ? null : name;
    },
    callSpecial: (name, self, args) => call(Sk.abstr.lookupSpecial(self, special(name as string))!, args),
    next: (iterator) =>
      Sk.misceval.retryOptionalSuspensionOrThrow(
        (iterator['tp$iternext'] as (canSuspend: boolean) => unknown).call(iterator, true),
        CANNOT_WAIT,
      ) as PyObject | undefined,
    call: (callable, args, kwargs) =>
      call(callable, args, kwargs === null ? undefined : Object.entries(kwargs).flat()),

    describeError(error) {
      if (!(error instanceof BaseException!)) return null;
      const exception = error as PyObject;
      return {
        names: exception.ob$type.prototype.tp$mro.map((cls) => cls.prototype.tp$name),
        message: String(exception.tp$str().v),
        field: (name) => exception.tp$getattr(special(name)) ?? none,
      };
    },
    makeError({ name, message, fields }) {
      const made = new (exceptionClass(Sk, name))(message || undefined);
      const values = Object.values(fields);
      if (values.length > 0) made['args'] = new tuple!(values);
      return made;
    },
    lifetimes: options.lifetimes ?? lifetimesOf(border),
    abi: options.abi,
  };
}
