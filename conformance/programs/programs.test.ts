// Runs all programs on our types through the bridge and compares what they print with CPython's output.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Outcomes by the program's title. */
function read(file: string): Map<string, string> {
  const blocks = `\n${readFileSync(file, 'utf8')}`.split('\n# == ').slice(1);
  return new Map(
    blocks.map((block) => {
      const end = block.indexOf('\n');
      return [block.slice(0, end), block.slice(end + 1).trimEnd()];
    }),
  );
}

/** The first line in which two outcomes differ. */
function difference(expected: string, printed: string): [string | undefined, string | undefined] {
  const [wanted, lines] = [expected.split('\n'), printed.split('\n')];
  const at = wanted.findIndex((line, i) => line !== lines[i]);
  return at < 0 ? [undefined, lines[wanted.length]] : [wanted[at], lines[at]];
}

test('programs print on our types what they print on CPython', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'programs-')), 'printed.txt');
  const { status, stderr } = spawnSync('node', [join(__dirname, 'run-programs.mjs'), '--out', out], {
    encoding: 'utf8',
  });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  const printed = read(out);
  const wrong: Record<string, unknown> = {};
  const expected = read(join(__dirname, 'expected.txt'));
  for (const [title, text] of expected) {
    const ours = printed.get(title) ?? 'did not run';
    if (ours !== text) wrong[title] = difference(text, ours);
  }
  expect(wrong).toEqual({});
  expect(printed.size).toBe(expected.size);
}, 120_000);
