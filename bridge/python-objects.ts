// Python's objects in JavaScript and the callbacks to them. Callers: host.ts and host-of-python.ts.
import { PyFloat, NotImplemented, Ellipsis } from '../src/python/index.js';
import { BufferView } from '../src/protocol/index.js';
import type { BufferExporter } from '../src/protocol/index.js';
import type { HostExporter } from '../src/runtime/index.js';
import type { Bridge, Objects } from './bridge.js';
import { Handle, Items, PythonFunction, PythonObject, Raised } from './crossing.js';
import type { PythonType } from './crossing.js';
import { METHODS, Operation, Tag } from './tags.js';

/** The size of a C `Py_buffer` in 32-bit memory. */
const PY_BUFFER_SIZE = 44;

/** The class of lists and tuples, whose special methods are not needed. */
const SEQUENCE: PythonType = { name: '', full: '', methods: new Map(), isExporter: false };

/** Python's objects, and the callbacks to them. */
export class PythonObjects implements Objects {
  /** Python's side of every callback. */
  dispatch: (operation: number, id: number, value?: unknown) => unknown = () => null;
  private readonly types = new Map<number, PythonType>();
  /** The lists and tuples of the running call, by their numbers. */
  private readonly lists = new Map<number, PythonObject>();
  private readonly tuples = new Map<number, readonly unknown[]>();

  /** Acquires the buffer of an exporter written in C through the C API, and views its memory in place. */
  readonly exporter: HostExporter<unknown> = {
    getBuffer: (object, flags, exporter) => this.getBuffer(object as PythonObject, flags, exporter),
    releaseBuffer: (object, view) => this.releaseBuffer(object as PythonObject, view),
  };

  constructor(private readonly host: Bridge) {}

  make(id: number, type: number): PythonObject {
    return new PythonObject(id, this.types.get(type)!);
  }

  /** Registers a Python type. */
  addType(type: number, name: string, full: string, abilities: string, isExporter: boolean): void {
    this.types.set(type, typeOf(name, full, abilities, isExporter));
  }

  private getBuffer(object: PythonObject, flags: number, exporter: BufferExporter): BufferView {
    const { heap, runtime } = this.host;
    const address = heap.allocate(PY_BUFFER_SIZE);
    heap.setControl(1, address);
    try {
      const owner = runtime.fromHost(this.callBack(Operation.GET_BUFFER, object.id, [flags]));
      // None: the exporter itself; False: nobody.
      return this.describe(address, owner === false ? null : (owner ?? exporter), exporter);
    } catch (error) {
      heap.free(address);
      throw error;
    }
  }

  private releaseBuffer(object: PythonObject, view: BufferView): void {
    const address = view.internal as number;
    this.host.heap.setControl(1, address);
    this.callBack(Operation.RELEASE_BUFFER, object.id, []);
    this.host.heap.free(address);
  }

  /** Reads a C `Py_buffer`. */
  private describe(address: number, owner: unknown, exporter: BufferExporter): BufferView {
    const { heap } = this.host;
    const field = (index: number) => heap.int32()[(address >> 2) + index]!;
    const ndim = field(5);
    const suboffsets = heap.sizes(field(9), ndim);
    // If C passes on memory that we lent it, that is our memory, not the mirror. Pointers in it lead to C's
    // memory.
    const ours = suboffsets === null ? this.host.lender.original(field(0) >>> 0) : null;
    return new BufferView(
      owner,
      ours?.memory ?? heap.bytes(),
      ours?.offset ?? field(0) >>> 0,
      field(2),
      field(4) !== 0,
      field(3),
      heap.text(field(6)),
      ndim,
      heap.sizes(field(7), ndim),
      heap.sizes(field(8), ndim),
      suboffsets,
      address,
      exporter,
    );
  }

  /**
   * A Python list that is read in place, because code of its items may change it. A list is the same array
   * during a whole call, so a list within itself is recognized.
   */
  list(id: number): unknown[] {
    let object = this.lists.get(id);
    if (object === undefined) this.lists.set(id, (object = new PythonObject(id, SEQUENCE)));
    const items = this.itemsOf(id);
    return this.host.runtime.list(object, () => items);
  }

