import * as library from '../src/core.js';
import { PyFloat, NotImplemented, Ellipsis, FULL_TYPE_NAME, TYPE_NAME } from '../src/python/index.js';
import { BufferView } from '../src/protocol/index.js';
import { BASE, PYTHON_ERROR, PYTHON_ID } from './bridge.js';
import type { Bridge, Objects, PythonObject } from './bridge.js';
import { METHODS, Operation, Tag } from './tags.js';

type StandIn = new (id: number) => PythonObject;

/** Bytes that a C `Py_buffer` takes on 32-bit memory. */
const PY_BUFFER_SIZE = 44;

/** The stand-ins of Python's objects and the calls back to them, made at the moment the library asks. */
export class PythonObjects implements Objects {
  /** Python's side of every call back. */
  dispatch: (operation: number, id: number, value?: unknown) => unknown = () => null;
  private readonly classes = new Map<number, StandIn>();
  /** The lists and tuples of the running call, by their numbers. */
  private readonly sequences = new Map<number, unknown[]>();

  constructor(private readonly host: Bridge) {}

  make(id: number, type: number): PythonObject {
    return new (this.classes.get(type)!)(id);
  }

  /** Makes the stand-in class of a Python type. */
  addType(type: number, name: string, fullName: string, abilities: string, isCExporter: boolean): void {
    const cls = class {
      readonly [PYTHON_ID]: number;
      constructor(id: number) {
        this[PYTHON_ID] = id;
      }
    };
    this.classes.set(type, cls);
    this.equip(cls.prototype, name, fullName, abilities, (self, method, args) =>
      this.callBack(method, (self as PythonObject)[PYTHON_ID], args),
    );
    if (isCExporter) this.equipExporter(cls.prototype);
  }

  /** A class of ours that stands for a Python subclass of `bytes` or `bytearray`. */
  subclass(base: new () => object, name: string, fullName: string, abilities: string): object {
    const known = (base as { [BASE]?: object })[BASE] ?? base;
    const cls = class extends base {
      static readonly [BASE] = known;
    };
    this.equip(cls.prototype, name, fullName, abilities, (self, method, args) => {
      const handle = this.host.handles.find(self);
      if (handle === 0) throw new Error(`the Python object of this ${name} is gone`);
      return this.callBack(Operation.METHOD_OF_HANDLE, handle, args, method);
    });
    return cls;
  }

  private equip(
    prototype: object,
    name: string,
    fullName: string,
    abilities: string,
    call: (self: object, method: number, args: readonly unknown[]) => unknown,
  ): void {
    const define = (key: string | symbol, value: unknown) =>
      Object.defineProperty(prototype, key, { value, configurable: true, writable: true });
    define(TYPE_NAME, name);
    define(FULL_TYPE_NAME, fullName);
    for (const ability of abilities === '' ? [] : abilities.split(',')) {
      const number = parseInt(ability);
      const method = METHODS[number]!;
      if (ability.endsWith('!')) {
        // A class that sets a special method to None has no such ability, and CPython's message says so.
        define(method, null);
        continue;
      }
      const run = function (this: object, ...args: unknown[]) {
        return call(this, number, args.length > 1 ? [Object.freeze(args)] : args);
      };
      define(method, run);
      if (method === '__next__') define('next', nextOf(run));
      if (method === '__str__') define('toString', run);
    }
  }

  /** An exporter written in C is asked through the C API, and its memory viewed in place. */
  private equipExporter(prototype: object): void {
    const getBuffer = (exporter: PythonObject, flags: number) => this.getBuffer(exporter, flags);
    const releaseBuffer = (exporter: PythonObject, view: BufferView) => this.releaseBuffer(exporter, view);
    Object.defineProperties(prototype, {
      getBuffer: {
        value(this: PythonObject, flags: number): BufferView {
          return getBuffer(this, flags);
        },
      },
      releaseBuffer: {
        value(this: PythonObject, view: BufferView): void {
          releaseBuffer(this, view);
        },
      },
    });
  }

  private getBuffer(exporter: PythonObject, flags: number): BufferView {
    const { heap } = this.host;
    const address = heap.allocate(PY_BUFFER_SIZE);
    heap.setControl(1, address);
    try {
      const owner = this.callBack(Operation.GET_BUFFER, exporter[PYTHON_ID], [flags]);
      // None: the exporter itself; False: nobody.
      return this.describe(address, owner === false ? null : (owner ?? exporter), exporter);
    } catch (error) {
      heap.free(address);
      throw error;
    }
  }

