/**
 * Functions of Python's modules, and built-in functions that handle bytes, on the host's objects. Caller:
 * `createRuntime`.
 */
import { call, callMethod } from '../call.js';
import * as builtins from '../builtins/index.js';
import * as operator from '../operator.js';
import { signatures } from '../signatures.data.js';
import { Bytes } from '../../bytes/index.js';
import { intFromBytes, intToBytes } from '../../companions/int/index.js';
import type { ByteOrder } from '../../companions/int/index.js';
import { typecodes } from '../../companions/array/index.js';
import { arrayReconstructor } from '../../companions/array/pickle.js';
import { lookup_error, register_error } from '../codecs.js';
import { callStruct } from '../struct-module.js';
import { BINASCII_NAMES, binasciiAlphabets, callBinascii } from './binascii.js';
import type { HostKeywords, TypeName } from './host.js';
import { beginShort, endShort } from './settings.js';
import type { Values } from './values.js';

/** A function on the host's objects. */
export type HostFunction<T> = (args: readonly T[], kwargs: HostKeywords<T>) => T;

/** The contents of one of Python's modules. */
export interface HostModule<T> {
  /** Its functions, by name. */
  readonly functions: Readonly<Record<string, HostFunction<T>>>;
  /** Its types, by their names in the module. */
  readonly types: Readonly<Record<string, TypeName>>;
  /** Its exceptions: their names in the module, and the Python classes that they derive from. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** Other values, by name. */
  readonly values: Readonly<Record<string, T>>;
}

/** Functions of the module `operator` that the library answers for bytes, most often with an error. */
// prettier-ignore
const OPERATORS = [
  'add', 'mul', 'mod', 'sub', 'truediv', 'floordiv', 'pow', 'lshift', 'rshift', 'and_', 'or_', 'xor', 'matmul',
  'iadd', 'imul', 'imod', 'isub', 'itruediv', 'ifloordiv', 'ipow', 'ilshift', 'irshift', 'iand', 'ior', 'ixor',
  'imatmul', 'neg', 'pos', 'invert',
] as const;

/** Built-in functions that refuse bytes. */
const FUNCTIONS = ['abs', 'bin', 'chr', 'divmod', 'hex', 'oct', 'pow', 'round'] as const;

/** The built-in functions and operators that the library answers for bytes. */
export type BuiltinName =
  | 'str'
  | 'int'
  | 'float'
  | 'ord'
  | 'str.encode'
  | 'int.to_bytes'
  | 'int.from_bytes'
  | (typeof FUNCTIONS)[number]
  | `operator.${(typeof OPERATORS)[number]}`;

/** The modules of a runtime. */
export function modulesOf<T, Type extends object>(
  values: Values<T, Type>,
): Readonly<Record<string, HostModule<T>>> {
  const functionsOf = (
    names: readonly string[],
    run: (name: string, args: unknown[], kwargs: Record<string, unknown> | null) => unknown,
  ) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        (args: readonly T[], kwargs: HostKeywords<T>) =>
          values.invoke((a, k) => run(name, a, k), args, kwargs),
      ]),
    );
  const plain = { functions: {}, types: {}, errors: {}, values: {} };
  return {
    struct: {
      ...plain,
      functions: functionsOf(Object.keys(signatures.struct), callStruct),
      types: { Struct: 'Struct' },
      errors: { error: ['Exception'] },
    },
    array: {
      ...plain,
      functions: functionsOf(['_array_reconstructor'], (_name, args, kwargs) =>
        call(arrayReconstructor, args, kwargs),
      ),
      types: { array: 'array', ArrayType: 'array' },
      values: { typecodes: values.toHost(typecodes) },
    },
    io: {
      ...plain,
      types: { BytesIO: 'BytesIO' },
      errors: { UnsupportedOperation: ['OSError', 'ValueError'] },
    },
    binascii: {
      ...plain,
      functions: functionsOf(BINASCII_NAMES, callBinascii),
      errors: { Error: ['ValueError'], Incomplete: ['Exception'] },
      // The runtime's class for bytes does not exist yet.
      get values() {
        const alphabets = Object.entries(binasciiAlphabets());
        return Object.fromEntries(alphabets.map(([name, digits]) => [name, values.toHost(digits)]));
      },
    },
    codecs: {
      ...plain,
      functions: {
        register_error: ([name, handler], kwargs) =>
          values.invoke(
            (args) => register_error(args[0] as string, values.errorHandler(handler)),
            [name!],
            kwargs,
          ),
        lookup_error: (args, kwargs) => values.invoke((own) => lookup_error(own[0] as string), args, kwargs),
      },
    },
  };
}

