// Checks that no example of CPython's documentation is missing from the other tests of this folder.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The number of examples in each document (identifiers run from E001 without a gap). */
const EXAMPLES: Readonly<Record<string, number>> = {
  STD: 69,
  FUN: 1,
  IO: 2,
  LEX: 1,
  FAQ: 1,
  TUT: 1,
  SHM: 1,
  BUF: 3,
  ARR: 1,
  STR: 12,
  HOW: 6,
  P3118: 1,
  P461: 4,
  P467: 2,
  P688: 2,
  WN: 4,
};

/** Examples that our types cannot run, with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'P467-E001': 'proposes fromsize, fromint, getbyte and iterbytes, which CPython 3.15 does not have',
};

test('every example of the documentation stands here, or has a reason not to', () => {
  const told = readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.ts') && name !== 'coverage.test.ts')
    .flatMap((name) => [...readFileSync(join(__dirname, name), 'utf8').matchAll(/example\('([A-Z0-9]+-E\d+)'/g)])
    .map((match) => match[1]!);
  const expected = Object.entries(EXAMPLES).flatMap(([document, count]) =>
    Array.from({ length: count }, (_, i) => `${document}-E${String(i + 1).padStart(3, '0')}`),
  );
  expect(expected).toHaveLength(111);
  expect([...told, ...Object.keys(LEFT_OUT)].sort()).toEqual(expected.sort());
});
