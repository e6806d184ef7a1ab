// Tests judge.ts with every combination of outcomes that it must tell apart.
import { FINAL_FAILS, HOST_SKIPS, INTERPRETER, SKIPPED, judge } from './judge.js';
import type { Outcome, Verdict } from './judge.js';

type Word = Outcome['outcome'];

/** The verdict on one test with these outcomes on our types, on rc1's own, and on the final release. */
function verdict(ours: Word | null, host: Word | null, final: Word | null, reason?: string): Verdict {
  const outcomes = (word: Word | null) =>
    word === null ? {} : { t: { outcome: word, detail: 'Error: why' } };
  const runs = { ours: outcomes(ours), host: outcomes(host), final: outcomes(final) };
  return judge(runs, new Map(reason === undefined ? [] : [['t', reason]]));
}

const passes = (v: Verdict) => expect(v).toMatchObject({ passed: 1, failed: 0, excused: 0, complaints: [] });
const fails = (v: Verdict, complaint: string) =>
  expect(v).toMatchObject({ passed: 0, failed: 1, excused: 0, complaints: [complaint] });
const isExcused = (v: Verdict, reason: string) =>
  expect(v).toMatchObject({ passed: 0, failed: 0, excused: 1, reasons: { [reason]: 1 }, complaints: [] });

test('a test that passes on our types passes, whatever rc1 does', () => {
  passes(verdict('passed', 'passed', 'passed'));
  passes(verdict('passed', 'failed', 'passed'));
  passes(verdict('passed', 'passed', 'skipped'));
});

test('a failure on rc1 excuses nothing', () => {
  fails(verdict('failed', 'failed', 'passed'), 't failed: Error: why');
  fails(verdict('skipped', 'failed', 'passed'), 't skipped: Error: why');
  fails(verdict('skipped', 'passed', 'passed'), 't skipped: Error: why');
});

test('a test that the final release fails is excused', () => {
  isExcused(verdict('failed', 'failed', 'failed'), FINAL_FAILS);
  isExcused(verdict('failed', 'passed', 'failed'), FINAL_FAILS);
});

test('a test that rc1 skips too is excused, and the reason says whether the final release skips it', () => {
  isExcused(verdict('skipped', 'skipped', 'skipped'), SKIPPED);
  isExcused(verdict('skipped', 'skipped', 'passed'), HOST_SKIPS);
});

test('a ledger excuses a failure; an entry that passes or has no test fails the run', () => {
  isExcused(verdict('failed', 'passed', 'passed', '_testcapi'), '_testcapi');
  fails(verdict('passed', 'passed', 'passed', '_testcapi'), 't is in the ledger «_testcapi», but passes');
  fails(verdict(null, null, null, '_testcapi'), 't is in the ledger «_testcapi», but there is no such test');
});

test('the run itself proves the ledger of the interpreter', () => {
  const listed = `t is in the ledger «${INTERPRETER}», but`;
  isExcused(verdict('failed', 'failed', 'passed', INTERPRETER), INTERPRETER);
  fails(verdict('failed', 'passed', 'passed', INTERPRETER), `${listed} passes on rc1's own types`);
  fails(verdict('failed', 'failed', 'skipped', INTERPRETER), `${listed} is skipped on the final release`);
  fails(verdict('failed', 'failed', null, INTERPRETER), `${listed} is not there on the final release`);
  fails(verdict('passed', 'failed', 'passed', INTERPRETER), `${listed} passes`);
});

test('a test that exists on one side only fails', () => {
  fails(verdict(null, 'passed', 'passed'), 't failed: did not run');
  fails(verdict('passed', null, null), 't ran on our types only, and passed: Error: why');
});