/**
 * `str`, `int`, `float`, `ord` and operators on anything bytes-like, and the methods of `int` and `str` that
 * handle bytes.
 */
export function builtinsOf<T, Type extends object>(
  values: Values<T, Type>,
): Readonly<Record<BuiltinName, HostFunction<T>>> {
  const over =
    (run: (args: unknown[], kwargs: Record<string, unknown> | null) => unknown): HostFunction<T> =>
    (args, kwargs) =>
      values.invoke(run, args, kwargs);
  return {
    str: over((args, kwargs) => call(builtins.str, args, kwargs)),
    int: over((args, kwargs) => call(builtins.int, args, kwargs)),
    float: over((args, kwargs) => call(builtins.float, args, kwargs)),
    ord: over((args, kwargs) => call(builtins.ord, args, kwargs)),
    ...named(FUNCTIONS, '', (name) => over((args, kwargs) => call(builtins[name], args, kwargs))),
    ...named(OPERATORS, 'operator.', (name) =>
      over((args) => (operator[name] as (...operands: unknown[]) => unknown)(...args)),
    ),
    'str.encode': over(([self, ...args], kwargs) => callMethod(self, 'encode', args, kwargs)),
    'int.to_bytes': quickly(values, plainToBytes, ([self, ...args], kwargs) =>
      callMethod(self, 'to_bytes', args, kwargs),
    ),
    'int.from_bytes': quickly(values, plainFromBytes, (args, kwargs) =>
      callMethod(builtins.int, 'from_bytes', args, kwargs),
    ),
  };
}

/** Makes an object with a value for each name. */
function named<Name extends string, Prefix extends string, V>(
  names: readonly Name[],
  prefix: Prefix,
  make: (name: Name) => V,
): Record<`${Prefix}${Name}`, V> {
  return Object.fromEntries(names.map((name) => [prefix + name, make(name)])) as Record<
    `${Prefix}${Name}`,
    V
  >;
}

/** A function that first tries a fast path, which runs no code of the host. */
function quickly<T, Type extends object>(
  values: Values<T, Type>,
  quick: (first: unknown, second: unknown, third: unknown) => unknown,
  run: (args: unknown[], kwargs: Record<string, unknown> | null) => unknown,
): HostFunction<T> {
  const { host } = values;
  return (args, kwargs) => {
    if (kwargs === null && args.length > 1 && args.length < 4) {
      const third = args.length === 2 ? undefined : host.fromHost(args[2]!);
      const outer = beginShort(host.abi);
      try {
        const result = quick(host.fromHost(args[0]!), host.fromHost(args[1]!), third);
        if (result !== undefined) return values.toHost(result);
      } catch {
        // The slow path raises it again.
      } finally {
        endShort(outer);
      }
    }
    return values.invoke(run, args, kwargs);
  };
}

/** `n.to_bytes(length, byteorder)` of plain ints; undefined for everything else. */
function plainToBytes(int: unknown, length: unknown, byteorder: unknown): unknown {
  const isPlain = typeof int === 'number' && typeof length === 'number' && typeof byteorder === 'string';
  return isPlain ? intToBytes(int, length, byteorder as ByteOrder) : undefined;
}

/**
 * `int.from_bytes(bytes, byteorder)` of exact bytes that are short enough for a number; undefined for
 * everything else.
 */
function plainFromBytes(bytes: unknown, byteorder: unknown, rest: unknown): unknown {
  const isPlain = (bytes as object | null)?.constructor === Bytes && typeof byteorder === 'string';
  if (!isPlain || rest !== undefined || (bytes as Bytes).length > MOST_OF_NUMBER) return undefined;
  return Number(intFromBytes(bytes as Bytes, byteorder as ByteOrder));
}

/** Every int of up to this many bytes is a safe integer. */
const MOST_OF_NUMBER = 6;
