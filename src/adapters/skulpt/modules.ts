/** The modules `struct`, `array`, `binascii` and `io` for Skulpt, which has only stubs. Caller: `install`. */
import type { HostModule } from '../../runtime/index.js';
import type { Border } from './border.js';
import { moduleException } from './exceptions.js';
import type { Keywords, PyObject } from './skulpt.js';

/**
 * The property of `Sk.builtinFiles` where a module's text finds its contents. Another property of `Sk` would
 * make `Sk` slow.
 */
const MODULES = '$pybuffer';

/** Puts the modules among Skulpt's files, where its own `read` functions find them. */
export function addModules(border: Border): void {
  const { Sk, runtime } = border;
  const files = (Sk.builtinFiles ??= { files: {} }).files;
  const contents: Record<string, () => Record<string, PyObject>> = {};
  for (const [name, module] of Object.entries(runtime.modules)) {
    // Skulpt has no module for this.
    if (name === 'codecs') continue;
    contents[name] = () => contentsOf(border, name, module);
    delete files[`src/lib/${name}.py`];
    files[`src/lib/${name}.js`] =
      `var $builtinmodule = function () { return Sk.builtinFiles.${MODULES}.${name}(); };`;
  }
  (Sk.builtinFiles as unknown as Record<string, unknown>)[MODULES] = contents;
}

function contentsOf(border: Border, name: string, module: HostModule<PyObject>): Record<string, PyObject> {
  const { Sk } = border;
  const all: Record<string, unknown> = { ...module.values };
  for (const [key, call] of Object.entries(module.functions)) {
    const $meth = (args: PyObject[], kwargs: Keywords) => call(args, border.keywords(kwargs));
    all[key] = new Sk.builtin['sk_method']!({ $name: key, $flags: { FastCall: true }, $meth }, null, name);
  }
  for (const [key, type] of Object.entries(module.types)) all[key] = border.classes.get(type);
  for (const [key, bases] of Object.entries(module.errors)) all[key] = moduleException(Sk, name, key, bases);
  return all as Record<string, PyObject>;
}
