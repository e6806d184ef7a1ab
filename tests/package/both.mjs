/** The ES module and the CommonJS build of the installed package in one process: prints the laws between them that do not hold. */
import { createRequire } from 'node:module';
import brokenLaws from './copies.cjs';

const ENTRIES = ['', '/struct', '/array', '/io', '/int', '/binascii', '/base64', '/zlib', '/protocol'];
const require = createRequire(import.meta.url);
const modules = Object.assign({}, ...(await Promise.all(ENTRIES.map((entry) => import(`pybuffer${entry}`)))));
const commonjs = Object.assign({}, ...ENTRIES.map((entry) => require(`pybuffer${entry}`)));
if (modules.Bytes === commonjs.Bytes) throw new Error('these are not two copies');
for (const [ours, theirs] of [
  [modules, commonjs],
  [commonjs, modules],
]) {
  const { count, broken } = brokenLaws(ours, theirs);
  console.log(`${count - broken.length} of ${count} laws hold`);
  for (const each of broken) console.log(each);
}
