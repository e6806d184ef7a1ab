// Values on their way to Python: the answers of calls and the arguments of call-backs. The wire is described in README.md.
import { EXCEPTION_IDS, PyException, PyUnicodeError } from '../src/exceptions/index.js';
import { Ellipsis, NotImplemented, PyFloat, isComplex, isTuple, typeName } from '../src/python/index.js';
import { PYTHON_ERROR, PYTHON_ID } from './bridge.js';
import type { Bridge, PythonObject, Writer } from './bridge.js';
import { bitsOf } from './float-bits.js';
import { Kind, Tag } from './tags.js';

/** Writes values for Python: the tag to the control block, the value as the crossing's result. */
export class Results implements Writer {
  constructor(private readonly host: Bridge) {}

  write(value: unknown): unknown {
    const { heap } = this.host;
    const tagged = (tag: number, result: unknown) => {
      heap.setControl(0, tag);
      return result;
    };
    switch (typeof value) {
      case 'number':
        if (!Number.isInteger(value)) return this.writeFloat(value, tagged);
        return Number.isSafeInteger(value) ? tagged(Tag.PLAIN, value) : tagged(Tag.BIG, BigInt(value));
      case 'string':
      case 'boolean':
        return tagged(Tag.PLAIN, value);
      case 'undefined':
        return tagged(Tag.PLAIN, undefined);
      case 'bigint':
        return tagged(Tag.BIG, value);
      case 'symbol':
        if (value === NotImplemented) return tagged(Tag.NOT_IMPLEMENTED, undefined);
        if (value === Ellipsis) return tagged(Tag.ELLIPSIS, undefined);
        throw new Error(`cannot send ${String(value)}`);
      default:
        return value === null ? tagged(Tag.PLAIN, undefined) : this.writeObject(value as object, tagged);
    }
  }

  private writeObject(value: object, tagged: (tag: number, result: unknown) => unknown): unknown {
    if (value instanceof PyFloat) return this.writeFloat(value.value, tagged);
    const python = (value as Partial<PythonObject>)[PYTHON_ID];
    if (python !== undefined) return tagged(Tag.PYTHON, python);
    if (Array.isArray(value)) return this.writeArray(value, tagged);
    if (value instanceof PyUnicodeError) return this.writeError(value);
    if (isComplex(value)) return tagged(Tag.COMPLEX, `[${floatText(value.re)},${floatText(value.im)}]`);
    const known = this.host.handles.find(value);
    if (known !== 0) return tagged(Tag.HANDLE, known);
    this.host.heap.setControl(1, kindOf(value));
    return tagged(Tag.NEW_HANDLE, this.host.handles.add(value));
  }

  private writeFloat(value: number, tagged: (tag: number, result: unknown) => unknown): unknown {
    return value === value ? tagged(Tag.FLOAT, value) : tagged(Tag.NAN, bitsOf(value));
  }

  private writeArray(value: readonly unknown[], tagged: (tag: number, result: unknown) => unknown): unknown {
    let plain = true;
    for (const item of value) {
      if (typeof item === 'number' ? !Number.isInteger(item) : typeof item !== 'boolean') {
        plain = false;
        break;
      }
    }
    if (plain) return tagged(isTuple(value) ? Tag.PLAIN_TUPLE : Tag.PLAIN_LIST, JSON.stringify(value));
    return tagged(Tag.STRUCTURE, this.structure(value));
  }

  /** A value as JSON: numbers and strings stand for themselves, an array starts with what it is. */
  private structure(value: unknown): string {
    if (Array.isArray(value) && (value as Partial<PythonObject>)[PYTHON_ID] === undefined) {
      const kind = isTuple(value) ? 't' : 'l';
      return `["${kind}"${value.map((item: unknown) => `,${this.structure(item)}`).join('')}]`;
    }
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'string' || typeof value === 'boolean' || value === null)
      return JSON.stringify(value);
    const crossing = this.write(value);
    const tag = this.host.heap.getControl(0);
    if (tag === Tag.PLAIN || tag === Tag.BIG) return String(crossing);
    if (tag === Tag.FLOAT) return floatText(crossing as number);
    if (tag === Tag.NAN) return `["n","${crossing as string}"]`;
    if (tag === Tag.COMPLEX) return `["c",${(crossing as string).slice(1)}`;
    return `["v",${tag},${this.host.heap.getControl(1)},${String(crossing)}]`;
  }

  /** An exception as Python raises it: class, message, fields; Python's own go back as they came. */
  writeError(error: unknown): unknown {
    const { heap } = this.host;
    const python = (error as { [PYTHON_ERROR]?: number } | null)?.[PYTHON_ERROR];
    const notes = error instanceof PyException ? error.__notes__ : undefined;
    const report = (fields: object) => {
      heap.setControl(0, Tag.ERROR);
      return JSON.stringify({ ...fields, notes });
    };
    if (python !== undefined) return report({ python });
    if (error instanceof PyUnicodeError) {
      const { name, encoding, start, end, reason } = error;
      const object = this.write(error.object);
      const tag = heap.getControl(0);
      return report({ name, unicode: [encoding, [tag, heap.getControl(1), object], start, end, reason] });
    }
    if (error instanceof PyException) {
      // The id also says of which module the class is: binascii.Error.
      const id = (error as { [EXCEPTION_IDS]?: readonly string[] })[EXCEPTION_IDS]?.[0];
      return report({ name: id ?? error.name, message: error.message });
    }
    if (error instanceof RangeError && /call stack/.test(error.message)) {
      return report({ name: 'RecursionError', message: 'maximum recursion depth exceeded' });
    }
    const stack = error instanceof Error ? error.stack : String(error);
    return report({ name: 'BridgeError', message: `JavaScript failed: ${stack}` });
  }
}

function kindOf(value: object): number {
  switch (typeName(value)) {
    case 'bytes':
      return Kind.BYTES;
    case 'bytearray':
      return Kind.BYTEARRAY;
    case 'memoryview':
      return Kind.MEMORYVIEW;
    default:
      return Kind.OTHER;
  }
}

/** A float as Python reads it back from JSON, always as a float. */
function floatText(value: number): string {
  if (value !== value) return `["n","${bitsOf(value)}"]`;
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
