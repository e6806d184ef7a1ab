/**
 * Mutation testing: `npm run mutate -- FILE...` changes one thing at a time in source files (or all of a room) and says
 * which changes no test notices.
 *
 *   --sample N    so many mutants of all, chosen by --seed (1)
 *   --minutes N   stops after so many minutes; the same command goes on where it stopped (0: only tells how far it came)
 *   --effort N    seconds of CPU time that the tests of one mutant may take together (2), cheapest first
 *   --again       tries those again that survived an earlier run of this command
 *   --releases    leaves out one release of a buffer, a lease or a pin at a time, and makes no other mutants
 *   --record      writes the counts of a room into tests/mutation/results.json and the table of tests/README.md
 *   --list        prints how many mutants each file has, and runs nothing
 *   --verbose     prints who killed each
 */
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { equivalents, filesOf, keyOf } from './files.mjs';
import { releaseMutants, strykerMutants } from './mutants.mjs';
import { testFiles } from './bundle.mjs';
import { record } from './record.mjs';
import { runMutants } from './run.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    releases: { type: 'boolean', default: false },
    effort: { type: 'string', default: '2' },
    again: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

/** Numbers that repeat from run to run. */
function* randoms(seed) {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Which mutants a sample has. */
function sampled(mutants, size, seed) {
  const random = randoms(seed);
  const order = mutants.map(({ id }) => [random.next().value, id]).sort(([a], [b]) => a - b);
  return new Set(order.slice(0, size).map(([, id]) => id));
}

const files = [
  ...new Set((positionals.length > 0 ? positionals : ['src']).flatMap((name) => filesOf(root, name))),
];
const mutated = values.releases ? await releaseMutants(root, files) : await strykerMutants(root, files);
const reasons = equivalents(root);
const size = values.sample === undefined ? mutated.mutants.length : Number(values.sample);
const chosen = sampled(mutated.mutants, size, Number(values.seed));

// Results of an earlier portion of the same run: same sources, same choice.
const state = createHash('sha256')
  .update(JSON.stringify([values.sample, values.seed, values.releases, [...mutated.sources]]))
  .digest('hex')
  .slice(0, 16);
const cache = path.join(root, '.cache', 'mutate', `${state}.json`);
fs.mkdirSync(path.dirname(cache), { recursive: true });
const judged = new Map(
  (fs.existsSync(cache) ? JSON.parse(fs.readFileSync(cache, 'utf8')) : []).map((one) => [one.id, one]),
);

if (values.list) {
  const counts = {};
  for (const { file } of mutated.mutants) counts[file] = (counts[file] ?? 0) + 1;
  console.log(counts);
  process.exit();
}
if (values.again) for (const [id, { outcome }] of judged) if (outcome !== 'killed') judged.delete(id);
const end = values.minutes === undefined ? Infinity : Date.now() + Number(values.minutes) * 60_000;
const { left } = await runMutants(
  root,
  mutated,
  ({ id }) => values.minutes !== '0' && chosen.has(id) && !judged.has(id),
  testFiles(root, [...new Set(files.map((file) => file.split('/')[1]))]),
  1000 * Number(values.effort),
  (one) => {
    judged.set(one.id, one);
    const { file, line, column, mutator, was, now, outcome, killer } = one;
    const reason = reasons.get(keyOf(one));
    const place = `${file}:${line}:${column} ${mutator}: ${was} -> ${now}`;
    if (values.verbose)
      console.log(
        `${outcome} ${place}${killer ? `\n    by ${killer.file}: ${killer.name}: ${killer.why.split('\n')[0]}` : ''}`,
      );
    else if (outcome !== 'killed' && reason === undefined) console.log(`${outcome} ${place}`);
    return Date.now() < end;
  },
);
fs.writeFileSync(cache, JSON.stringify([...judged.values()]));
for (const { file, name, failed } of left) {
  console.log(`does not run here: ${file} ${name ?? ''}: ${failed.split('\n')[0]}`);
}
const results = [...judged.values()];
const equivalent = results.filter((one) => one.outcome !== 'killed' && reasons.has(keyOf(one)));
const killed = results.filter(({ outcome }) => outcome === 'killed' || outcome === 'died').length;
const wrong = results.filter((one) => one.outcome === 'killed' && reasons.has(keyOf(one)));
for (const one of wrong) console.log(`called equivalent, and killed: ${keyOf(one)}`);
const rest = chosen.size - judged.size;
console.log(
  `${mutated.mutants.length} mutants, ${judged.size} tried${rest > 0 ? ` (${rest} to go)` : ''}: ${killed} killed, ` +
    `${results.length - killed - equivalent.length} survived, ${equivalent.length} equivalent`,
);
// A part of a run says little.
if (values.record && positionals.length === 1 && 2 * judged.size >= chosen.size) {
  record(root, positionals[0], {
    mutants: mutated.mutants.length,
    tried: judged.size,
    killed,
    equivalent: equivalent.length,
    seed: size < mutated.mutants.length ? Number(values.seed) : null,
    effort: Number(values.effort),
  });
}
process.exitCode = wrong.length > 0 ? 1 : 0;
