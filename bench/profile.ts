/**
 * `npm run bench:profile`: profiles the rows that miss their targets without a limit that proves why, or far
 * from it. All rows run first; then it profiles each of these for a while, and writes the functions' shares of
 * the time to profiles.generated.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import { bundleOf } from './bundle.js';
import { needsProfile } from './report.js';
import type { Api, Row, Task } from './row.js';
import { groups } from './rows/index.js';
import { judge } from './verdict.js';
import type { Result } from './verdict.js';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** How long each row runs before and while it is profiled, in ms. */
const WARM = 200;
const PROFILED = 600;
/** Functions with a smaller share are left out. */
const LEAST_SHARE = 0.08;
/** Our words for the profiler's entries that are not functions of ours. */
const NAMES: Readonly<Record<string, string>> = {
  '(garbage collector)': 'collecting garbage',
  '(program)': 'the engine itself',
};

function run(task: Task, milliseconds: number): void {
  const sink: unknown[] = [null];
  const end = performance.now() + milliseconds;
  while (performance.now() < end) for (let i = 0; i < 50; i++) sink[0] = task();
}

/** The name of a function in the profile, without the number that bundlers add to names that occur twice. */
function nameOf({ functionName, url }: { functionName: string; url: string }): string {
  if (functionName.startsWith('wasm-function')) return 'the kernel';
  const name = functionName.replace(/\$\d+$/, '');
  // V8 inlines a row into the loop that runs it.
  if (name === '' || (url.startsWith('file:') && url !== bundle)) return 'the row';
  return NAMES[name] ?? name;
}

/** The functions with the largest shares, in words. */
function sharesOf({ nodes }: Profiler.Profile): string {
  const shares = new Map<string, number>();
  let total = 0;
  for (const { callFrame, hitCount = 0 } of nodes) {
    const name = nameOf(callFrame);
    if (name === '(idle)' || name === '(root)') continue;
    shares.set(name, (shares.get(name) ?? 0) + hitCount);
    total += hitCount;
  }
  return [...shares]
    .filter(([, hits]) => hits >= LEAST_SHARE * total)
    .sort((a, b) => b[1] - a[1])
    .map(([name, hits]) => `${name} ${Math.round((100 * hits) / total)} %`)
    .join(', ');
}

async function profile(task: Task): Promise<string> {
  run(task, WARM);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  run(task, PROFILED);
  const { profile: found } = await session.post('Profiler.stop');
  session.disconnect();
  return sharesOf(found);
}

const { results } = JSON.parse(readFileSync(here('results.generated.json'), 'utf8')) as { results: Result[] };
const bundle = await bundleOf(null);
const api = (await import(bundle)) as Api;
const rows = new Map<string, Row>(groups.flatMap((group) => group.rows.map((row) => [row.name, row])));
for (const row of rows.values()) run(row.ours(api, row.sizes[0]!), 5);
const profiles: Record<string, string> = {};
for (const result of results) {
  const row = rows.get(result.row);
  if (row === undefined || judge(result).met || !needsProfile(result)) continue;
  const key = `${result.row}, ${result.size}`;
  profiles[key] = await profile(row.ours(api, result.size));
  console.log(`${key}: ${profiles[key]}`);
}
writeFileSync(here('profiles.generated.json'), `${JSON.stringify(profiles, null, 1)}\n`);
