/**
 * Loads the ES modules and the CommonJS files of the installed package in one process, and prints the laws
 * that do not hold between them and the functions that treat the other copy's values differently from their
 * own. In Node, `import` and `require` load the same copy; a loader that prefers ES modules loads the other
 * one, which this script imports by its path. Caller: `npm run package`.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import brokenLaws from './copies.cjs';
import differences from './every-function.cjs';

const ENTRIES = ['index', 'struct', 'array', 'io', 'int', 'binascii', 'base64', 'zlib', 'protocol'];
const OTHERS = ['runtime', 'operator', 'builtins', 'codecs', 'hmac', 'testing', 'record'];

const require = createRequire(import.meta.url);
const dist = new URL('..', pathToFileURL(require.resolve('pybuffer')));
const modules = {};
const commonjs = {};
for (const entry of [...ENTRIES, ...OTHERS]) {
  const name = entry === 'index' ? 'pybuffer' : `pybuffer/${entry}`;
  modules[entry] = await import(new URL(`${entry}.js`, dist));
  commonjs[entry] = require(name);
  const imported = await import(name);
  for (const each of Object.keys(commonjs[entry])) {
    if (imported[each] !== commonjs[entry][each])
      throw new Error(`import and require get two copies of ${each}`);
  }
}
if (modules.index.Bytes === commonjs.index.Bytes) throw new Error('these are not two copies');
const together = (copy) => Object.assign({}, ...ENTRIES.map((entry) => copy[entry]));
for (const [ours, theirs] of [
  [modules, commonjs],
  [commonjs, modules],
]) {
  const { count, broken } = brokenLaws(together(ours), together(theirs));
  console.log(`${count - broken.length} of ${count} laws hold`);
  for (const each of broken) console.log(each);
}
const { count, found } = differences(modules, commonjs);
console.log(`${count - found.length} of ${count} calls treat both alike`);
for (const each of found) console.log(each);
