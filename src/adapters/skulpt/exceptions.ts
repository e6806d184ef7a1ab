/** Python exceptions that Skulpt lacks. Callers: `install` and `values.ts`. */
import { UNICODE_ERRORS, UNICODE_FIELDS, unicodeErrorMessage } from '../unicode-errors.js';
import type { Border } from './border.js';
import type { PyObject, Skulpt, SkulptClass } from './skulpt.js';

/**
 * The exceptions that are made here, by name; one registry for each Skulpt. They are not added to
 * `Sk.builtin`, which all of Skulpt's code reads: an object with that many properties becomes a hash table in
 * V8 when it gets new ones, and each read then takes several times as long.
 */
const registries = new WeakMap<Skulpt, Map<string, SkulptClass>>();

function registryOf(Sk: Skulpt): Map<string, SkulptClass> {
  let known = registries.get(Sk);
  if (known === undefined) registries.set(Sk, (known = new Map()));
  return known;
}

/** Defines the missing built-in exceptions, with the fields of `UnicodeError`s. */
export function addExceptions(border: Border): void {
  const { Sk } = border;
  const { builtin } = Sk;
  for (const name of ['BufferError', 'MemoryError', 'ArithmeticError', 'EOFError'])
    if (builtin[name] === undefined) define(Sk, name, builtin['Exception']!);
  if (builtin['OSError'] === undefined) {
    registryOf(Sk).set('OSError', builtin['IOError']!);
    Sk.builtins['OSError'] = builtin['IOError'];
  }
  const none = builtin.none.none$;
  const getsets = Object.fromEntries(
    UNICODE_FIELDS.map((name, i) => [
      name,
      {
        $get(this: PyObject) {
          return fieldsOf(this)?.[i] ?? none;
        },
        $set(this: PyObject, value: PyObject) {
          this['$fields'] = UNICODE_FIELDS.map((_, at) => (at === i ? value : fieldsOf(this)?.[at]));
        },
      },
    ]),
  );
  define(Sk, 'UnicodeError', builtin['ValueError']!, getsets);
  for (const name of UNICODE_ERRORS) {
    const cls = define(Sk, name, exceptionClass(Sk, 'UnicodeError'));
    const text = cls.prototype.tp$str;
    cls.prototype.tp$str = function () {
      const fields = fieldsOf(this);
      if (fields === undefined) return text.call(this);
      return new builtin['str']!(unicodeErrorMessage(name, fields.map(border.host.fromHost)));
    };
  }
}

/**
 * The five arguments of a `UnicodeError`, or the values set since; undefined if it was made with other
 * arguments.
 */
function fieldsOf(error: PyObject): readonly PyObject[] | undefined {
  if (error['$fields'] !== undefined) return error['$fields'] as PyObject[];
  const args = (error['args'] as PyObject | undefined)?.v as PyObject[] | undefined;
  return args?.length === UNICODE_FIELDS.length ? args : undefined;
}

/** Returns the class with a name. It makes the class if neither Skulpt nor a module has it. */
export function exceptionClass(Sk: Skulpt, name: string): SkulptClass {
  return registries.get(Sk)?.get(name) ?? Sk.builtin[name] ?? define(Sk, name, Sk.builtin['Exception']!);
}

/** Defines an exception of a module. */
export function moduleException(
  Sk: Skulpt,
  module: string,
  name: string,
  bases: readonly string[],
): SkulptClass {
  const known = registryOf(Sk);
  let cls = known.get(name);
  if (cls === undefined) {
    const [first, ...others] = bases.map((base) => exceptionClass(Sk, base));
    cls = build(Sk, `${module}.${name}`, first!, {});
    for (const other of others) addBase(cls, other);
    known.set(name, cls);
  }
  return cls;
}

/** Gives a class, which Skulpt makes with one base, another one. */
function addBase({ prototype }: SkulptClass, base: SkulptClass): void {
  const own = prototype.tp$mro;
  const added = base.prototype.tp$mro;
  const shared = own.findIndex((each) => added.includes(each));
  prototype.tp$mro = [
    ...own.slice(0, shared),
    ...added.filter((each) => !own.includes(each)),
    ...own.slice(shared),
  ];
  // Otherwise Skulpt looks only at the prototypes.
  Object.assign(prototype, { tp$bases: [own[1], base], sk$prototypical: false });
}

function define(
  Sk: Skulpt,
  name: string,
  base: SkulptClass,
  getsets: Record<string, unknown> = {},
): SkulptClass {
  const cls = build(Sk, name, base, getsets);
  registryOf(Sk).set(name, cls);
  Sk.builtins[name] = cls;
  return cls;
}

function build(Sk: Skulpt, name: string, base: SkulptClass, getsets: Record<string, unknown>): SkulptClass {
  const { BaseException } = Sk.builtin;
  return Sk.abstr.buildNativeClass(name, {
    constructor: function (this: PyObject, ...args: unknown[]) {
      (BaseException as unknown as (this: PyObject, ...args: unknown[]) => void).apply(this, args);
    },
    base,
    getsets,
  });
}
