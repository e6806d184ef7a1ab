/** Binds the arguments of `from_bytes` and `to_bytes`, whose `signed` is keyword-only. */
import { PyTypeError } from '../../exceptions/index.js';
import { bindOptions, isOptions } from '../../python/index.js';

/** The number of parameters that both functions take by position. */
const POSITIONAL = 2;

/**
 * The arguments in the order of the parameters; undefined for omitted ones.
 *
 * @param names Python's parameters
 * @param args the arguments, keywords in an object at the end
 * @param own a keyword that is not Python's, and is ignored here
 * @throws PyTypeError `from_bytes() takes at most 2 positional arguments (3 given)`, and as
 *   {@link bindOptions}
 *
 * CPython: Python/getargs.c `_PyArg_UnpackKeywords`
 */
export function boundArguments(
  method: string,
  names: readonly string[],
  args: ArrayLike<unknown>,
  own?: string,
): unknown[] {
  let count = args.length;
  while (count > 0 && args[count - 1] === undefined) count--;
  // Not Array.from, which takes 2 us for an `arguments` object.
  const given: unknown[] = [];
  for (let i = 0; i < count; i++) given.push(args[i]);
  const last = given[given.length - 1];
  const total = given.length;
  const options = isOptions(last) ? last : null;
  const hasOwn = options !== null && own !== undefined && own in options;
  if (options !== null) bindOptions(method, hasOwn ? [...names, own] : names, given);
  if (options === null && total > names.length)
    throw new PyTypeError(`${method}() takes at most ${names.length} arguments (${total} given)`);
  const positional = options === null ? total : total - 1;
  if (positional > POSITIONAL)
    throw new PyTypeError(
      `${method}() takes at most ${POSITIONAL} positional arguments (${positional} given)`,
    );
  return given;
}
