/**
 * Makes Brython's own `str`, `int`, `float` and `ord` accept the library's bytes, and changes nothing else
 * about them. Caller: `install`.
 */
import type { BuiltinName } from '../../runtime/index.js';
import { Bytes } from '../../bytes/index.js';
import { typeError } from '../wording.js';
import type { Border } from './border.js';
import type { BrythonClass, BrythonFunction, Instance, PyObject } from './brython.js';

/** Routes the constructors and methods that handle bytes to the library. */
export function extendBuiltins(border: Border): void {
  const { $B, runtime } = border;
  const { str, int, float, ord } = $B.builtins as Record<string, BrythonClass>;
  const hasOurs = (args: ArrayLike<unknown>) => border.isOurs(args[0]) || isBuffer(border, args[0]);
  // `str(object, encoding)` of any object, because the library words the errors. Brython does not know
  // `str(object=x)`.
  const decodes = (args: ArrayLike<unknown>, named: number) => args.length + named > 1 || named > 0;
  overConstructor(border, str!, 'str', decodes);
  overConstructor(border, int!, 'int', hasOurs);
  overConstructor(border, float!, 'float', hasOurs);
  const before = ord as unknown as BrythonFunction;
  const ours = (...args: unknown[]) => {
    const value = border.isOurs(args[0]) ? (border.contentOf(args[0]) as Bytes) : undefined;
    if (args.length === 1 && value?.constructor === Bytes && value.length === 1) return value.get(0);
    return border.isOurs(args[0])
      ? border.call(runtime.builtins.ord, 'ord', args)
      : before(...(args as never[]));
  };
  $B.builtins['ord'] = Object.assign(ours, before) as unknown as BrythonClass;
  overMethod(border, str!, 'encode', 'str.encode');
  overMethod(border, int!, 'to_bytes', 'int.to_bytes');
  const fromBytes = (cls: unknown, ...args: unknown[]) => {
    const made = border.call(runtime.builtins['int.from_bytes'], 'from_bytes', args);
    return cls === int ? made : $B.$call(cls, made);
  };
  Object.assign(fromBytes, {
    ob_type: $B.function,
    $function_infos: ['builtins', 'from_bytes', 'int.from_bytes'],
  });
  // Brython's own class-method descriptors lose the derived class.
  $B.set_to_dict(int, 'from_bytes', $B.builtins['classmethod']!.$factory(fromBytes as never));
  keepSliceParts(border);
  quickenIter(border);
}

/** `iter(b)`: Brython makes a dict for the keywords of each call. */
function quickenIter({ $B, bytes }: Border): void {
  const iter = $B.builtins['iter'] as unknown as BrythonFunction;
  const ours = (...args: unknown[]) => {
    const object = args[0] as Instance | null | undefined;
    if (args.length !== 1) return iter(...(args as never[]));
    return object?.ob_type === bytes
      ? (bytes['tp_iter'] as BrythonFunction)(object as never)
      : iter(object as never);
  };
  $B.builtins['iter'] = Object.assign(ours, iter) as unknown as BrythonClass;
}

/** Whether a program's own class defines `__buffer__`. */
function isBuffer({ $B }: Border, object: unknown): boolean {
  const cls = $B.get_class(object);
  const isOfProgram = (cls.tp_flags & $B.TPFLAGS.HEAPTYPE) !== 0;
  return isOfProgram && $B.search_in_mro(cls, '__buffer__', $B.NULL) !== $B.NULL;
}

/**
 * When it makes a slice, Brython calls `__index__` of the parts, ignores the results, and refuses parts
 * without the method. CPython, our types and Brython's lists call it only during the operation on the slice.
 */
