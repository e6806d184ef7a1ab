/**
 * Recorded programs through the types, modules and built-in functions of a host's runtime have CPython's
 * answers, as without a host.
 */
import { ILP32, LP64 } from 'pybuffer';
import type { ABI } from 'pybuffer';
import { CALLS, FILES, readCalls, readVectors, replay } from '../../../conformance/vectors/vector.js';
import type { Vector } from '../../../conformance/vectors/vector.js';
import { machineOf } from './handle-host.js';

const machines = new Map<ABI, ReturnType<typeof machineOf>>(
  [ILP32, LP64].map((abi) => [abi, machineOf(abi)]),
);

/** Whether a program defines no class, generator or handler, which this host's language lacks. */
const isPlain = ({ program }: Vector) => !/"[xogh]":/.test(JSON.stringify(program));

describe.each([
  ...FILES.map((file) => [file, readVectors(file), 100] as const),
  [CALLS, readCalls(), 20] as const,
])('%s', (_file, vectors, size) => {
  const programs = vectors.filter(isPlain);
  const firsts = Array.from({ length: Math.ceil(programs.length / size) }, (_, i) => i * size);
  test.each(firsts)('from %i', (first) => {
    const { differences } = replay(programs.slice(first, first + size), (abi) => machines.get(abi)!);
    expect(differences).toEqual([]);
  });
});
