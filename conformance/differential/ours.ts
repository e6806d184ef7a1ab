// Runs programs on the library, and describes results in the same words as oracle.py. Like classes.ts and
// describe.ts it imports only what the package exports, so that the same files also run on a packed package.
// Callers: generate/index.ts, run.ts, the vectors.
import { Ellipsis, PyComplex, PyFloat, Slice } from 'pybuffer';
import * as runtime from 'pybuffer/runtime';
import { Generator, classOf, exceptionOf, registerHandler } from './classes.js';
import type { Call } from './classes.js';
import { describeError, isIdentified, shortened, stateOf } from './describe.js';
import type { Answer, ClassSpec, Keywords, Program, Step, Value, Values } from './program.js';

/** The classes and functions that a `call` step may name. */
export type Callables = Readonly<Record<string, unknown>>;

const OPERATORS = runtime.operator as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;

/**
 * How steps of a program run: by the library's runtime layer, or through the types that it gives a host.
 */
export interface Machine {
  call(callable: unknown, args: unknown[], kwargs: Record<string, unknown> | null): unknown;
  callMethod(self: unknown, name: string, args: unknown[], kwargs: Record<string, unknown> | null): unknown;
  getAttribute(self: unknown, name: string): unknown;
  operate(name: string, args: unknown[]): unknown;
}

/** The library's own runtime layer. */
export const directly: Machine = {
  call: runtime.call,
  callMethod: runtime.callMethod,
  getAttribute: runtime.getAttribute,
  operate: (name, args) => OPERATORS[name]!(...args),
};

/**
 * The most calls of a program's methods: an `__eq__` that appends to the array being searched is called
 * without end, in CPython too.
 */
const MOST_CALLS = 300;

/** One program: its variables, and the steps run so far. */
export class Run {
  private readonly variables: unknown[] = [];
  private handlers = 0;
  private calls = 0;

  constructor(
    private readonly callables: Callables,
    private readonly machine: Machine = directly,
  ) {}

  /** The value of a variable, so that a generator can choose a fitting next step. */
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
    return this.variables.map((value) => shortened(stateOf(value, true)));
  }

  /** Runs one more step and describes its result. */
  next(step: Step): string {
    let value: unknown = null;
    let result;
    try {
      value = this.step(step, null) ?? null;
      result = this.describe(value);
    } catch (error) {
      value = null;
      result = describeError(error);
    }
    this.variables.push(value);
    return shortened(result);
  }

  /** Describes a result; an object that a variable already holds is named by the variable. */
  private describe(value: unknown): string {
    if (isIdentified(value)) {
      const index = this.variables.indexOf(value);
      if (index >= 0) return `is v${index}`;
    }
    return stateOf(value, false);
  }

  private step(step: Step, call: Call | null): unknown {
    const { machine } = this;
    if (step.op === 'attribute') return machine.getAttribute(this.value(step.self, call), step.name);
    const args = this.values(step.args, call);
    if (step.op === 'operator') return machine.operate(step.name, args);
    const kwargs = step.kwargs === undefined ? null : this.keywords(step.kwargs, call);
    if (step.op === 'method') return machine.callMethod(this.value(step.self, call), step.name, args, kwargs);
    const callable = this.callables[step.name];
    if (callable === undefined) throw new Error(`no callable ${step.name}`);
    return machine.call(callable, args, kwargs);
  }

  private keywords(kwargs: Keywords, call: Call | null): Record<string, unknown> {
    return Object.fromEntries(Object.entries(kwargs).map(([name, arg]) => [name, this.value(arg, call)]));
  }

  private values(texts: Values, call: Call | null): unknown[] {
    return texts.map((text) => this.value(text, call));
  }

  private value(text: Value, call: Call | null): unknown {
    if (text === null || typeof text !== 'object') return text;
    if ('v' in text) return this.variables[text.v] ?? null;
    if ('b' in text) return this.bytes(text.b);
    if ('i' in text) return BigInt(text.i);
    if ('f' in text) return new PyFloat(floatOf(text.f));
    if ('t' in text) return Object.freeze(this.values(text.t, call));
    if ('l' in text) return this.values(text.l, call);
    if ('s' in text) {
      const [start, stop, step] = this.values(text.s, call) as null[];
      return new Slice(start, stop, step);
    }
    if ('e' in text) return Ellipsis;
    if ('x' in text) return this.index(text.x);
    if ('y' in text) return runtime.operator.mul(this.bytes(text.y[0]), text.y[1]);
    if ('c' in text) return new PyComplex(floatOf(text.c[0]), floatOf(text.c[1]));
    if ('d' in text) return this.dict(text.d, call);
    if ('o' in text) return this.object(text.o, call);
    if ('g' in text) return new Generator(text.g, this.answer);
    if ('h' in text) return this.handler(text.h);
    return this.ofCall(text, call!);
  }

  /** Compares keys as Python does, which a Map does not. */
  private dict(pairs: readonly Values[], call: Call | null): Map<unknown, unknown> {
    const dict = new Map<unknown, unknown>();
    for (const pair of pairs) OPERATORS['setitem']!(dict, ...this.values(pair, call));
    return dict;
  }

  /** A value that exists only inside a method of the program. */
  private ofCall(text: { a: number } | { r: number } | { u: 0 }, call: Call): unknown {
    if ('a' in text) return call.args[text.a] ?? null;
    if ('r' in text) return call.results[text.r];
    return runtime.callMethod(call.base!.cls, call.base!.name, call.args);
  }

  private bytes(hex: string): unknown {
    return runtime.call(this.callables['bytes.fromhex'] ?? this.callables['bytes'], [hex]);
  }

  private index({ first, gives }: { first: Step | null; gives: Value }): object {
    const answer: Answer = first === null ? { gives } : { steps: [first], gives };
    return this.object({ args: [], methods: { __index__: [answer] } }, null);
  }

  private object(spec: ClassSpec, call: Call | null): object {
    const cls = classOf(spec, this.answer);
    return runtime.call(cls, this.values(spec.args, call)) as object;
  }

  private handler(answers: readonly Answer[]): string {
    const name = `handler${this.handlers++}`;
    registerHandler(name, answers, this.answer);
    return name;
  }

  private readonly answer = (answer: Answer, call: Call): unknown => {
    if (++this.calls > MOST_CALLS) throw exceptionOf('RuntimeError', 'the program calls without end');
    for (const step of answer.steps ?? []) call.results.push(this.step(step, call) ?? null);
    if (answer.raises !== undefined) throw exceptionOf(...answer.raises);
    return this.value(answer.gives ?? null, call);
  };
}

function floatOf(text: string): number {
  if (text === 'inf') return Infinity;
  return text === '-inf' ? -Infinity : Number(text);
}
