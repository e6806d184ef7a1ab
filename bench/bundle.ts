import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache/bench');

/** Checks a revision out beside the working tree. */
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
 * The library as one module, as its users load it: of a revision of this repository, or of the working tree.
 *
 * Two revisions in one process stay apart, because each is a bundle of its own.
 */
export async function bundleOf(revision: string | null): Promise<unknown> {
  mkdirSync(cache, { recursive: true });
  const source = revision === null ? root : checkout(revision);
  const outfile = join(cache, `${revision === null ? 'now' : revision.replace(/\W/g, '_')}.mjs`);
  await build({
    stdin: {
      contents:
        "export * from './src/bytes/index.ts'; export * from './src/memoryview/index.ts'; export {Slice} from './src/python/index.ts'; export * as struct from './src/struct.ts';",
      resolveDir: source,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    outfile,
    logLevel: 'error',
    external: ['#unicode-names'],
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}
