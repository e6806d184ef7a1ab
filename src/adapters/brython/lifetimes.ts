/**
 * Brython has no reference counts, and programs leave views to the collector that CPython would end at once: `bytes(m[1:3])`. So
 * a resize that meets views looks whether a program can still reach one: then it fails as in CPython, else the views are released.
 */
import { MemoryView } from '../../memoryview/index.js';
import type { LifetimePolicy } from '../../protocol/index.js';
import type { Border } from './border.js';
import type { Instance } from './brython.js';

/** Objects that are looked at before a view counts as reachable. */
const MOST = 100_000;

/** Decides by the variables of the frames that run, and by what they hold. */
export function lifetimesOf(border: Border): (exporter: object) => LifetimePolicy {
  return (exporter) => (isViewed(border, exporter) ? 'strict' : 'detach');
}

function isViewed(border: Border, exporter: object): boolean {
  const { $B, value } = border;
  const seen = new Set<object>();
  const open: object[] = [];
  // Classes and modules keep no views that would end with a function, and reach everything.
  const passed: readonly unknown[] = [$B.builtins['type'], $B.module];
  const visit = (each: unknown) => {
    if (typeof each !== 'object' || each === null || seen.has(each)) return;
    if (passed.includes((each as Instance).ob_type)) return;
    seen.add(each);
    open.push(each);
  };
  for (let at = $B.frame_obj; at !== null && at !== undefined; at = at.prev) {
    visit(at.frame[1]);
    visit(at.frame[3]);
  }
  while (open.length > 0) {
    if (seen.size > MOST) return true;
    const object = open.pop()!;
    const held = (object as Instance)[value];
    if (held instanceof MemoryView) {
      if (viewed(held) === exporter) return true;
      continue;
    }
    if (held === undefined) visitParts(object, visit, $B.DICT);
  }
  return false;
}

/** Variables of a namespace, items of a list, tuple, set or dict, attributes of an instance. */
function visitParts(object: object, visit: (each: unknown) => void, dict: symbol): void {
  if (Array.isArray(object)) {
    for (const each of object) visit(each);
    return;
  }
  visit((object as Instance)[dict]);
  for (const key of Object.keys(object)) {
    try {
      const part = (object as Instance)[key];
      visit(part);
    } catch {
      // A namespace of Brython's can refuse to show a name.
    }
  }
}

/** The exporter under a view; null for a released one. */
function viewed(view: MemoryView): unknown {
  try {
    return view.obj;
  } catch {
    return null;
  }
}
