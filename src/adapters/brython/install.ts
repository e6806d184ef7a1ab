/**
 * Gives Brython the library's types. Call `install(__BRYTHON__)` once Brython is loaded, before a program
 * runs.
 */
import type { InstallOptions } from '../options.js';
import { createRuntime } from '../../runtime/index.js';
import type { TypeName } from '../../runtime/index.js';
import { Border } from './border.js';
import { extendBuiltins } from './builtins.js';
import { classIn, hang } from './classes.js';
import { extendExceptions } from './exceptions.js';
import { nameKeys } from './keys.js';
import { mendBrython } from './mending.js';
import { refuseBytes } from './mixing.js';
import { addModules } from './modules.js';
import { extendOperators } from './operators.js';
import type { Brython, BrythonClass } from './brython.js';
import { hostOf } from './values.js';

const installed = new WeakSet<object>();

/**
 * Replaces Brython's `bytes`, `bytearray` and `memoryview` by the library's, which are exact to CPython 3.15,
 * and adds `struct`, `array` and `io.BytesIO`. Literals, derived classes and `isinstance` work as before.
 * Everything else stays Brython's own, except for fixes to faults that programs with bytes often meet
 * (`mending.ts`). A second call with the same Brython does nothing.
 *
 * Not Python, where the types are built in.
 *
 * @param brython the object `__BRYTHON__` of Brython 3.14, with its standard library if the page has it
 * @param options deviations from a 64-bit Python whose views live as the README describes
 * @throws Error `this is not Brython 3.14.2 or later` for another object
 *
 * @example
 * ```js
 * install(__BRYTHON__);
 * ```
 */
export function install(brython: object, options: InstallOptions = {}): void {
  const $B = brython as Brython;
  if (typeof $B.finalize_type !== 'function' || typeof $B.make_builtin_class !== 'function') {
    throw new Error('this is not Brython 3.14.2 or later');
  }
  if (installed.has(brython)) return;
  installed.add(brython);
  const border = new Border($B);
  border.host = hostOf(border, options);
  border.runtime = createRuntime(border.host);
  for (const [name, cls] of classesOf($B)) hang(border, border.runtime.types[name], cls);
  $B.fast_bytes = (source = []) => border.runtime.types.bytes.construct([$B.$list([...source])], null);
  extendBuiltins(border);
  extendOperators(border);
  extendExceptions(border);
  refuseBytes(border);
  nameKeys(border);
  mendBrython(border);
  addModules(border);
}

/** Brython's classes that get our methods, and new classes for the types that Brython lacks. */
function classesOf($B: Brython): [TypeName, BrythonClass][] {
  const made = (name: TypeName, module: string): [TypeName, BrythonClass] => [
    name,
    classIn($B, module, name),
  ];
  return [
    ['bytes_iterator', $B.bytes_iterator],
    ['bytearray_iterator', $B.bytearray_iterator],
    ['memory_iterator', $B.memory_iterator],
    made('arrayiterator', 'array'),
    made('unpack_iterator', '_struct'),
    made('iterator', 'builtins'),
    ['bytes', $B.builtins['bytes']!],
    ['bytearray', $B.builtins['bytearray']!],
    ['memoryview', $B.builtins['memoryview']!],
    made('array', 'array'),
    made('Struct', '_struct'),
    made('BytesIO', '_io'),
  ];
}
