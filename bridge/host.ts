// The JavaScript half of the bridge as a whole. Callers: install.ts, which makes it, and the conformance
// runs, which read how many calls reached the library.
import * as runtime from '../src/runtime/index.js';
import { ByteArray, Bytes } from '../src/bytes/index.js';
import { setWarningHandler } from '../src/exceptions/index.js';
import { BytesIO } from '../src/companions/io/index.js';
import { PyArray } from '../src/companions/array/index.js';
import { Struct } from '../src/companions/struct/index.js';
import { MemoryView } from '../src/memoryview/index.js';
import { typeName } from '../src/python/index.js';
import { LENGTH, MEMORY, START } from '../src/memory/index.js';
import type { Content } from '../src/memory/index.js';
import type { Bridge } from './bridge.js';
import { Handle, PythonFunction } from './crossing.js';
import type { PythonType } from './crossing.js';
import { Handles } from './handles.js';
import { Heap } from './heap.js';
import { Lender } from './lend.js';
import { hostOfPython } from './host-of-python.js';
import { Operations } from './operate.js';
import type { Pyodide } from './pyodide.js';
import { PythonObjects, typeOf } from './python-objects.js';
import { Readers } from './readers.js';
import { Results } from './results.js';
import { PythonCodecs } from './codecs.js';
import { Operation } from './tags.js';

/**
 * The JavaScript half of the bridge: takes flat calls from Python, has `pybuffer/runtime` carry them out, and
 * writes the results back. The wire is described in README.md.
 */
export class Host implements Bridge {
  readonly heap: Heap;
  readonly handles = new Handles();
  readonly objects: PythonObjects = new PythonObjects(this);
  readonly readers: Readers = new Readers(this);
  readonly results: Results = new Results(this);
  readonly lender: Lender = new Lender(this);
  readonly runtime: runtime.Runtime<unknown, PythonType> = runtime.createRuntime(
    hostOfPython(this, this.objects),
  );
  readonly codecs: PythonCodecs = new PythonCodecs(this);
  /**
   * The number of calls that reached the library, which proves that CPython's own types did not answer them.
   */
  calls = 0;
  private depth = 0;
  private readonly shapes: ((flat: readonly unknown[]) => unknown)[] = [];
  private readonly operations = new Operations(this.runtime, this.handles);

  constructor(pyodide: Pyodide) {
    this.heap = new Heap(pyodide._module);
    const warn = this.runtime.callable(new PythonFunction(Operation.WARN, 0));
    setWarningHandler(({ name, message }) => {
      warn(name, message);
    });
  }

  /** The module that Python imports as `_pybuffer`. */
  wire(): Record<string, unknown> {
    const { handles, objects, lender } = this;
    return {
      start: (control: number, dispatch: typeof objects.dispatch) => {
        this.heap.control = control;
        objects.dispatch = dispatch;
      },
      shape: (operation: string, signature: string, keywords: string) =>
        this.addShape(operation, signature, keywords),
      call: (shape: number, ...flat: unknown[]) => {
        this.calls++;
        return this.cross(() => this.shapes[shape]!(flat));
      },
      // JavaScript limits how many arguments a call may have.
      callMany: (shape: number, flat: readonly unknown[]) => {
        this.calls++;
        return this.cross(() => this.shapes[shape]!(flat));
      },
      free: (handle: number) => handles.free(handle),
      pythonType: (type: number, name: string, fullName: string, abilities: string, exporter: boolean) =>
        objects.addType(type, name, fullName, abilities, exporter),
      subclass: (base: number, name: string, full: string, abilities: string) => {
        const type = handles.get(base).type as runtime.TypeName;
        const derived = typeOf(name, full, abilities);
        const cls = this.runtime.classOf(derived, type, false) as object;
        return handles.add(new Handle(cls, type, derived));
      },
      classOf: (name: keyof typeof CLASSES) => handles.add(new Handle(CLASSES[name], name)),
      typeName: (handle: number) => typeName(handles.get(handle).value),
      copyIn: (cls: number, address: number, length: number) => {
        const { value, type } = handles.get(cls);
        const bytes = this.heap.bytes().slice(address, address + length);
        const made = new Handle(runtime.call(value, [bytes]) as object, type);
        this.runtime.adopt(made, made.value);
        return handles.add(made);
      },
      size: (handle: number) => (handles.get(handle).value as Content)[LENGTH],
      copyOut: (handle: number, address: number) => {
        const content = handles.get(handle).value as Content;
        const start = content[START];
        this.heap.bytes().set(content[MEMORY].subarray(start, start + content[LENGTH]), address);
      },
      lend: (handle: number, flags: number) =>
        this.cross(() => this.runtime.run(() => lender.lend(handle, flags))),
      giveBack: (loan: number) => lender.giveBack(loan),
      registerError: (name: string, handler: number) => {
        const { register_error: register } = this.runtime.modules['codecs']!.functions;
        register!([name, new PythonFunction(Operation.HANDLE_ERROR, handler)], null);
      },
      registerCodec: (search: number) => this.codecs.register(search),
      registerCompressor: (name: 'bz2', functions: number) => this.codecs.registerCompressor(name, functions),
      unregisterCodec: (search: number) => this.codecs.unregister(search),
      calls: () => this.calls,
    };
  }

  /** Runs one crossing: whatever happens becomes a tagged value. */
  private cross(run: () => unknown): unknown {
    const { lender } = this;
    if (lender.active) lender.pull();
    let answer;
    this.depth++;
    try {
      answer = this.results.write(run());
    } catch (error) {
      answer = this.results.writeError(error);
    }
    if (--this.depth === 0) this.objects.forget();
    if (lender.active) lender.push();
    return answer;
  }

  /** Registers a kind of call: an operation and the signature of its values in the flat list. */
  private addShape(operation: string, signature: string, keywords: string): number {
    const readers = this.readers.compile(signature);
    const names = keywords === '' ? [] : keywords.split(',');
    const end = readers.length - names.length;
    const run = this.operations.operation(operation);
    return (
      this.shapes.push((flat) => {
        const values = this.readers.read(readers, flat);
        const kwargs =
          names.length === 0 ? null : Object.fromEntries(names.map((name, i) => [name, values[end + i]]));
        return run(values[0], values.slice(1, end), kwargs);
      }) - 1
    );
  }
}

/** Our classes, by Python's names. */
const CLASSES = {
  bytes: Bytes,
  bytearray: ByteArray,
  memoryview: MemoryView,
  array: PyArray,
  Struct,
  BytesIO,
  int: runtime.builtins.int,
} as const;
