/** Puts the types into Skulpt classes. Caller: `install`. */
import { Bytes } from '../../bytes/index.js';
import type { ByteArray } from '../../bytes/index.js';
import type { HostMethod, HostType } from '../../runtime/index.js';
import { typeError } from '../wording.js';
import { KEY_HASH, VALUE } from './border.js';
import {
  iteratorConstructor,
  quickenConstructor,
  quickenIter,
  quickenIterator,
  showIterators,
} from './quick-construct.js';
import { quickMethod } from './quick-methods.js';
import { quickOf } from './quick-values.js';
import { quicken } from './quick.js';
import type { Border } from './border.js';
import type { ClassOptions, Keywords, MethodDefinition, PyObject, SkulptClass } from './skulpt.js';

type Type = HostType<PyObject, SkulptClass>;

/**
 * Special methods of `object` for which Skulpt has no slots. Its `copy` refuses objects that have
 * `__getstate__`.
 */
const OBJECT = new Set([
  '__dir__',
  '__getstate__',
  '__subclasshook__',
  '__setattr__',
  '__getattribute__',
  '__delattr__',
]);

/** Skulpt's names of the comparisons. */
const COMPARISONS = {
  Eq: '__eq__',
  NotEq: '__ne__',
  Lt: '__lt__',
  LtE: '__le__',
  Gt: '__gt__',
  GtE: '__ge__',
} as const;

/** Skulpt keeps hashes as JavaScript numbers. */
const HASH_MODULUS = 9007199254740881n;

/** Makes the Skulpt class of a type. */
export function hang(border: Border, type: Type): SkulptClass {
  const { Sk } = border;
  const methods: Record<string, MethodDefinition> = {};
  const classmethods: Record<string, MethodDefinition> = {};
  const statics: HostMethod<PyObject>[] = [];
  for (const method of type.methods) {
    const isOfObject = OBJECT.has(method.name) && type.name !== 'BytesIO';
    if (isOfObject || method.name in Sk.dunderToSkulpt) continue;
    if (method.binding === 'static') statics.push(method);
    else {
      const made = methodOf(border, method);
      if (type.name === 'bytes' || type.name === 'bytearray')
        made.$meth = quickMethod(border, type.name, method, made.$meth);
      (method.binding === 'class' ? classmethods : methods)[method.name] = made;
    }
  }
  const cls: SkulptClass = Sk.abstr.buildNativeClass(
    type.module === 'builtins' ? type.name : `${type.module}.${type.name}`,
    {
      constructor: constructorOf(border, type),
      // The library has no docstrings; without this one the class would have that of `object`.
      slots: { tp$doc: null, ...slotsOf(border, type, () => cls) },
      methods,
      classmethods,
      getsets: Object.fromEntries<object>([
        ...(type.name === 'BytesIO' ? [['__dict__', Sk.generic.getSetDict] as const] : []),
        ...type.attributes.map(
          ({ name, get, set }) =>
            [
              name,
              {
                $get(this: PyObject) {
                  return get(this);
                },
                $set(this: PyObject, item: PyObject) {
                  set(this, item);
                },
              },
            ] as const,
        ),
      ]),
      proto: protoOf(border, type),
      flags: type.derivable ? {} : { sk$acceptable_as_base_class: false },
    },
  );
  const { staticmethod, sk_method } = Sk.builtin;
  for (const method of statics) {
    cls.prototype[method.name] = new staticmethod!(
      new sk_method!({ ...methodOf(border, method), $name: method.name }, null),
    );
  }
  if (type.name === 'bytes') border.bytes = cls;
  const iterated = iteratedBy(type);
  if (iterated !== null) showIterators(border, cls, iterated);
  border.classes.set(type.name, cls);
  border.names.set(cls, type.name);
  return cls;
}

/** The type that an iterator of a type goes over; null for others. */
function iteratedBy({ name }: Type): 'bytes' | 'bytearray' | null {
  return name === 'bytes_iterator' ? 'bytes' : name === 'bytearray_iterator' ? 'bytearray' : null;
}

/**
 * The constructor of a class. That of bytes is a function of its own: V8 keeps what it has seen for each function of
 * the source, and most objects are bytes.
 */