  private releaseBuffer(exporter: PythonObject, view: BufferView): void {
    const address = view.internal as number;
    this.host.heap.setControl(1, address);
    this.callBack(Operation.RELEASE_BUFFER, exporter[PYTHON_ID], []);
    this.host.heap.free(address);
  }

  /** Reads a C `Py_buffer`. */
  private describe(address: number, owner: unknown, exporter: PythonObject): BufferView {
    const { heap } = this.host;
    const field = (index: number) => heap.int32()[(address >> 2) + index]!;
    const ndim = field(5);
    const suboffsets = heap.sizes(field(9), ndim);
    // What C hands on of the memory that we lent it is ours, not the mirror. Pointers in memory lead to C's own.
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
      exporter as never,
    );
  }

  /**
   * A Python list that is read in place, because code of its items may change it. The same list is the same array for the whole of
   * a call, so that a list within itself is seen to be one.
   */
  list(id: number): unknown[] {
    let list = this.sequences.get(id);
    if (list === undefined) this.sequences.set(id, (list = this.makeList(id)));
    return list;
  }

  /** Ends the outermost call: Python forgets the numbers of its lists then. */
  forget(): void {
    if (this.sequences.size > 0) this.sequences.clear();
  }

  /** A Python tuple that goes back to Python as the same object. A type makes it one of a class derived from `tuple`. */
  tuple(id: number, items: unknown[], type?: number): readonly unknown[] {
    const known = this.sequences.get(id);
    if (known !== undefined) return known;
    this.sequences.set(id, items);
    Object.defineProperty(items, PYTHON_ID, { value: id });
    if (type !== undefined) {
      const { prototype } = this.classes.get(type)!;
      for (const key of [TYPE_NAME, FULL_TYPE_NAME, '__repr__']) {
        const described = Object.getOwnPropertyDescriptor(prototype, key);
        if (described !== undefined) Object.defineProperty(items, key, described);
      }
    }
    return Object.freeze(items);
  }

  private makeList(id: number): unknown[] {
    return new Proxy(Object.defineProperty([] as unknown[], PYTHON_ID, { value: id }), {
      get: (target, key, receiver) => {
        if (key === 'length') return this.callBack(Operation.LIST_LENGTH, id, []);
        if (typeof key === 'string' && /^\d+$/.test(key)) {
          return this.callBack(Operation.LIST_ITEM, id, [Number(key)]);
        }
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  }

  /** Calls Python and reads what it answered. */
  callBack(operation: number, id: number, args: readonly unknown[], method = 0): unknown {
    const { lender, results, heap } = this.host;
    if (lender.active) lender.push();
    const flat = args.map((arg) => results.write(arg));
    if (flat.length > 1) throw new Error('a call back takes one value');
    heap.setControl(2, method);
    const value = this.dispatch(operation, id, flat[0]);
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
        return this.host.handles.get(value as number);
      case Tag.PYTHON:
        return this.make(value as number, this.host.heap.getControl(1));
      case Tag.NOT_IMPLEMENTED:
        return NotImplemented;
      case Tag.ELLIPSIS:
        return Ellipsis;
      case Tag.STOP_ITERATION:
        return STOP;
      case Tag.SHAPED: {
        const [signature, ...flat] = value as [string, ...unknown[]];
        return this.host.readers.readOne(signature, flat);
      }
      case Tag.ERROR:
        throw this.error(value as string);
      default:
        throw new Error(`unknown tag ${tag}`);
    }
  }

  /** The exception of ours that stands for one of Python's: of the nearest class that we have. */
  private error(json: string): Error {
    const { id, names, message } = JSON.parse(json) as { id: number; names: string[]; message: string };
    const classes = library as unknown as Record<string, unknown>;
    const known = names.find((name) => typeof classes[`Py${name}`] === 'function' && !/^Unicode/.test(name));
    const cls = (known === undefined ? library.PyException : classes[`Py${known}`]) as new (
      message: string,
    ) => Error;
    return Object.assign(new cls(message), { [PYTHON_ERROR]: id });
  }
}

const STOP = Symbol('StopIteration');

function nextOf(run: (this: object) => unknown) {
  return function (this: object): IteratorResult<unknown> {
    const value = run.call(this);
    return value === STOP ? { done: true, value: undefined } : { done: false, value };
  };
}
