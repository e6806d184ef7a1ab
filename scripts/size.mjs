/**
 * `npm run size`: compares the size of each import, minified and compressed (brotli), under the conditions of
 * a browser and of Node, and the size of the tarball with the budgets in `budgets.json`: more than `kB`
 * fails, `goal` is the aim. Measures the packed tarball; expects a build in dist/.
 *
 * `npm run size -- NAME` lists the modules of the imports whose name contains NAME; `npm run size -- --write`
 * writes the browser's sizes and the date into sizes.generated.json, which `npm run figures` reads.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { pack, unpack } from './packed.mjs';

const budgets = JSON.parse(readFileSync(join(import.meta.dirname, 'budgets.json'), 'utf8'));
const wanted = process.argv[2];
const kB = (bytes) => bytes / 1000;
const sizes = {};
let failed = 0;

function line(name, values, { kB: budget, goal = budget }) {
  const over = Math.max(...values) > budget;
  if (over) failed++;
  const shown = values.map((value) => value.toFixed(1).padStart(7)).join('');
  console.log(
    `${name.padEnd(36)}${shown}${String(budget).padStart(8)}${String(goal).padStart(7)}${over ? '  OVER' : ''}`,
  );
}

async function bundle(folder, { entry, names }, platform) {
  const what = names === undefined ? '* as all' : `{ ${names.join(', ')} }`;
  const used = names === undefined ? 'all' : names.join(', ');
  const { outputFiles, metafile, warnings } = await build({
    stdin: { contents: `import ${what} from '${entry}';\nconsole.log(${used});`, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform,
    logLevel: 'silent',
  });
  if (warnings.length > 0) throw new Error(`${entry}: ${warnings.map(({ text }) => text).join('; ')}`);
  return {
    bytes: brotliCompressSync(outputFiles[0].contents).length,
    inputs: Object.entries(Object.values(metafile.outputs)[0].inputs),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'pybuffer-size-'));
try {
  const { tarball, size, unpackedSize } = pack(folder);
  unpack(tarball, folder);
  console.log(`${'kB, brotli'.padEnd(36)}browser   Node  budget   goal`);
  for (const check of budgets.imports) {
    const bundles = [await bundle(folder, check, 'browser'), await bundle(folder, check, 'node')];
    sizes[check.name] = kB(bundles[0].bytes);
    line(
      check.name,
      bundles.map(({ bytes }) => kB(bytes)),
      check,
    );
    if (wanted === undefined || !check.name.includes(wanted)) continue;
    for (const [path, { bytesInOutput }] of bundles[0].inputs.sort(
      ([, a], [, b]) => b.bytesInOutput - a.bytesInOutput,
    )) {
      if (bytesInOutput > 0) console.log(`  ${String(bytesInOutput).padStart(7)} ${path}`);
    }
  }
  if (wanted === '--write') {
    const record = { date: new Date().toISOString().slice(0, 10), imports: sizes };
    writeFileSync(join(import.meta.dirname, 'sizes.generated.json'), `${JSON.stringify(record, null, 2)}\n`);
  }
  line('tarball, packed', [kB(size)], budgets.tarball.packed);
  line('tarball, unpacked', [kB(unpackedSize)], budgets.tarball.unpacked);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed > 0) {
  console.error(`size: ${failed} over budget`);
  process.exitCode = 1;
}
