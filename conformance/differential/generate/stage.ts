// Builds a program step by step: each step runs on our side before the next is chosen. Callers: index.ts,
// scenes.ts.
import type { Callables } from '../ours.js';
import { Run } from '../ours.js';
import type { Step, Value } from '../program.js';
import { Choices } from './choices.js';
import { Context } from './context.js';
import type { Kinds, Memory } from './context.js';

/** A variable of the program. */
export interface Variable {
  readonly v: number;
}

/** A program in the making. */
export class Stage {
  readonly choose: Choices;
  readonly program: Step[] = [];
  private readonly run: Run;
  private readonly results: string[] = [];

  constructor(
    callables: Callables,
    readonly memory: Memory,
    seed: number,
    number: number,
    private readonly kinds: Kinds,
    private readonly anyStep: (c: Context) => Step,
  ) {
    this.choose = new Choices(seed, number);
    this.run = new Run(callables);
  }

  /** The context for the next step. */
  get context(): Context {
    return new Context(this.choose, this.run, this.program.length, this.memory, this.kinds, this.anyStep);
  }

  /** Adds a step and runs it. */
  do(step: Step): Variable {
    this.program.push(step);
    this.results.push(this.run.next(step));
    return { v: this.program.length - 1 };
  }

  call(name: string, ...args: readonly Value[]): Variable {
    return this.do({ op: 'call', name, args });
  }

  method(self: Value, name: string, ...args: readonly Value[]): Variable {
    return this.do({ op: 'method', self, name, args });
  }

  operator(name: string, ...args: readonly Value[]): Variable {
    return this.do({ op: 'operator', name, args });
  }

  /** The result of a step on our side; null if it raised. */
  value({ v }: Variable): unknown {
    return this.run.variable(v);
  }

  /** The result of each step, then the final state of each variable. */
  finish(): string[] {
    return [...this.results, ...this.run.states()];
  }
}
