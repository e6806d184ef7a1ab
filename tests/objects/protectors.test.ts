/**
 * V8 has short ways for arrays, maps, sets, promises and regular expressions, which it gives up for the whole program
 * once anything defines certain names. Neither the library nor its adapters may cost a program one of them. The test
 * runs in a separate process, because others share Jest's.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../..');
// Not Jest's own, which mutation runs replace.
const { resolve } = createRequire(join(root, 'package.json'));
const folderOf = (script: string) => JSON.stringify(dirname(resolve(script)));

const PROGRAM = `
import { loadBrython } from './conformance/hosts/brython.mjs';
import { loadSkulpt } from './conformance/hosts/skulpt.mjs';

// Those that this V8 has. A bundler cannot parse V8's native syntax.
const names = ['ArraySpecies', 'TypedArraySpecies', 'PromiseSpecies', 'RegExpSpecies', 'IsConcatSpreadable',
  'ArrayIterator', 'MapIterator', 'SetIterator', 'StringIterator', 'NoElements', 'StringWrapperToPrimitive'];
const protectors = {};
for (const name of names) {
  try {
    protectors[name] = new Function('return %' + name + 'Protector()');
  } catch {}
}
const intact = () => Object.keys(protectors).filter((name) => protectors[name]());

console.log = () => {};
const hosts = [loadBrython(${folderOf('brython/brython.js')}), loadSkulpt(${folderOf('skulpt/dist/skulpt.min.js')})];
const before = intact();
const { Bytes, ByteArray, MemoryView } = await import('./src/index.ts');
const { install: installInBrython } = await import('./src/brython.ts');
const { install: installInSkulpt } = await import('./src/skulpt.ts');
installInBrython(hosts[0]);
installInSkulpt(hosts[1]);
using view = new MemoryView(new ByteArray([1, 2, 3]));
const values = [[1].concat([2], new Bytes([5]), view), [...view], await new Bytes([7]), view[1]];
const after = intact();
// Shows that the test can see one that is lost.
Object.defineProperty({}, Symbol.isConcatSpreadable, { value: true });
process.stdout.write(JSON.stringify({ length: values[0].length, before, after, lost: before.filter((name) => !intact().includes(name)) }));
`;

test('no short way of V8 is lost', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'pybuffer-protectors-'));
  try {
    const program = join(directory, 'program.mjs');
    const { outputFiles } = buildSync({
      stdin: { contents: PROGRAM, resolveDir: root, loader: 'js' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'es2022',
      write: false,
    });
    writeFileSync(program, outputFiles[0]!.text);
    const printed = execFileSync(process.execPath, ['--allow-natives-syntax', program], { encoding: 'utf8' });
    const { length, before, after, lost } = JSON.parse(printed);
    expect(length).toBe(4);
    expect(before.length).toBeGreaterThanOrEqual(8);
    expect(after).toEqual(before);
    expect(lost).toEqual(['IsConcatSpreadable']);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
