/** Gives Skulpt the library's types. Call `install(Sk)` once Skulpt is loaded, before a program runs. */
import type { InstallOptions } from '../options.js';
import { createRuntime } from '../../runtime/index.js';
import type { TypeName } from '../../runtime/index.js';
import { Border, VALUE } from './border.js';
import { extendBuiltins } from './builtins.js';
import { hang } from './classes.js';
import { addExceptions } from './exceptions.js';
import { nameKeys } from './keys.js';
import { readLiterals } from './literals.js';
import { mendSkulpt } from './mending.js';
import { refuseBytes } from './mixing.js';
import { addModules } from './modules.js';
import { extendOperators } from './operators.js';
import type { PyObject, Skulpt } from './skulpt.js';
import { hostOf } from './values.js';

const installed = new WeakSet<object>();

/**
 * Gives Skulpt the library's `bytes`, `bytearray` and `memoryview`, which are exact to CPython 3.15, with the
 * modules `struct`, `array`, `binascii` and `io` (`BytesIO`). Literals, derived classes and `isinstance`
 * work. Everything else stays Skulpt's own, except for fixes to faults that programs with bytes often meet
 * (`mending.ts`). A second call with the same Skulpt does nothing.
 *
 * Not Python, where the types are built in.
 *
 * @param skulpt the global `Sk` of Skulpt 1.2
 * @param options deviations from a 64-bit Python whose views live as the README describes
 * @throws Error `this is not Skulpt 1.2` for another object
 *
 * @example
 * ```js
 * install(Sk);
 * ```
 */
export function install(skulpt: object, options: InstallOptions = {}): void {
  const Sk = skulpt as Skulpt;
  if (typeof Sk.abstr?.buildNativeClass !== 'function') throw new Error('this is not Skulpt 1.2');
  if (installed.has(skulpt)) return;
  installed.add(skulpt);
  const border = new Border(Sk);
  addExceptions(border);
  border.host = hostOf(border, options);
  border.runtime = createRuntime(border.host);
  for (const type of Object.values(border.runtime.types)) hang(border, type);
  for (const name of ['bytes', 'bytearray', 'memoryview'] satisfies TypeName[]) {
    const cls = border.classes.get(name)!;
    if (Sk.builtin[name] !== undefined) Sk.builtin[name] = cls;
    Sk.builtins[name] = cls;
  }
  // Skulpt's own code reads the bytes of this class.
  Object.defineProperty(Sk.builtin['bytes']!.prototype, 'v', {
    get(this: PyObject) {
      return (this[VALUE] as { toUint8Array(): Uint8Array }).toUint8Array();
    },
  });
  extendBuiltins(border);
  extendOperators(border);
  nameKeys(border);
  refuseBytes(border);
  readLiterals(Sk);
  addModules(border);
  mendSkulpt(border);
}
