/**
 * Finds out whether a program can still reach a view, for hosts without reference counts. CPython frees a
 * view that nobody holds, as in `bytes(m[1:3])`, at once; here it lives until the collector runs. So a resize
 * that meets views fails, as in CPython, only if one of them is reachable, and releases them otherwise.
 * Callers: the adapters' lifetimes.
 */
import { MemoryView } from '../memoryview/index.js';
import { ITERATION, isPositioned } from '../python/index.js';

/** The number of objects to search before a view counts as reachable. */
const MOST = 100_000;

/** What a host reports about its objects. */
export interface Heap {
  /** Objects that a program can name: its variables. */
  readonly roots: Iterable<unknown>;
  /** Our values that running calls use. */
  readonly running: Iterable<unknown>;
  /** Our value in a handle; undefined for other objects. */
  held(object: object): unknown;
  /** Visits the objects that an object refers to. */
  parts(object: object, visit: (part: unknown) => void): void;
}

/** Whether a view of an exporter can be reached. */
export function isViewReachable(heap: Heap, exporter: object): boolean {
  for (const value of heap.running) if (isViewOf(value, exporter)) return true;
  const seen = new Set<object>();
  const open: object[] = [];
  const visit = (part: unknown) => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    open.push(part);
  };
  for (const root of heap.roots) visit(root);
  while (open.length > 0) {
    if (seen.size > MOST) return true;
    const object = open.pop()!;
    const held = heap.held(object);
    if (held === undefined) heap.parts(object, visit);
    else if (isViewOf(held, exporter)) return true;
  }
  return false;
}

/** Whether a value is a view of an exporter, or an iterator over one. */
function isViewOf(value: unknown, exporter: object): boolean {
  if (isPositioned(value)) return isViewOf(value[ITERATION].source, exporter);
  return value instanceof MemoryView && exporterOf(value) === exporter;
}

/** Visits the properties of an object; a namespace can refuse to show one. */
export function visitProperties(object: object, visit: (part: unknown) => void): void {
  for (const key of Object.keys(object)) {
    try {
      visit((object as Record<string, unknown>)[key]);
    } catch {
      // The others count.
    }
  }
}

/** The exporter under a view; null for a released one. */
function exporterOf(view: MemoryView): unknown {
  try {
    return view.obj;
  } catch {
    return null;
  }
}
