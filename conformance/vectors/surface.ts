// Everything that can be called, read from the library itself so that nothing new is forgotten: functions,
// operators, and the methods of each type. Callers: record-calls.ts, shaped-calls.ts.
import { signatures } from '../../src/runtime/signatures.data.js';
import { callables } from '../differential/callables.js';
import type { Step, Value } from '../differential/program.js';

export const bytes = (text: string): Value => ({ b: Buffer.from(text, 'latin1').toString('hex') });
export const call = (name: string, args: readonly Value[], kwargs?: Record<string, Value>): Step =>
  kwargs === undefined ? { op: 'call', name, args } : { op: 'call', name, args, kwargs };
export const method = (
  self: Value,
  name: string,
  args: readonly Value[],
  kwargs?: Record<string, Value>,
): Step =>
  kwargs === undefined
    ? { op: 'method', self, name, args }
    : { op: 'method', self, name, args, kwargs };

/** Names that only the programs define, or that the oracle lacks. */
const LEFT_OUT =
  /^(setattr|hash|hashed|same|ndarray|typeName|Range|enumerate|filter|isinstance|map|oct|pow|print|range|slice|zip|type|array\.reconstruct|.*_in_steps)$/;

/** The functions and types that a program can call by name. */
export const FUNCTIONS = Object.keys(callables).filter((name) => !LEFT_OUT.test(name));

export const BINARY = [
  'add',
  'sub',
  'mul',
  'mod',
  'truediv',
  'floordiv',
  'pow',
  'lshift',
  'rshift',
  'and_',
  'or_',
  'xor',
  'matmul',
];
export const IN_PLACE = ['iadd', 'imul', 'imod', 'isub'];
export const OTHERS = ['lt', 'le', 'eq', 'ne', 'gt', 'ge', 'contains', 'getitem', 'delitem', 'concat'];
export const UNARY = ['neg', 'pos', 'invert', 'index', 'truth', 'not_', 'abs'];

/**
 * Sizes of objects and names in pickles depend on the build of Python; a released or exporting object would
 * make later calls fail.
 */
const NO_METHODS =
  /^$|sizeof|reduce|__(buffer|dir|hash|class|init|new|release|exit|getstate|setstate|format|doc)|^(release|close|detach|getbuffer|tofile|fromfile|buffer_info)$/;

/** The methods of a type, with CPython's signatures. */
export function methodsOf(type: string, without: RegExp = NO_METHODS): [name: string, signature: string][] {
  const all = (signatures as unknown as Record<string, Record<string, string>>)[type] ?? {};
  return Object.entries(all).filter(([name]) => !without.test(name));
}

/**
 * Errors not to compare: JavaScript functions do not check the number of arguments, and CPython may name a
 * place in its source.
 */
export const NOT_OURS =
  /^!TypeError: (\w|\.)+(\(\))? (takes|expected|missing)|^!SystemError|^builtin_function|^!AttributeError: '\S+' object has no attribute 'hex'/;
