// Makes the classes, generators and error handlers that programs define, as a runtime would make them for the
// library. It assumes that a class has exactly the special methods that the program gives it. Caller:
// ours.ts.
import { ByteArray, Bytes, PyException, PyRuntimeError, StructError } from 'pybuffer';
import * as library from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { codecs } from 'pybuffer/runtime';
import { Struct } from 'pybuffer/struct';
import type { Answer, ClassSpec } from './program.js';

type AnyClass = new (...args: never[]) => object;

export const BASES: Readonly<Record<string, AnyClass>> = {
  object: class {},
  bytes: Bytes,
  bytearray: ByteArray,
  'array.array': PyArray as unknown as AnyClass,
  'io.BytesIO': BytesIO,
  'struct.Struct': Struct as unknown as AnyClass,
};

/** The symbol of the property that holds a type's Python name. */
const TYPE_NAME = Symbol.for('pybuffer.typeName');

/** A call of a method that a program defines: the object itself first, then the arguments. */
export interface Call {
  readonly args: readonly unknown[];
  /** The method of that name of the base class. */
  readonly base: { readonly cls: AnyClass; readonly name: string } | null;
  /** The results of the answer's steps so far. */
  readonly results: unknown[];
}

/** Runs an answer; the method returns or throws the same. */
export type Answering = (answer: Answer, call: Call) => unknown;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Makes the class of a specification, but no object of it. */
export function classOf(spec: ClassSpec, answering: Answering): AnyClass {
  const base = spec.base === undefined ? null : BASES[spec.base]!;
  const cls = base === null ? class {} : class extends (base as new () => object) {};
  // Set by hand, because minifiers drop the names of classes.
  Object.defineProperty(cls, 'name', { value: 'Hook' });
  for (const [name, answers] of Object.entries(spec.methods)) {
    const method = answers === null ? null : methodOf(answers, answering, base && { cls: base, name });
    define(cls.prototype, name, method);
  }
  // The default repr comes from the class, not from the library.
  if (isBare(spec) && !Object.hasOwn(spec.methods, '__repr__'))
    define(cls.prototype, '__repr__', () => '<Hook>');
  return cls;
}

/** Whether the repr of objects of a class shows their address. */
export function isBare({ base }: ClassSpec): boolean {
  return base === undefined || base === 'io.BytesIO';
}

function define(prototype: object, name: string, value: unknown): void {
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}

/** A method whose n-th call runs the n-th answer, and the last one from then on. */
function methodOf(answers: readonly Answer[], answering: Answering, base: Call['base']): Method {
  let calls = 0;
  return function (this: unknown, ...args) {
    const answer = answers[Math.min(calls++, answers.length - 1)]!;
    return answering(answer, { args: [this, ...args.filter((arg) => !isKeywords(arg))], base, results: [] });
  };
}

/** Keywords come in a plain object; a dict of a program is a Map. */
function isKeywords(arg: unknown): boolean {
  return typeof arg === 'object' && arg !== null && Object.getPrototypeOf(arg) === Object.prototype;
}

/** A Python generator: each step runs an answer and yields its value. */
export class Generator implements IterableIterator<unknown> {
  #at = 0;
  constructor(
    private readonly answers: readonly Answer[],
    private readonly answering: Answering,
  ) {}
  next(): IteratorResult<unknown> {
    if (this.#at >= this.answers.length) return { done: true, value: undefined };
    const answer = this.answers[this.#at++]!;
    try {
      return { done: false, value: this.answering(answer, { args: [], base: null, results: [] }) };
    } catch (error) {
      this.#at = this.answers.length;
      const stops = error instanceof PyException && error.name === 'StopIteration';
      throw stops ? new PyRuntimeError('generator raised StopIteration') : error;
    }
  }
  [Symbol.iterator](): this {
    return this;
  }
}
Object.defineProperty(Generator.prototype, TYPE_NAME, { value: 'generator' });

/** Registers an error handler. It has no `self`, but its error is argument 1, as for a method. */
export function registerHandler(name: string, answers: readonly Answer[], answering: Answering): void {
  const method = methodOf(answers, answering, null);
  codecs.register_error(name, ((error: unknown) => method.call(null, error)) as never);
}

/** An exception that only the programs know. */
class Boom extends PyException {}
Object.defineProperty(Boom.prototype, 'name', { value: 'Boom' });

/** Makes an exception by the Python name of its class. */
export function exceptionOf(name: string, message: string): Error {
  if (name === 'Boom') return new Boom(message);
  if (name === 'struct.error') return new StructError(message);
  const cls = (library as unknown as Record<string, new (message: string) => Error>)[`Py${name}`]!;
  // The message of a KeyError is the repr of its key.
  return new cls(name === 'KeyError' ? `'${message}'` : message);
}
