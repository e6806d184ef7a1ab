/** Programs on Brython and Skulpt with the library's types. All programs of a host run in one process. */
import { spawnSync } from 'node:child_process';
import { ledgerOf, reasonsOf } from '../../conformance/hosts/ledger.js';
import type { Difference } from '../../conformance/hosts/ledger.js';
import { runPrograms } from '../../conformance/hosts/process.js';
import {
  differenceOf,
  everydayPrograms,
  proofs,
  recordedPrograms,
  shortPrograms,
} from '../../conformance/hosts/programs.js';
import type { HostProgram } from '../../conformance/hosts/programs.js';
import { PROGRAMS } from './programs.js';

/** The programs whose output differs from CPython's without a reason in the ledger. */
async function unexplained(
  host: 'brython' | 'skulpt',
  memory: 'LP64' | 'ILP32',
  programs: readonly HostProgram[],
): Promise<Difference[]> {
  const printed = await runPrograms(
    { host, adapter: 'with', memory },
    programs.map(({ source }) => source),
  );
  const ledger = ledgerOf(host, 'node');
  return programs.flatMap(({ title, wanted }, i) => {
    const difference = differenceOf(title, wanted, printed[i]!);
    return difference === null || ledger.reasonOf(difference) !== null ? [] : [difference];
  });
}

test.each(['brython', 'skulpt'] as const)(
  'a sample of the programs and recorded vectors on %s, judged by the ledger',
  async (host) => {
    const sample = [
      ...shortPrograms().filter((_, i) => i % 12 === 1),
      ...recordedPrograms().filter((_, i) => i % 40 === 3),
    ].filter(({ memory }) => memory === 'ILP32');
    expect(await unexplained(host, 'ILP32', sample)).toEqual([]);
    expect(sample.length).toBeGreaterThan(40);
  },
  120_000,
);

test.each(['brython', 'skulpt'] as const)(
  'everyday programs on %s, judged by the ledger',
  async (host) => {
    const programs = everydayPrograms();
    expect(await unexplained(host, 'LP64', programs)).toEqual([]);
    expect(programs.length).toBeGreaterThan(180);
  },
  120_000,
);

test.each(['brython', 'skulpt'] as const)(
  'what the reasons of the ledger say of %s is so without the adapter, and in programs without bytes',
  async (host) => {
    const programs = proofs().filter(({ hosts }) => hosts.includes(host));
    const printed = await runPrograms(
      { host, adapter: 'without', memory: 'LP64' },
      programs.map(({ source }) => source),
    );
    const same = programs.filter(({ title, wanted }, i) => differenceOf(title, wanted, printed[i]!) === null);
    expect(same.map(({ reason }) => reason)).toEqual([]);
    expect(reasonsOf(host)).toEqual(expect.arrayContaining(programs.map(({ reason }) => reason)));
    expect(programs.length).toBeGreaterThan(20);
  },
  120_000,
);

test.each(['brython', 'skulpt'] as const)(
  'the library counts the views of the tutorial on %s, and they block a resize until the last is released',
  (host) => {
    const args = ['--import', 'tsx', 'conformance/hosts/counts.mjs', host];
    const { stdout, stderr } = spawnSync('node', args, { encoding: 'utf8' });
    const blocked = "'Existing exports of data: object cannot be re-sized'";
    expect([stderr, JSON.parse(stdout)]).toEqual([
      '',
      [
        ["('before', 'resized', bytearray(b'ABC'))", 0],
        [`('a view', ${blocked}, bytearray(b'ABC'))`, 1],
        [`('two views', ${blocked}, b'AB', [65, 66, 67])`, 2],
        [`('written', ${blocked}, bytearray(b'AZC'))`, 2],
        [`('one released', ${blocked}, bytearray(b'AZC'))`, 1],
        ["('both released', 'resized', bytearray(b'AZC'))", 0],
      ],
    ]);
  },
  60_000,
);

test.each(['brython', 'skulpt'] as const)(
  'programs print on %s what they print on CPython',
  async (host) => {
    const printed = await runPrograms(
      { host, adapter: 'with', memory: 'LP64' },
      PROGRAMS.map(([, program]) => program),
    );
    expect(Object.fromEntries(PROGRAMS.map(([title], i) => [title, printed[i]]))).toEqual(
      Object.fromEntries(PROGRAMS.map(([title, , wanted]) => [title, wanted])),
    );
  },
  60_000,
);
