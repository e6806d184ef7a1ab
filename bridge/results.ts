// Values on their way to Python: the results of calls and the arguments of callbacks. README.md describes
// the wire.
import { typeName } from '../src/python/index.js';
import type { Bridge, Writer } from './bridge.js';
import { Handle, Items, PythonObject, Raised, Tagged } from './crossing.js';
import { Kind, Tag } from './tags.js';

/** Writes values for Python: the tag to the control block, the value as the crossing's result. */
export class Results implements Writer {
  constructor(private readonly host: Bridge) {}

  /**
   * @param crossing the runtime's result for a value, see host-of-python.ts
   */
  write(crossing: unknown): unknown {
    switch (typeof crossing) {
      case 'bigint':
        return this.tagged(Tag.BIG, crossing);
      case 'object':
        return crossing === null ? this.tagged(Tag.PLAIN, undefined) : this.writeObject(crossing);
      default:
        return this.tagged(Tag.PLAIN, crossing);
    }
  }

  private tagged(tag: number, result: unknown): unknown {
    this.host.heap.setControl(0, tag);
    return result;
  }

  private writeObject(crossing: object): unknown {
    if (crossing instanceof Handle) return this.writeHandle(crossing);
    if (crossing instanceof Tagged) return this.tagged(crossing.tag, crossing.value);
    if (crossing instanceof PythonObject) return this.tagged(Tag.PYTHON, crossing.id);
    if (crossing instanceof Items) return this.writeItems(crossing);
    if (crossing instanceof Raised) return this.writeError(crossing);
    throw new Error(`cannot send ${String(crossing)}`);
  }

  private writeHandle(handle: Handle): unknown {
    if (handle.number !== 0) return this.tagged(Tag.HANDLE, handle.number);
    this.host.heap.setControl(1, kindOf(handle.value));
    return this.tagged(Tag.NEW_HANDLE, this.host.handles.add(handle));
  }

  private writeItems(crossing: Items): unknown {
    const { kind, items } = crossing;
    const isPlain = (kind === 't' || kind === 'l') && items.every(isNumberOrBoolean);
    if (isPlain) return this.tagged(kind === 't' ? Tag.PLAIN_TUPLE : Tag.PLAIN_LIST, JSON.stringify(items));
    const text = this.structure(crossing);
    return this.tagged(Tag.STRUCTURE, text);
  }

  /** A value as JSON: numbers and strings represent themselves, an array starts with its kind. */
  private structure(crossing: unknown): string {
    if (crossing instanceof Items) {
      const items = crossing.items.map((item) => `,${this.structure(item)}`);
      return `["${crossing.kind}"${items.join('')}]`;
    }
    if (typeof crossing === 'bigint') return String(crossing);
    if (typeof crossing !== 'object' || crossing === null) return JSON.stringify(crossing ?? null);
    const value = this.writeObject(crossing);
    const tag = this.host.heap.getControl(0);
    if (tag === Tag.FLOAT) return floatText(value as number);
    if (tag === Tag.NAN) return `["n","${value as string}"]`;
    if (tag === Tag.COMPLEX) return `["c",${(value as string).slice(1)}`;
    return `["v",${tag},${this.host.heap.getControl(1)},${String(value ?? null)}]`;
  }

  /** An exception for Python to raise: class, message, fields. Python's own exceptions return unchanged. */
  writeError(error: unknown): unknown {
    const { heap } = this.host;
    const report = (fields: object) => this.tagged(Tag.ERROR, JSON.stringify(fields));
    if (!(error instanceof Raised)) {
      const stack = error instanceof Error ? error.stack : String(error);
      return report({ name: 'BridgeError', message: `JavaScript failed: ${stack}` });
    }
    const { id, message, fields } = error;
    const notes = error.notes.length > 0 ? [...error.notes] : undefined;
    if (id !== null) {
      // Python's exception has them from now on.
      error.notes.length = 0;
      return report({ python: id, notes });
    }
    const name = error.names[0];
    if (!('object' in fields)) return report({ name, message, notes });
    const { encoding, start, end, reason } = fields;
    const object = this.write(fields['object']);
    const crossed = [heap.getControl(0), heap.getControl(1), object];
    return report({ name, unicode: [encoding, crossed, start, end, reason], notes });
  }
}

const isNumberOrBoolean = (item: unknown) => typeof item === 'number' || typeof item === 'boolean';

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

/** A float in a form that Python's JSON always reads as a float. */
export function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