function constructorOf(border: Border, type: Type): ClassOptions['constructor'] {
  if (iteratedBy(type) !== null) return iteratorConstructor();
  if (type.name !== 'bytes')
    return function (this: PyObject, _source: unknown, value?: object) {
      if (value !== undefined) this[VALUE] = value;
    };
  // Skulpt's own code passes one argument, `wrap` two.
  return function (this: PyObject, source: unknown, value?: object) {
    this[KEY_HASH] = undefined;
    if (value !== undefined) this[VALUE] = value;
    else fill(border, this, source);
  };
}

function methodOf(border: Border, { call }: HostMethod<PyObject>): MethodDefinition {
  return {
    $meth(this: PyObject, args: PyObject[], kwargs: Keywords) {
      return call(this, args, border.keywords(kwargs));
    },
    $flags: { FastCall: true },
    // Skulpt's own methods have these two properties. V8 reads objects of one shape faster than of two.
    $textsig: null,
    $doc: '',
  };
}

/** The constructor that Skulpt's compiled literals and its own code call. */
function fill(border: Border, handle: PyObject, source: unknown): void {
  const value = contentOf(source);
  handle[VALUE] = value;
  border.runtime.adopt(handle, value);
}

function contentOf(source: unknown): Bytes {
  if (typeof source === 'string') return new Bytes(source, 'latin-1');
  if (Array.isArray(source)) return new Bytes(Uint8Array.from(source as number[]));
  return new Bytes(source as Uint8Array);
}

type Slots = NonNullable<ClassOptions['slots']>;

function slotsOf(border: Border, type: Type, self: () => SkulptClass): Slots {
  const { Sk } = border;
  const slots: Slots = {
    tp$getattr: Sk.generic.getAttr,
    tp$new(this: PyObject, args: PyObject[], kwargs: Keywords) {
      const cls = self();
      const derived = this === cls.prototype ? null : (this['constructor'] as SkulptClass);
      return type.create(derived, withText(border, type, args, kwargs), border.keywords(kwargs));
    },
    tp$init: initOf(border, type),
    tp$setattr(this: PyObject, name: PyObject, item: PyObject | undefined, canSuspend: boolean) {
      if (this.$d !== undefined) return Sk.generic.setAttr.call(this, name, item, canSuspend);
      return type.setAttribute(this, String(name.v), item);
    },
  };
  const unary = (slot: string, name: string) => {
    if (!type.has(name)) return;
    const run = type.unary(name);
    slots[slot] = function (this: PyObject) {
      return run(this);
    };
  };
  const binary = (slot: string, name: string) => {
    if (!type.has(name)) return;
    const run = type.binary(name);
    slots[slot] = function (this: PyObject, other: PyObject) {
      return run(this, other);
    };
  };
  unary('$r', '__repr__');
  // The other types inherit it from `object`, which calls the `__repr__` of a derived class.
  if (type.name === 'bytes' || type.name === 'bytearray') unary('tp$str', '__str__');
  binary('sq$concat', '__add__');
  binary('sq$inplace_concat', '__iadd__');
  binary('sq$repeat', '__mul__');
  binary('sq$inplace_repeat', '__imul__');
  binary('mp$subscript', '__getitem__');
  if (type.has('__mod__')) {
    slots['tp$as_number'] = true;
    binary('nb$remainder', '__mod__');
    binary('nb$reflected_remainder', '__rmod__');
  }
  comparisons(border, type, slots);
  containers(border, type, slots);
  if (type.name === 'bytes' || type.name === 'bytearray') {
    quicken(border, type.name, slots);
    quickenIter(border, type.name, slots);
  }
  if (type.name === 'bytes') quickenConstructor(border, slots);
  if (iteratedBy(type) !== null) quickenIterator(border, slots);
  return slots;
}

function initOf(border: Border, type: Type): (this: PyObject, args: PyObject[], kwargs: Keywords) => void {
  const { init } = type;
  // `__new__` has done everything.
  if (init === null) return () => undefined;
  return function (args, kwargs) {
    init(this, withText(border, type, args, kwargs), border.keywords(kwargs));
  };
}

/**
 * Replaces an instance of a class derived from `str` by its text, where only the text counts: `bytes(object)`
 * looks for `__bytes__`, but `bytes(object, encoding)` and `bytearray` do not, and text is never asked for its buffer.
 */
