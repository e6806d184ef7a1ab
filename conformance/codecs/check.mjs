// Asks CPython and the library every question about text codecs and prints the first answers that differ:
// `node --import tsx conformance/codecs/check.mjs [codec...]`. With --record it writes CPython's digests for the tests.
import fs from 'node:fs';
import { askNative } from '../../scripts/native-oracle.mjs';
import { CODECS_AND_KINDS } from './codecs.ts';
import { tableOf } from './table.ts';

const python = new URL('answers.py', import.meta.url);
const recorded = new URL('digests.generated.json', import.meta.url);
const options = process.argv.slice(2);
const named = options.filter((option) => !option.startsWith('--'));
const asked = Object.fromEntries(
  Object.entries(CODECS_AND_KINDS).filter(([codec]) => named.length === 0 || named.includes(codec)),
);
const digests = askNative(python, { full: null, codecs_and_kinds: asked });

if (options.includes('--record')) {
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
  const { KINDS, digest, registerHandlers } = await import('./answers.ts');
  registerHandlers();
  Error.stackTraceLimit = 0;
  for (const [codec, kinds] of Object.entries(digests)) {
    for (const [kind, expected] of Object.entries(kinds)) {
      if (digest(KINDS[kind](codec)) === expected) continue;
      process.exitCode = 1;
      const answers = askNative(python, { full: [codec, kind], codecs_and_kinds: {} });
      let at = 0;
      let shown = 0;
      for (const ours of KINDS[kind](codec)) {
        const theirs = answers[at++];
        if (ours === theirs) continue;
        console.log(`${codec} ${kind} ${at - 1}: ${difference(ours, theirs)}`);
        if (++shown === 5) break;
      }
    }
  }
  if (process.exitCode === undefined)
    console.log(`${Object.keys(digests).length} codecs answer as CPython does`);
}

/** Replaces the table in README.md. */
function writeTable(aliases, binaryAliases) {
  const readme = new URL('README.md', import.meta.url);
  const text = fs.readFileSync(readme, 'utf8');
  fs.writeFileSync(readme, text.slice(0, text.indexOf('| name |')) + tableOf(aliases, binaryAliases));
}

/** The first place where two answers differ, with a little around it. */
function difference(ours, theirs) {
  let i = 0;
  while (ours[i] === theirs[i]) i++;
  const from = Math.max(0, i - 12);
  return `${JSON.stringify(ours.slice(from, i + 60))} instead of ${JSON.stringify(theirs.slice(from, i + 60))} at ${i}`;
}
