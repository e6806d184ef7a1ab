/**
 * examples/ports: each port repeats the calls that were recorded from its Python original on CPython, with
 * the same outcomes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as main from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { firstDifference } from '../../cli/compare.js';
import { readFacts } from '../../cli/facts.js';
import { cpython, testOnCPython } from '../native-cpython.js';

const ROOT = join(__dirname, '../..');
const PORTS = join(ROOT, 'examples/ports');
const folders = readdirSync(PORTS).filter((name) => !name.includes('.'));

/** The module in a folder that exists in both languages. */
function moduleOf(folder: string): string {
  const files = readdirSync(join(PORTS, folder));
  return files.find((name) => name.endsWith('.ts'))!.replace(/\.ts$/, '');
}
const facts = (folder: string) => join(PORTS, folder, 'facts.generated.json');

test('there are four, each under 400 lines in both languages', () => {
  expect(folders).toHaveLength(4);
  for (const folder of folders) {
    for (const ending of ['py', 'ts']) {
      const text = readFileSync(join(PORTS, folder, `${moduleOf(folder)}.${ending}`), 'utf8');
      expect([folder, ending, text.split('\n').length < 400]).toEqual([folder, ending, true]);
    }
  }
});

test.each(folders)('%s does what its Python does', async (folder) => {
  const exports = (await import(join(PORTS, folder, `${moduleOf(folder)}.ts`))) as Record<string, unknown>;
  const known = readFacts(facts(folder));
  const port = { exports, library: { main, PyArray } };
  expect(await firstDifference(known, port, { plainObjects: false, boxFloats: true })).toBeNull();
  // The recorded calls must reach every function and class of the port, except exceptions and classes of data.
  const called = new Set(known.steps.map(({ name }) => name.split('.')[0]));
  const own = Object.entries(exports).filter(
    ([name, value]) => typeof value === 'function' && !isRaised(value, name),
  );
  expect(
    own
      .map(([name]) => name)
      .filter((name) => !called.has(name) && !/^(?:Frame|Message|ExtType)$/.test(name)),
  ).toEqual([]);
});

/** Whether a class is an exception; these occur only in recorded errors. */
function isRaised(value: unknown, name: string): boolean {
  return (value as { prototype?: unknown }).prototype instanceof Error || name.endsWith('Error');
}

test('a changed port is noticed', async () => {
  const library = { main, PyArray };
  const exports = {
    ...((await import(join(PORTS, 'png/png.ts'))) as Record<string, unknown>),
    paeth: () => 0,
  };
  const found = await firstDifference(
    readFacts(facts('png')),
    { exports, library },
    { plainObjects: false, boxFloats: true },
  );
  expect(found?.step.text).toBe('paeth(1, 2, 3)');
});

testOnCPython('recording the ports anew').each(folders)(
  'CPython still says what was recorded of %s',
  (folder) => {
    const work = mkdtempSync(join(tmpdir(), 'pybuffer-ports-'));
    try {
      const out = join(work, 'facts.json');
      const files = [join(PORTS, folder, `${moduleOf(folder)}.py`), out, join(PORTS, folder, 'cases.py')];
      const env = { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' };
      execFileSync(cpython, [join(ROOT, 'cli/record.py'), ...files], { env });
      expect(readFacts(out).steps).toEqual(readFacts(facts(folder)).steps);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  },
);
