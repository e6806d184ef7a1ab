import { PyBufferError } from '../exceptions/index.js';
import type { BufferView } from './buffer-view.js';

/**
 * What a resize does while views are out.
 *
 * - `strict`: CPython's counting; the resize raises BufferError until every view is released.
 * - `detach`: for runtimes whose source language counts references and so has released temporary views already; the
 *   resize goes ahead and releases the outstanding views, whose later use raises Python's "released" ValueError.
 */
export type LifetimePolicy = 'strict' | 'detach';

let policy: LifetimePolicy = 'strict';
let debugging = false;

/** The policy in force. */
export function lifetimePolicy(): LifetimePolicy {
  return policy;
}

/** Chooses the policy; returns the one that was in force before. */
export function setLifetimePolicy(next: LifetimePolicy): LifetimePolicy {
  const before = policy;
  policy = next;
  return before;
}

/**
 * Switches the record of live views on or off: while on, each export remembers where it was made, and a BufferError
 * about live exports lists those places. Costs a stack trace for each view. Returns the former state.
 */
export function debugExports(on: boolean): boolean {
  const before = debugging;
  debugging = on;
  return before;
}

/**
 * The exports of one exporter. Views keep a reference to it, so that a detached exporter is seen by all of its views
 * with one look, without a list of them.
 */
export class Exports {
  /** Exports that are out. */
  count = 0;
  /** Those of them that a resize may take away under the policy `detach`; the rest are pins of running calls. */
  detachable = 0;
  /** Set once: every view of these exports counts as released. */
  detached = false;
  /** Where the live exports were made, while debugging. */
  origins: Map<BufferView, string> | null = null;

  /** Counts one export. */
  add(view: BufferView): BufferView {
    this.count++;
    if (debugging) (this.origins ??= new Map()).set(view, new Error('view made').stack ?? '');
    return view;
  }

  /** Gives one export back. */
  remove(view: BufferView): void {
    this.count--;
    this.origins?.delete(view);
  }

  /** Where the live exports were made: one stack trace each, while debugging. */
  liveOrigins(): string[] {
    return this.origins === null ? [] : [...this.origins.values()];
  }

  /**
   * Called before a resize: returns when it may go on, raises otherwise. Under `detach` it releases the views, and
   * the exporter must take a new record (`exports = null`) when this returns true.
   *
   * @param message CPython's text for this type
   * @returns whether the views were detached
   */
  checkResize(message: string): boolean {
    if (this.count === 0) return false;
    if (policy === 'detach' && this.detachable === this.count) {
      this.detached = true;
      return true;
    }
    const origins = this.liveOrigins();
    throw new PyBufferError(
      origins.length === 0
        ? message
        : `${message}\nlive views, by where they were made:\n${origins.join('\n')}`,
    );
  }
}
