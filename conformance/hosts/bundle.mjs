// Bundles the adapters into one module, with the package's bundler, for pages and for measurements: tsx would
// set the name of each function at every call. Callers: the speed of single operations, and the page that
// runs in Chromium.
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ENTRY = '\0entry';

/**
 * Bundles both adapters and the other exports that programs here need.
 *
 * @param source the checkout whose `src` is bundled; this one when absent
 * @param name of the module in .cache
 * @returns the path of the module: `installInBrython`, `installInSkulpt`, `LP64`, `ILP32`
 */
export async function bundleAdapters(source = root, name = 'hosts') {
  const file = `${root}.cache/${name}.mjs`;
  const bundle = await rollup({
    input: ENTRY,
    external: /^node:/,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) =>
          id === ENTRY
            ? `export { install as installInBrython } from '${source}/src/brython.ts';
export { install as installInSkulpt } from '${source}/src/skulpt.ts';
export { LP64, ILP32 } from '${source}/src/index.ts';`
            : null,
      },
      esbuild({ target: 'es2022', tsconfig: `${root}tsconfig.json` }),
    ],
    onwarn: () => {},
  });
  await bundle.write({ file, format: 'es' });
  await bundle.close();
  return file;
}
