// A process that runs tests on mutants, one after the other. run.mjs starts it with the bundle's path.
// Messages: `{ baseline: files }` runs all tests of these files without a mutant, `{ mutant, tests }` runs
// these tests on one. See bundle.mjs.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { SETUP, resolve } from './resolve.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(path.join(root, 'package.json'));
const circus = require('jest-circus');
const { expect } = require('expect');
const { ModuleMocker } = require('jest-mock');
const fc = require('fast-check');

/** A test may take ten times its rounds of loops without a mutant, and this many more. */
const SPARE_ROUNDS = 2_000_000;

// The same random cases for every mutant; a counterexample need not be small.
fc.configureGlobal({ seed: 20_26, endOnFailure: true });

/** The same limit as under Jest, for tests that look for themselves in a stack. */
const STACK_LIMIT = 100;
for (const name of ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'it', 'test']) {
  globalThis[name] = circus[name];
}
globalThis.expect = expect;
for (const method of ['log', 'error', 'warn', 'info', 'debug']) console[method] = () => {};

const scripts = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const program = vm.runInThisContext(scripts.switches);

/** The functions of the files loaded so far. Each has its own name in stacks, which some tests read. */
const functions = new Map();
function functionOf(file) {
  let found = functions.get(file);
  if (found === undefined && scripts.files[file] !== undefined) {
    found = vm.runInThisContext(scripts.files[file], { filename: file });
    functions.set(file, found);
  }
  return found;
}

/** The loaded modules, by file; a test may ask for fresh ones. */
let registry = new Map();
/** Functions that make the exports of modules that a test replaces, by file. */
const mocked = new Map();

/** The parts of the `jest` object that the tests use. */
const mocker = new ModuleMocker(globalThis);
globalThis.jest = {
  ...Object.fromEntries(['fn', 'spyOn', 'restoreAllMocks'].map((name) => [name, mocker[name].bind(mocker)])),
  resetModules: () => registry.clear(),
  doMock: (name, factory) => mocked.set(fromTest(name), factory),
  dontMock: (name) => mocked.delete(fromTest(name)),
  // Rounds are limited here, not time.
  setTimeout() {},
  isolateModules(work) {
    const before = registry;
    registry = new Map();
    try {
      work();
    } finally {
      registry = before;
    }
  },
};

function requireFrom(from) {
  const required = (name) => {
    if (!/^\.|^pybuffer(\/|$)/.test(name)) return require(name);
    return loadModule(resolve(root, scripts.files, from, name));
  };
  required.resolve = (name) => resolve(root, scripts.files, from, name);
  return required;
}

function loadModule(file) {
  const loaded = registry.get(file);
  if (loaded !== undefined) return loaded.exports;
  const factory = mocked.get(file);
  const module = { exports: factory?.() ?? {} };
  if (factory !== undefined) {
    registry.set(file, module);
    return module.exports;
  }
  const run = functionOf(file);
  if (run === undefined) return require(file);
  registry.set(file, module);
  run.call(module.exports, requireFrom(file), module, module.exports, path.dirname(file), file);
  return module.exports;
}

/**
 * A path as deep as the tests that replace modules or ask for actual ones, so that relative names resolve
 * alike.
 */
const SOME_TEST = path.join(root, 'tests/room/file.test.ts');
const fromTest = (name) => resolve(root, scripts.files, SOME_TEST, name);
globalThis.jest.requireActual = (name) => requireFrom(SOME_TEST)(name);

/**
 * Loads a test file and the library anew, with a mutant active from the start. Each file has its own copy of
 * the library, as under Jest.
 */
function load(file, mutant) {
  registry = new Map();
  mocked.clear();
  Error.stackTraceLimit = STACK_LIMIT;
  program.activate(mutant);
  circus.resetState();
  for (const name of [...SETUP, file]) loadModule(path.join(root, name));
  return { registry, tests: collect(circus.getState().rootDescribeBlock) };
}

