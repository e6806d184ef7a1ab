// Runs programs on the library and describes what they return. It imports only what the package exports, so that the same file
// also runs on a packed package. Callers: run.ts, the vectors.
import { Ellipsis, PyComplex, PyException, PyFloat, Slice } from 'pybuffer';
import type { ByteArray, Bytes } from 'pybuffer';
import * as runtime from 'pybuffer/runtime';
import { NotImplemented, isTuple, typeName } from 'pybuffer/runtime';
import type { Program, Step, Value } from './program.js';

/** The classes and functions that a `call` step may name. */
export type Callables = Readonly<Record<string, unknown>>;

/** Runs programs on the library: the same results in the same words as oracle.py. */
export class Run {
  private readonly variables: unknown[] = [];

  constructor(private readonly callables: Callables) {}

  /** What became of a variable, so that a generator can choose a fitting next step. */
  variable(index: number): unknown {
    return this.variables[index];
  }

  /** Runs all steps; the result of each, then the final state of each variable. */
  run(program: Program): string[] {
    const results = program.map((step) => this.next(step));
    return [...results, ...this.states()];
  }

  /** The final states. */
  states(): string[] {
    return this.variables.map((value) => this.state(value));
  }

  /** Runs one more step; what it gave, described. */
  next(step: Step): string {
    let value: unknown = null;
    let result;
    try {
      value = this.step(step) ?? null;
      result = this.describe(value);
    } catch (error) {
      value = null;
      result = describeError(error);
    }
    this.variables.push(value);
    return result;
  }

  private value(text: Value): unknown {
    if (text === null || typeof text !== 'object') return text;
    if ('v' in text) return this.variables[text.v] ?? null;
    if ('b' in text) return bytesOf(this.callables, text.b);
    if ('i' in text) return BigInt(text.i);
    if ('f' in text) return new PyFloat(floatOf(text.f));
    if ('t' in text) return Object.freeze(text.t.map((item) => this.value(item)));
    if ('l' in text) return text.l.map((item) => this.value(item));
    if ('s' in text) {
      const [start, stop, step] = text.s.map((part) => this.value(part)) as null[];
      return new Slice(start, stop, step);
    }
    if ('e' in text) return Ellipsis;
    return new Hook(() => {
      if (text.x.first !== null) this.step(text.x.first);
      return this.value(text.x.gives);
    });
  }

  private step(step: Step): unknown {
    if (step.op === 'attribute') return runtime.getAttribute(this.value(step.self), step.name);
    const self = step.op === 'method' ? this.value(step.self) : null;
    const args = step.args.map((arg) => this.value(arg));
    if (step.op === 'operator') {
      const operators = runtime.operator as unknown as Record<string, (...args: unknown[]) => unknown>;
      return operators[step.name]!(...args);
    }
    const kwargs =
      step.kwargs === undefined
        ? null
        : Object.fromEntries(Object.entries(step.kwargs).map(([name, arg]) => [name, this.value(arg)]));
    if (step.op === 'method') return runtime.callMethod(self, step.name, args, kwargs);
    const callable = this.callables[step.name];
    if (callable === undefined) throw new Error(`no callable ${step.name}`);
    return runtime.call(callable, args, kwargs);
  }

  /** What a step gave; an object that is a variable already is named by it. */
  private describe(value: unknown): string {
    if (typeof value === 'object' && value !== null && isIdentified(value)) {
      const index = this.variables.indexOf(value);
      if (index >= 0) return `is v${index}`;
    }
    return this.state(value);
  }

  private state(value: unknown): string {
    switch (typeof value) {
      case 'number':
        return Number.isInteger(value) ? `int ${BigInt(value)}` : `number ${value}`;
      case 'bigint':
        return `int ${value}`;
      case 'boolean':
        return `bool ${value ? 1 : 0}`;
      case 'string':
        return `str ${asciiJson(withoutAddresses(value))}`;
      case 'symbol':
        return value === NotImplemented ? 'NotImplemented' : 'Ellipsis';
      case 'object':
        return value === null ? 'None' : this.objectState(value);
      default:
        return typeof value;
    }
  }

  private objectState(value: object): string {
    if (value instanceof PyFloat) return `float ${floatHex(value.value)}`;
    if (Array.isArray(value)) {
      const items = value.map((item) => this.state(item)).join(', ');
      return `${isTuple(value) ? 'tuple' : 'list'} [${items}]`;
    }
    if (value instanceof PyComplex) return `complex ${floatHex(value.re)} ${floatHex(value.im)}`;
    const name = typeName(value);
    switch (name) {
      case 'bytes':
      case 'bytearray':
        return `${name} ${hexOf(value as Bytes | ByteArray)}`;
      case 'memoryview':
        return viewState(value);
      case 'array.array': {
        const code = String(runtime.getAttribute(value, 'typecode'));
        return `array ${code} ${hexOf(runtime.callMethod(value, 'tobytes', []) as Bytes | ByteArray)}`;
      }
      default:
        // What JavaScript calls its iterators is its own affair.
        return typeof (value as Partial<Iterator<unknown>>).next === 'function' ? 'iterator' : name;
    }
  }
}

/** An object with code of its own. */
class Hook {
  constructor(private readonly run: () => unknown) {}
  __index__(): unknown {
    return this.run();
  }
}

function isIdentified(value: object): boolean {
  if (Array.isArray(value)) return true;
  const name = typeName(value);
  if (name === 'bytes') return (value as Bytes).length > 1;
  return name === 'bytearray' || name === 'memoryview' || name === 'array.array';
}

function describeError(error: unknown): string {
  if (error instanceof PyException) {
    return `!${error.name === 'error' ? 'struct.error' : error.name}: ${withoutAddresses(error.message)}`;
  }
  return `!!JavaScript ${error instanceof Error ? error.stack : String(error)}`;
}

/** Addresses are nobody's business. */
function withoutAddresses(text: string): string {
  return text.replace(/at 0x[0-9a-f]+/g, 'at 0x');
}

function viewState(view: object): string {
  const get = (name: string) => runtime.getAttribute(view, name);
  let shape;
  try {
    shape = get('shape') as number[];
  } catch (error) {
    return `memoryview ${(error as Error).message}`;
  }
  const list = (values: unknown) => `[${(values as number[]).join(', ')}]`;
  const bytes = hexOf(runtime.callMethod(view, 'tobytes', []) as Bytes | ByteArray);
  const geometry = `${list(shape)} ${list(get('strides'))} ${list(get('suboffsets'))}`;
  return `memoryview ${String(get('format'))} ${geometry} ${get('readonly') ? 1 : 0} ${bytes}`;
}

function bytesOf(callables: Callables, hex: string): unknown {
  return runtime.call(callables['bytes.fromhex'] ?? callables['bytes'], [hex]);
}

function hexOf(content: Bytes | ByteArray): string {
  return Buffer.from(content.toUint8Array()).toString('hex');
}

function floatOf(text: string): number {
  if (text === 'inf') return Infinity;
  return text === '-inf' ? -Infinity : Number(text);
}

function floatHex(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** JSON as Python writes it: ASCII only. */
function asciiJson(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
