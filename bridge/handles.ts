/**
 * The objects of ours that Python holds a proxy of, each under a small number. A handle lives as long as its proxy: when
 * that dies, Python calls `free`, and a view is released then, as CPython's reference count would.
 */
export class Handles {
  private readonly slots: (object | null)[] = [null];
  private readonly unused: number[] = [];
  private readonly numbers = new WeakMap<object, number>();
  /** Views whose proxy died while they were themselves exported; released when they can be. */
  private readonly orphans = new Set<Releasable>();

  /** The handle of an object, or 0 when Python has no proxy of it. */
  find(object: object): number {
    return this.numbers.get(object) ?? 0;
  }

  add(object: object): number {
    const handle = this.unused.pop() ?? this.slots.length;
    this.slots[handle] = object;
    this.numbers.set(object, handle);
    return handle;
  }

  get(handle: number): object {
    const object = this.slots[handle];
    if (object === null || object === undefined) throw new Error(`handle ${handle} is not in use`);
    return object;
  }

  free(handle: number): void {
    const object = this.get(handle);
    this.slots[handle] = null;
    this.unused.push(handle);
    this.numbers.delete(object);
    if (isReleasable(object)) this.release(object);
    if (this.orphans.size > 0) for (const orphan of this.orphans) this.release(orphan);
  }

  private release(view: Releasable): void {
    try {
      if (this.find(view) === 0) view.release();
      this.orphans.delete(view);
    } catch {
      this.orphans.add(view);
    }
  }
}

interface Releasable {
  release(): void;
}

function isReleasable(object: object): object is Releasable {
  return typeof (object as Partial<Releasable>).release === 'function';
}
