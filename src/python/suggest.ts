/**
 * "Did you mean ...?" for misspelt keywords, chosen as CPython does. Both ways of binding keywords call it.
 */
const MOVE = 2;
const CASE = 1;
/** CPython compares no longer names. */
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
