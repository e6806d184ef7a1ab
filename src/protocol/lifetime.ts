import { PyBufferError } from '../exceptions/index.js';

/**
 * What a resize does while views are out.
 *
 * - `strict`: CPython's counting; the resize raises BufferError until every view is released.
 * - `detach`: for runtimes whose source language counts references and so has released temporary views already; the
 *   resize goes ahead and releases the outstanding views, whose later use raises Python's "released" ValueError.
 */
export type LifetimePolicy = 'strict' | 'detach';

/** A policy for every exporter, or a function that chooses one each time a resize meets live views of an exporter. */
export type LifetimeRule = LifetimePolicy | ((exporter: object) => LifetimePolicy);

let policy: LifetimeRule = 'strict';
let debugging = false;

/**
 * The policy in force.
 *
 * Not Python: there reference counts end views.
 */
export function lifetimePolicy(): LifetimeRule {
  return policy;
}

/**
 * Chooses the policy of programs that call the library themselves; runtimes made by `createRuntime` have their own. Returns the
 * one that was in force before.
 *
 * Not Python: there reference counts end views.
 *
 * @param next a policy, or a function from an exporter to one: a runtime can look whether a view of it is still reachable
 */
export function setLifetimePolicy(next: LifetimeRule): LifetimeRule {
  const before = policy;
  policy = next;
  return before;
}

/**
 * Switches the record of live views on or off: while on, each view remembers where it was made, and a BufferError
 * about live exports lists those places. Costs a stack trace for each view. Returns the former state.
 *
 * Not Python: there reference counts end views.
 */
export function debugExports(on: boolean): boolean {
  const before = debugging;
  debugging = on;
  return before;
}

/** The live views made while debugging: whose they are, and the stack at which they were made. */
const origins = new Map<object, { exports: Exports; stack: string }>();

/**
 * The places at which the views were made that are live now and were made while {@link debugExports} was on.
 *
 * Not Python: there reference counts end views.
 */
export function liveViews(): string[] {
  return [...origins.values()].map((origin) => origin.stack);
}

/** What an exporter has given out and counts: a `BufferView`. */
interface Export {
  exports: Exports | null;
  readonly obj?: unknown;
}

/**
 * The exports of one exporter. Views keep a reference to it, so that a detached exporter is seen by all of its views
 * with one look, without a list of them.
 */
export class Exports {
  /** Exports that are out. */
  count = 0;
  /**
   * Those of them that running calls hold, and calls that view a view: a resize cannot take them away even under the
   * policy `detach`. Each export is a pin until its holder says that it minds `detached` itself ({@link unpin}).
   */
  pins = 0;
  /**
   * How often the exporter's present memory itself was given to somebody who may keep it, and so write to it after the
   * export has ended. A memoryview and a running call give nothing out, and take back what they counted here.
   */
  escaped = 0;
  /** Set once: every view of these exports counts as released. */
  detached = false;
  /** Whose exports these are, known with the first view. */
  private exporter: object | null = null;

  /**
   * Counts one export.
   *
   * CPython: `ob_exports++`
   */
  add<View extends Export>(view: View): View {
    this.count++;
    this.pins++;
    this.escaped++;
    view.exports = this;
    this.exporter = view.obj as object;
    this.note(view);
    return view;
  }

  /**
   * Gives one export back.
   *
   * CPython: `ob_exports--`
   */
  remove(view: Export): void {
    this.count--;
    this.pins--;
    this.forget(view);
  }

  /**
   * The holder of an export looks at `detached` before each use, and keeps the memory to itself.
   *
   * Not Python: see {@link LifetimePolicy}.
   */
  unpin(view: Export): void {
    this.pins--;
    this.escaped--;
    this.forget(view);
  }

  /**
   * The reverse of {@link unpin}, before the export is given back.
   *
   * Not Python: see {@link LifetimePolicy}.
   */
  pin(): void {
    this.pins++;
  }

  /**
   * The record that takes over after views were detached: what escaped is still out.
   *
   * Not Python: see {@link LifetimePolicy}.
   */
  successor(): Exports | null {
    if (this.escaped === 0) return null;
    const next = new Exports();
    next.escaped = this.escaped;
    return next;
  }

  /**
   * While debugging, remembers that a view is being made, until {@link forget}.
   *
   * Not Python: see {@link debugExports}.
   */
  note(view: object): void {
    if (debugging) origins.set(view, { exports: this, stack: new Error('view made').stack ?? '' });
  }

  /**
   * A noted view is released.
   *
   * Not Python: see {@link debugExports}.
   */
  forget(view: object): void {
    if (origins.size > 0) origins.delete(view);
  }

  /**
   * Called before a resize: returns when it may go on, raises otherwise. Under `detach` it releases the views, and
   * the exporter must take a new record ({@link successor}) when this returns true.
   *
   * @param message CPython's text for this type
   * @returns whether the views were detached
   *
   * CPython: Objects/bytearrayobject.c `_canresize`
   */
  checkResize(message: string): boolean {
    if (this.count === 0) return false;
    if (this.pins === 0 && (typeof policy === 'function' ? policy(this.exporter!) : policy) === 'detach') {
      this.detached = true;
      return true;
    }
    let text = message;
    for (const origin of origins.values()) {
      if (origin.exports !== this) continue;
      if (text === message) text += '\nlive views, by where they were made:';
      text += `\n${origin.stack}`;
    }
    throw new PyBufferError(text);
  }
}