/**
 * The tests of a block by full name, each a function that runs the test with its hooks. What a file's
 * `beforeAll` does is not undone, because no other file sees this copy of the library.
 */
function collect(root) {
  const tests = new Map();
  let begun = false;
  let stackLimit = STACK_LIMIT;
  const visit = (block, outer, prefix) => {
    const hooks = block === root ? block.hooks.filter(({ type }) => !type.endsWith('All')) : block.hooks;
    const all = [...outer, ...hooks];
    const of = (prefixOfType) => all.filter(({ type }) => type.startsWith(prefixOfType));
    for (const child of block.children) {
      const name = `${prefix}${child.name}`;
      if (child.type === 'describeBlock') visit(child, all, `${name} `);
      else if (child.mode !== 'skip' && child.mode !== 'todo') tests.set(name, () => run(child, of));
    }
  };
  const run = async (child, of) => {
    // A file that wants no stacks says so in `beforeAll`, and the next file wants them.
    Error.stackTraceLimit = stackLimit;
    if (!begun) for (const hook of root.hooks) if (hook.type === 'beforeAll') await hook.fn.call({});
    begun = true;
    stackLimit = Error.stackTraceLimit;
    try {
      for (const hook of of('before')) await hook.fn.call({});
      await child.fn.call({});
    } finally {
      for (const hook of of('after').reverse()) await hook.fn.call({});
    }
  };
  visit(root, [], '');
  return tests;
}

const send = (message) => process.send(message);

/** Runs all tests without a mutant and reports what each reaches, its time, and whether it passes. */
async function baseline(files, skip) {
  const skipped = new Set(skip);
  for (const file of files) {
    let instance;
    let before = process.cpuUsage();
    try {
      instance = load(file, -1);
    } catch (error) {
      send({ file, failed: String(error?.stack ?? error) });
      continue;
    }
    send({ file, cost: millisecondsSince(before), reached: listed(program.reached()) });
    for (const [name, run] of instance.tests) {
      if (skipped.has(`${file} ${name}`)) continue;
      const result = { file, name, failed: null };
      before = process.cpuUsage();
      program.start(Infinity);
      try {
        await run();
      } catch (error) {
        result.failed = String(error?.stack ?? error).slice(0, 600);
      }
      send({
        ...result,
        cost: millisecondsSince(before),
        rounds: program.rounds(),
        reached: listed(program.reached()),
      });
    }
  }
  send({ done: true });
}

function millisecondsSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function listed(bytes) {
  const ids = [];
  bytes.forEach((byte, id) => byte && ids.push(id));
  return ids;
}

/** Loaded test files, shared by mutants that are not reached during loading. */
const shared = new Map();

/** Runs tests on a mutant until one fails; the file of a `fresh` test is loaded again, with the mutant. */
async function judge({ mutant, tests }) {
  const own = new Map();
  let killer = null;
  for (const { file, name, rounds, fresh } of tests) {
    const instances = fresh ? own : shared;
    send({ alive: true });
    try {
      program.start(SPARE_ROUNDS + 10 * rounds);
      if (!instances.has(file)) instances.set(file, load(file, fresh ? mutant : -1));
      const instance = instances.get(file);
      ({ registry } = instance);
      program.activate(mutant);
      program.start(SPARE_ROUNDS + 10 * rounds);
      const run = instance.tests.get(name);
      if (run === undefined) throw new Error('the test is gone');
      await run();
    } catch (error) {
      // What a failed test leaves behind must not fail the next one.
      instances.delete(file);
      killer = { file, name, why: String(error?.message ?? error).slice(0, 300) };
      break;
    } finally {
      program.activate(-1);
      program.start(Infinity);
    }
  }
  send({ mutant, killer });
}

process.on('message', (message) => {
  if (message.baseline) void baseline(message.baseline, message.skip);
  else void judge(message);
});
// The parent has gone.
process.on('disconnect', () => process.exit());
send({ ready: true });
