/**
 * The library in an engine that has only JavaScript: no Node, no `Buffer`, no `TextDecoder`, no WebAssembly.
 * Its results there must be the same as here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { buildSync } from 'esbuild';
import * as here from 'pybuffer';

const ROOT = join(__dirname, '../..');

/** Bundles a subpath as one script, which stores its exports in the global `pybuffer`. */
function bundleOf(name: string): string {
  const file = [`src/${name}.ts`, `src/${name}/index.ts`].find((path) => existsSync(join(ROOT, path)))!;
  const { outputFiles } = buildSync({
    entryPoints: [join(ROOT, file)],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'pybuffer',
    target: 'es2022',
  });
  return outputFiles[0]!.text;
}

const bundle = bundleOf('index');

type Library = typeof here;

/** The globals that the library uses if the host has them. */
const HOST_GLOBALS = [
  'Buffer',
  'process',
  'TextDecoder',
  'TextEncoder',
  'WebAssembly',
  'SharedArrayBuffer',
  'WeakRef',
  'atob',
  'console',
  'structuredClone',
  'crypto',
  'navigator',
  'performance',
  'document',
  'window',
  'self',
  'global',
  'location',
  'require',
  'module',
  'Deno',
  'Bun',
  'fetch',
  'setTimeout',
  'queueMicrotask',
  'Blob',
  'ReadableStream',
];

/** Makes each of the host's globals a getter that throws. */
const FORBID = `
  for (const name of ${JSON.stringify(HOST_GLOBALS)})
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() { throw new Error('no ' + name + ' here'); },
    });`;

/** Makes each of the host's globals an object that throws on every access. */
const ALL_THROW = `
  for (const name of ${JSON.stringify(HOST_GLOBALS)}) {
    const fail = () => { throw new Error('nothing of ' + name + ' here'); };
    const value = new Proxy(function () {}, { get: fail, has: fail, apply: fail, construct: fail, getPrototypeOf: fail });
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  }`;

/** A fresh engine with the library in it. */
function load(globals: Record<string, unknown> = {}, hidden: readonly string[] = ['WebAssembly']): Library {
  const context = vm.createContext({ ...globals });
  vm.runInContext(hidden.map((name) => `delete globalThis.${name};`).join('\n'), context);
  vm.runInContext(bundle, context);
  return vm.runInContext('pybuffer', context) as Library;
}

/** A tour of the library whose results are all text. */
function walk({ ByteArray, Bytes, MemoryView, b }: Library): string[] {
  const data = new ByteArray('ABC', 'utf-8');
  const view = new MemoryView(data);
  view.set(1, 90);
  view.release();
  const long = new Bytes(Array.from({ length: 5000 }, (_, i) => (i * 7) % 256));
  return [
    `${data}`,
    `${b`a,b,,c`.split(b`,`)}`,
    `${long.find(b`\x00\x07`)} ${long.rfind(b`\x00\x07`)} ${long.count(7)}`,
    long.hex().slice(0, 60),
    `${Bytes.fromhex(long.hex()).equals(long)}`,
    `${long.hash()}`,
    long.upper().repr().slice(0, 200),
    `${long.replace(b`\x07`, b`xyz`).length} ${long.translate(null, b`abc`).length}`,
    long.decode('latin-1').slice(0, 80),
    new Bytes('é€😀', 'utf-8').repr() + new Bytes('é€😀', 'utf-16').repr(),
    new Bytes('é€😀', 'utf-8').decode(),
    b`\xff\xfea`.decode('utf-8', 'replace'),
    `${b`%05.2f|%-6x|%a`.mod([3.14159, 255, 'é'])}`,
  ];
}

const expected = walk(here);

test('without Node, without WebAssembly', () => {
  expect(walk(load())).toEqual(expected);
});

test('without Node, with WebAssembly, as in a worker of a browser', () => {
  expect(walk(load({ TextDecoder, TextEncoder }, []))).toEqual(expected);
});

test('under a content policy that forbids compiling WebAssembly', () => {
  const library = load({}, []);
  const forbidden = vm.createContext({});
  vm.runInContext(
    `WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('blocked by content policy'); } };`,
    forbidden,
  );
  vm.runInContext(bundle, forbidden);
  expect(walk(vm.runInContext('pybuffer', forbidden) as Library)).toEqual(walk(library));
});

test('in a host whose globals are all getters that throw', () => {
  const context = vm.createContext({});
  vm.runInContext(FORBID, context);
  vm.runInContext(bundle, context);
  expect(walk(vm.runInContext('pybuffer', context) as Library)).toEqual(expected);
});

test("where process and Buffer are there and what they hold throws, as in Next.js's Edge runtime", () => {
  const context = vm.createContext({});
  vm.runInContext(
    `const thrower = () => new Proxy(function () {}, { get(_, name) { throw new Error(String(name)); } });
     globalThis.process = thrower();
     globalThis.Buffer = thrower();`,
    context,
  );
  vm.runInContext(bundle, context);
  expect(walk(vm.runInContext('pybuffer', context) as Library)).toEqual(expected);
});

const packageJson = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { exports: object };
const SUBPATHS = Object.keys(packageJson.exports)
  .filter((path) => path !== './package.json')
  .map((path) => (path === '.' ? 'index' : path.slice(2)));

test.each(SUBPATHS)('%s loads if every access to a global of the host throws', (name) => {
  const script = bundleOf(name);
  const namesWith = (prelude: string) => {
    const context = vm.createContext({});
    vm.runInContext(prelude, context);
    vm.runInContext(script, context);
    return vm.runInContext('Object.keys(globalThis.pybuffer ?? {})', context) as string[];
  };
  const names = namesWith('');
  expect([...namesWith(FORBID)]).toEqual([...names]);
  expect([...namesWith(ALL_THROW)]).toEqual([...names]);
});

test('everything works if every access to the properties of a global of the host throws', () => {
  const context = vm.createContext({});
  vm.runInContext(ALL_THROW, context);
  vm.runInContext(bundle, context);
  expect(walk(vm.runInContext('pybuffer', context) as Library)).toEqual(expected);
});

test('the two engines are really different ones', () => {
  expect(new (load().Bytes)()).not.toBeInstanceOf(here.Bytes);
});
