/** The rules of the scoreboard: each program's output on this library is the one recorded from CPython. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const ROOT = join(__dirname, '../..');

interface Recorded {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly printed: string;
}

const { rules, results } = JSON.parse(
  readFileSync(join(ROOT, 'scoreboard/results.generated.json'), 'utf8'),
) as {
  rules: Recorded[];
  results: { name: string; total: { same: number; all: number } }[];
};

/**
 * The current rules and their output on pybuffer, from a Node process, because Jest cannot load the
 * scoreboard's modules.
 */
const asked = spawnSync('node', ['--import', 'tsx', join(__dirname, 'ask-rules.mjs')], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
});
if (asked.status !== 0) throw new Error(asked.stderr);
const { now, printed } = JSON.parse(asked.stdout) as { now: Recorded[]; printed: string[] };

test('the recorded rules are the current ones', () => {
  expect(rules.map(({ id, title, text, source }) => ({ id, title, text, source }))).toEqual(
    now.map(({ id, title, text, source }) => ({ id, title, text, source })),
  );
  expect(rules.length).toBeGreaterThan(100);
});

test.each(rules.map((rule, i) => [rule.id, rule.title, i] as const))('%s: %s', (_id, _title, i) => {
  expect(rules[i]!.text).toMatch(/\.$/);
  expect(printed[i]).toBe(rules[i]!.printed);
});

test('the judge agrees with itself, and the others were asked', () => {
  expect(results[0]).toMatchObject({ name: 'CPython 3.15' });
  expect(results[0]!.total.same).toBe(results[0]!.total.all);
  expect(results.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['pybuffer', 'Pyodide', 'Brython', 'Skulpt']),
  );
});
