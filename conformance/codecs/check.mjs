// Asks CPython and the library questions about text codecs and prints the first answers that differ:
// `npm run codecs -- [codec...]`. With --whole it asks every kind of question of every codec, random ones
// from the seed of --seed TEXT, and writes the date of a codec that agrees into the table of README.md. With
// --record it writes CPython's digests for the tests.
import fs from 'node:fs';
import { findCPython } from '../../scripts/cpython.mjs';
import { askNative } from '../../scripts/native-oracle.mjs';
import { CODECS_AND_KINDS, PIECES_OF, WHOLE } from './codecs.ts';
import { tableOf } from './table.ts';

const python = new URL('answers.py', import.meta.url);
const recorded = new URL('digests.generated.json', import.meta.url);
const dated = new URL('whole.generated.json', import.meta.url);
const options = process.argv.slice(2);
const seedAt = options.indexOf('--seed');
const [seed] = seedAt < 0 ? [''] : options.splice(seedAt, 2).slice(1);
const named = options.filter((option) => !option.startsWith('--'));
const isWhole = options.includes('--whole');
const asked = Object.fromEntries(
  Object.entries(isWhole ? WHOLE : CODECS_AND_KINDS).filter(
    ([codec]) => named.length === 0 || named.includes(codec),
  ),
);
const askAll = (codecs) =>
  askNative(python, { full: null, seed, pieces_of: PIECES_OF, codecs_and_kinds: codecs });

if (options.includes('--record')) {
  const digests = askAll(asked);
  const others = fs.existsSync(recorded) ? JSON.parse(fs.readFileSync(recorded, 'utf8')) : {};
  const aliases = askNative(python, { full: 'aliases', codecs_and_kinds: {} });
  const binaryAliases = askNative(python, { full: 'binary', codecs_and_kinds: {} });
  writeTable(aliases, binaryAliases);
  fs.writeFileSync(
    new URL('binary-aliases.generated.json', import.meta.url),
    `${JSON.stringify(binaryAliases, null, 1)}\n`,
  );
  fs.writeFileSync(
    new URL('aliases.generated.json', import.meta.url),
    `${JSON.stringify(aliases, null, 1)}\n`,
  );
  fs.writeFileSync(recorded, `${JSON.stringify({ ...others, ...digests }, null, 1)}\n`);
} else {
  const { KINDS, digest, registerHandlers, setSeed } = await import('./answers.ts');
  registerHandlers();
  setSeed(seed);
  Error.stackTraceLimit = 0;
  const agree = Object.keys(asked).filter((codec) => {
    const kinds = askAll({ [codec]: asked[codec] })[codec];
    const different = Object.keys(kinds).filter((kind) => digest(KINDS[kind](codec)) !== kinds[kind]);
    for (const kind of different) showDifferences(codec, kind, KINDS[kind](codec));
    if (isWhole)
      console.log(`${different.length === 0 ? 'ok' : 'differs'} ${codec}: ${Object.keys(kinds).join(', ')}`);
    // Written at once, so that an interrupted run still counts.
    if (isWhole && different.length === 0) writeDate(codec);
    return different.length === 0;
  });
  console.log(`${agree.length} passed, ${Object.keys(asked).length - agree.length} failed`);
  if (agree.length < Object.keys(asked).length) process.exitCode = 1;
}

/** Prints our first answers that differ from CPython's. */
function showDifferences(codec, kind, ours) {
  const theirs = askNative(python, { full: [codec, kind], seed, pieces_of: PIECES_OF, codecs_and_kinds: {} });
  let at = 0;
  let shown = 0;
  for (const answer of ours) {
    const expected = theirs[at++];
    if (answer === expected) continue;
    console.log(`${codec} ${kind} ${at - 1}: ${difference(answer, expected)}`);
    if (++shown === 5) break;
  }
}

/** Records when a codec last passed every question, and against which CPython. */
function writeDate(codec) {
  const { version } = findCPython();
  const dates = JSON.parse(fs.readFileSync(dated, 'utf8'));
  const today = new Date().toISOString().slice(0, 10);
  dates[codec] = `${today}, ${version}`;
  fs.writeFileSync(dated, `${JSON.stringify(dates, Object.keys(dates).sort(), 1)}\n`);
  const read = (name) => JSON.parse(fs.readFileSync(new URL(name, import.meta.url), 'utf8'));
  writeTable(read('aliases.generated.json'), read('binary-aliases.generated.json'));
}

/** Replaces the table in README.md. */
function writeTable(aliases, binaryAliases) {
  const readme = new URL('README.md', import.meta.url);
  const text = fs.readFileSync(readme, 'utf8');
  fs.writeFileSync(
    readme,
    text.slice(0, text.indexOf('| name |')) +
      tableOf(aliases, binaryAliases, JSON.parse(fs.readFileSync(dated, 'utf8'))),
  );
}

/** The first difference of two answers, with a little context. */
function difference(ours, theirs) {
  let i = 0;
  while (ours[i] === theirs[i]) i++;
  const from = Math.max(0, i - 12);
  return `${JSON.stringify(ours.slice(from, i + 60))} instead of ${JSON.stringify(theirs.slice(from, i + 60))} at ${i}`;
}
