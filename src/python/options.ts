/**
 * Python's keywords in a trailing plain object, which is how JavaScript passes them. The methods with
 * keywords call it.
 */
import { PyTypeError } from '../exceptions/index.js';
import { brandOf } from './brand.js';
import { unexpectedKeyword } from './suggest.js';
import { falseIfRevoked, isPlainObject } from './types.js';

/** The methods that make a plain object a value rather than a set of keywords. */
interface Protocols {
  readonly __index__?: unknown;
  readonly __bytes__?: unknown;
  readonly __buffer__?: unknown;
  readonly __iter__?: unknown;
  readonly __getitem__?: unknown;
  readonly getBuffer?: unknown;
  readonly [Symbol.iterator]?: unknown;
}

/** Each is read by its own name, because looking up seven names through a variable takes 150 ns. */
function hasProtocol(value: Protocols): boolean {
  return (
    value.__index__ !== undefined ||
    value.__bytes__ !== undefined ||
    value.__buffer__ !== undefined ||
    value.__iter__ !== undefined ||
    value.__getitem__ !== undefined ||
    value.getBuffer !== undefined ||
    value[Symbol.iterator] !== undefined
  );
}

/**
 * Returns whether the last argument of a call is the trailing options object with Python's keywords: a plain
 * object, which no method here accepts as a positional value unless it has one of Python's protocols
 * (`{ __index__() { return 3; } }` is an int).
 */
export function isOptions(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return !ArrayBuffer.isView(value) && isPlainObject(value) && !hasProtocol(value as Protocols);
  } catch (error) {
    return falseIfRevoked(value, error);
  }
}

/**
 * The same for a parameter that is nearly always one of our objects, whose brand V8 reads in a tenth of the
 * time in which it finds two prototypes.
 */
export function isOptionsNotOurs(value: unknown): value is Record<string, unknown> {
  return brandOf(value) === undefined && isOptions(value);
}

/**
 * Assigns the keywords of a trailing options object to the parameters that they name.
 *
 * @param method the name of the method in messages
 * @param names the parameters in order; the first `positionalOnly` of them cannot be keywords
 * @param args the arguments, the options object last (omitted arguments after it do not count)
 * @returns the same array, with one value for each parameter; undefined for an omitted one
 * @throws PyTypeError `split() got an unexpected keyword argument 'x'`,
 *   `argument for split() given by name ('sep') and position (1)`,
 *   `split() takes at most 2 arguments (3 given)`
 *
 * CPython: Python/getargs.c `_PyArg_UnpackKeywords`
 */
export function bindOptions(
  method: string,
  names: readonly string[],
  args: unknown[],
  positionalOnly = 0,
): unknown[] {
  let given = args.length;
  while (given > 0 && args[given - 1] === undefined) given--;
  const options = args[given - 1];
  // A plain object before the last argument is one that is wrong there.
  if (!isOptions(options)) return args;
  args[given - 1] = undefined;
  const keywords = Object.keys(options);
  const total = given - 1 + keywords.length;
  if (total > names.length) {
    const which = given === 1 ? 'keyword ' : '';
    const plural = names.length === 1 ? '' : 's';
    throw new PyTypeError(
      `${method}() takes at most ${names.length} ${which}argument${plural} (${total} given)`,
    );
  }
  for (let i = 0; i < keywords.length; i++) {
    const keyword = keywords[i]!;
    let place = positionalOnly;
    while (place < names.length && names[place] !== keyword) place++;
    if (place === names.length) throw unexpectedKeyword(method, keyword, names.slice(positionalOnly));
    if (place < given - 1) {
      throw new PyTypeError(
        `argument for ${method}() given by name ('${keyword}') and position (${place + 1})`,
      );
    }
    args[place] = options[keyword];
  }
  return args;
}
