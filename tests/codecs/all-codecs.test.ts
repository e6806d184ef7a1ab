// Every text codec against the digests of CPython's answers; `conformance/codecs/check.mjs` shows where one differs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCodec } from '../../src/codecs/registry.js';
import { KINDS, digest } from '../../conformance/codecs/answers.js';
import { digests, prepareQuestions } from './digests.js';

prepareQuestions();

test('every alias names its codec', () => {
  const aliases = JSON.parse(
    readFileSync(join(__dirname, '../../conformance/codecs/aliases.generated.json'), 'utf8'),
  ) as Record<string, string | null>;
  const wrong = Object.entries(aliases).filter(([alias, target]) => {
    if (target !== null) return findCodec(alias, 'encode') !== findCodec(target, 'encode');
    try {
      findCodec(alias, 'encode');
      return true;
    } catch (error) {
      return !(error as Error).message.includes(`'${alias}' is not a text encoding`);
    }
  });
  expect(wrong).toEqual([]);
  expect(Object.keys(aliases).length).toBeGreaterThan(300);
});

const kindsOfCodecs = Object.entries(digests).flatMap(([codec, kinds]) =>
  Object.entries(kinds)
    // The tests of each source ask for these: see combinations.ts.
    .filter(([kind]) => kind !== 'combinations')
    .map(([kind, expected]) => [codec, kind, expected] as const),
);

test.each(kindsOfCodecs)('%s: %s', (codec, kind, expected) => {
  expect(digest(KINDS[kind]!(codec))).toBe(expected);
});
