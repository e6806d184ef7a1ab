/**
 * V8 keeps its type feedback about the library's objects: no assignment in a maker becomes megamorphic, and
 * positions stay small ints. Jest's contexts do not show this, so the test runs in a separate process, whose
 * log names each inline cache that changes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const PROGRAM = `
import { PyArray } from './src/array.ts';
import { ByteArray, Bytes, MemoryView, Slice } from './src/index.ts';

/** Collects garbage, so that V8 forgets the field types of objects that are all gone. */
const rounds = (run) => {
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 2000; j++) run(j);
    gc();
  }
};

const samples = () => [new Bytes(8), new ByteArray(8), new MemoryView(new Bytes(8)), new PyArray('I', [1, 2])];
const before = samples();
const bytes = new Bytes(Uint8Array.from({ length: 64 }, (_, i) => i));
rounds((j) => bytes.slice(1, -1).slice(j % 8).split(bytes.slice(32, 33)).concat(bytes.splitlines()));
rounds(() => new ByteArray(bytes).slice(1, -1).slice(null, null, 2));
rounds((j) => {
  const data = new ByteArray(bytes);
  data.extend(bytes);
  data.delete(new Slice(null, 1 + (j % 8)));
  data.delete(new Slice(-3, null));
  data.set(new Slice(null, 4), bytes);
});
rounds((j) => {
  const view = new MemoryView(j % 2 ? bytes : new ByteArray(bytes));
  const parts = [view.slice(1), view.slice(null, null, 2), view.cast('d'), view.cast('I').slice(null, 2), view.cast('H', [4, 8])];
  parts.push(view.toreadonly(), new MemoryView(view), new MemoryView(new PyArray('d', [1.5])), view.slice(null, -1, null));
  parts.push(new MemoryView(parts[1]), parts[4].slice(null, 2), parts[1].slice(null, null, -1));
  for (const part of parts) part.tolist();
  for (const part of parts) part.release();
  view.release();
});
const after = samples();
console.log(JSON.stringify(before.map((sample, i) => haveSameMap(sample, after[i]))));
`;

test('objects made after many others are made as fast as the first', () => {
  const { outputFiles } = buildSync({
    stdin: { contents: PROGRAM, resolveDir: join(__dirname, '../..'), loader: 'js' },
    bundle: true,
    platform: 'node',
    write: false,
  });
  const directory = mkdtempSync(join(tmpdir(), 'pybuffer-optimized-'));
  try {
    const [program, log] = [join(directory, 'program.cjs'), join(directory, 'v8.log')];
    // A bundler cannot parse V8's native syntax.
    const natives = 'const haveSameMap = new Function("a", "b", "return %HaveSameMap(a, b)");';
    writeFileSync(program, natives + outputFiles[0]!.text);
    const flags = [
      '--expose-gc',
      '--allow-natives-syntax',
      '--log-ic',
      `--logfile=${log}`,
      '--no-logfile-per-isolate',
    ];
    const printed = execFileSync(process.execPath, [...flags, program], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual([true, true, true, true]);
    const assignments = readFileSync(log, 'utf8').match(/^KeyedStoreIC,.*pybuffer\..*$/gm)!;
    // V8 lists the state before and after: `1` is monomorphic, `N` is megamorphic.
    expect(assignments.filter((line) => line.includes(',0,1,')).length).toBeGreaterThan(10);
    expect(assignments.filter((line) => line.includes(',1,N,'))).toEqual([]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
