import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

/** Plans of programs: for each step a list of decisions, which fast-check makes fewer and smaller when one fails. */
export function plan(steps: number): Arbitrary<number[][]> {
  const decisions = fc.array(fc.nat(0xffff), { maxLength: 24, size: 'max' });
  return fc.array(decisions, { minLength: 1, maxLength: steps, size: 'max' });
}
