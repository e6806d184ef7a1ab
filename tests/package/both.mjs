/**
 * The ES modules and the CommonJS files of the installed package in one process: prints the laws between them that do not hold. In Node
 * `import` and `require` get the same copy; a loader that prefers ES modules brings the other one, which is imported here by its path.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import brokenLaws from './copies.cjs';

const ENTRIES = ['', '/struct', '/array', '/io', '/int', '/binascii', '/base64', '/zlib', '/protocol'];
const require = createRequire(import.meta.url);
const load = async (pathOf) =>
  Object.assign({}, ...(await Promise.all(ENTRIES.map((entry) => import(pathOf(entry))))));
const dist = new URL('.', pathToFileURL(require.resolve('pybuffer')));
const modules = await load((entry) => new URL(`${entry.slice(1) || 'index'}.js`, dist));
const imported = await load((entry) => `pybuffer${entry}`);
const commonjs = Object.assign({}, ...ENTRIES.map((entry) => require(`pybuffer${entry}`)));
if (modules.Bytes === commonjs.Bytes) throw new Error('these are not two copies');
for (const name of Object.keys(modules)) {
  if (imported[name] !== commonjs[name]) throw new Error(`import and require get two copies of ${name}`);
}
for (const [ours, theirs] of [
  [modules, commonjs],
  [commonjs, modules],
]) {
  const { count, broken } = brokenLaws(ours, theirs);
  console.log(`${count - broken.length} of ${count} laws hold`);
  for (const each of broken) console.log(each);
}
