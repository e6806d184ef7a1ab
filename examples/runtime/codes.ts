/**
 * A second runtime, with another model of values than toy.ts, in one file with its adapter: ints are `{ n }`,
 * text is an array of code points, a call returns a code and leaves its result or its exception in a
 * register, and one kind of object exports its own memory.
 */
import { fillInfo } from 'pybuffer/protocol';
import { Ellipsis, NotImplemented, PyFloat, Slice, createRuntime } from 'pybuffer/runtime';
import type { HostExporter, HostKeywords, Runtime, TypeName } from 'pybuffer/runtime';

export type Value =
  | { readonly n: bigint }
  | { readonly x: number }
  | { readonly text: readonly number[] }
  | { readonly constant: 'None' | 'True' | 'False' | 'Ellipsis' | 'NotImplemented' }
  | { readonly items: Value[]; readonly kind: 'tuple' | 'list' | 'slice'; readonly named?: Class }
  | { readonly pairs: readonly (readonly [Value, Value])[] }
  | { readonly code: Code }
  | { readonly error: string; readonly message: string; readonly notes: string[] }
  | { readonly memory: Uint8Array }
  | { readonly held: object; readonly of: Class }
  | { readonly fields: Map<string, Value>; readonly of: Class }
  | Class;

/** A function: returns 0 if its result is in the register, 1 if an exception is. */
export type Code = (args: readonly Value[], keywords: HostKeywords<Value>) => 0 | 1;

/** A class: its own definitions, and its base. */
export class Class {
  readonly body = new Map<string, Value>();
  constructor(
    readonly title: string,
    readonly parent: Class | null = null,
  ) {}

  find(name: string): Value | undefined {
    return this.body.get(name) ?? this.parent?.find(name);
  }
}

/** A failed call on its way through JavaScript. */
class Failure extends Error {
  constructor(readonly value: Value) {
    super('a call of the runtime failed');
  }
}

export const none: Value = { constant: 'None' };
const constant = (name: 'True' | 'False' | 'Ellipsis' | 'NotImplemented'): Value => ({ constant: name });
const [yes, no, dots, notImplemented] = [
  constant('True'),
  constant('False'),
  constant('Ellipsis'),
  constant('NotImplemented'),
];
export const int = (n: number | bigint): Value => ({ n: BigInt(n) });
export const text = (value: string): Value => ({ text: Array.from(value, (each) => each.codePointAt(0)!) });
export const textOf = (value: Value): string =>
  String.fromCodePoint(...(value as { text: readonly number[] }).text);

/** One runtime with the types. */
export class Codes {
  /** The result or the exception of the last call. */
  register: Value = none;
  readonly classes = {} as Record<TypeName, Class>;
  readonly runtime: Runtime<Value, Class> = this.makeRuntime();
  private readonly types = new Map<Class, TypeName>();

  constructor() {
    for (const type of Object.values(this.runtime.types)) {
      const cls = new Class(type.name);
      this.classes[type.name] = cls;
      this.types.set(cls, type.name);
      for (const { name, call } of type.methods)
        cls.body.set(
          name,
          this.code(([self, ...args], keywords) => call(self!, args, keywords)),
        );
      for (const { name, get } of type.attributes)
        cls.body.set(
          `.${name}`,
          this.code(([self]) => get(self!)),
        );
      const create = this.code(([derived, ...args], keywords) => {
        const made = type.create(derived === cls ? null : (derived as Class), args, keywords);
        type.init?.(made, args, keywords);
        return made;
      });
      cls.body.set('()', create);
    }
  }

  /** Makes a JavaScript function one of the runtime's: its exceptions become codes. */
  code(run: (args: readonly Value[], keywords: HostKeywords<Value>) => Value): Value {
    const code: Code = (args, keywords) => {
      try {
        this.register = run(args, keywords);
        return 0;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        this.register = error.value;
        return 1;
      }
    };
    return { code };
  }

  /** Calls a method; returns 1 if the exception is in the register. */
  call(self: Value, name: string, args: readonly Value[] = [], keywords: HostKeywords<Value> = null): 0 | 1 {
    const found = (self instanceof Class ? self : this.classOf(self)).find(name)!;
    return (found as { code: Code }).code([self, ...args], keywords);
  }

