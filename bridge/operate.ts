// What a shape's operation does: the method, constructor, attribute or function that it names. Caller: host.ts.
import { PyStopIteration } from '../src/exceptions/index.js';
import * as library from '../src/runtime/index.js';
import type { HostKeywords, HostType, Runtime, TypeName } from '../src/runtime/index.js';
import { callCodecs } from './codecs.js';
import type { Handle, PythonType } from './crossing.js';
import { callFunction } from './functions.js';
import type { Handles } from './handles.js';

type Kwargs = HostKeywords<unknown>;
type Operation = (self: unknown, args: readonly unknown[], kwargs: Kwargs) => unknown;
type Type = HostType<unknown, PythonType>;

const OPERATORS = library.operator as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;

/**
 * Operations by their names: a letter, a colon, and the name of a method or attribute. They take and return
 * what crosses.
 */
export class Operations {
  private readonly methods = new Map<TypeName, ReadonlyMap<string, Type['methods'][number]>>();

  constructor(
    private readonly runtime: Runtime<unknown, PythonType>,
    private readonly handles: Handles,
  ) {}

  /** The operation of a shape. */
  operation(operation: string): Operation {
    const { runtime } = this;
    const name = operation.slice(2);
    switch (operation[0]) {
      case 'm':
        return (self, args, kwargs) => this.callMethod(self, name, args, kwargs);
      case 'c':
        return (self, args, kwargs) => this.construct(this.handles.find(self)!, args, kwargs);
      case 'a':
        return (self) => this.attribute(self, name);
      case 's':
        return (self, args) => {
          this.typeOf(self)!.setAttribute(self, name, args[0]);
          return null;
        };
      case 't':
        return (_, args, kwargs) => runtime.modules['struct']!.functions[name]!(args, kwargs);
      case 'o':
        return (self, args) => runtime.run(() => OPERATORS[name]!(self, ...args));
      case 'k':
        return (self, args) => runtime.run(() => callCodecs(name, self, args));
      case 'f':
        return (_, args, kwargs) => runtime.run(() => callFunction(name, args[0] as string, kwargs!));
      case 'l':
        return (self) => runtime.run(() => (self as { __length_hint__(): number }).__length_hint__());
      case 'n':
        return (self) => this.next(self);
      default:
        throw new Error(`unknown operation ${operation}`);
    }
  }

  /** The table of the type of an object or a class; undefined for everything else. */
  private typeOf(self: unknown): Type | undefined {
    const type = this.handles.find(self)?.type;
    return type === undefined || type === 'int' || type === 'other' ? undefined : this.runtime.types[type];
  }

  /** The method of our type, not an override of the Python subclass: Python has already looked for those. */
  private callMethod(self: unknown, name: string, args: readonly unknown[], kwargs: Kwargs): unknown {
    const { runtime } = this;
    const type = this.typeOf(self);
    if (type === undefined) {
      if (name === 'from_bytes') return runtime.builtins['int.from_bytes'](args, kwargs);
      return runtime.builtins['int.to_bytes']([self, ...args], kwargs);
    }
    // Python's half of a Struct knows which call of `__init__` is the first.
    if (name === '__init__' && type.init !== null && type.name !== 'Struct') {
      type.init(self, args, kwargs);
      return null;
    }
    const method = this.methodsOf(type).get(name);
    if (method !== undefined) return method.call(self, args, kwargs);
    return runtime.run(() => library.callMethod(self, name, args, kwargs));
  }

  private methodsOf(type: Type): ReadonlyMap<string, Type['methods'][number]> {
    let methods = this.methods.get(type.name);
    if (methods === undefined) {
      methods = new Map(type.methods.map((method) => [method.name, method]));
      this.methods.set(type.name, methods);
    }
    return methods;
  }

  private construct(cls: Handle, args: readonly unknown[], kwargs: Kwargs): unknown {
    const type = this.runtime.types[cls.type as TypeName];
    return cls.derived === null ? type.construct(args, kwargs) : type.create(cls.derived, args, kwargs);
  }

  private attribute(self: unknown, name: string): unknown {
    const found = this.typeOf(self)?.attributes.find((each) => each.name === name);
    return found === undefined ? this.runtime.run(() => library.getAttribute(self, name)) : found.get(self);
  }

  private next(self: unknown): unknown {
    const value = this.typeOf(self)!.next(self);
    if (value !== undefined) return value;
    return this.runtime.run(() => {
      throw new PyStopIteration();
    });
  }
}
