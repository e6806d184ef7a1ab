/**
 * Copies of the library in one process. The laws (copies.cjs) hold between two builds of these sources, and
 * between this release and one with other fields and another version of the protocol. Every public function
 * also treats the values of both copies alike (every-function.cjs).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import brokenLaws from './copies.cjs';
import differences from './every-function.cjs';

const ROOT = join(__dirname, '../..');
const ENTRIES = ['index', 'struct', 'array', 'io', 'int', 'binascii', 'base64', 'zlib', 'protocol'];
const OTHERS = ['runtime', 'operator', 'builtins', 'codecs', 'hmac', 'testing', 'record'];

/** A copy of the library: its entries by name. */
type Copy = Record<string, Record<string, unknown>>;

/** All exports of the entries in {@link ENTRIES}. */
const together = (copy: Copy): Record<string, unknown> =>
  Object.assign({}, ...ENTRIES.map((entry) => copy[entry])) as Record<string, unknown>;

/** A build of the sources, with other versions of layout and protocol if they are given. */
async function copyOf(
  folder: string,
  name: string,
  versions?: { layout: number; protocol: number },
): Promise<Copy> {
  const outfile = join(folder, `${name}.cjs`);
  await build({
    stdin: {
      contents: [...ENTRIES, ...OTHERS]
        .map((entry) => `export * as ${entry} from './${entry}.ts';`)
        .join('\n'),
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
  expect(one.index!.Bytes).not.toBe(twin.index!.Bytes);
  expect(one.index!.Bytes).not.toBe(later.index!.Bytes);
});

test.each<[string, () => [Copy, Copy]]>([
  ['two builds of one release', () => [one, twin]],
  ['this release, given values of one with other fields', () => [one, later]],
  ['the other release, given values of this one', () => [later, one]],
])('%s', (_title, copies) => {
  const { count, broken } = brokenLaws(...(copies().map(together) as [object, object]));
  expect(broken).toEqual([]);
  expect(count).toBeGreaterThan(100);
});

test('every public function does with values of another copy what it does with its own', () => {
  const { count, found } = differences(one, twin);
  expect(found).toEqual([]);
  expect(count).toBeGreaterThan(50_000);
});

test('every public function does the same with values of a release with other fields, except records in place, which it refuses', () => {
  const { found } = differences(one, later);
  expect(found.filter((line) => !line.includes('a record in place is required, not Live'))).toEqual([]);
  expect(found.length).toBeLessThan(20);
});

test('a function that does not know the values of another copy is found', () => {
  const isBytes = (value: unknown) => value instanceof (one.index!.Bytes as new () => object);
  const { found } = differences(one, twin, { isBytes });
  expect(found[0]).toBe("called.isBytes(bytes): false | b'abc', expected true | b'abc'");
});

test('unrelated copies break laws, and the check reports them', () => {
  const { Bytes } = one.index as { Bytes: new (...args: unknown[]) => object };
  class Deaf extends Bytes {
    equals() {
      return false;
    }
  }
  expect(brokenLaws({ ...together(one), Bytes: Deaf }, together(twin)).broken).not.toEqual([]);
});
