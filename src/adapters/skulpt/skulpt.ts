/**
 * The part of Skulpt's insides that the adapter touches, as types: the global `Sk` of Skulpt 1.2. It contains
 * no code.
 */

/** A Python object. */
export interface PyObject {
  readonly ob$type: SkulptClass;
  /** The JavaScript value of ints, floats, strings, lists and tuples. */
  v: unknown;
  /** The attributes of an instance of a program's class. */
  $d?: unknown;
  /** Whether a program defined the class. */
  readonly hp$type?: boolean;
  tp$str(): PyObject;
  tp$getattr(name: PyObject): PyObject | undefined;
  [field: string | symbol]: unknown;
}

/** A class: a JavaScript constructor, with slots and methods on its prototype. */
export interface SkulptClass {
  new (...args: unknown[]): PyObject;
  prototype: PyObject & {
    tp$name: string;
    tp$mro: SkulptClass[];
    __module__?: PyObject;
    sk$builtinBase?: SkulptClass;
    tp$new(this: PyObject, args: PyObject[], kwargs?: Keywords): PyObject;
  };
  readonly sk$klass?: boolean;
  $typeLookup(name: PyObject): unknown;
}

/** Keywords of a call: names and values alternate. */
export type Keywords = readonly (string | PyObject)[] | undefined;

/** A method as Skulpt defines one; `this` is the receiver. */
export interface MethodDefinition {
  $meth(this: PyObject, args: PyObject[], kwargs: Keywords): PyObject;
  $flags: { FastCall: true };
  $name?: string;
  $textsig?: null;
  $doc?: string;
}

/** The definition of a native class. */
export interface ClassOptions {
  constructor: (this: PyObject, ...args: never[]) => void;
  base?: SkulptClass | undefined;
  slots?: Record<string, unknown>;
  methods?: Record<string, MethodDefinition>;
  classmethods?: Record<string, MethodDefinition>;
  getsets?: Record<string, unknown>;
  proto?: Record<string, unknown>;
  flags?: Record<string, unknown>;
}

/** The global `Sk`. */
export interface Skulpt {
  readonly builtin: Record<string, SkulptClass> & {
    none: { none$: PyObject };
    bool: { true$: PyObject; false$: PyObject };
    NotImplemented: { NotImplemented$: PyObject };
  };
  readonly builtins: Record<string, unknown>;
  builtinFiles?: { files: Record<string, string> };
  readonly dunderToSkulpt: Readonly<Record<string, string>>;
  readonly abstr: {
    buildNativeClass(name: string, options: ClassOptions): SkulptClass;
    lookupSpecial(object: PyObject, name: PyObject): PyObject | undefined;
    typeName(object: PyObject): string;
  };
  readonly misceval: {
    callsimOrSuspendArray(callable: PyObject, args: PyObject[], kwargs?: Keywords): unknown;
    retryOptionalSuspensionOrThrow(result: unknown, message: string): PyObject;
  };
  readonly generic: {
    getAttr: unknown;
    setAttr(this: PyObject, ...args: unknown[]): unknown;
    selfIter: unknown;
    readonly getSetDict: object;
  };
  [field: string]: unknown;
}
