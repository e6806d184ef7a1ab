/**
 * Our objects of which Python holds a proxy, each under a small number. A number stays taken while the proxy
 * lives. When the proxy dies, Python calls `free`, which also releases a view, as CPython's reference count
 * would.
 */
import type { Handle } from './crossing.js';

export class Handles {
  private readonly slots: (Handle | null)[] = [null];
  private readonly unused: number[] = [];
  private readonly known = new WeakMap<object, Handle>();
  /** Views whose proxy died while they were themselves exported; released when possible. */
  private readonly orphans = new Set<Handle>();

  /** The handle of an object; undefined for one that never crossed. */
  find(object: unknown): Handle | undefined {
    return this.known.get(object as object);
  }

  /** Remembers the handle of an object that the runtime does not remember. */
  remember(handle: Handle): Handle {
    this.known.set(handle.value, handle);
    return handle;
  }

  /** Gives a handle a number. */
  add(handle: Handle): number {
    const number = this.unused.pop() ?? this.slots.length;
    this.slots[number] = this.remember(handle);
    handle.number = number;
    return number;
  }

  get(number: number): Handle {
    const handle = this.slots[number];
    if (handle === null || handle === undefined) throw new Error(`handle ${number} is not in use`);
    return handle;
  }

  free(number: number): void {
    const handle = this.get(number);
    this.slots[number] = null;
    this.unused.push(number);
    handle.number = 0;
    if (isReleasable(handle.value)) this.release(handle);
    if (this.orphans.size > 0) for (const orphan of this.orphans) this.release(orphan);
  }

  private release(handle: Handle): void {
    try {
      if (handle.number === 0) (handle.value as Releasable).release();
      this.orphans.delete(handle);
    } catch {
      this.orphans.add(handle);
    }
  }
}

interface Releasable {
  release(): void;
}

function isReleasable(object: object): object is Releasable {
  return typeof (object as Partial<Releasable>).release === 'function';
}
