/**
 * `pybuffer/core` without the parts, each time in a separate process, since registration is process-wide:
 * what core has is exact, and the errors for what it lacks name the import that adds it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = join(__dirname, '../..');

/**
 * Runs a program that imports the sources as the package, with `pybuffer` as core and the runtime without
 * parts, and returns its output.
 */
function run(contents: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    alias: {
      ...Object.fromEntries(
        ['array', 'base64', 'binascii', 'hmac', 'int', 'io', 'protocol', 'struct', 'zlib'].map((name) => [
          `pybuffer/${name}`,
          join(ROOT, 'src', name === 'protocol' ? 'protocol/index.ts' : `${name}.ts`),
        ]),
      ),
      ...Object.fromEntries(
        ['codecs', 'codecs-binary'].map((name) => [`pybuffer/${name}`, join(__dirname, 'data/no-codecs.ts')]),
      ),
      pybuffer: join(ROOT, 'src/core.ts'),
      'pybuffer/runtime': join(ROOT, 'src/runtime/index.ts'),
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'pybuffer-core-'));
  try {
    const file = join(folder, 'program.mjs');
    writeFileSync(file, outputFiles[0]!.text);
    return execFileSync(process.execPath, [file], { cwd: ROOT, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('every recorded program agrees with CPython, up to the first error for something that core lacks', () => {
  const printed = run(`
    import { ILP32, LP64, useABI } from 'pybuffer';
    import * as runtime from 'pybuffer/runtime';
    import { callables } from './conformance/differential/callables.ts';
    import { Run } from './conformance/differential/ours.ts';
    import { FILES, readVectors } from './conformance/vectors/vector.ts';
    const counts = { exact: 0, lacking: 0, wrong: [] as string[] };
    runtime.configure({ floats: 'box' });
    for (const { program, results, abi } of FILES.flatMap(readVectors)) {
      useABI(abi === 'LP64' ? LP64 : ILP32);
      const found = new Run(callables).run(program);
      const at = results.findIndex((result, i) => result !== found[i]);
      if (at < 0) counts.exact++;
      else if (/import 'pybuffer\\/(codecs|percent|methods)'/.test(String(found[at]))) counts.lacking++;
      else counts.wrong.push(results[at] + ' / ' + found[at]);
    }
    console.log(JSON.stringify(counts));
  `);
  const { exact, lacking, wrong } = JSON.parse(printed) as {
    exact: number;
    lacking: number;
    wrong: string[];
  };
  expect(wrong).toEqual([]);
  expect(exact).toBeGreaterThan(1000);
  expect(lacking).toBeGreaterThan(10);
});

test('errors for what core lacks name the import that adds it', () => {
  const printed = run(`
    import { ByteArray, Bytes, MemoryView, b, lookupError } from 'pybuffer';
    const said = (work) => { try { return String(work()); } catch (error) { return error.name + ': ' + error.message; } };
    console.log(JSON.stringify([
      said(() => new Bytes('a', 'cp1252')),
      said(() => b\`a\`.decode('utf-16')),
      said(() => new Bytes('\\u20ac', 'ascii', 'namereplace')),
      said(() => lookupError('namereplace')),
      said(() => new Bytes('\\ud800', 'utf-8', 'surrogatepass')),
      said(() => b\`a\\xff\`.decode('ascii', 'nope')),
      said(() => b\`%d\`.mod(5)),
      said(() => b\`a\`.upper()),
      said(() => new ByteArray(b\`a\`).center(3)),
      said(() => b\`a\`.split()),
      said(() => b\`a\`.find(97)),
      said(() => new ByteArray().join([])),
      said(() => b\`a\`.hash()),
      said(() => new MemoryView(b\`a\`).hash()),
      said(() => Bytes.maketrans(b\`a\`, b\`b\`)),
      said(() => new Bytes('a\\u20ac', 'Latin1', 'xmlcharrefreplace')),
      said(() => b\`a\\xff\`.decode('us-ascii', 'backslashreplace')),
      said(() => b\`\`.decode('cp1252')),
    ]));
  `);
  const hint =
    " (pybuffer/core has utf-8, ascii and latin-1; import 'pybuffer/codecs' to register all other encodings)";
  expect(JSON.parse(printed)).toEqual([
    `LookupError: unknown encoding: cp1252${hint}`,
    `LookupError: unknown encoding: utf-16${hint}`,
    "LookupError: error handler 'namereplace' is not in pybuffer/core: import 'pybuffer/codecs' to register it",
    "LookupError: error handler 'namereplace' is not in pybuffer/core: import 'pybuffer/codecs' to register it",
    "LookupError: error handler 'surrogatepass' is not in pybuffer/core: import 'pybuffer/codecs' to register it",
    "LookupError: unknown error handler name 'nope'",
    "NotImplementedError: % is not in pybuffer/core: import 'pybuffer/percent' to register it",
    "NotImplementedError: upper() is not in pybuffer/core: import 'pybuffer/methods' to register it",
    "NotImplementedError: center() is not in pybuffer/core: import 'pybuffer/methods' to register it",
    "NotImplementedError: split() is not in pybuffer/core: import 'pybuffer/methods' to register it",
    "NotImplementedError: find() is not in pybuffer/core: import 'pybuffer/methods' to register it",
    "NotImplementedError: join() is not in pybuffer/core: import 'pybuffer/methods' to register it",
    "NotImplementedError: hash() is not in pybuffer/core: import 'pybuffer/methods' to register it",
    "NotImplementedError: hash() is not in pybuffer/core: import 'pybuffer/methods' to register it",
    "NotImplementedError: maketrans() is not in pybuffer/core: import 'pybuffer/methods' to register it",
    "b'a&#8364;'",
    'a\\xff',
    '',
  ]);
});

test('once anything imports the parts, core has them', () => {
  const printed = run(`
    import { Bytes, b } from 'pybuffer';
    const said = (work) => { try { return String(work()); } catch (error) { return error.name; } };
    const all = () => [
      said(() => new Bytes('\\u20ac', 'cp1252')),
      said(() => b\`%d\`.mod(5)),
      said(() => b\`a\`.upper()),
      said(() => b\`a\`.decode('nope')),
    ].join(' ');
    console.log(all());
    await import('./src/parts.ts');
    console.log(all());
  `);
  expect(printed).toBe(
    "LookupError NotImplementedError NotImplementedError LookupError\nb'\\x80' b'5' b'A' LookupError\n",
  );
});

test('the methods of a part, once registered, are methods like all others', () => {
  const printed = run(`
    import { ByteArray, Bytes, b } from 'pybuffer';
    const names = 'capitalize center count endswith expandtabs find includes index isalnum isalpha isascii isdigit islower '
      + 'isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex '
      + 'rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill';
    class Loud extends Bytes { upper() { return super.upper().concat(b\`!\`); } }
    const early = new Loud(b\`ab\`);
    await import('./src/methods.ts');
    const base = Object.getPrototypeOf(Bytes.prototype);
    const found = names.split(' ').map((name) => {
      const { value, enumerable, writable, configurable } = Object.getOwnPropertyDescriptor(base, name);
      return [value.name === name, value.length, 'prototype' in value, enumerable, writable, configurable].map(Number).join('');
    });
    const list = Object.getOwnPropertyNames(base);
    console.log(String(found), early.upper().repr(), new ByteArray(b\`ab\`).title().repr(), list.length === new Set(list).size);
    console.log(list.filter((name) => !names.split(' ').includes(name) && /^(is|[lrs]?just)/.test(name)).length);
  `);
  // The rows check: the name, the number of parameters, no prototype, not enumerable, writable and configurable.
  const expected = [
    0, 2, 3, 3, 1, 3, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 1, 1, 1, 1, 3, 3, 3, 2, 1, 2, 1, 2, 1, 3, 1, 0,
    0, 2, 0, 1,
  ].map((length) => `1${length}0011`);
  expect(printed).toBe(`${expected.join(',')} b'AB!' bytearray(b'Ab') true\n0\n`);
});
