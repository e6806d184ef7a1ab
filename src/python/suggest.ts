/**
 * The error of an unknown keyword, with CPython's "Did you mean ...?". Every function that binds keywords
 * calls it.
 */
import { PyTypeError } from '../exceptions/index.js';

const MOVE = 2;
const CASE = 1;
/** CPython does not compare longer names. */
const LONGEST = 40;

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE : MOVE;
}

/**
 * The weighted edit distance of two names: 2 for a letter added, removed or changed, 1 for a change of case.
 */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j * MOVE);
  for (let i = 1; i <= a.length; i++) {
    const next = [i * MOVE];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(row[j]! + MOVE, next[j - 1]! + MOVE, row[j - 1]! + substitution(a[i - 1]!, b[j - 1]!)),
      );
    }
    row = next;
  }
  return row[b.length]!;
}

/**
 * The name that was probably meant; null if none is close.
 *
 * CPython: Python/suggestions.c `_Py_CalculateSuggestions`
 */
export function suggest(name: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  if (name.length >= LONGEST) return null;
  for (const candidate of candidates) {
    if (candidate === name || candidate.length >= LONGEST) continue;
    const limit = Math.floor(((name.length + candidate.length + 3) * MOVE) / 6);
    const found = distance(name, candidate);
    if (found <= limit && found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/**
 * The error of a call with an unknown keyword: `split() got an unexpected keyword argument 'sepp'. Did you
 * mean 'sep'?`
 *
 * @param known the names that can be keywords
 *
 * CPython: Python/getargs.c `error_unexpected_keyword_arg`
 */
export function unexpectedKeyword(method: string, keyword: string, known: readonly string[]): PyTypeError {
  const meant = suggest(keyword, known);
  const hint = meant === null ? '' : `. Did you mean '${meant}'?`;
  return new PyTypeError(`${method}() got an unexpected keyword argument '${keyword}'${hint}`);
}
