/** What a blocked resize does in Brython: it looks through the variables of the frames that run. Caller: `values.ts`. */
import type { LifetimePolicy } from '../../protocol/index.js';
import { isViewReachable, visitProperties } from '../reachable.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { Instance } from './brython.js';

/** The policy for one resize. */
export function lifetimesOf(border: Border): (exporter: object) => LifetimePolicy {
  const { $B } = border;
  // Classes and modules lead to everything, and keep no views that would end with a function.
  const passed: readonly unknown[] = [$B.builtins['type'], $B.module];
  const heap = {
    get roots() {
      const roots: unknown[] = [];
      for (let at = $B.frame_obj; at !== null && at !== undefined; at = at.prev)
        roots.push(at.frame[1], at.frame[3]);
      return roots;
    },
    get running() {
      return border.runtime.running();
    },
    held: (object: object) => (object as Instance)[VALUE],
    parts(object: object, visit: (part: unknown) => void) {
      if (passed.includes((object as Instance).ob_type)) return;
      if (Array.isArray(object)) object.forEach(visit);
      else {
        visit((object as Instance)[$B.DICT]);
        visitProperties(object, visit);
      }
    },
  };
  return (exporter) => (isViewReachable(heap, exporter) ? 'strict' : 'detach');
}
