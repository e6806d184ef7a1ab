/**
 * Mutation testing: `npm run mutate -- NAME...` changes one thing at a time in source files (or all of a
 * room) and says which changes no test notices. Results of files that have not changed since are kept in
 * `.cache/mutate`.
 *
 *     --sample N    tries N mutants of each name, chosen by --seed (1)
 *     --minutes N   stops after N minutes; the same command continues from there (0: only prints the progress)
 *     --effort N    seconds of CPU time that the tests of one mutant may take together (2): the mirrored ones
 *                   first, then the cheapest
 *     --near        only the tests of the rooms' own folders and the recorded programs, which is faster and
 *                   finds fewer
 *     --again       tries those again that survived an earlier run
 *     --releases    leaves out one release of a buffer, a lease or a pin at a time; makes no other mutants
 *     --record      writes the counts of each name into tests/mutation/results.json and tests/README.md
 *     --list        prints how many mutants each file has, and runs nothing
 *     --verbose     prints which test killed each
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { equivalents, filesOf, keyOf } from './files.mjs';
import { releaseMutants, strykerMutants } from './mutants.mjs';
import { testFiles } from './bundle.mjs';
import { record } from './record.mjs';
import { runMutants } from './run.mjs';
import { Store } from './store.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    releases: { type: 'boolean', default: false },
    effort: { type: 'string', default: '2' },
    near: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

/** Pseudorandom numbers, the same in each run. */
function* randoms(seed) {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** A sample of mutants, the same in each run. */
function sampled(mutants, size, seed) {
  const random = randoms(seed);
  const order = mutants.map((mutant) => [random.next().value, mutant]).sort(([a], [b]) => a - b);
  return order.slice(0, size).map(([, mutant]) => mutant);
}

const names = positionals.length > 0 ? positionals : ['src'];
const files = [...new Set(names.flatMap((name) => filesOf(root, name)))];
const mutated = values.releases ? await releaseMutants(root, files) : await strykerMutants(root, files);
const reasons = equivalents(root);

if (values.list) {
  const counts = {};
  for (const { file } of mutated.mutants) counts[file] = (counts[file] ?? 0) + 1;
  console.log(counts);
  process.exit();
}

/** The mutants of each name that are tried. */
const samples = new Map(
  names.map((name) => {
    const within = new Set(filesOf(root, name));
    const all = mutated.mutants.filter(({ file }) => within.has(file));
    const tried =
      values.sample === undefined ? all : sampled(all, Number(values.sample), Number(values.seed));
    return [name, { all, tried }];
  }),
);
const chosen = new Set([...samples.values()].flatMap(({ tried }) => tried));

const store = new Store(root, mutated.mutants, values.releases ? 'releases' : 'mutants');
const judged = store.load();
// Mutants to try again count as survivors until then.
const again = new Set(
  values.again ? [...judged.values()].filter(({ outcome }) => outcome !== 'killed').map(({ id }) => id) : [],
);
const end = values.minutes === undefined ? Infinity : Date.now() + Number(values.minutes) * 60_000;
let news = 0;
const { left } = await runMutants(
  root,
  mutated,
  values.minutes === '0' ? [] : [...chosen].filter(({ id }) => !judged.has(id) || again.has(id)),
  testFiles(root, [...new Set(files.map((file) => file.split('/')[1]))], values.near),
  1000 * Number(values.effort),
  (one) => {
    judged.set(one.id, one);
    const { outcome, killer } = one;
    if (values.verbose) {
      console.log(
        `${outcome} ${placeOf(one)}${killer ? `\n    by ${killer.file}: ${killer.name}: ${killer.why.split('\n')[0]}` : ''}`,
      );
    }
    if (++news % 20 === 0) store.save(judged);
    return Date.now() < end;
  },
);
store.save(judged);
for (const { file, name, failed } of left) {
  console.log(`does not run here: ${file} ${name ?? ''}: ${failed.split('\n')[0]}`);
}
let wrong = 0;
for (const [name, { all, tried }] of samples) {
  const results = tried.filter(({ id }) => judged.has(id)).map(({ id }) => judged.get(id));
  const isKilled = ({ outcome }) => outcome === 'killed' || outcome === 'died';
  const survived = results.filter((one) => !isKilled(one) && !reasons.has(keyOf(one)));
  const killed = results.filter(isKilled).length;
  const equivalent = results.length - killed - survived.length;
  for (const one of survived) console.log(`${one.outcome} ${placeOf(one)}`);
  for (const one of results) {
    if (one.outcome !== 'killed' || !reasons.has(keyOf(one))) continue;
    wrong++;
    console.log(`listed as equivalent, but killed: ${keyOf(one)}`);
  }
  const rest = tried.length - results.length;
  console.log(
    `${name}: ${all.length} mutants, ${results.length} tried${rest > 0 ? ` (${rest} to go)` : ''}: ${killed} killed, ` +
      `${survived.length} survived, ${equivalent} equivalent`,
  );
  // Do not record a run that tried less than half of the mutants.
  if (values.record && 2 * results.length >= tried.length) {
    record(root, name.replace(/^src\//, ''), {
      mutants: all.length,
      tried: results.length,
      killed,
      equivalent,
      seed: tried.length < all.length ? Number(values.seed) : null,
      effort: Number(values.effort),
      ...(values.near && { near: true }),
    });
  }
}
process.exitCode = wrong > 0 ? 1 : 0;

function placeOf({ file, line, column, mutator, was, now }) {
  return `${file}:${line}:${column} ${mutator}: ${was} -> ${now}`;
}
