// Brython and Skulpt, unmodified, with their own bytes and with ours (`pybuffer/brython`, `pybuffer/skulpt`).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { install as installInBrython } from 'pybuffer/brython';
import { install as installInSkulpt } from 'pybuffer/skulpt';
import * as brython from '../../conformance/hosts/brython.mjs';
import * as skulpt from '../../conformance/hosts/skulpt.mjs';

const require = createRequire(import.meta.url);
const versionOf = (name) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version;

const host = (name, version, load, runnerOf, install) => ({
  name,
  async open() {
    const runtime = load();
    install(runtime);
    const run = runnerOf(runtime);
    return { version, run };
  },
});
const none = () => undefined;

const brythonVersion = versionOf('brython');
const skulptVersion = versionOf('skulpt');
export const hosts = [
  host('Brython', brythonVersion, brython.loadBrython, brython.runnerOf, none),
  host('Brython with pybuffer', brythonVersion, brython.loadBrython, brython.runnerOf, installInBrython),
  host('Skulpt', skulptVersion, skulpt.loadSkulpt, skulpt.runnerOf, none),
  host('Skulpt with pybuffer', skulptVersion, skulpt.loadSkulpt, skulpt.runnerOf, installInSkulpt),
];
