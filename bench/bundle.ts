// Bundles the library of a revision, or of the working tree, into one module to time. Callers: every bench
// that times the library.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache/bench');

/** Checks out a revision beside the working tree. */
function checkout(revision: string): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const commit = git('rev-parse', '--verify', `${revision}^{commit}`);
  const path = join(cache, commit);
  if (!existsSync(path)) {
    git('worktree', 'prune');
    git('worktree', 'add', '--detach', path, commit);
  }
  return path;
}

/**
 * Bundles a revision of this repository, or the working tree, into one module, with the package's bundler.
 * One that turns `const` into `var`, as esbuild does, hides from V8 that the keys of our fields never change,
 * which costs 1 ns for each.
 *
 * @returns the URL to import
 */
export async function bundleOf(revision: string | null): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const source = revision === null ? root : checkout(revision);
  const file = join(cache, `${revision === null ? 'now' : revision.replace(/\W/g, '_')}.mjs`);
  const entry = '\0entry';
  // Older revisions have their entry in the room.
  const runtime = [`${source}/src/runtime.ts`, `${source}/src/runtime/index.ts`].find(existsSync);
  // Older revisions do not have them.
  const modules = ['base64', 'binascii', 'zlib'].filter((name) => existsSync(`${source}/src/${name}.ts`));
  const more = modules.map((name) => `export * as ${name} from '${source}/src/${name}.ts';`).join(' ');
  // The ports come from the examples/ports of the working tree, and use the library of the revision.
  const ports = ['dns/dns', 'msgpack/msgpack', 'png/png', 'websocket/frames'].map(
    (path) => `export * as ${path.split('/')[0]!} from '${root}examples/ports/${path}.ts';`,
  );
  const bundle = await rollup({
    input: entry,
    external: /^node:/,
    plugins: [
      {
        name: 'pybuffer',
        resolveId: (id) =>
          /^pybuffer(?:\/|$)/.test(id) ? `${source}/src/${id.slice(9) || 'index'}.ts` : null,
      },
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `export * from '${source}/src/index.ts'; export * as struct from '${source}/src/struct.ts'; export * as io from '${source}/src/io.ts'; export * as runtime from '${runtime}'; ${more} ${ports.join(' ')}`
            : null,
      },
      esbuild({ target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
    ],
    onwarn: () => {},
  });
  await bundle.write({ file, format: 'es' });
  await bundle.close();
  return pathToFileURL(file).href;
}
