import { PyStopIteration } from '../src/exceptions/index.js';
import * as runtime from '../src/runtime/index.js';
import { BASE } from './bridge.js';
import { callCodecs } from './codecs.js';
import { callFunction } from './functions.js';

type Kwargs = Record<string, unknown> | null;
type Operation = (self: unknown, args: readonly unknown[], kwargs: Kwargs) => unknown;

/** What a shape does, by its name: a letter, a colon, and the name of a method or attribute. */
export function operate(operation: string): Operation {
  const name = operation.slice(2);
  switch (operation[0]) {
    case 'm':
      return (self, args, kwargs) => {
        const base = baseOf(self);
        // The method of our class, not one that the Python subclass puts in its place: Python itself looked that up.
        if (base !== undefined) return runtime.callMethod(base, name, [self, ...args], kwargs);
        return runtime.callMethod(self, name, args, kwargs);
      };
    case 'c':
      return (self, args, kwargs) => runtime.call(self, args, kwargs);
    case 'a':
      return (self) => runtime.getAttribute(self, name);
    case 's':
      return (self, args) => runtime.setAttribute(self, name, args[0]);
    case 't':
      return (_, args, kwargs) => runtime.callStruct(name, args, kwargs);
    case 'k':
      return (self, args) => callCodecs(name, self, args);
    case 'f':
      return (_, args, kwargs) => callFunction(name, args[0] as string, kwargs!);
    case 'l':
      return (self) => (self as { __length_hint__(): number }).__length_hint__();
    case 'n':
      return (self) => next(self as Iterator<unknown>);
    default:
      throw new Error(`unknown operation ${operation}`);
  }
}

/** The class of ours under a Python subclass; undefined for everything else. */
function baseOf(self: unknown): object | undefined {
  if (typeof self !== 'object' || self === null) return undefined;
  return (self.constructor as { [BASE]?: object })[BASE];
}

function next(iterator: Iterator<unknown>): unknown {
  const step = iterator.next();
  if (step.done === true) throw new PyStopIteration();
  return step.value;
}
