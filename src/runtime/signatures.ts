/** Reads the record of CPython's signatures (`signatures.data.ts`), each line when it is first requested. */
import { signatures } from './signatures.data.js';

/**
 * The calling convention of CPython's function, which determines the errors.
 *
 * `none` METH_NOARGS, `one` METH_O, `positional` METH_FASTCALL with `_PyArg_CheckPositional`, `keywords`
 * Argument Clinic's `_PyArg_UnpackKeywords`, `slot` and `slottuple` the wrappers of Objects/typeobject.c,
 * `tuple` `PyArg_ParseTuple`, `bare` a check by hand, `any` no check at all.
 */
export type Convention =
  'none' | 'one' | 'positional' | 'keywords' | 'slot' | 'slottuple' | 'tuple' | 'bare' | 'any';

/** One parameter, named as in `inspect.Parameter`. */
export interface Parameter {
  /** Its name. */
  readonly name: string;
  /** How it may be passed. */
  readonly kind: 'positional-only' | 'positional-or-keyword' | 'keyword-only' | 'var-positional';
  /** Whether a call must give it. */
  readonly required: boolean;
  /**
   * The default as Python text; null if there is none, or if omitting the argument differs from every value.
   */
  readonly default: string | null;
}

/** How a method takes its arguments, as recorded from CPython 3.15. */
export interface Signature {
  /** The type the method was recorded from: `'bytes'`. */
  readonly type: string;
  /** The method's name; empty for a constructor. */
  readonly name: string;
  /** How CPython's C code reads the arguments, which determines its error messages. */
  readonly convention: Convention;
  /** The method's name in errors, which is `bytes.find` in some conventions and `find` in others. */
  readonly qualifiedName: string;
  /** Whether it is an instance method, a class method or a static method. */
  readonly binding: 'instance' | 'class' | 'static';
  /** The parameters in order, without `self`. */
  readonly parameters: readonly Parameter[];
  /** The number of leading positional-only parameters. */
  readonly positionalOnly: number;
  /** The number of parameters that can be passed by position; Infinity with `*args`. */
  readonly maxPositional: number;
}

const parsed = new Map<string, Map<string, Signature | null>>();

/**
 * Python's own signature of a method.
 *
 * @param type `'bytes'`, `'bytearray'`, `'memoryview'`, `'Struct'`, `'array'`, `'BytesIO'`, `'int'` or
 *   `'struct'` (the module)
 * @param name a method's name, dunders too; empty for the constructor
 * @returns null where Python has no such method
 *
 * CPython: Lib/inspect.py `signature`
 *
 * @example
 * ```ts
 * signatureOf('bytes', 'split')?.parameters.map((p) => p.name) // ['sep', 'maxsplit']
 * ```
 */
export function signatureOf(type: string, name: string): Signature | null {
  let known = parsed.get(type);
  if (known === undefined) parsed.set(type, (known = new Map()));
  let signature = known.get(name);
  if (signature === undefined) {
    const methods = lookup(signatures, type);
    const text = methods === null ? null : lookup(methods, name);
    signature = text === null ? null : parseSignature(type, name, text);
    known.set(name, signature);
  }
  return signature;
}

function lookup<T>(table: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(table, key) ? table[key]! : null;
}

/** Reads one line of the record: `keywords split(sep=None, maxsplit=-1)`. */
export function parseSignature(type: string, name: string, text: string): Signature {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  const [convention, qualifiedName] = text.slice(0, open).split(' ') as [Convention, string];
  const binding = text.slice(close + 2);
  const parameters: Parameter[] = [];
  let positionalOnly = 0;
  let kind: Parameter['kind'] = 'positional-or-keyword';
  for (const part of text.slice(open + 1, close).split(', ')) {
    if (part === '') continue;
    if (part === '/') {
      positionalOnly = parameters.length;
      for (let i = 0; i < positionalOnly; i++) parameters[i] = { ...parameters[i]!, kind: 'positional-only' };
    } else if (part === '*') {
      kind = 'keyword-only';
    } else if (part.startsWith('*')) {
      parameters.push({ name: part.slice(1), kind: 'var-positional', required: false, default: null });
    } else {
      const equals = part.indexOf('=');
      const value = part.slice(equals + 1);
      parameters.push({
        name: equals < 0 ? part : part.slice(0, equals),
        kind,
        required: equals < 0,
        default: equals < 0 || value === '?' ? null : value,
      });
    }
  }
  const variadic = parameters.some((parameter) => parameter.kind === 'var-positional');
  return {
    type,
    name,
    convention,
    qualifiedName,
    binding: binding === 'class' || binding === 'static' ? binding : 'instance',
    parameters,
    positionalOnly,
    maxPositional: variadic ? Infinity : parameters.filter((p) => p.kind !== 'keyword-only').length,
  };
}
