// Compares the methods with CPython on 64-bit memory, on contents of the lengths at which the library changes
// its algorithm (kernels, the platform's functions, slabs, copies). It prints every call that differs:
//   [PYBUFFER_TIERS=plain] node --import tsx conformance/vectors/compare-sizes.ts
import { LP64, useABI } from 'pybuffer';
import { configure } from 'pybuffer/runtime';
import { MISSING } from '../../scripts/cpython.mjs';
import { takeTiers } from '../tiers.js';
import { callables } from '../differential/callables.js';
import { differenceOf, told } from '../differential/compare.js';
import { startNativeOracle } from '../differential/native.js';
import { Run } from '../differential/ours.js';
import type { Program, Step, Value } from '../differential/program.js';
import { TABLE } from '../differential/vocabulary/contents.js';
import { call, method } from './surface.js';

/** Thresholds in src/algorithms, src/accelerate, src/memory and src/storage. */
const THRESHOLDS = [8, 16, 32, 64, 128, 256, 512, 1024, 4096, 16384, 65528, 65536];
const LENGTHS = [0, 1, ...THRESHOLDS.flatMap((size) => [size - 1, size, size + 1])];

const text = (length: number, at: (i: number) => number) => Uint8Array.from({ length }, (_, i) => at(i) & 255);

/** Contents of a length: a few bytes repeated, all bytes, text of several lines, and UTF-8. */
const CONTENTS: readonly ((length: number) => Uint8Array)[] = [
  (length) => text(length, (i) => (i === length - 1 ? 98 : 97)),
  (length) => text(length, (i) => 97 + (i % 3)),
  (length) => text(length, (i) => Math.imul(i + 7, 0x9e3779b1) >>> 13),
  (length) => text(length, (i) => ' aB,\n0\tz,,  Xy\r\n'.charCodeAt(i % 16)),
  (length) => text(length, (i) => [0xc3, 0xa9, 0x61, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80][i % 10]!),
];

const hex = (bytes: Uint8Array): Value => ({ b: Buffer.from(bytes).toString('hex') });

/** All calls on one content, which is the first variable; a bytearray of it is the second. */
function programOf(bytes: Uint8Array): Program {
  const { length } = bytes;
  const [self, mutable] = [{ v: 0 }, { v: 1 }];
  const steps: Step[] = [call('bytes', [hex(bytes)]), call('bytearray', [self])];
  const on = (name: string, ...args: Value[]) => steps.push(method(self, name, args));
  const operate = (name: string, ...args: Value[]) => steps.push({ op: 'operator', name, args });
  const key = (start: Value, stop: Value, step: Value = null): Value => ({ s: [start, stop, step] });
  for (let size = 1; size <= 5; size++) {
    const end = hex(bytes.subarray(Math.max(length - size, 0)));
    const middle = hex(bytes.subarray(length >> 1, (length >> 1) + size));
    for (const needle of [end, middle]) {
      on('find', needle);
      on('rfind', needle, 1);
      on('count', needle);
      on('replace', needle, { b: '5859' });
      on('split', needle);
      on('rpartition', needle);
    }
    on('replace', middle, { b: '' }, 3);
    on('rsplit', end, 2);
    on('find', hex(Uint8Array.of(...bytes.subarray(0, size), 1)));
  }
  for (const name of ['upper', 'lower', 'swapcase', 'title', 'capitalize', 'split', 'strip', 'splitlines'])
    on(name);
  for (const name of ['alnum', 'alpha', 'ascii', 'digit', 'lower', 'space', 'title', 'upper'])
    on(`is${name}`);
  on('translate', { b: TABLE });
  on('translate', { b: TABLE }, { b: '6162ff' });
  on('translate', null, { b: '61' });
  on('strip', { b: '6162' });
  on('rstrip', hex(bytes.subarray(0, 3)));
  on('expandtabs', 4);
  on('hex');
  on('hex', ':', 3);
  for (const encoding of ['utf-8', 'latin-1', 'ascii', 'utf-16', 'cp1252'])
    on('decode', encoding, 'backslashreplace');
  on('center', length + 3, { b: '2a' });
  on('zfill', length + 1);
  on('join', { l: [{ b: '31' }, mutable, { b: '32' }] });
  on('startswith', mutable);
  on('removeprefix', hex(bytes.subarray(0, 2)));
  for (const name of ['add', 'eq', 'lt', 'contains']) operate(name, self, mutable);
  operate('mul', self, 3);
  for (const name of ['binascii.hexlify', 'base64.b64encode', 'base64.b85encode', 'zlib.crc32'])
    steps.push(call(name, [self]));
  for (const name of ['zlib.adler32', 'repr', 'list', 'hashed']) steps.push(call(name, [self]));
  if (length < 5000) steps.push(call('int.from_bytes', [self, 'big']), call('max', [self, { b: '00' }]));
  steps.push(call('bytes.fromhex', [Buffer.from(bytes).toString('hex')]));
  steps.push(call('binascii.a2b_base64', [hex(Buffer.from(Buffer.from(bytes).toString('base64')))]));
  for (const step of [2, 3, -1]) operate('getitem', self, key(null, null, step));
  // Change the bytearray in place, also with views of itself.
  steps.push(call('memoryview', [mutable]));
  const view = { v: steps.length - 1 };
  const half = length >> 1;
  for (const [to, from] of [
    [key(1, null), key(null, -1)],
    [key(null, -1), key(1, null)],
    [key(null, half), key(length - half, null)],
    [key(null, null, -1), key(null, null)],
    [key(null, 2 * half, 2), key(half, 2 * half)],
  ] as const) {
    operate('getitem', view, from);
    operate('setitem', view, to, { v: steps.length - 1 });
    steps.push(call('zlib.crc32', [mutable]));
    steps.push(method({ v: steps.length - 3 }, 'release', []));
  }
  operate('eq', view, self);
  steps.push(method(view, 'tobytes', []), method(view, 'hex', ['-', 4]), method(view, 'release', []));
  const change = (name: string, ...args: Value[]) => steps.push(method(mutable, name, args));
  change('reverse');
  change('insert', 0, 65);
  change('extend', mutable);
  operate('delitem', mutable, key(null, null, 2));
  operate('setitem', mutable, key(1, 2), self);
  change('pop', 0);
  operate('iadd', mutable, mutable);
  change('remove', 97);
  operate('setitem', mutable, key(half, null), { b: '' });
  change('append', 66);
  return steps;
}

takeTiers();
useABI(LP64);
configure({ floats: 'box' });
const oracle = await startNativeOracle();
if (oracle === null) throw new Error(MISSING);
let calls = 0;
let differences = 0;
for (const length of LENGTHS) {
  const programs = CONTENTS.map((make) => programOf(make(length)));
  const answers = await oracle.ask(programs);
  for (const [i, program] of programs.entries()) {
    calls += program.length;
    const difference = differenceOf(program, answers[i]!, new Run(callables).run(program));
    if (difference === null) continue;
    differences++;
    console.log(`${length} bytes, content ${i}: ${told(difference).slice(-1500)}\n`);
  }
}
console.log(`CPython ${oracle.version}, ${process.version}, ${calls} calls, ${differences} programs differ`);
process.exit(differences > 0 ? 1 : 0);
