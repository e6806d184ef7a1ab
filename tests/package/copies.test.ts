/**
 * Copies of the library in one process. The laws (copies.cjs) hold between two builds of these sources, and between this release and one
 * with other fields and another version of the protocol.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import brokenLaws from './copies.cjs';

const ROOT = join(__dirname, '../..');
const ENTRIES = ['index', 'struct', 'array', 'io', 'int', 'binascii', 'base64', 'zlib', 'protocol/index'];

type Copy = Record<string, unknown>;

/** A build of the sources, in which the versions of layout and protocol are others where they are given. */
async function copyOf(
  folder: string,
  name: string,
  versions?: { layout: number; protocol: number },
): Promise<Copy> {
  const outfile = join(folder, `${name}.cjs`);
  await build({
    stdin: {
      contents: ENTRIES.map((entry) => `export * from './${entry}.ts';`).join('\n'),
      resolveDir: join(ROOT, 'src'),
      loader: 'ts',
    },
    bundle: true,
    outfile,
    format: 'cjs',
    platform: 'node',
    logLevel: 'error',
    external: ['#*'],
    plugins: [
      {
        name: 'versions',
        setup({ onLoad }) {
          if (versions === undefined) return;
          onLoad({ filter: /python\/copies\.ts$/ }, ({ path }) => ({
            contents: readFileSync(path, 'utf8')
              .replace(/PROTOCOL = \d+/, `PROTOCOL = ${versions.protocol}`)
              .replace(/LAYOUT = \d+/, `LAYOUT = ${versions.layout}`),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return createRequire(outfile)(outfile) as Copy;
}

let folder: string;
let one: Copy;
let twin: Copy;
let later: Copy;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pybuffer-copies-'));
  one = await copyOf(folder, 'one');
  twin = await copyOf(folder, 'twin');
  later = await copyOf(folder, 'later', { layout: 1000, protocol: 1000 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the builds are different copies', () => {
  expect(one.Bytes).not.toBe(twin.Bytes);
  expect(one.Bytes).not.toBe(later.Bytes);
});

test.each<[string, () => [Copy, Copy]]>([
  ['two builds of one release', () => [one, twin]],
  ['this release, given values of one with other fields', () => [one, later]],
  ['the other release, given values of this one', () => [later, one]],
])('%s', (_title, copies) => {
  const { count, broken } = brokenLaws(...copies());
  expect(broken).toEqual([]);
  expect(count).toBeGreaterThan(100);
});

test('laws between strangers are found broken', () => {
  const { Bytes } = one as { Bytes: new (...args: unknown[]) => object };
  class Deaf extends Bytes {
    equals() {
      return false;
    }
  }
  expect(brokenLaws({ ...one, Bytes: Deaf }, twin).broken).not.toEqual([]);
});
