/** Scopes that release the views made in them, for targets without `using`. */
import { PyException, PyTypeError } from '../exceptions/index.js';
import { typeName } from '../python/index.js';
import { DISPOSE } from './disposable.js';
import { watchers } from './lifetime.js';

/** What a scope can release: a `MemoryView`. */
export interface Releasable {
  /** Releases its export. */
  release(): void;
}

let active: Scope | null = null;

function activate(scope: Scope | null): Scope | null {
  const before = active;
  active = scope;
  watchers.count += Number(scope !== null) - Number(before !== null);
  return before;
}

/**
 * Tells the open scope, if any, that a view was made.
 *
 * Not Python: see {@link Scope}.
 */
export function track(view: Releasable): void {
  if (active !== null) active.add(view);
}

/**
 * Collects views and releases them together. Not Python, where a reference count does it.
 *
 * While it is open it collects every `MemoryView` that is made, by anyone; scopes nest. Code that awaits
 * something in between uses `scope(...)` around its synchronous parts, or `add` on a scope that was never
 * opened.
 */
export class Scope {
  #views: Releasable[] = [];
  #outer: Scope | null = null;
  #open = false;

  /**
   * Starts to collect; `close` ends it.
   *
   * Not Python.
   */
  open(): this {
    if (!this.#open) {
      this.#open = true;
      this.#outer = activate(this);
    }
    return this;
  }

  /**
   * Adds one view, which is then released with the others. Returns that view.
   *
   * Not Python.
   */
  add<V extends Releasable>(view: V): V {
    this.#views.push(view);
    return view;
  }

  /**
   * Takes a view out, so that it outlives the scope. Returns that view.
   *
   * Not Python.
   */
  keep<V extends Releasable>(view: V): V {
    const index = this.#views.lastIndexOf(view);
    if (index >= 0) this.#views.splice(index, 1);
    return view;
  }

  /**
   * Releases all views, the latest first, and stops collecting.
   *
   * @throws PyBufferError the first that a `release()` raised, after all others were released
   *
   * Not Python.
   */
  close(): void {
    if (this.#open) {
      this.#open = false;
      if (active === this) activate(this.#outer);
      this.#outer = null;
    }
    const views = this.#views;
    this.#views = [];
    let failure: unknown = null;
    for (let i = views.length - 1; i >= 0; i--) {
      try {
        views[i]!.release();
      } catch (error) {
        failure ??= error;
      }
    }
    if (failure !== null) throw failure;
  }

  [DISPOSE](): void {
    this.close();
  }
}

/**
 * Runs a function and releases every view made meanwhile, even if it throws.
 *
 * @param body must be synchronous; its result must not be one of the views, unless it took it out with `keep`
 * @returns what `body` returned
 *
 * @example
 * ```ts
 * const data = new ByteArray('abcdef', 'ascii');
 * scope(() => new Bytes(new MemoryView(data).slice(1, 3))); // b'bc'
 * data.append(33);
 * data // bytearray(b'abcdef!')
 * ```
 *
 * Not Python, where a reference count does it.
 */
export function scope<R>(body: (scope: Scope) => R): R {
  if (typeof body !== 'function') throw new PyTypeError(`'${typeName(body)}' object is not callable`);
  const views = new Scope().open();
  let result: R;
  try {
    result = body(views);
  } catch (error) {
    try {
      views.close();
    } catch (failure) {
      // The body's own error takes precedence.
      if (!(failure instanceof PyException)) throw failure;
    }
    throw error;
  }
  views.close();
  return result;
}
