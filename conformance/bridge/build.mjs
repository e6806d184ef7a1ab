// Bundles the bridge and the library into one module in .cache, which plain Node can run.
import { build } from 'esbuild';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds `entry.ts` with everything that it imports.
 *
 * @param name of the module in .cache
 * @param plugins for esbuild; the mutation test breaks the library with one
 * @returns the path of the module
 */
export async function buildBridge(name = 'bridge', plugins = []) {
  const outfile = `${root}.cache/${name}.mjs`;
  // Renamed into place, so that other processes never load an incomplete module.
  const fresh = `${root}.cache/${name}.${process.pid}.mjs`;
  await build({
    entryPoints: [`${root}conformance/bridge/entry.ts`],
    outfile: fresh,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins,
  });
  fs.renameSync(fresh, outfile);
  return outfile;
}
