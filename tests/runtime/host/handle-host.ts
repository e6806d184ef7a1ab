// A host whose objects are handles, for tests of `createRuntime`: each value of the library's types is in a
// handle, and lists, dicts and numbers are JavaScript's. It has no classes for the types: `machineOf` does
// the work of a host's compiler and classes. Caller: programs.test.ts.
import type { ABI } from 'pybuffer';
import { NotImplemented, Slice, createRuntime } from 'pybuffer/runtime';
import type { Host, HostFunction, Runtime, TypeName } from 'pybuffer/runtime';
import { callables } from '../../../conformance/differential/callables.js';
import { directly } from '../../../conformance/differential/ours.js';
import type { Machine } from '../../../conformance/differential/ours.js';
import { arrayReconstructor } from '../../../src/companions/array/pickle.js';
import { CLASSES } from '../../../src/runtime/records.js';
import { bareHost } from '../../properties/bare-runtime.js';

class Handle {
  constructor(
    readonly type: TypeName,
    readonly value: object,
  ) {}
}

/** A tuple of the host. */
class Tuple {
  constructor(readonly items: readonly unknown[]) {}
}

type HostRuntime = Runtime<unknown, object>;

function start(abi: ABI): HostRuntime {
  const host: Host<unknown, object> = {
    ...bareHost,
    abi,
    fromHost(object) {
      if (object instanceof Handle) return object.value;
      if (object instanceof Tuple)
        return runtime.tuple(
          object,
          object.items.map((each) => host.fromHost(each)),
          false,
        );
      if (Array.isArray(object)) return runtime.list(object, () => object);
      if (object instanceof Slice) {
        const [from, to, step] = [object.start, object.stop, object.step].map((part) => host.fromHost(part));
        return new Slice(from as null, to as null, step as null);
      }
      return object;
    },
    tuple: (items) => new Tuple(items),
    function: (name, call) =>
      Object.defineProperty(
        (...args: unknown[]) => host.fromHost(call(args.map(runtime.toHost), null)),
        'name',
        {
          value: name,
        },
      ),
    wrap: (type, value) => new Handle(type, value),
    typeObject: (type) => CLASSES[type],
    lookUp: (module, name) =>
      module === 'array' && name === '_array_reconstructor' ? arrayReconstructor : undefined,
  };
  const runtime = createRuntime(host);
  return runtime;
}

/** The operators that a type's tables list as methods of the left operand with one argument. */
const BINARY: Readonly<Record<string, string>> = Object.fromEntries(
  ['add', 'mul', 'mod', 'getitem', 'contains', 'iadd', 'imul', 'lt', 'le', 'eq', 'ne', 'gt', 'ge'].map(
    (name) => [name, `__${name}__`],
  ),
);

/** Methods that a host gets as operators, which try both sides: a direct call would raise the operator's error. */
const OPERATORS = new Set(['__add__', '__iadd__', '__mul__', '__imul__', '__mod__']);

/** Runs the steps of programs through the types of a host's runtime, as a host's classes and compiler do. */
export function machineOf(abi: ABI): Machine {
  const runtime = start(abi);
  const { types, modules, builtins, toHost, fromHost } = runtime;
  const handleOf = (value: unknown): Handle | null => {
    if (typeof value !== 'object' || value === null) return null;
    const object = toHost(value);
    return object instanceof Handle ? object : null;
  };
  const named = (kwargs: Record<string, unknown> | null) =>
    kwargs === null
      ? null
      : Object.fromEntries(Object.entries(kwargs).map(([name, value]) => [name, toHost(value)]));
  const functions = new Map<unknown, HostFunction<unknown>>();
  const add = (name: string, run: HostFunction<unknown> | undefined) => {
    if (run !== undefined && callables[name] !== undefined) functions.set(callables[name], run);
  };
  for (const name of ['bytes', 'bytearray', 'memoryview'] as const) add(name, types[name].construct);
  add('array.array', types.array.construct);
  add('io.BytesIO', types.BytesIO.construct);
  add('struct.Struct', types.Struct.construct);
  for (const [module, { functions: own }] of Object.entries(modules)) {
    for (const [name, run] of Object.entries(own)) add(`${module}.${name}`, run);
  }
  for (const name of ['str', 'int', 'float', 'ord', 'int.from_bytes'] as const) add(name, builtins[name]);

  /** The methods that a host calls for built-in functions with one argument of our types. */
  const unary: Readonly<Record<string, string>> = { len: '__len__', repr: '__repr__', iter: '__iter__' };
  const ofMethod = (handle: Handle, name: string) =>
    types[handle.type].has(name) ? types[handle.type].unary(name)(handle) : undefined;

  return {
    call(callable, args, kwargs) {
      const run = functions.get(callable);
      if (run !== undefined) return fromHost(run(args.map(toHost), named(kwargs)));
      const handle = args.length === 1 && kwargs === null ? handleOf(args[0]) : null;
      if (handle !== null) {
        const name = Object.keys(unary).find((each) => callables[each] === callable);
        const made = name === undefined ? undefined : ofMethod(handle, unary[name]!);
        if (made !== undefined) return fromHost(made);
        if (callable === callables['next'] && types[handle.type].has('__next__')) {
          const item = types[handle.type].next(handle);
          if (item !== undefined) return fromHost(item);
        }
      }
      return directly.call(callable, args, kwargs);
    },
    callMethod(self, name, args, kwargs) {
      const handle = handleOf(self);
      const method = handle && types[handle.type].methods.find((each) => each.name === name);
      if (!method || method.binding !== 'instance' || OPERATORS.has(name))
        return directly.callMethod(self, name, args, kwargs);
      return fromHost(method.call(handle, args.map(toHost), named(kwargs)));
    },
    getAttribute(self, name) {
      const handle = handleOf(self);
      const attribute = handle && types[handle.type].attributes.find((each) => each.name === name);
      return attribute ? fromHost(attribute.get(handle)) : directly.getAttribute(self, name);
    },
    operate(name, args) {
      const [self, ...rest] = args;
      const handle = handleOf(self);
      if (handle === null) return directly.operate(name, args);
      const type = types[handle.type];
      if (name === 'setitem' && rest.length === 2)
        return type.setItem(handle, toHost(rest[0]), toHost(rest[1]));
      if (name === 'delitem' && rest.length === 1) return type.setItem(handle, toHost(rest[0]), undefined);
      const method = BINARY[name];
      if (method !== undefined && rest.length === 1 && type.has(method)) {
        const result = fromHost(type.binary(method)(handle, toHost(rest[0])));
        if (result !== NotImplemented) return result;
      }
      return directly.operate(name, args);
    },
  };
}
