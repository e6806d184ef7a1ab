import * as runtime from '../src/runtime/index.js';
import { ByteArray, Bytes } from '../src/bytes/index.js';
import { setWarningHandler } from '../src/exceptions/index.js';
import { BytesIO } from '../src/companions/io/index.js';
import { PyArray } from '../src/companions/array/index.js';
import { Struct } from '../src/companions/struct/index.js';
import { MemoryView } from '../src/memoryview/index.js';
import { ILP32, typeName, useABI } from '../src/python/index.js';
import { LENGTH, MEMORY, START } from '../src/memory/index.js';
import type { Content } from '../src/memory/index.js';
import type { Bridge } from './bridge.js';
import { Handles } from './handles.js';
import { Heap } from './heap.js';
import { Lender } from './lend.js';
import type { Pyodide } from './pyodide.js';
import { PythonObjects } from './python-objects.js';
import { Readers } from './readers.js';
import { Results } from './results.js';
import { operate } from './operate.js';
import { PythonCodecs } from './codecs.js';
import { Operation } from './tags.js';

/**
 * The JavaScript half of the bridge: takes flat calls from Python, has `pybuffer/runtime` carry them out, and writes the
 * results back. The wire is described in README.md.
 */
export class Host implements Bridge {
  readonly heap: Heap;
  readonly handles = new Handles();
  readonly objects: PythonObjects = new PythonObjects(this);
  readonly readers: Readers = new Readers(this);
  readonly results: Results = new Results(this);
  readonly lender: Lender = new Lender(this);
  readonly codecs: PythonCodecs = new PythonCodecs(this.objects);
  /** Calls that reached the library: the proof that CPython's own types answered none of them. */
  calls = 0;
  private depth = 0;
  private readonly shapes: ((flat: readonly unknown[]) => unknown)[] = [];

  constructor(pyodide: Pyodide) {
    this.heap = new Heap(pyodide._module);
    // Pyodide is 32-bit memory, and so has to be what we say of sizes.
    useABI(ILP32);
    runtime.configure({ floats: 'box' });
    setWarningHandler(({ name, message }) => {
      this.objects.callBack(Operation.WARN, 0, [Object.freeze([name, message])]);
    });
  }

  /** What Python imports as `_pybuffer`. */
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
      subclass: (base: number, name: string, fullName: string, abilities: string) =>
        handles.add(objects.subclass(handles.get(base) as new () => object, name, fullName, abilities)),
      classOf: (name: string) => handles.add(CLASSES[name]!),
      typeName: (handle: number) => typeName(handles.get(handle)),
      copyIn: (cls: number, address: number, length: number) => {
        const bytes = this.heap.bytes().slice(address, address + length);
        return handles.add(runtime.call(handles.get(cls), [bytes]) as object);
      },
      size: (handle: number) => (handles.get(handle) as Content)[LENGTH],
      copyOut: (handle: number, address: number) => {
        const content = handles.get(handle) as Content;
        const start = content[START];
        this.heap.bytes().set(content[MEMORY].subarray(start, start + content[LENGTH]), address);
      },
      lend: (handle: number, flags: number) => this.cross(() => lender.lend(handle, flags)),
      giveBack: (loan: number) => lender.giveBack(loan),
      registerError: (name: string, handler: number) =>
        runtime.codecs.register_error(name, (error) => {
          const answer = objects.callBack(Operation.HANDLE_ERROR, handler, [error]) as [unknown, unknown];
          // Python's exception is another one than ours: an object that the handler puts into it has to reach ours.
          if (answer[1] !== error.object) (error as { object: unknown }).object = answer[1];
          return answer[0] as never;
        }),
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

  /** Registers a kind of call: an operation with values that lie in the flat list as the signature says. */
  private addShape(operation: string, signature: string, keywords: string): number {
    const readers = this.readers.compile(signature);
    const names = keywords === '' ? [] : keywords.split(',');
    const end = readers.length - names.length;
    const run = operate(operation);
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
const CLASSES: Readonly<Record<string, object>> = {
  bytes: Bytes,
  bytearray: ByteArray,
  memoryview: MemoryView,
  array: PyArray,
  Struct,
  BytesIO,
  int: runtime.builtins.int,
};
