/** A Python runtime whose objects are the library's own values: the smallest host of `createRuntime`. */
import { PyException } from 'pybuffer';
import { Ellipsis, NotImplemented, PyComplex, PyFloat, Slice, createRuntime, tuple } from 'pybuffer/runtime';
import type { Host } from 'pybuffer/runtime';

const same = (value: unknown) => value;

/** A host whose objects are the library's values. Other test hosts override parts of it. */
export const bareHost: Host<unknown, object> = {
  fromHost: same,
  none: null,
  notImplemented: NotImplemented,
  ellipsis: Ellipsis,
  bool: same,
  int: same,
  float: (value) => new PyFloat(value),
  complex: (re, im) => new PyComplex(re, im),
  str: same,
  tuple: (items) => tuple(...items),
  list: same,
  dict: (entries) => new Map(entries),
  slice: (start, stop, step) => new Slice(start as never, stop as never, step as never),
  foreign: same,
  function:
    (_name, call) =>
    (...args: unknown[]) =>
      call(args, null),
  wrap: (_type, value) => value,
  typeObject: (type) => type,
  typeOf: (object) => (object as object).constructor,
  nameOf: (type) => ({ name: (type as { name: string }).name, full: (type as { name: string }).name }),
  special: () => undefined,
  callSpecial: () => null,
  call: (callable, args) => (callable as (...args: unknown[]) => unknown)(...args),
  describeError: (error) =>
    error instanceof PyException ? { names: [error.name, 'Exception'], message: error.message } : null,
  makeError: ({ error }) => error,
};

export const bareRuntime = createRuntime(bareHost);