  /** The items of a Python list, each read when it is needed. */
  private itemsOf(id: number): readonly unknown[] {
    return new Proxy([] as unknown[], {
      get: (target, key) => {
        if (key === 'length') return this.callBack(Operation.LIST_LENGTH, id, []);
        if (typeof key === 'string' && /^\d+$/.test(key))
          return this.callBack(Operation.LIST_ITEM, id, [Number(key)]);
        return Reflect.get(target, key) as unknown;
      },
      has: () => true,
    });
  }

  /** Ends the outermost call, after which Python forgets the numbers of its lists. */
  forget(): void {
    if (this.lists.size > 0) this.lists.clear();
    if (this.tuples.size > 0) this.tuples.clear();
  }

  /**
   * A Python tuple that returns to Python as the same object; with a type, one of a class derived from
   * `tuple`.
   */
  tuple(id: number, items: unknown[], type?: number): readonly unknown[] {
    const known = this.tuples.get(id);
    if (known !== undefined) return known;
    const object = type === undefined ? new PythonObject(id, SEQUENCE) : this.make(id, type);
    const tuple = this.host.runtime.tuple(object, items, type !== undefined);
    this.tuples.set(id, tuple);
    return tuple;
  }

  /** Calls a special method of an object, by the method's number. */
  callMethod(method: number, self: unknown, args: readonly unknown[]): unknown {
    if (!(self instanceof Handle)) return this.callBack(method, (self as PythonObject).id, args);
    if (self.number === 0) throw new Error(`the Python object of this ${self.derived!.name} is gone`);
    return this.callBack(Operation.METHOD_OF_HANDLE, self.number, args, method);
  }

  /** Calls a function of Python's. */
  callFunction({ operation, id }: PythonFunction, args: readonly unknown[]): unknown {
    const answer = this.callBack(operation, id, args);
    if (operation !== Operation.HANDLE_ERROR) return answer;
    // Python's exception is a different object from ours, so fields that the handler sets must be copied to
    // ours.
    const [result, object] = answer as [unknown, unknown];
    const raised = args[0] as Raised;
    const sent = raised.fields['object'];
    if (object !== (sent instanceof Handle ? sent.value : sent)) raised.object = object;
    return result;
  }

  /**
   * Calls Python and reads its answer.
   *
   * @param args the value that crosses; several are a tuple
   */
  callBack(operation: number, id: number, args: readonly unknown[], method = 0): unknown {
    const { lender, results, heap } = this.host;
    if (lender.active) lender.push();
    const flat =
      args.length === 0 ? undefined : results.write(args.length > 1 ? new Items('t', args) : args[0]);
    heap.setControl(2, method);
    const value = this.dispatch(operation, id, flat);
    const tag = heap.getControl(0);
    if (lender.active) lender.pull();
    return this.read(tag, value);
  }

  private read(tag: number, value: unknown): unknown {
    switch (tag) {
      case Tag.PLAIN:
        return value === undefined ? null : value;
      case Tag.FLOAT:
        return new PyFloat(value as number);
      case Tag.HANDLE:
        return this.host.handles.get(value as number).value;
      case Tag.PYTHON:
        return this.make(value as number, this.host.heap.getControl(1));
      case Tag.NOT_IMPLEMENTED:
        return NotImplemented;
      case Tag.ELLIPSIS:
        return Ellipsis;
      case Tag.STOP_ITERATION:
        throw new Raised(null, ['StopIteration', 'Exception', 'BaseException'], '');
      case Tag.SHAPED: {
        const [signature, ...flat] = value as [string, ...unknown[]];
        return this.host.readers.readOne(signature, flat);
      }
      case Tag.ERROR: {
        const { id, names, message } = JSON.parse(value as string) as Pick<
          Raised,
          'id' | 'names' | 'message'
        >;
        throw new Raised(id, names, message);
      }
      default:
        throw new Error(`unknown tag ${tag}`);
    }
  }
}

/**
 * @param abilities the numbers of its special methods, each followed by `!` if the class sets it to None
 */
export function typeOf(name: string, full: string, abilities: string, isExporter = false): PythonType {
  const methods = (abilities === '' ? [] : abilities.split(',')).map((ability) => {
    const number = parseInt(ability);
    // A class that sets a special method to None lacks it, and CPython's message says so.
    return [METHODS[number]!, ability.endsWith('!') ? null : number] as const;
  });
  return { name, full, methods: new Map<string, number | null>(methods), isExporter };
}
