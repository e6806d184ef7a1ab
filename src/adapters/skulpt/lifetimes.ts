/**
 * Decides what a blocked resize does in Skulpt. The local variables of Skulpt's functions cannot be
 * inspected, so only views reachable from global variables block a resize; all others are released. Caller:
 * `values.ts`.
 */
import type { LifetimePolicy } from '../../protocol/index.js';
import { isViewReachable, visitProperties } from '../reachable.js';
import { VALUE } from './border.js';
import type { Border } from './border.js';
import type { PyObject } from './skulpt.js';

/** Decides what one blocked resize does. */
export function lifetimesOf(border: Border): (exporter: object) => LifetimePolicy {
  const { Sk } = border;
  const { type, module } = Sk.builtin;
  const heap = {
    get roots() {
      return [Sk['globals']];
    },
    get running() {
      return border.runtime.running();
    },
    held: (object: object) => (object as PyObject)[VALUE],
    parts(object: object, visit: (part: unknown) => void) {
      const isPassed = object instanceof type! || (module !== undefined && object instanceof module);
      if (!isPassed) visitProperties(object, visit);
    },
  };
  return (exporter) => (isViewReachable(heap, exporter) ? 'strict' : 'detach');
}