function withText({ Sk }: Border, type: Type, args: PyObject[], kwargs: Keywords): PyObject[] {
  const [first, ...rest] = args;
  const str = Sk.builtin['str']!;
  if (first?.hp$type !== true || !(first instanceof str)) return args;
  const isDecided =
    type.name === 'bytearray' ||
    args.length > 1 ||
    (kwargs !== undefined && kwargs.length > 0) ||
    (type.name === 'bytes' && first.ob$type.$typeLookup(new str('__bytes__')) === undefined);
  return isDecided ? [new str(first.v), ...rest] : args;
}

function comparisons(border: Border, type: Type, slots: Slots): void {
  const { Sk } = border;
  if (type.has('__hash__')) {
    const hash = type.unary('__hash__');
    slots['tp$hash'] = function (this: PyObject) {
      return Number(BigInt(hash(this).v as number | bigint) % HASH_MODULUS);
    };
  }
  if (!type.has('__eq__')) return;
  if (!type.has('__hash__')) slots['tp$hash'] = Sk.builtin.none.none$;
  const { true$, false$ } = Sk.builtin.bool;
  const by = Object.fromEntries(Object.entries(COMPARISONS).map(([op, name]) => [op, type.binary(name)]));
  slots['tp$richcompare'] = function (this: PyObject, other: PyObject, op: string) {
    const result = by[op]!(this, other);
    return result === true$ ? true : result === false$ ? false : result;
  };
}

function containers(border: Border, type: Type, slots: Slots): void {
  if (type.has('__len__')) {
    const length = type.unary('__len__');
    slots['tp$as_sequence_or_mapping'] = true;
    slots['sq$length'] = function (this: PyObject) {
      return length(this).v;
    };
  }
  if (type.has('__contains__')) {
    const contains = type.binary('__contains__');
    const { true$ } = border.Sk.builtin.bool;
    slots['sq$contains'] = function (this: PyObject, item: PyObject) {
      return contains(this, item) === true$;
    };
  }
  if (type.has('__setitem__')) slots['mp$ass_subscript'] = setItemOf(type);
  if (type.has('__next__')) {
    slots['tp$iter'] = border.Sk.generic.selfIter;
    slots['tp$iternext'] = function (this: PyObject) {
      return type.next(this);
    };
  } else if (type.has('__iter__')) {
    const iter = type.unary('__iter__');
    slots['tp$iter'] = function (this: PyObject) {
      return iter(this);
    };
  }
}

function setItemOf({ setItem }: Type): (this: PyObject, key: PyObject, item: PyObject | undefined) => void {
  return function (key, item) {
    setItem(this, key, item);
  };
}

/**
 * Methods that are not slots: they refuse assignment to items of immutable types, supply names for errors,
 * and let Skulpt's own code read bytes.
 */
function protoOf(border: Border, type: Type): Record<string, unknown> {
  const { host, names, runtime } = border;
  function refuseItem(this: PyObject): never {
    const { name, full } = host.nameOf(this.ob$type);
    throw typeError(host, `'${names.has(this.ob$type) ? full : name}' object is not subscriptable`);
  }
  const common = {
    ...(type.has('__setitem__') ? {} : { mp$ass_subscript: setItemOf(type) }),
    // Skulpt takes what has no `tp$iter` apart by its items.
    ...(type.has('__iter__') && !type.has('__getitem__') ? { mp$subscript: refuseItem } : {}),
    // It raises. `abs` asks for it, and so stays Skulpt's own.
    nb$abs(this: PyObject) {
      return runtime.builtins.abs([this], null);
    },
    // Shown in errors about attributes.
    sk$attrError(this: PyObject) {
      return `'${host.nameOf(this.ob$type).full}' object`;
    },
  };
  if (type.name !== 'bytes' && type.name !== 'bytearray') return common;
  const { bytes } = quickOf(border);
  return {
    ...common,
    sk$asarray(this: PyObject) {
      const value = this[VALUE] as Bytes | ByteArray;
      const items: PyObject[] = [];
      for (let i = 0; i < value.length; i++) items.push(bytes[value.get(i)]!);
      return items;
    },
  };
}
