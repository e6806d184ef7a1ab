// Runs the TypeScript examples of doc comments and documents and compares each value with the
// comment after it.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as main from 'pybuffer';
import * as algorithms from 'pybuffer/algorithms';
import * as array from 'pybuffer/array';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import * as codecs from 'pybuffer/codecs';
import * as codecsBinary from 'pybuffer/codecs-binary';
import * as hmac from 'pybuffer/hmac';
import * as int from 'pybuffer/int';
import * as io from 'pybuffer/io';
import * as kernels from 'pybuffer/kernels';
import * as protocol from 'pybuffer/protocol';
import * as record from 'pybuffer/record';
import * as runtime from 'pybuffer/runtime';
import * as struct from 'pybuffer/struct';
import * as structUint8array from 'pybuffer/struct-uint8array';
import * as testing from 'pybuffer/testing';
import * as unicodeNames from 'pybuffer/unicode-names';
import * as zlib from 'pybuffer/zlib';
import { findExamples, runExample } from './run-example.js';

const ROOT = join(__dirname, '../..');
const scope = {
  // `encode` and `decode` are from codecs, `Error` is JavaScript's.
  ...base64,
  ...binascii,
  ...zlib,
  ...hmac,
  ...testing,
  Error,
  ...algorithms,
  ...protocol,
  ...runtime,
  ...struct,
  ...record,
  ...array,
  ...io,
  ...int,
  ...codecs,
  ...codecsBinary,
  ...kernels,
  ...unicodeNames,
  ...main,
  createHash,
  struct: structUint8array,
};

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.ts$/.test(name) && !/\.generated\.ts$/.test(name) ? [path] : [];
  });
}

test('the runner of examples tells right from wrong', () => {
  const run = (source: string) => runExample({ where: 'here', source }, scope).mismatches.length;
  expect(run('b`ab`.length // 2')).toBe(0);
  expect(run('b`ab`.length // 3')).toBe(1);
  expect(run('b`ab`.get(5) // PyIndexError: index out of range')).toBe(0);
  expect(run('b`ab`.get(5) // PyIndexError: another text')).toBe(1);
  expect(run('console.log(1); // 2')).toBe(1);
  expect(run('nothing.at.all()')).toBe(1);
});

test('every example in the doc comments runs, with the stated results', () => {
  const examples = sources(join(ROOT, 'src')).flatMap((path) =>
    findExamples(relative(ROOT, path), readFileSync(path, 'utf8')),
  );
  const outcomes = examples.map((example) => runExample(example, scope));
  expect(outcomes.flatMap((outcome) => outcome.mismatches)).toEqual([]);
  expect(outcomes.reduce((sum, outcome) => sum + outcome.checked, 0)).toBeGreaterThan(100);
});

test('every example of the README runs, with the stated results', () => {
  const examples = findExamples('README.md', readFileSync(join(ROOT, 'README.md'), 'utf8'));
  const outcomes = examples.map((example) => runExample(example, scope));
  expect(outcomes.flatMap((outcome) => outcome.mismatches)).toEqual([]);
  expect(outcomes.reduce((sum, outcome) => sum + outcome.checked, 0)).toBeGreaterThan(4);
});
