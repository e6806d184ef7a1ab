/** Exceptions of Python that Skulpt does not have. Callers: `install` and `values.ts`. */
import type { PyObject, Skulpt, SkulptClass } from './skulpt.js';

/** The exceptions of modules, by the names that modules give them; one registry for each Skulpt. */
const inModules = new WeakMap<Skulpt, Map<string, SkulptClass>>();

/** Defines the built-in exceptions that are missing, and the fields of `UnicodeError`s. */
export function addExceptions(Sk: Skulpt): void {
  const { builtin } = Sk;
  define(Sk, 'BufferError', builtin['Exception']!);
  define(Sk, 'MemoryError', builtin['Exception']!);
  define(Sk, 'ArithmeticError', builtin['Exception']!);
  if (builtin['OSError'] === undefined) {
    builtin['OSError'] = builtin['IOError']!;
    Sk.builtins['OSError'] = builtin['IOError'];
  }
  const none = builtin.none.none$;
  const getsets = Object.fromEntries(
    ['encoding', 'object', 'start', 'end', 'reason'].map((name) => [
      name,
      {
        $get(this: PyObject) {
          return (this['$fields'] as Record<string, PyObject> | undefined)?.[name] ?? none;
        },
      },
    ]),
  );
  define(Sk, 'UnicodeError', builtin['ValueError']!, getsets);
  for (const name of ['UnicodeDecodeError', 'UnicodeEncodeError']) {
    define(Sk, name, builtin['UnicodeError']!);
  }
}

/** The class of a name; one that neither Skulpt nor a module has is made. */
export function exceptionClass(Sk: Skulpt, name: string): SkulptClass {
  return inModules.get(Sk)?.get(name) ?? Sk.builtin[name] ?? define(Sk, name, Sk.builtin['Exception']!);
}

/** Defines an exception of a module. */
export function moduleException(Sk: Skulpt, module: string, name: string, base: string): SkulptClass {
  let known = inModules.get(Sk);
  if (known === undefined) inModules.set(Sk, (known = new Map()));
  let cls = known.get(name);
  if (cls === undefined) {
    cls = build(Sk, `${module}.${name}`, exceptionClass(Sk, base), {});
    known.set(name, cls);
  }
  return cls;
}

function define(
  Sk: Skulpt,
  name: string,
  base: SkulptClass,
  getsets: Record<string, unknown> = {},
): SkulptClass {
  const cls = build(Sk, name, base, getsets);
  Sk.builtin[name] = cls;
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
