/** Packs the tarball that users get, and unpacks it as `node_modules/pybuffer` of a folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * Packs the output of `npm run build` into `folder`, which must exist.
 *
 * @returns the tarball's path, its size and that of its content in bytes, and the paths of its files
 */
export function pack(folder) {
  const [{ filename, size, unpackedSize, files }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  return { tarball: join(folder, filename), size, unpackedSize, files: files.map(({ path }) => path) };
}

/** Unpacks a tarball as the package `pybuffer` of the programs in `folder`. */
export function unpack(tarball, folder) {
  const target = join(folder, 'node_modules/pybuffer');
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
}
