/** Binds the arguments of built-in functions that take keywords. */
import { PyTypeError } from '../../exceptions/index.js';
import { unexpectedKeyword } from '../../python/index.js';
import { bind } from '../bind.js';
import type { Kwargs } from '../bind.js';
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
