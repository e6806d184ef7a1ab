// Python in Pyodide as a host of `createRuntime`: converts its values, classes and exceptions to ours and
// back. An object that crosses to the library has already been read (readers.ts), so it is the value itself.
// Caller: host.ts.
import { EXCEPTION_IDS } from '../src/exceptions/index.js';
import { ILP32 } from '../src/python/index.js';
import type { Host, TypeName } from '../src/runtime/index.js';
import type { Bridge } from './bridge.js';
import { PYTHON_ID } from './bridge.js';
import { Handle, Items, PythonFunction, PythonObject, Raised, Tagged } from './crossing.js';
import type { PythonType } from './crossing.js';
import { bitsOf } from './float-bits.js';
import type { PythonObjects } from './python-objects.js';
import { floatText } from './results.js';
import { Tag } from './tags.js';

/** Python as the library's host. */
export function hostOfPython(bridge: Bridge, objects: PythonObjects): Host<unknown, PythonType> {
  const { handles } = bridge;
  const float = (value: number) =>
    value === value ? new Tagged(Tag.FLOAT, value) : new Tagged(Tag.NAN, bitsOf(value));
  const part = (value: number) => (value === value ? floatText(value) : `["n","${bitsOf(value)}"]`);
  return {
    fromHost(object) {
      if (object instanceof PythonObject) return bridge.runtime.standIn(object);
      if (object instanceof PythonFunction) return bridge.runtime.callable(object);
      return object instanceof Handle ? object.value : object;
    },

    none: null,
    notImplemented: new Tagged(Tag.NOT_IMPLEMENTED, undefined),
    ellipsis: new Tagged(Tag.ELLIPSIS, undefined),
    bool: (value) => value,
    int: (value) => (typeof value === 'number' && !Number.isSafeInteger(value) ? BigInt(value) : value),
    float,
    complex: (re, im) => new Tagged(Tag.COMPLEX, `[${part(re)},${part(im)}]`),
    str: (value) => value,
    tuple: (items) => new Items('t', items),
    list: (items) => new Items('l', items),
    dict: (entries) =>
      new Items(
        'd',
        entries.map((entry) => new Items('t', entry)),
      ),
    slice: (start, stop, step) => new Items('s', [start, stop, step]),
    foreign(value) {
      const python = (value as { [PYTHON_ID]?: PythonObject })[PYTHON_ID];
      return python ?? handles.find(value) ?? handles.remember(new Handle(value, 'other'));
    },
    function(name) {
      throw new Error(`Python has no function for the library's ${name}`);
    },
    lookUp: (module, name) => new Tagged(Tag.NAMED, `${module}.${name}`),
    wrap: (type, value, derived) => handles.remember(new Handle(value, type, derived)),
    typeObject(type: TypeName) {
      throw new Error(`the class of ${type} does not cross`);
    },

    typeOf: (object) => (object as PythonObject).type,
    nameOf: ({ name, full }) => ({ name, full }),
    special: (type, name) => type.methods.get(name),
    exporter: (type) => (type.isExporter ? objects.exporter : null),
    callSpecial: (method, self, args) => objects.callMethod(method as number, self, args),
    call: (callable, args) => objects.callFunction(callable as PythonFunction, args),

    describeError(error) {
      if (!(error instanceof Raised)) return null;
      const { names, message, fields, object } = error;
      const field = (name: string) => (name === 'object' ? object : fields[name]);
      return 'object' in fields ? { names, message, field } : { names, message };
    },
    makeError({ name, message, fields, notes, error }) {
      // The id includes the module of the class: binascii.Error.
      const id = (error as { [EXCEPTION_IDS]?: readonly string[] })[EXCEPTION_IDS]?.[0];
      const made = new Raised(null, [id ?? name], message, fields);
      made.notes.push(...notes);
      made.object = (error as { object?: unknown }).object;
      return made;
    },
    addNote: (error, note) => (error as Raised).notes.push(note),

    // Pyodide has 32-bit memory, so our sizes must be 32-bit too.
    abi: ILP32,
  };
}
