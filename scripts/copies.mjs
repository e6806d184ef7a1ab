/**
 * `npm run copies -- FOLDER`: loads this build and that of FOLDER, a checkout of another release in which
 * `npm run build` was run, into one process, and prints which laws between copies do not hold, in both
 * directions. Expects a build in dist/.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import brokenLaws from '../tests/package/copies.cjs';

const ENTRIES = ['index', 'struct', 'array', 'io', 'int', 'binascii', 'base64', 'zlib', 'protocol'];
const require = createRequire(import.meta.url);

/** All entries that a build has, as one object. */
function entriesOf(folder) {
  // Releases without a folder for CommonJS have files that end in .cjs.
  const [dist, ending] = existsSync(resolve(folder, 'dist/cjs'))
    ? [resolve(folder, 'dist/cjs'), 'js']
    : [resolve(folder, 'dist'), 'cjs'];
  require.resolve(`${dist}/index.${ending}`);
  const all = {};
  for (const entry of ENTRIES) {
    try {
      Object.assign(all, require(`${dist}/${entry}.${ending}`));
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return all;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run copies -- FOLDER');
const here = entriesOf(resolve(import.meta.dirname, '..'));
const there = entriesOf(folder);
// Releases before protocol versions do not use registered symbols.
const isBefore = !(Symbol.for('pybuffer.exception') in there.PyException.prototype);
let failed = 0;
for (const [title, ours, theirs] of [
  [`this build, given values of ${folder}`, here, there],
  [`${folder}, given values of this build`, there, here],
]) {
  const { count, broken } = brokenLaws(ours, theirs, isBefore);
  console.log(`${title}: ${count - broken.length} of ${count} laws hold`);
  for (const each of broken) console.log(`  ${each}`);
  if (ours === here) failed += broken.length;
}
// How an old release treats our values cannot be changed any more.
process.exitCode = failed === 0 ? 0 : 1;
