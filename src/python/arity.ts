/**
 * Counts the arguments of functions, with CPython's errors. Functions pass `arguments.length`: rest
 * parameters would cost an array in each call that the engine does not inline.
 */
import { PyTypeError } from '../exceptions/index.js';

/**
 * `Array.prototype.map` passes an item, its index and the array, and TypeScript accepts a function of one
 * parameter there. So such a function refuses two arguments, but not three.
 */
const MAPPED = 3;

const s = (count: number): string => (count === 1 ? '' : 's');

/**
 * Checks the number of arguments of a C function that takes one.
 *
 * @throws PyTypeError `len() takes exactly one argument (2 given)`
 *
 * CPython: Objects/methodobject.c `cfunction_vectorcall_O`
 */
export function takesOne(name: string, given: number): void {
  if (given !== 1 && given !== MAPPED) throw notOne(name, given);
}

/** The error of a C function that takes one argument. */
export function notOne(name: string, given: number): PyTypeError {
  return new PyTypeError(`${name}() takes exactly one argument (${given} given)`);
}

/**
 * Checks the number of arguments of a C function whose parameters have no names.
 *
 * @throws PyTypeError `crc_hqx expected 2 arguments, got 1`, `crc32 expected at most 2 arguments, got 3`
 *
 * CPython: Python/getargs.c `_PyArg_CheckPositional`
 */
export function takes(name: string, given: number, least: number, most = least): void {
  if (given < least || (given > most && !isMapped(given, most))) throw miscounted(name, given, least, most);
}

function isMapped(given: number, most: number): boolean {
  return most === 1 && given === MAPPED;
}

/** The error of a C function whose parameters have no names. */
export function miscounted(name: string, given: number, least: number, most: number): PyTypeError {
  const limit = given < least ? least : most;
  const word = least === most ? '' : given < least ? 'at least ' : 'at most ';
  return new PyTypeError(`${name} expected ${word}${limit} argument${s(limit)}, got ${given}`);
}

/**
 * Checks the number of arguments of a function that CPython writes in Python and that takes no keywords here.
 *
 * @param parameters the names of its positional parameters
 * @param optional how many of them, at the end, have a default
 * @throws PyTypeError as {@link checkNamed}
 */
export function takesNamed(name: string, parameters: readonly string[], given: number, optional = 0): void {
  if (!isMapped(given, parameters.length)) checkNamed(name, parameters, given, optional, 0);
}

/**
 * Checks the number of positional arguments of a function that CPython writes in Python.
 *
 * @param parameters the names of its positional parameters
 * @param optional how many of them, at the end, have a default
 * @param keywordOnly how many keyword-only arguments are also passed
 * @throws PyTypeError `encode() missing 1 required positional argument: 'output'`,
 *   `getencoder() takes 1 positional argument but 2 were given`
 *
 * CPython: Python/ceval.c `too_many_positional`, `missing_arguments`
 */
export function checkNamed(
  name: string,
  parameters: readonly string[],
  given: number,
  optional: number,
  keywordOnly: number,
): void {
  const most = parameters.length;
  const least = most - optional;
  if (given < least) throw missing(name, parameters.slice(given, least));
  if (given <= most) return;
  const limit =
    optional === 0
      ? `${most} positional argument${s(most)}`
      : `from ${least} to ${most} positional arguments`;
  const also =
    keywordOnly === 0
      ? ''
      : ` positional arguments (and ${keywordOnly} keyword-only argument${s(keywordOnly)})`;
  throw new PyTypeError(`${name}() takes ${limit} but ${given}${also} were given`);
}

function missing(name: string, parameters: readonly string[]): PyTypeError {
  const names = parameters.map((parameter) => `'${parameter}'`);
  const last = names.length > 1 ? `${names.length > 2 ? ',' : ''} and ${names.pop()!}` : '';
  const count = parameters.length;
  return new PyTypeError(
    `${name}() missing ${count} required positional argument${s(count)}: ${names.join(', ')}${last}`,
  );
}
