/** The arguments of built-in functions: keywords are bound, or refused. */
import { PyTypeError } from '../../exceptions/index.js';
import { asPython, isOptions, unexpectedKeyword } from '../../python/index.js';
import { bind } from '../bind.js';
import type { Kwargs } from '../bind.js';
import { POSITIONAL } from '../records.js';
import { parseSignature } from '../signatures.js';
import type { Signature } from '../signatures.js';

const parsed = new Map<string, Signature>();

/**
 * The arguments of a built-in function in the order of its parameters.
 *
 * @param text the signature, in the form of `signatures.data.ts`
 * @throws PyTypeError as {@link bind}
 */
export function bindBuiltin(text: string, args: ArrayLike<unknown>, kwargs: Kwargs = null): unknown[] {
  let signature = parsed.get(text);
  if (signature === undefined) parsed.set(text, (signature = parseSignature('builtins', text, text)));
  return bind(signature, Array.from(args), kwargs);
}

/**
 * Checks the keywords of a function that takes any number of arguments by position.
 *
 * @throws PyTypeError `zip() takes at most 1 keyword argument (2 given)`,
 *   `zip() got an unexpected keyword argument 'nope'`
 *
 * CPython: Python/getargs.c `vgetargskeywordsfast_impl`
 */
export function checkKeywords(name: string, kwargs: object, known: readonly string[]): void {
  const given = Object.keys(kwargs);
  if (given.length === 0) return;
  const most = known.length;
  if (given.length > most) {
    const words = `${most} keyword argument${most === 1 ? '' : 's'}`;
    throw new PyTypeError(`${name}() takes at most ${words} (${given.length} given)`);
  }
  const unknown = given.find((keyword) => !known.includes(keyword));
  if (unknown !== undefined) throw unexpectedKeyword(name, unknown, known);
}

type Args = readonly unknown[];
type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Separates a trailing options object of keywords from the arguments. */
export function separate(args: Args): [Args, Readonly<Record<string, unknown>>] {
  const last = args[args.length - 1];
  return isOptions(last) ? [args.slice(0, -1), last] : [args, NO_KEYWORDS];
}
const NO_KEYWORDS: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * Whether the last argument of a function that takes any object holds its keywords. One with special methods is an
 * operand, and one without keys a dict.
 */
export function endInKeywords(args: ArrayLike<unknown>): boolean {
  const last = args[args.length - 1];
  if (!isOptions(last)) return false;
  const names = Object.keys(last);
  return names.length > 0 && !names.some((name) => name.startsWith('__'));
}

/** Sets the names and the kind that builtins have in Python. `call` refuses keywords for those that take none. */
export function nameBuiltins(
  kind: 'builtin_function_or_method' | 'type',
  withKeywords: Functions,
  positional: Functions,
): void {
  for (const [name, run] of Object.entries({ ...withKeywords, ...positional })) asPython(run, name, kind);
  for (const run of Object.values(positional)) Object.defineProperty(run, POSITIONAL, { value: true });
}
