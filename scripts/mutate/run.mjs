// Runs mutants in a worker process and collects their outcomes. When a mutant kills the worker (out of
// memory) or hangs it in a builtin, another worker takes over.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { SETUP, resolve } from './resolve.mjs';

const WORKER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'worker.mjs');

/** A worker that is silent for longer (ms) hangs in a builtin: our own loops are counted. */
const SILENCE = 180_000;

/**
 * @typedef {import('./mutants.mjs').Mutant & { outcome: 'killed' | 'survived' | 'not reached' | 'died',
 *   killer: null | { file: string, name: string, why: string } }} Judged
 */

/** A worker whose messages are awaited one by one; `null` when it is gone. */
async function startWorker(program) {
  const child = fork(WORKER, [program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--max-old-space-size=4000', '--expose-gc'],
  });
  const queue = [];
  let waiting = null;
  const put = (message) => {
    if (waiting === null) queue.push(message);
    else {
      const resolve = waiting;
      waiting = null;
      resolve(message);
    }
  };
  child.on('message', put);
  child.on('exit', () => put(null));
  const worker = {
    send: (message) => child.send(message),
    end: () => child.kill('SIGKILL'),
    async next() {
      if (queue.length > 0) return queue.shift();
      const timer = setTimeout(() => child.kill('SIGKILL'), SILENCE);
      const message = await new Promise((resolve) => (waiting = resolve));
      clearTimeout(timer);
      return message;
    },
  };
  await worker.next();
  return worker;
}

/** The CPU time of each test in ms, from the last run. Tests beyond the effort are not run again. */
const COSTS = '.cache/mutate/costs.json';

/**
 * Runs tests without a mutant and returns one message each. A file that kills the process is left out. What a
 * file's tests reached is cached until something that they load changes.
 */
async function runTests(program, scripts, root, files, effort) {
  const messages = [];
  const store = path.join(root, COSTS);
  const costs = fs.existsSync(store) ? JSON.parse(fs.readFileSync(store, 'utf8')) : {};
  const skip = Object.keys(costs).filter((key) => costs[key] > effort);
  const folder = path.join(root, '.cache/mutate/coverage');
  fs.mkdirSync(folder, { recursive: true });
  let worker = null;
  for (const file of files) {
    const cached = path.join(folder, `${file.replaceAll('/', '.')}.${hashOfAll(scripts, root, file)}.json`);
    if (fs.existsSync(cached)) {
      messages.push(...JSON.parse(fs.readFileSync(cached, 'utf8')));
      continue;
    }
    worker ??= await startWorker(program);
    worker.send({ baseline: [file], skip });
    const own = [];
    let message;
    while ((message = await worker.next()) !== null && !message.done) {
      own.push(message);
      if (message.name !== undefined) costs[`${file} ${message.name}`] = message.cost;
    }
    if (message === null) {
      own.push({ file, failed: 'the process died of it' });
      worker = null;
    }
    fs.writeFileSync(cached, JSON.stringify(own));
    messages.push(...own);
  }
  worker?.end();
  fs.writeFileSync(store, JSON.stringify(costs));
  return messages;
}

