// The state that every part of the generator shares: the decisions, and the variables of the program so far.
// A kind is a named way to make a value; each file of this folder has a table of its kinds, and index.ts
// merges them. Callers: all files of this folder.
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { Struct } from 'pybuffer/struct';
import { typeName } from 'pybuffer/runtime';
import type { Run } from '../ours.js';
import type { Step, Value } from '../program.js';
import type { Choices } from './choices.js';

export type Kind = (c: Context) => Value;
export type Kinds = Readonly<Record<string, Kind>>;

/** The data model that the program runs on; the size of `ssize_t` depends on it. */
export type Memory = 'LP64' | 'ILP32';

/** Longer contents are not used again, because they would grow without end. */
const LONGEST = 200_000;

const CLASSES = [
  ['bytes', Bytes],
  ['bytearray', ByteArray],
  ['memoryview', MemoryView],
  ['array.array', PyArray],
  ['io.BytesIO', BytesIO],
  ['struct.Struct', Struct],
] as const;

/** The type of ours that a value belongs to, derived classes included; null for all others. */
export function typeOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, cls] of CLASSES) if (value instanceof (cls as new () => object)) return name;
  return null;
}

/** The place where the next step of a program is made. */
export class Context {
  constructor(
    readonly choose: Choices,
    readonly run: Run,
    /** The number of variables. */
    readonly count: number,
    readonly memory: Memory,
    private readonly kinds: Kinds,
    /** Makes any step, for callbacks. */
    readonly anyStep: (c: Context) => Step,
    /** The depth of nested callbacks. */
    readonly depth = 0,
  ) {}

  /** The same place within a callback. */
  inside(): Context {
    return new Context(
      this.choose,
      this.run,
      this.count,
      this.memory,
      this.kinds,
      this.anyStep,
      this.depth + 1,
    );
  }

  /** A value of a kind, mostly a fitting one, sometimes a hostile one. */
  value(kind: string): Value {
    return this.choose.rarely(16) ? this.fitting('hostile') : this.fitting(kind);
  }

  fitting(kind: string): Value {
    const make = this.kinds[kind];
    if (make === undefined) throw new Error(`there is no kind ${kind}`);
    return make(this);
  }

  /** The type of a variable; null if it is not one of ours, or too long to be used again. */
  typeOf(v: number): string | null {
    const value = this.run.variable(v);
    const type = typeOf(value);
    if (type === 'bytes' || type === 'bytearray') return (value as Bytes).length > LONGEST ? null : type;
    return type;
  }

  /** A variable of one of these types, the latest more often than others; null if there is none. */
  variableOf(types: readonly string[] | null): { v: number } | null {
    const first = this.choose.below(3) === 0 ? this.choose.below(Math.max(this.count, 1)) : 0;
    for (let i = 0; i < this.count; i++) {
      const v = this.count - 1 - ((first + i) % this.count);
      const type = this.typeOf(v);
      if (type !== null && (types === null || types.includes(type))) return { v };
    }
    return null;
  }

  /** Any variable that can be used again. */
  anyVariable(): Value {
    if (this.count === 0) return { b: '' };
    const v = this.choose.below(this.count);
    const value = this.run.variable(v);
    // A large int could ask for gigabytes.
    if (typeof value === 'bigint' || (typeof value === 'number' && Math.abs(value) > 100)) return null;
    if (typeof value === 'object' && value !== null && typeOf(value) !== null && this.typeOf(v) === null)
      return null;
    if (typeof value === 'string' && (value.length > LONGEST || value.includes(' at 0x'))) return null;
    if (Array.isArray(value) && value.length > 1000) return null;
    return { v };
  }

  /** Whether a variable is an iterator. */
  isIterator(v: number): boolean {
    return typeName(this.run.variable(v)).endsWith('iterator');
  }

  /** Whether a variable is an iterator over one of our types. */
  isOurIterator(v: number): boolean {
    return /(?:^|\.)(?:bytes_|bytearray_|memory_|array|unpack_)iterator$/.test(
      typeName(this.run.variable(v)),
    );
  }

  literal(text: string): Value {
    return { b: hexOf(text) };
  }
}

/** The bytes of a text in latin-1, in hexadecimal digits. */
export function hexOf(text: string): string {
  return Buffer.from(text, 'latin1').toString('hex');
}
