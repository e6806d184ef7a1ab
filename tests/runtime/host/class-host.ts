/**
 * A host with its own objects and classes, for tests of `createRuntime`: every value that crosses is boxed in an object
 * of a class, so that a test sees as what a value crossed. Classes have special methods, which programs can
 * assign and delete.
 */
import {
  Ellipsis,
  NotImplemented,
  PyComplex,
  PyFloat,
  Slice,
  builtins,
  createRuntime,
} from 'pybuffer/runtime';
import type { Host, HostKeywords, Runtime, TypeName } from 'pybuffer/runtime';

/** A special method of a class; null blocks it, as `__iter__ = None` does. */
export type SpecialMethod = ((self: Thing, ...args: Crossing[]) => Crossing) | null;

/** A class of the host. */
export class Type {
  constructor(
    public name: string,
    readonly parent: Type | null = null,
    readonly methods: Record<string, SpecialMethod> = {},
    /** The type of ours that it is or derives from. */
    readonly base: TypeName | null = parent?.base ?? null,
  ) {}

  find(name: string): SpecialMethod | undefined {
    return Object.hasOwn(this.methods, name) ? this.methods[name] : this.parent?.find(name);
  }

  get isOurs(): boolean {
    return this.base !== null && this.parent === null;
  }
}

/** An object of the host. `value` is the JavaScript value in it, if its class is built in. */
export class Thing {
  dict: Thing | null = null;

  constructor(
    readonly type: Type,
    readonly value: unknown = undefined,
  ) {}
}

/** What crosses the border: an object or a class. */
export type Crossing = Thing | Type;

/** An exception of the host. */
export class Raised {
  readonly notes: string[] = [];
  declare cause?: unknown;

  constructor(
    readonly names: string[],
    readonly message: string,
    readonly fields: Record<string, Crossing> = {},
    readonly module = 'builtins',
  ) {}
}

/** The built-in classes of the host, which are made when they are first needed. */
const builtIn = new Map<string, Type>();
export function typeNamed(name: string): Type {
  let type = builtIn.get(name);
  if (type === undefined) builtIn.set(name, (type = new Type(name)));
  return type;
}

/** Our types as classes of the host. */
const ours = new Map<TypeName, Type>();
export function ourType(name: TypeName): Type {
  let type = ours.get(name);
  if (type === undefined) ours.set(name, (type = new Type(name, null, {}, name)));
  return type;
}

export const thing = (type: string, value?: unknown) => new Thing(typeNamed(type), value);
export const int = (value: number | bigint) => thing('int', value);
export const str = (value: string) => thing('str', value);
export const none = thing('NoneType', null);
export const list = (...items: Crossing[]) => thing('list', items);
export const tuple = (...items: Crossing[]) => thing('tuple', items);

/** A function of the host. */
export type Call = (args: readonly Crossing[], kwargs: HostKeywords<Crossing>) => Crossing;
export const func = (name: string, call: Call) => Object.assign(thing('function', call), { name });

export type ClassRuntime = Runtime<Crossing, Type>;

/**
 * A runtime on this host.
 *
 * @param parts functions of the host to replace, or to leave out if undefined
 */
export function start(parts: Partial<Host<Crossing, Type>> = {}): ClassRuntime {
  const host: Host<Crossing, Type> = {
    fromHost(object) {
      if (object instanceof Type) {
        return object.base === null
          ? runtime.standIn(object)
          : runtime.classOf(object, object.base, object.isOurs);
      }
      const { type, value } = object;
      if (type.base !== null) return value;
      switch (type.name) {
        case 'list':
          return runtime.list(object, () => value as Crossing[]);
        case 'tuple':
          return runtime.tuple(
            object,
            (value as Crossing[]).map((each) => host.fromHost(each)),
            type.parent !== null,
          );
        case 'float':
          return new PyFloat(value as number);
        case 'int':
        case 'str':
        case 'bool':
        case 'NoneType':
        case 'ellipsis':
        case 'NotImplementedType':
        case 'complex':
        case 'slice':
          return value;
        case 'point':
          return runtime.tuple(
            object,
            (value as Crossing[]).map((each) => host.fromHost(each)),
            true,
          );
        default:
          return type.parent === typeNamed('int') || type.parent === typeNamed('str')
            ? runtime.named(object, value)
            : runtime.standIn(object);
      }
    },
    none,
    notImplemented: thing('NotImplementedType', NotImplemented),
    ellipsis: thing('ellipsis', Ellipsis),
    bool: (value) => thing('bool', value),
    int,
    float: (value) => thing('float', value),
    complex: (re, im) => thing('complex', new PyComplex(re, im)),
    str,
    tuple: (items) => tuple(...items),
    list: (items) => list(...items),
    dict: (entries) => thing('dict', entries),
    slice: (...parts) =>
      thing('slice', new Slice(...(parts.map((each) => host.fromHost(each)) as [null, null, null]))),
    foreign: (value) => thing('foreign', value),
    function: func,
    wrap: (type, value, derived) => new Thing(derived ?? ourType(type), value),
    typeObject: ourType,
    typeOf: (object) => (object instanceof Thing ? object.type : typeNamed('type')),
    nameOf: ({ name }) => ({ name, full: `module.${name}` }),
    special: (type, name) => (type.name === 'function' && name === '__call__' ? 'call' : type.find(name)),
    callSpecial: (method, self, args) =>
      method === 'call'
        ? host.call(self, args, null)
        : (method as NonNullable<SpecialMethod>)(self as Thing, ...args),
    call(callable, args, kwargs) {
      if (callable instanceof Thing) return (callable.value as Call)(args, kwargs);
      const table = runtime.types[callable.base!];
      const made = table.create(callable, args, kwargs) as Thing;
      table.init?.(made, args, kwargs);
      return made;
    },
    attributes: (object) => (object as Thing).dict,
    describeError: (error) =>
      error instanceof Raised
        ? { names: error.names, message: error.message, field: (name) => error.fields[name] ?? none }
        : null,
    makeError: ({ name, module, message, fields, notes }) => {
      const made = new Raised([name], message, { ...fields }, module);
      made.notes.push(...notes);
      return made;
    },
    addNote: (error, note) => (error as Raised).notes.push(note),
    setErrorField: (error, name, value) => ((error as Raised).fields[name] = value),
    ...parts,
  };
  const runtime = createRuntime(host);
  return runtime;
}

/** An object as text: its class and what is in it. */
export function shown(object: Crossing): string {
  if (object instanceof Type) return `<class ${object.name}>`;
  const { type, value } = object;
  switch (type.name) {
    case 'list':
    case 'tuple':
      return `${type.name}(${(value as Crossing[]).map(shown).join(', ')})`;
    case 'dict':
      return `dict(${(value as [Crossing, Crossing][]).map((pair) => pair.map(shown).join(': ')).join(', ')})`;
    case 'function':
      return `<function ${(object as unknown as { name: string }).name}>`;
    case 'complex':
    case 'slice':
      return `${type.name} ${builtins.repr(value)}`;
    default:
      return `${type.name} ${typeof value === 'bigint' ? `${value}n` : Object.is(value, -0) ? '-0' : String(value)}`;
  }
}
