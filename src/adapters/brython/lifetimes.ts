/**
 * Finds the views that block a resize in Brython: it searches the variables of the running frames. Caller:
 * `values.ts`.
 */
import type { LifetimePolicy } from '../../protocol/index.js';
import { isViewReachable, visitProperties } from '../reachable.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { Instance } from './brython.js';

/** Decides what one blocked resize does. */
export function lifetimesOf(border: Border): (exporter: object) => LifetimePolicy {
  const { $B } = border;
  // Not followed: classes and modules lead to everything, and hold no view that would die with a function.
  const passed: readonly unknown[] = [$B.builtins['type'], $B.module];
  const exception = $B.builtins['BaseException']!;
  const heap = {
    get roots() {
      const roots: unknown[] = [];
      for (let at = $B.frame_obj; at !== null && at !== undefined; at = at.prev) {
        // While an exception is handled, its traceback holds the variables of the functions that it left.
        roots.push(at.frame[1], at.frame[3], at.frame.$current_exception?.['__traceback__']);
      }
      return roots;
    },
    get running() {
      return border.runtime.running();
    },
    held: (object: object) => (object as Instance)[VALUE],
    parts(object: object, visit: (part: unknown) => void) {
      const cls = (object as Instance).ob_type;
      const generator = (object as Instance)['js_gen'] as { $finished?: boolean } | undefined;
      if (passed.includes(cls) || generator?.$finished === true) return;
      // CPython deletes the variable of `except ... as e`, but Brython keeps it. So only the tracebacks of
      // exceptions being handled, above, count.
      if (cls?.tp_mro?.includes(exception)) {
        for (const key of ['args', '__cause__', '__context__', $B.DICT]) visit((object as Instance)[key]);
      } else if (Array.isArray(object)) object.forEach(visit);
      else {
        visit((object as Instance)[$B.DICT]);
        visitProperties(object, visit);
      }
    },
  };
  return (exporter) => (isViewReachable(heap, exporter) ? 'strict' : 'detach');
}
