// Judges one module: compares the outcomes on our types with those on CPython's own types on two
// interpreters, and with the ledgers. It takes plain data and returns counts and complaints; run.mjs prints
// them, judge.test.ts states the rules.

/** The outcome of one test. */
export interface Outcome {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly detail?: string;
}

export type Outcomes = Readonly<Record<string, Outcome>>;

/** The three runs of one module. */
export interface Runs {
  /** On our types, inside Pyodide. */
  readonly ours: Outcomes;
  /**
   * On CPython's own types, inside Pyodide: the interpreter that runs ours, a release candidate on 32-bit
   * memory.
   */
  readonly host: Outcomes;
  /** On the final release, native and 64-bit: the judge. Null if this machine has none. */
  readonly final: Outcomes | null;
}

export interface Verdict {
  passed: number;
  failed: number;
  excused: number;
  /** The number excused for each reason. */
  reasons: Record<string, number>;
  complaints: string[];
}

/** The ledger whose entries the run itself must prove. */
export const INTERPRETER = 'the interpreter that runs them is rc1 and 32-bit';

/** Reasons that are measured, so that no ledger lists their tests. */
export const FINAL_FAILS = 'fails on the final release too';
export const SKIPPED = 'skipped by the suite itself';
export const HOST_SKIPS = 'skips itself on WebAssembly (threads, processes, files)';

/**
 * Judges one module.
 *
 * @param runs the outcomes by the tests' names
 * @param ledger the reason of each excused test
 * @param complete whether all tests of the module should have run, so that a ledger entry without a test is
 *   stale
 */
export function judge(runs: Runs, ledger: ReadonlyMap<string, string>, complete = true): Verdict {
  const verdict: Verdict = { passed: 0, failed: 0, excused: 0, reasons: {}, complaints: [] };
  const names = new Set([...Object.keys(runs.ours), ...Object.keys(runs.host)]);
  for (const name of names) {
    const { excuse, complaint } = judgeTest(name, runs, ledger.get(name));
    if (excuse !== undefined) {
      verdict.excused++;
      verdict.reasons[excuse] = (verdict.reasons[excuse] ?? 0) + 1;
    } else if (complaint !== undefined) fail(verdict, `${name} ${complaint}`);
    else verdict.passed++;
  }
  if (complete) {
    for (const [name, reason] of ledger) {
      if (!names.has(name)) fail(verdict, `${name} is in the ledger «${reason}», but there is no such test`);
    }
  }
  return verdict;
}

function fail(verdict: Verdict, complaint: string): void {
  verdict.failed++;
  verdict.complaints.push(complaint);
}

interface Judgement {
  readonly excuse?: string;
  readonly complaint?: string;
}

const MISSING: Outcome = { outcome: 'failed', detail: 'did not run' };

function judgeTest(name: string, { ours, host, final }: Runs, reason: string | undefined): Judgement {
  const our = ours[name] ?? MISSING;
  const own = host[name];
  const right = final?.[name];
  if (own === undefined) {
    if (our.outcome === 'skipped') return { excuse: SKIPPED };
    return { complaint: `ran on our types only, and ${our.outcome}: ${lastWords(our)}` };
  }
  if (our.outcome === 'passed') {
    return reason === undefined ? {} : { complaint: `is in the ledger «${reason}», but passes` };
  }
  if (right?.outcome === 'failed') return { excuse: FINAL_FAILS };
  if (our.outcome === 'skipped' && own.outcome === 'skipped') {
    return { excuse: right === undefined || right.outcome === 'skipped' ? SKIPPED : HOST_SKIPS };
  }
  if (reason === undefined) return { complaint: `${our.outcome}: ${lastWords(our)}` };
  if (reason === INTERPRETER) {
    if (own.outcome === 'passed')
      return { complaint: `is in the ledger «${reason}», but passes on rc1's own types` };
    if (right?.outcome !== 'passed') {
      const what = right?.outcome ?? 'not there';
      return { complaint: `is in the ledger «${reason}», but is ${what} on the final release` };
    }
  }
  return { excuse: reason };
}

/** The exception at the end of a traceback, without the JavaScript stack that may follow. */
export function lastWords({ detail = '' }: Outcome): string {
  const lines = detail.split('\n').filter((line) => /^\S/.test(line));
  return lines.at(-1) ?? detail.trim();
}
