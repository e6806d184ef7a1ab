/**
 * Two-way string matching (Crochemore and Perrin, 1991): linear time and constant space for any needle, but
 * with a preparation and a slower loop than the searches of `searcher.ts`, which fall back on it when a
 * needle keeps almost matching.
 *
 * One body serves both directions: a sequence is read as `memory[origin + i * step]`, with step -1 for the
 * last match.
 */
export class TwoWay {
  /** The position where the critical factorization cuts the needle. */
  private cut: number;
  /** The period of the needle, or a lower bound of it. */
  private period: number;
  /** Whether `period` is exact, so that a matched prefix is remembered for the next position. */
  private readonly periodic: boolean;

  constructor(
    private readonly needle: Uint8Array,
    private readonly origin: number,
    private readonly length: number,
    private readonly step: 1 | -1,
  ) {
    this.cut = 0;
    this.period = 1;
    this.factorise();
    this.periodic = this.repeats(this.cut, this.period);
    if (!this.periodic) this.period = Math.max(this.cut, length - this.cut) + 1;
  }

  /** The later of the greatest suffixes under both orders of bytes is a critical cut. */
  private factorise(): void {
    const [cut, period] = this.greatestSuffix(1);
    const [otherCut, otherPeriod] = this.greatestSuffix(-1);
    if (cut > otherCut) {
      this.cut = cut;
      this.period = period;
    } else {
      this.cut = otherCut;
      this.period = otherPeriod;
    }
  }

  /**
   * Returns the start and the period of the greatest suffix, with bytes in ascending (`sign` 1) or descending
   * order (-1).
   */
  private greatestSuffix(sign: 1 | -1): [start: number, period: number] {
    const { needle, origin, step, length } = this;
    let start = 0;
    let candidate = 1;
    let matched = 0;
    let period = 1;
    while (candidate + matched < length) {
      const a = needle[origin + (candidate + matched) * step]!;
      const b = needle[origin + (start + matched) * step]!;
      if (a === b) {
        if (matched + 1 === period) {
          candidate += period;
          matched = 0;
        } else {
          matched++;
        }
      } else if ((a - b) * sign < 0) {
        candidate += matched + 1;
        matched = 0;
        period = candidate - start;
      } else {
        start = candidate++;
        matched = 0;
        period = 1;
      }
    }
    return [start, period];
  }

  /** Whether the part before `cut` repeats `period` bytes later. */
  private repeats(cut: number, period: number): boolean {
    const { needle, origin, step } = this;
    if (cut + period > this.length) return false;
    for (let i = 0; i < cut; i++) {
      if (needle[origin + i * step] !== needle[origin + (i + period) * step]) return false;
    }
    return true;
  }

  /**
   * Finds the first match among the `size` bytes `m[from], m[from + step], ...`.
   *
   * @returns the number of bytes before the match, or -1
   */
  search(m: Uint8Array, from: number, size: number): number {
    const { needle, origin, step, length, cut, period, periodic } = this;
    const last = size - length;
    let known = 0;
    let at = 0;
    while (at <= last) {
      let i = Math.max(cut, known);
      let p = origin + i * step;
      let q = from + (at + i) * step;
      while (i < length && needle[p] === m[q]) {
        i++;
        p += step;
        q += step;
      }
      if (i < length) {
        at += i - cut + 1;
        known = 0;
        continue;
      }
      i = cut - 1;
      p = origin + i * step;
      q = from + (at + i) * step;
      while (i >= known && needle[p] === m[q]) {
        i--;
        p -= step;
        q -= step;
      }
      if (i < known) return at;
      at += period;
      known = periodic ? length - period : 0;
    }
    return -1;
  }
}
