// Loads the port to check and the copy of pybuffer that it imports: arguments must be of that copy's classes.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import * as array from '../src/array.js';
import * as main from '../src/index.js';
import { packageJson } from './assets.js';
import { Failure } from './failure.js';
import type { Library, Port } from './values.js';

/**
 * Loads a port.
 *
 * @throws {Failure} when Node cannot import it
 */
export async function loadPort(path: string): Promise<Port> {
  const file = resolve(path);
  if (/\.[cm]?ts$/.test(file)) await acceptTypeScript(file);
  const library = await libraryOf(file);
  try {
    const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    // Node does not detect all names that a CommonJS module exports.
    const inner = module['default'];
    return { exports: isObject(inner) ? { ...inner, ...module } : module, library };
  } catch (error) {
    throw new Failure(`${path} does not load: ${messageOf(error)}`);
  }
}

/** The first line of the message of whatever a module threw while it was loading. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : inspect(error);
  return text.split('\n')[0]!;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Node 22.18 and later run TypeScript; older ones need tsx, if the project has it. */
async function acceptTypeScript(file: string): Promise<void> {
  const { features, execArgv } = process as unknown as {
    features: { typescript?: unknown };
    execArgv: string[];
  };
  const isThere = features.typescript || execArgv.some((arg) => arg.includes('tsx'));
  if (isThere) return;
  for (const from of [file, join(process.cwd(), 'package.json')]) {
    let api;
    try {
      api = createRequire(from).resolve('tsx/esm/api');
    } catch {
      continue;
    }
    ((await import(pathToFileURL(api).href)) as { register(): void }).register();
    return;
  }
  throw new Failure(
    `Node ${process.versions.node} does not run TypeScript: npm install --save-dev tsx, or use Node 22.18`,
  );
}

/** Whether Node loads a file as an ES module. */
function isESModule(file: string): boolean {
  if (/\.m[jt]s$/.test(file)) return true;
  if (/\.c[jt]s$/.test(file)) return false;
  if (/^\s*(?:import|export)\b/m.test(readFileSync(file, 'utf8'))) return true;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest))
      return (JSON.parse(readFileSync(manifest, 'utf8')) as { type?: string }).type === 'module';
    if (folder === dirname(folder)) return false;
  }
}

/** The copy of pybuffer that a file imports, whose classes may not be ours. */
async function libraryOf(file: string): Promise<Library> {
  const require = createRequire(file);
  const ours: Library = { main, PyArray: array.PyArray };
  let manifest;
  try {
    manifest = require.resolve('pybuffer/package.json');
  } catch {
    // The port does not import pybuffer.
    return ours;
  }
  if (!isESModule(file)) {
    const { PyArray } = require('pybuffer/array') as typeof array;
    return { main: require('pybuffer') as typeof main, PyArray };
  }
  const isBuilt = fileURLToPath(import.meta.url).startsWith(join(dirname(packageJson()), 'dist'));
  if (!isBuilt || manifest === packageJson()) return ours;
  const load = (name: string) => import(pathToFileURL(join(dirname(manifest), 'dist', name)).href);
  const { PyArray } = (await load('array.js')) as typeof array;
  return { main: (await load('index.js')) as typeof main, PyArray };
}
