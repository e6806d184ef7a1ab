// Every text codec against the digests of CPython's answers; `conformance/codecs/check.mjs` shows where one differs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCodec } from '../../src/codecs/registry.js';
import { KINDS, digest, registerHandlers } from '../../conformance/codecs/answers.js';

const recorded = JSON.parse(
  readFileSync(join(__dirname, '../../conformance/codecs/digests.generated.json'), 'utf8'),
) as Record<string, Record<string, string>>;

const { stackTraceLimit } = Error;
beforeAll(() => {
  registerHandlers();
  // The test makes a million errors and prints no stack.
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

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

const kindsOfCodecs = Object.entries(recorded).flatMap(([codec, kinds]) =>
  Object.entries(kinds)
    // The tests of each source ask for these: see combinations.ts.
    .filter(([kind]) => kind !== 'combinations')
    .map(([kind, expected]) => [codec, kind, expected] as const),
);

test.each(kindsOfCodecs)('%s: %s', (codec, kind, expected) => {
  expect(digest(KINDS[kind]!(codec))).toBe(expected);
});
