/**
 * Binds Python's arguments to recorded signatures, with CPython's errors. It runs no user code. Callers are
 * the files that call methods, and compilers that bind ahead of time.
 */
import { PyTypeError } from '../exceptions/index.js';
import type { Signature } from './signatures.js';
import { miscounted, notOne, unexpectedKeyword } from '../python/index.js';

/** Keyword arguments of a call, in the order they were written; null or absent for none. */
export type Kwargs = Readonly<Record<string, unknown>> | null | undefined;

const s = (count: number) => (count === 1 ? '' : 's');

/**
 * Binds the arguments of a call as CPython does. Returns one value for each parameter in order, `undefined`
 * where the call passed none, and then the values of `*args`. Runs no user code. Compilers may bind at
 * compile time with the same record.
 *
 * @param signature from {@link signatureOf}
 * @param args the positional arguments, an explicit None as null
 * @param kwargs the keyword arguments
 * @throws PyTypeError in CPython's words, `split() takes at most 2 arguments (3 given)`
 *
 * CPython: Objects/descrobject.c `method_check_args`, Python/getargs.c `_PyArg_CheckPositional`,
 * `_PyArg_UnpackKeywords`, Objects/typeobject.c `check_num_args`
 *
 * @example
 * ```ts
 * bind(signatureOf('bytes', 'split')!, [], { maxsplit: 1 }) // [ undefined, 1 ]
 * ```
 */
export function bind(signature: Signature, args: readonly unknown[], kwargs?: Kwargs): unknown[] {
  const keywords = kwargs === null || kwargs === undefined ? NO_KEYWORDS : Object.keys(kwargs);
  if (signature.convention === 'keywords') return bindKeywords(signature, args, kwargs ?? {}, keywords);
  if (signature.convention === 'bare') {
    if (keywords.length + args.length > 0) fail(`${signature.qualifiedName}() takes no arguments`);
  } else if (keywords.length > 0) {
    const slot = signature.convention === 'slot' || signature.convention === 'slottuple';
    fail(`${slot ? 'wrapper ' : ''}${signature.qualifiedName}() takes no keyword arguments`);
  }
  checkCount(signature, args.length);
  return args.slice();
}

const NO_KEYWORDS: readonly string[] = [];

function fail(message: string): never {
  throw new PyTypeError(message);
}

/** Checks the number of arguments, in the conventions without keywords; `any` has room for every number. */
function checkCount(signature: Signature, given: number): void {
  const max = signature.maxPositional;
  const min = requiredCount(signature);
  if (given >= min && given <= max) return;
  const { name, qualifiedName } = signature;
  switch (signature.convention) {
    case 'none':
      return fail(`${qualifiedName}() takes no arguments (${given} given)`);
    case 'one':
      throw notOne(qualifiedName, given);
    case 'slot':
      return fail(`expected ${max} argument${s(max)}, got ${given}`);
    case 'tuple': {
      const [word, limit] = given < min ? ['least', min] : ['most', max];
      return fail(`${signature.type}() takes at ${word} ${limit} argument${s(limit)} (${given} given)`);
    }
    default:
      throw miscounted(name, given, min, max);
  }
}

/** The number of parameters without a default. */
export function requiredCount(signature: Pick<Signature, 'parameters'>): number {
  let count = 0;
  while (signature.parameters[count]?.required === true) count++;
  return count;
}

function bindKeywords(
  signature: Signature,
  args: readonly unknown[],
  kwargs: Readonly<Record<string, unknown>>,
  keywords: readonly string[],
): unknown[] {
  const { parameters, positionalOnly, maxPositional } = signature;
  const given = args.length;
  const max = parameters.length;
  const fname = `${signature.qualifiedName}()`;
  if (given + keywords.length > max) {
    const word = given === 0 ? 'keyword ' : '';
    fail(`${fname} takes at most ${max} ${word}argument${s(max)} (${given + keywords.length} given)`);
  }
  if (given > maxPositional) {
    const word = Math.min(requiredCount(signature), maxPositional) === maxPositional ? 'exactly' : 'at most';
    fail(`${fname} takes ${word} ${maxPositional} positional argument${s(maxPositional)} (${given} given)`);
  }
  const min = Math.min(requiredCount(signature), positionalOnly);
  if (given < min) {
    const word = min === maxPositional ? 'exactly' : 'at least';
    fail(`${fname} takes ${word} ${min} positional argument${s(min)} (${given} given)`);
  }
  const bound = args.slice();
  let used = 0;
  for (let i = given; i < max; i++) {
    const parameter = parameters[i]!;
    const named = i >= positionalOnly && Object.hasOwn(kwargs, parameter.name);
    if (named) used++;
    else if (parameter.required) {
      fail(`${fname} missing required argument '${parameter.name}' (pos ${i + 1})`);
    }
    bound.push(named ? kwargs[parameter.name] : undefined);
  }
  if (used < keywords.length) failUnused(signature, given, keywords);
  return bound;
}

/** The error for a keyword that no parameter took: it was passed twice, or is unknown. */
function failUnused(signature: Signature, given: number, keywords: readonly string[]): never {
  const fname = `${signature.qualifiedName}()`;
  const names = signature.parameters.slice(signature.positionalOnly).map((parameter) => parameter.name);
  for (let i = signature.positionalOnly; i < given; i++) {
    const { name } = signature.parameters[i]!;
    if (keywords.includes(name)) {
      fail(`argument for ${fname} given by name ('${name}') and position (${i + 1})`);
    }
  }
  const unknown = keywords.find((keyword) => !names.includes(keyword))!;
  throw unexpectedKeyword(signature.qualifiedName, unknown, names);
}
