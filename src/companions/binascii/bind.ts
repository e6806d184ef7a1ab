/**
 * Binds the arguments of `binascii`'s and `base64`'s functions to their parameters, as CPython does.
 * JavaScript passes keywords as the fields of a trailing plain object. The files of both folders call it.
 */
import { PyTypeError } from '../../exceptions/index.js';
import { isOptions, suggest } from '../../python/index.js';

/** The parameters of a function after the first one, which is positional. */
export interface Parameters {
  readonly name: string;
  /** Parameters that may be given by position or by keyword, in order; none by default. */
  readonly positional?: readonly string[];
  /** Parameters that are keywords only; none by default. */
  readonly keywords?: readonly string[];
  /** Whether CPython implements the function in Python, whose errors have other texts; false by default. */
  readonly inPython?: boolean;
}

const NONE: readonly string[] = [];

/** Arguments by the names of their parameters; omitted ones are missing. */
export type Bound = Readonly<Record<string, unknown>>;

/**
 * Returns the arguments by name.
 *
 * @param args the arguments after the first one; trailing ones that are undefined count as omitted
 * @throws PyTypeError `b64encode() got an unexpected keyword argument 'foo'`,
 *   `b64encode() got multiple values for argument 'altchars'`,
 *   `b64encode() takes from 1 to 2 positional arguments but 3 were given`
 *
 * CPython: Python/getargs.c `_PyArg_UnpackKeywords`, Python/ceval.c `initialize_locals`
 */
export function bind(parameters: Parameters, args: readonly unknown[]): Bound {
  const { positional = NONE, keywords = NONE } = parameters;
  let count = args.length;
  while (count > 0 && args[count - 1] === undefined) count--;
  const last = count > 0 ? args[count - 1] : undefined;
  const options = isOptions(last) ? last : null;
  if (options !== null) count--;
  const given = options === null ? NONE : Object.keys(options);
  if (parameters.inPython !== true) checkCount(parameters, count, given.length);
  const bound: Record<string, unknown> = {};
  for (let i = 0; i < count && i < positional.length; i++) {
    if (args[i] !== undefined) bound[positional[i]!] = args[i];
  }
  for (const name of given) {
    if (!positional.includes(name) && !keywords.includes(name)) throw unexpected(parameters, name);
    const place = positional.indexOf(name);
    if (place >= 0 && place < count) throw doubled(parameters, name, place);
    bound[name] = options![name];
  }
  if (parameters.inPython === true) checkPositions(parameters, count, given);
  return bound;
}

/** What C says of a call with too many arguments. CPython: Python/getargs.c `_PyArg_UnpackKeywords` */
function checkCount(
  { name, positional = NONE, keywords = NONE }: Parameters,
  count: number,
  given: number,
): void {
  const most = 1 + positional.length + keywords.length;
  const total = 1 + count + given;
  if (total > most) throw new PyTypeError(`${name}() takes at most ${most} arguments (${total} given)`);
  if (count <= positional.length) return;
  const limit =
    positional.length === 0
      ? 'exactly 1 positional argument'
      : `at most ${1 + positional.length} positional arguments`;
  throw new PyTypeError(`${name}() takes ${limit} (${1 + count} given)`);
}

/** The error of a call with too many positional arguments. CPython: Python/ceval.c `too_many_positional` */
function checkPositions(
  { name, positional = NONE, keywords = NONE }: Parameters,
  count: number,
  given: readonly string[],
): void {
  if (count <= positional.length) return;
  const limit =
    positional.length === 0
      ? '1 positional argument'
      : `from 1 to ${1 + positional.length} positional arguments`;
  const others = given.filter((keyword) => keywords.includes(keyword)).length;
  const also =
    others === 0
      ? ''
      : ` positional arguments (and ${others} keyword-only argument${others === 1 ? '' : 's'})`;
  throw new PyTypeError(`${name}() takes ${limit} but ${1 + count}${also} were given`);
}

function unexpected({ name, positional = NONE, keywords = NONE }: Parameters, keyword: string): PyTypeError {
  const meant = suggest(keyword, [...positional, ...keywords]);
  const hint = meant === null ? '' : `. Did you mean '${meant}'?`;
  return new PyTypeError(`${name}() got an unexpected keyword argument '${keyword}'${hint}`);
}

function doubled({ name, inPython }: Parameters, keyword: string, place: number): PyTypeError {
  return new PyTypeError(
    inPython === true
      ? `${name}() got multiple values for argument '${keyword}'`
      : `argument for ${name}() given by name ('${keyword}') and position (${place + 2})`,
  );
}

/**
 * Checks the trailing object of a function whose other parameters are keywords only.
 *
 * @throws PyTypeError as {@link bind}
 */
export function checkKeywords(
  name: string,
  options: object,
  keywords: readonly string[],
  inPython = false,
): void {
  bind({ name, keywords, inPython }, [options]);
}
