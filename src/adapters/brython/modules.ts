/**
 * The modules `struct`, `array` and `binascii`, `io.BytesIO` and `codecs.register_error` in Brython. Caller:
 * `install`.
 */
import type { HostModule } from '../../runtime/index.js';
import { classIn } from './classes.js';
import type { Brython, BrythonClass, PyObject } from './brython.js';
import type { Border } from './border.js';

/** The name under which Brython's own `_io` finds our stream. */
const STREAMS = '_pybuffer_io';

/** The name under which Brython's own `_codecs` finds the error handlers. */
const HANDLERS = '_pybuffer_codecs';

/**
 * Python code for the end of one of Brython's modules. Brython may cache the module for other pages, where
 * ours can be missing.
 */
const importing = (module: string, names: string) => `
try:
 from ${module} import ${names}
except ImportError:
 pass
`;

/** Adds the modules, and puts BytesIO into `io` if the page has Brython's standard library. */
export function addModules(border: Border): void {
  const { $B, runtime } = border;
  const { struct, array, io, binascii, codecs } = runtime.modules as Record<string, HostModule<PyObject>>;
  addModule(border, 'struct', struct!);
  addModule(border, '_struct', struct!);
  addModule(border, 'array', array!);
  addModule(border, 'binascii', binascii!);
  addModule(border, STREAMS, { ...io!, errors: {} });
  addModule(border, HANDLERS, codecs!);
  append($B, '_io', importing(STREAMS, 'BytesIO'));
  append($B, '_codecs', importing(HANDLERS, 'register_error, lookup_error'));
}

/** Adds code to the end of a module of Brython's standard library, if the page has it. */
function append($B: Brython, module: string, code: string): void {
  const own = $B.VFS?.[module];
  if (own !== undefined) own[1] += code;
}

function addModule(border: Border, name: string, contents: HostModule<PyObject>): void {
  const { $B } = border;
  const module = $B.module.tp_new($B.module);
  $B.module.tp_init(module, name, '');
  const set = (key: string, value: unknown) => $B.module_setattr(module, key, value);
  for (const [key, call] of Object.entries(contents.functions)) {
    const made = (...args: unknown[]) => border.call(call, key, args);
    set(
      key,
      Object.assign(made, {
        ob_type: $B.builtin_function_or_method,
        $function_infos: [name, key, key],
        m_module: name,
      }),
    );
  }
  for (const [key, type] of Object.entries(contents.types)) set(key, border.classes.get(type));
  for (const [key, bases] of Object.entries(contents.errors)) set(key, errorClass(border, name, key, bases));
  for (const [key, value] of Object.entries(contents.values)) set(key, value);
  set('__spec__', $B.builtins.None);
  $B.imported[name] = module;
}

/** An exception that is not among Brython's built-in names; all modules that export it share one class. */
function errorClass(border: Border, module: string, name: string, bases: readonly string[]): BrythonClass {
  // `struct` and `_struct` export the same class.
  const title = `${module.replace(/^_/, '')}.${name}`;
  const known = border.errors.get(title);
  if (known !== undefined) return known;
  const { $B } = border;
  const cls = classIn(
    $B,
    module,
    name,
    bases.map((base) => $B.builtins[base]!),
  );
  $B.finalize_type(cls);
  border.errors.set(title, cls);
  return cls;
}
