/**
 * examples/transpiled: a transpiler's output for sprites.py, and a hand-written port of it, run on the file
 * that CPython made and compared with CPython's output (scripts/record-transpiled.mjs).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes, lifetimePolicy, setLifetimePolicy } from 'pybuffer';
import { builtins, configure } from 'pybuffer/runtime';
import * as written from '../../examples/transpiled/sprites.js';
import * as transpiled from '../../examples/transpiled/sprites.transpiled.js';

const folder = join(__dirname, '../../examples/transpiled');
const sheet = new Bytes(readFileSync(join(folder, 'sheet.spr')));
const expected = readFileSync(join(folder, 'expected.txt'), 'utf8').trimEnd().split('\n');

afterAll(() => {
  configure({ floats: 'number' });
  setLifetimePolicy('strict');
});

test('the output of a transpiler', () => {
  configure({ floats: 'box' });
  setLifetimePolicy('detach');
  expect(builtins.repr(transpiled.example())).toBe(builtins.repr(sheet));
  expect(transpiled.main(sheet)).toEqual(expected);
});

test('the hand-written port, which releases every view', () => {
  configure({ floats: 'number' });
  setLifetimePolicy('strict');
  expect(lifetimePolicy()).toBe('strict');
  expect(written.example().equals(sheet)).toBe(true);
  expect(written.main(sheet)).toEqual(expected.slice(0, -1));
});