/** A hash of a test file and everything it loads, including the data files beside it. */
function hashOfAll({ files }, root, test) {
  const hash = createHash('sha256');
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    hash.update(`${file}\n${files[file]}`);
    for (const [, name] of files[file].matchAll(/\b(?:require|import|requireActual)\("([^"]+)"\)/g)) {
      const next = resolve(root, files, file, name);
      if (files[next] !== undefined) visit(next);
    }
  };
  for (const file of [...SETUP, test]) visit(path.join(root, file));
  const folder = path.dirname(path.join(root, test));
  for (const name of fs.readdirSync(folder).sort()) {
    if (/\.(json|jsonl|txt|py)$/.test(name)) hash.update(fs.readFileSync(path.join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * For each mutant, the tests that reach it. A file that reaches it while loading must be loaded again with
 * it, and any of its tests may then notice.
 */
function coverage(messages, count) {
  const plans = Array.from({ length: count }, () => []);
  const loads = Array.from({ length: count }, () => new Map());
  const all = [];
  const left = [];
  for (const { file, name, failed, reached, cost, rounds } of messages) {
    if (failed) left.push({ file, name, failed });
    else if (name === undefined) for (const id of reached) loads[id].set(file, cost);
    else {
      const test = { file, name, cost, rounds };
      all.push(test);
      for (const id of reached) plans[id].push({ ...test, fresh: false });
    }
  }
  for (const [id, files] of loads.entries()) {
    if (files.size === 0) continue;
    const reaching = new Set(plans[id].map(({ file, name }) => `${file} ${name}`));
    plans[id] = all
      .filter(({ file, name }) => files.has(file) || reaching.has(`${file} ${name}`))
      .map((test) => ({ ...test, fresh: files.has(test.file), loading: files.get(test.file) ?? 0 }));
  }
  return { plans, left };
}

/** Orders the tests of a source by cost; tests that mirror it notice most, so theirs is divided. */
function inOrder(tests, source) {
  const mirrored = source.replace(/^src\//, 'tests/').replace(/\.ts$/, '');
  const room = mirrored.slice(0, mirrored.indexOf('/', 'tests/'.length) + 1);
  const price = ({ file, cost, loading = 0 }) =>
    (cost + loading) / (file.startsWith(mirrored) ? 20 : file.startsWith(room) ? 4 : 1);
  return tests
    .map((test) => [price(test), test])
    .sort(([a], [b]) => a - b)
    .map(([, test]) => test);
}

/** Takes tests in order as long as their total cost, loading included, is within the effort; at least one. */
function affordable(tests, effort) {
  let cost = 0;
  const loaded = new Set();
  return tests.filter((test, i) => {
    const loading = test.fresh && !loaded.has(test.file) ? test.loading : 0;
    if (i > 0 && cost + test.cost + loading > effort) return false;
    cost += test.cost + loading;
    loaded.add(test.file);
    return true;
  });
}

/**
 * Judges mutants by the tests that reach them.
 *
 * @param {string} root the project
 * @param {import('./mutants.mjs').Mutated} mutated
 * @param {import('./mutants.mjs').Mutant[]} wanted those to judge, in this order, so that a stopped run has
 *   judged the beginning of a sample
 * @param {string[]} files the test files that may judge them
 * @param {number} effort CPU time of the tests that may be spent on one mutant, in milliseconds
 * @param {(judged: Judged) => boolean} each called with each result; false ends the run
 * @returns {Promise<{ left: object[] }>} tests that do not pass here without a mutant, so that they judge
 *   none
 */
export async function runMutants(root, { mutants, sources }, wanted, files, effort, each) {
  if (wanted.length === 0) return { left: [] };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pybuffer-mutants-'));
  const program = path.join(folder, 'program.json');
  const count = Math.max(-1, ...mutants.map(({ id }) => id)) + 1;
  const scripts = bundle(root, sources, count);
  fs.writeFileSync(program, JSON.stringify(scripts));
  let worker = null;
  try {
    const { plans, left } = coverage(await runTests(program, scripts, root, files, effort), count);
    // Neighbours are often killed by the same test: the last killers go first.
    let killers = [];
    for (const mutant of wanted) {
      const tests = plans[mutant.id];
      if (tests.length === 0) {
        if (!each({ ...mutant, outcome: 'not reached', killer: null })) break;
        continue;
      }
      const isKiller = ({ file, name }) => killers.includes(`${file} ${name}`);
      const sorted = inOrder(tests, mutant.file);
      const ordered = affordable(
        [...sorted.filter(isKiller), ...sorted.filter((test) => !isKiller(test))],
        effort,
      );
      let message = null;
      // A worker may die of what earlier mutants left behind, so this mutant counts as the cause only in a
      // fresh one.
      for (let tries = 0; tries < 2 && message === null; tries++) {
        worker ??= await startWorker(program);
        worker.send({ mutant: mutant.id, tests: ordered });
        do message = await worker.next();
        while (message?.alive);
        if (message === null) worker = null;
      }
      let outcome = 'survived';
      if (message === null) {
        outcome = 'died';
      } else if (message.killer !== null) {
        outcome = 'killed';
        const killer = `${message.killer.file} ${message.killer.name}`;
        killers = [killer, ...killers.filter((test) => test !== killer)].slice(0, 5);
      }
      if (!each({ ...mutant, outcome, killer: message?.killer ?? null })) break;
    }
    return { left };
  } finally {
    worker?.end();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