  classOf(value: Value): Class {
    if ('of' in value) return value.of;
    if ('named' in value && value.named !== undefined) return value.named;
    const title = 'n' in value ? 'int' : 'text' in value ? 'str' : 'memory' in value ? 'Grid' : 'object';
    return (BUILTIN[title] ??= new Class(title));
  }

  private baseOf(cls: Class): Class | null {
    for (let at: Class | null = cls; at !== null; at = at.parent) if (this.types.has(at)) return at;
    return null;
  }

  private fromHost(value: Value): unknown {
    const { runtime } = this;
    if (value instanceof Class) {
      const base = this.baseOf(value);
      return base === null
        ? runtime.standIn(value)
        : runtime.classOf(value, this.types.get(base)!, base === value);
    }
    if ('n' in value) return BigInt.asIntN(53, value.n) === value.n ? Number(value.n) : value.n;
    if ('x' in value) return new PyFloat(value.x);
    if ('text' in value) return textOf(value);
    if ('constant' in value)
      return { None: null, True: true, False: false, Ellipsis, NotImplemented }[value.constant];
    if ('code' in value) return runtime.callable(value);
    if ('held' in value) return value.held;
    if (!('items' in value)) return runtime.standIn(value);
    if (value.kind === 'list') return runtime.list(value, () => value.items);
    const items = value.items.map((each) => this.fromHost(each));
    if (value.kind === 'slice') return new Slice(...(items as [null, null, null]));
    return runtime.tuple(value, items, value.named !== undefined);
  }

  /** Returns the result of a call, or throws its exception. */
  private taken(code: 0 | 1): Value {
    if (code === 1) throw new Failure(this.register);
    return this.register;
  }

  private makeRuntime(): Runtime<Value, Class> {
    return createRuntime<Value, Class>({
      fromHost: (value) => this.fromHost(value),
      none,
      notImplemented,
      ellipsis: dots,
      bool: (value) => (value ? yes : no),
      int,
      float: (x) => ({ x }),
      complex: (re, im) => ({ items: [{ x: re }, { x: im }], kind: 'tuple' }),
      str: text,
      tuple: (items) => ({ items, kind: 'tuple' }),
      list: (items) => ({ items, kind: 'list' }),
      slice: (...items) => ({ items, kind: 'slice' }),
      dict: (pairs) => ({ pairs }),
      foreign: (held) => ({ held, of: new Class('foreign') }),
      function: (_name, call) => this.code(call),
      wrap: (type, held, derived) => ({ held, of: derived ?? this.classes[type] }),
      typeObject: (type) => this.classes[type],
      typeOf: (value) => this.classOf(value),
      nameOf: ({ title }) => ({ name: title, full: title }),
      special: (cls, name, base) => {
        const found = cls.find(name);
        if (found === undefined || (base !== null && found === this.classes[base].find(name)))
          return undefined;
        return found === none ? null : found;
      },
      exporter: ({ title }) => (title === 'Grid' ? GRID : null),
      callSpecial: (method, self, args) => this.taken((method as { code: Code }).code([self, ...args], null)),
      call: (callable, args, keywords) => {
        if (callable instanceof Class) return this.taken(this.call(callable, '()', args, keywords));
        return this.taken((callable as { code: Code }).code(args, keywords));
      },
      describeError(error) {
        if (!(error instanceof Failure)) return null;
        const { error: name, message } = error.value as { error: string; message: string };
        return { names: [name, 'Exception'], message };
      },
      makeError: ({ name, message, notes }) => new Failure({ error: name, message, notes: [...notes] }),
      addNote: (error, note) => ((error as Failure).value as { notes: string[] }).notes.push(note),
    });
  }
}

const BUILTIN: Record<string, Class> = {};

/** Exports the runtime's own memory, in place. */
const GRID: HostExporter<Value> = {
  getBuffer(value, flags, exporter) {
    const { memory } = value as { memory: Uint8Array };
    return fillInfo(exporter, memory, 0, memory.length, false, flags);
  },
  releaseBuffer: () => undefined,
};
