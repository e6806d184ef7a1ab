/**
 * Counts exports and decides what a resize does while there are some: raise BufferError (`strict`) or detach
 * the views.
 */
import { PyBufferError } from '../exceptions/index.js';

/**
 * What a resize does while there are views.
 *
 * - `strict`: CPython's counting; the resize raises BufferError until every view is released.
 * - `detach`: for runtimes whose source language counts references, and so has already released temporary
 *   views. The resize succeeds and releases the remaining views; using them later raises Python's "released"
 *   ValueError.
 */
export type LifetimePolicy = 'strict' | 'detach';

/**
 * A policy for all exporters, or a function that chooses one whenever a resize meets live views of an
 * exporter.
 */
export type LifetimeRule = LifetimePolicy | ((exporter: object) => LifetimePolicy);

let policy: LifetimeRule = 'strict';
let debugging = false;

/**
 * Returns the policy in force.
 *
 * Not Python, where reference counts end views.
 */
export function lifetimePolicy(): LifetimeRule {
  return policy;
}

/**
 * Sets the policy for programs that call the library themselves, and returns the former one. Runtimes made by
 * `createRuntime` have their own.
 *
 * Not Python, where reference counts end views.
 *
 * @param next a policy, or a function from an exporter to one, with which a runtime can check whether a view
 *   of it is still reachable
 */
export function setLifetimePolicy(next: LifetimeRule): LifetimeRule {
  const before = policy;
  policy = next;
  return before;
}

/** The number of watchers of new memoryviews: the record of live views, and the open scope. */
export const watchers = { count: 0 };

/**
 * Switches the record of live views on or off, and returns the former state. While it is on, each view
 * records where it was made, and a BufferError about live exports lists those places. It costs a stack trace
 * for each view.
 *
 * Not Python, where reference counts end views.
 */
export function debugExports(on: boolean): boolean {
  const before = debugging;
  debugging = Boolean(on);
  watchers.count += Number(debugging) - Number(before);
  return before;
}

/** The live views made while debugging, with their exporters and the stacks at which they were made. */
const origins = new Map<object, { exports: Exports; stack: string }>();

/**
 * Returns the places at which the live views were made that {@link debugExports} has recorded.
 *
 * Not Python, where reference counts end views.
 */
export function liveViews(): string[] {
  return [...origins.values()].map((origin) => origin.stack);
}

/** An export that an exporter counts: a `BufferView`. */
interface Export {
  exports: Exports | null;
  readonly obj?: unknown;
}

/**
 * The exports of one exporter. Each view refers to this object and reads here that the exporter was detached,
 * so no list of views is needed.
 */
export class Exports {
  /** The number of exports. */
  count = 0;
  /**
   * The number of exports that running calls hold, or that view a view. A resize cannot take them away even
   * under the policy `detach`. Each export is a pin until its holder says that it checks `detached` itself
   * ({@link unpin}).
   */
  pins = 0;
  /**
   * How often somebody received the exporter's current memory itself, and so may still write to it after the
   * export has ended. Memoryviews and running calls give nothing out, so they undo their count here.
   */
  escaped = 0;
  /** Set once: every view of these exports counts as released. */
  detached = false;
  /** The exporter; set by the first view. */
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
   * Counts one export out.
   *
   * CPython: `ob_exports--`
   */
  remove(view: Export): void {
    this.count--;
    this.pins--;
    this.forget(view);
  }

  /**
   * Declares that the holder of an export checks `detached` before each use and gives the memory to nobody.
   *
   * Not Python: see {@link LifetimePolicy}.
   */
  unpin(view: Export): void {
    this.pins--;
    this.escaped--;
    this.forget(view);
  }

  /**
   * Undoes {@link unpin} before the export is released.
   *
   * Not Python: see {@link LifetimePolicy}.
   */
  pin(): void {
    this.pins++;
  }

  /**
   * The record that replaces this one after views were detached. It keeps counting memory that was given out
   * before.
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
   * While debugging, remembers a new view until {@link forget}.
   *
   * Not Python: see {@link debugExports}.
   */
  note(view: object): void {
    if (debugging) origins.set(view, { exports: this, stack: new Error('view made').stack ?? '' });
  }

  /**
   * Forgets a view that is released.
   *
   * Not Python: see {@link debugExports}.
   */
  forget(view: object): void {
    if (origins.size > 0) origins.delete(view);
  }

  /**
   * Called before a resize. Under `detach` it releases the views, and the exporter must take a new record
   * ({@link successor}) if this returns true. It returns the exception instead of raising it: V8 compiles
   * only functions that return.
   *
   * @param message CPython's text for this type
   * @returns whether the views were detached, or the exception to raise
   *
   * CPython: Objects/bytearrayobject.c `_canresize`
   */
  checkResize(message: string): boolean | PyBufferError {
    if (this.count === 0) return false;
    if (this.pins === 0 && (typeof policy === 'function' ? policy(this.exporter!) : policy) === 'detach') {
      this.detached = true;
      return true;
    }
    return new PyBufferError(origins.size === 0 ? message : message + whereMade(this));
  }
}

/** The places at which the live views of a record were made, while debugging. */
function whereMade(exports: Exports): string {
  let text = '';
  for (const origin of origins.values()) {
    if (origin.exports !== exports) continue;
    if (text === '') text = '\nlive views, by where they were made:';
    text += `\n${origin.stack}`;
  }
  return text;
}
