/**
 * Binds the arguments of `binascii`'s and `base64`'s functions to their parameters, as CPython does.
 * JavaScript passes keywords as the fields of a trailing plain object. The files of both folders call it.
 */
import { PyTypeError } from '../../exceptions/index.js';
import { checkNamed, isOptions, unexpectedKeyword } from '../../python/index.js';

/** The parameters of a function. The first is positional. */
export interface Parameters {
  readonly name: string;
  /** The name of the first parameter; absent if CPython takes it by position only. */
  readonly first?: string;
  /** The other parameters that may be passed by position or by keyword, in order; none by default. */
  readonly positional?: readonly string[];
  /** Keyword-only parameters; none by default. */
  readonly keywords?: readonly string[];
  /**
   * Whether CPython implements the function in Python, so that its errors read differently; false by default.
   */
  readonly inPython?: boolean;
}

const NONE: readonly string[] = [];

/** Arguments by the names of their parameters; omitted ones are missing. */
export type Bound = Readonly<Record<string, unknown>>;

/**
 * Returns the arguments after the first one by name.
 *
 * @param args all arguments; trailing ones that are undefined count as omitted
 * @throws PyTypeError `b64encode() got an unexpected keyword argument 'foo'`,
 *   `b64encode() got multiple values for argument 'altchars'`,
 *   `b64encode() takes from 1 to 2 positional arguments but 3 were given`
 *
 * CPython: Python/getargs.c `_PyArg_UnpackKeywords`, Python/ceval.c `initialize_locals`
 */
export function bind(parameters: Parameters, args: ArrayLike<unknown>): Bound {
  const { first, positional = NONE, keywords = NONE, inPython = false } = parameters;
  let count = args.length;
  while (count > 0 && args[count - 1] === undefined) count--;
  // The first argument is always a value, even if it is a plain object.
  const last = count > 1 ? args[count - 1] : undefined;
  const options = isOptions(last) ? last : null;
  if (options !== null) count--;
  const given = options === null ? NONE : Object.keys(options);
  if (!inPython) checkCount(parameters, count, given.length);
  const bound: Record<string, unknown> = {};
  for (let i = 1; i < count && i <= positional.length; i++) {
    if (args[i] !== undefined) bound[positional[i - 1]!] = args[i];
  }
  if (options !== null) {
    checkKeywordNames(parameters, count, given);
    for (const name of given) bound[name] = options[name];
  }
  if (inPython) {
    const keywordOnly = given.filter((keyword) => keywords.includes(keyword)).length;
    checkNamed(parameters.name, [first!, ...positional], count, positional.length, keywordOnly);
  }
  return bound;
}

/**
 * C's error for too many arguments, or none.
 *
 * CPython: Python/getargs.c `_PyArg_UnpackKeywords`
 */
function checkCount(
  { name, first, positional = NONE, keywords = NONE }: Parameters,
  count: number,
  given: number,
): void {
  const most = 1 + positional.length + keywords.length;
  const total = count + given;
  if (total > most) throw new PyTypeError(`${name}() takes at most ${most} arguments (${total} given)`);
  if (count === 0 && first !== undefined)
    throw new PyTypeError(`${name}() missing required argument '${first}' (pos 1)`);
  if (count > 0 && count <= 1 + positional.length) return;
  const limit =
    positional.length === 0
      ? 'exactly 1 positional argument'
      : `at most ${1 + positional.length} positional arguments`;
  throw new PyTypeError(`${name}() takes ${limit} (${count} given)`);
}

/**
 * Refuses keywords that are unknown or also passed by position. Python reports the first wrong one, C those
 * passed by position first.
 */
function checkKeywordNames(parameters: Parameters, count: number, given: readonly string[]): void {
  const { name, first, positional = NONE, keywords = NONE, inPython = false } = parameters;
  const names = [first, ...positional];
  const filled = names.slice(0, count);
  const known = [...names, ...keywords].filter((keyword) => keyword !== undefined);
  const isUnknown = (keyword: string) => !known.includes(keyword);
  const wrong = inPython
    ? given.find((keyword) => filled.includes(keyword) || isUnknown(keyword))
    : (filled.find((keyword) => keyword !== undefined && given.includes(keyword)) ?? given.find(isUnknown));
  if (wrong === undefined) return;
  if (!isUnknown(wrong)) {
    throw new PyTypeError(
      inPython
        ? `${name}() got multiple values for argument '${wrong}'`
        : `argument for ${name}() given by name ('${wrong}') and position (${names.indexOf(wrong) + 1})`,
    );
  }
  throw unexpectedKeyword(name, wrong, known);
}

/**
 * Checks the arguments of a function whose parameters except the first are keyword-only.
 *
 * @param args all arguments
 * @param first the name of the first parameter of a function that CPython implements in Python
 * @throws PyTypeError as {@link bind}
 */
export function checkKeywords(
  name: string,
  args: ArrayLike<unknown>,
  keywords: readonly string[],
  first?: string,
): void {
  bind(first === undefined ? { name, keywords } : { name, first, keywords, inPython: true }, args);
}