function keepSliceParts({ $B, host }: Border): void {
  const { slice, None } = $B.builtins;
  slice!['$fast_slice'] = (start: unknown, stop: unknown, step: unknown) =>
    stop === $B.NULL && step === $B.NULL
      ? { ob_type: slice, start: None, stop: start, step: None }
      : { ob_type: slice, start, stop, step: step === $B.NULL ? None : step };
  const isIndex = (part: unknown) =>
    part === None ||
    typeof part === 'number' ||
    $B.search_in_mro($B.get_class(part), '__index__', $B.NULL) !== $B.NULL;
  slice!['tp_repr'] = (parts: Instance) =>
    `slice(${['start', 'stop', 'step'].map((name) => String($B.$call($B.builtins['repr'], parts[name]))).join(', ')})`;
  const sequence = slice!['$conv_for_seq'] as (parts: Instance, length: unknown) => unknown;
  slice!['$conv_for_seq'] = (parts: Instance, length: unknown) => {
    if (!isIndex(parts['start']) || !isIndex(parts['stop']) || !isIndex(parts['step']))
      throw typeError(host, 'slice indices must be integers or have an __index__ method');
    return sequence(parts, length);
  };
}

/** Sends a constructor's calls that pass a test to the library; a derived class is made from the result. */
function overConstructor(
  border: Border,
  cls: BrythonClass,
  name: BuiltinName,
  isOurs: (args: ArrayLike<unknown>, keywords: number) => boolean,
): void {
  const { runtime } = border;
  const make = cls['tp_new'] as (C: BrythonClass, args: ArrayLike<unknown>, keywords: unknown) => PyObject;
  const isText = name === 'str';
  const isFloat = name === 'float';
  // The properties that Brython set on its own slot say how to call it.
  cls['tp_new'] = Object.assign((C: BrythonClass, args: ArrayLike<unknown>, keywords: unknown) => {
    const first = args[0];
    // Most calls pass a plain value.
    if (!isText && typeof first !== 'object') return make(C, args, keywords);
    const named = border.keywords(keywords);
    if (!isOurs(args, named === null ? 0 : Object.keys(named).length)) return make(C, args, keywords);
    const made = runtime.builtins[name](Array.from(args), named);
    return C === cls ? made : make(C, [made], border.$B.empty_dict());
  }, make);
  const factory = cls.$factory;
  cls.$factory = Object.assign((...all: unknown[]) => {
    const [first] = all;
    if (all.length === 1 && typeof first !== 'object') {
      // The same as Brython's way, without its dict of keywords, and without a call.
      if (typeof first === 'number') {
        if (isText) return String(first);
        if (isFloat) return border.$B.fast_float(first);
      }
      return factory(first as never);
    }
    const [args, named] = factoryArguments(border, name, all);
    return isOurs(args, named === null ? 0 : Object.keys(named).length)
      ? runtime.builtins[name](args, named)
      : factory(...(all as never[]));
  }, factory);
}

/** The arguments of a factory. Brython's own code passes NULL for omitted ones. */
function factoryArguments(
  border: Border,
  name: string,
  all: readonly unknown[],
): ReturnType<Border['separate']> {
  const { NULL } = border.$B;
  if (!all.includes(NULL)) return border.separate(name, all);
  return [all.filter((each) => each !== NULL), null];
}

/** Replaces a method of a built-in class. */
function overMethod(border: Border, cls: BrythonClass, name: string, builtin: BuiltinName): void {
  const { $B, runtime } = border;
  const run = runtime.builtins[builtin];
  const call = (...args: unknown[]) => {
    const given = $B.get_class(args[0]);
    if (given.tp_mro.includes(cls)) return border.call(run, name, args);
    const [own, other] = [cls, given].map((each) => border.typeName(each));
    throw typeError(
      border.host,
      `descriptor '${name}' for '${own}' objects doesn't apply to a '${other}' object`,
    );
  };
  const method = Object.assign(call, { ob_type: $B.builtin_method });
  cls.tp_funcs[name] = method;
  $B.set_to_dict(cls, name, { ob_type: $B.method_descriptor, method, d_name: name, d_type: cls });
}
