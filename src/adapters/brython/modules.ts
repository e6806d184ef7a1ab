/** The modules `struct`, `array` and `io.BytesIO` in Brython. Caller: `install`. */
import type { HostModule } from '../../runtime/index.js';
import { classIn } from './classes.js';
import type { BrythonClass, PyObject } from './brython.js';
import type { Border } from './border.js';

/** The name under which Brython's own `_io` finds our stream. */
const STREAMS = '_pybuffer_io';

/** At the end of Brython's `_io`, in Python. Brython may cache it beyond this page, where the module can be missing. */
const IMPORT_STREAM = `
try:
 from ${STREAMS} import BytesIO
except ImportError:
 pass
`;

/** Adds the modules, and puts BytesIO into `io` where the page has Brython's standard library. */
export function addModules(border: Border): void {
  const { $B, runtime } = border;
  const { struct, array, io } = runtime.modules as Record<string, HostModule<PyObject>>;
  addModule(border, 'struct', struct!);
  addModule(border, '_struct', struct!);
  addModule(border, 'array', array!);
  addModule(border, STREAMS, { ...io!, errors: {} });
  const own = $B.VFS?.['_io'];
  if (own !== undefined) own[1] += IMPORT_STREAM;
}

function addModule(border: Border, name: string, contents: HostModule<PyObject>): void {
  const { $B } = border;
  const module = $B.module.tp_new($B.module);
  $B.module.tp_init(module, name, '');
  const set = (key: string, value: unknown) => $B.module_setattr(module, key, value);
  for (const [key, call] of Object.entries(contents.functions)) {
    const made = (...args: unknown[]) => call(...border.separate(key, args));
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

/** An exception that Brython's built-in names do not have; one class for all modules that show it. */
function errorClass(border: Border, module: string, name: string, bases: readonly string[]): BrythonClass {
  const known = border.errors.get(name);
  if (known !== undefined) return known;
  const { $B } = border;
  const cls = classIn(
    $B,
    module,
    name,
    bases.map((base) => $B.builtins[base]!),
  );
  $B.finalize_type(cls);
  border.errors.set(name, cls);
  return cls;
}
