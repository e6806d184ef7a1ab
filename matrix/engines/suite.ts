/**
 * Tests the packed package in an engine: the tutorial with its export counts, a smoke test of each subpath,
 * all recorded vectors, and the calls of the programs. Imports only the package's entries and needs only
 * ECMAScript. Callers: the files entry-*.ts.
 */
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import { pack, unpack } from 'pybuffer/struct';
import { replay } from '../../conformance/vectors/vector.js';
import { playPrograms } from './programs.js';
import { SMOKE, raised } from './smoke.js';
import type { Vector } from '../../conformance/vectors/vector.js';

/** One check: null if it holds, otherwise what was found. */
export type Check = readonly [name: string, wrong: string | null];

/** The report of one engine. */
export interface Report {
  /** The features of the engine that make the library faster. */
  readonly tier: string;
  readonly passed: number;
  readonly failed: number;
  /** The number of replayed calls of programs. */
  readonly calls: number;
  /** What could not be tested, in words. */
  readonly leftOut: readonly string[];
  /** The failures, in words; at most five each for vectors and programs. */
  readonly complaints: readonly string[];
}

/** Compares the result of a function, as text, with CPython's output. */
export function check(name: string, found: () => unknown, expected: string): Check {
  try {
    const text = String(found());
    return [name, text === expected ? null : `${name}: ${text}, not ${expected}`];
  } catch (error) {
    return [name, `${name}: ${String(error)}`];
  }
}

const LOCKED = 'BufferError: Existing exports of data: object cannot be re-sized';

function tutorial(): Check[] {
  const data = new ByteArray('ABC', 'utf-8');
  const view = new MemoryView(data);
  const head = view.slice(0, 2);
  const checks = [
    check('mv[0]', () => view.get(0), '65'),
    check('bytes(mv[0:2])', () => new Bytes(head), "b'AB'"),
    check('list(mv)', () => [...view], '65,66,67'),
    check('append while a view is out', () => raised(() => data.append(1)), LOCKED),
    check('mv[1] = 90', () => (view.set(1, 90), data), "bytearray(b'AZC')"),
    check('append while a slice is out', () => (view.release(), raised(() => data.append(1))), LOCKED),
    check('append after release', () => (head.release(), data.append(33), data), "bytearray(b'AZC!')"),
  ];
  return checks;
}

/** The calls of each subpath. */
function smoke(): Check[] {
  return Object.entries(SMOKE).flatMap(([subpath, calls]) =>
    calls.map(([call, returns]) => check(`pybuffer${subpath.slice(1)}`, call, returns)),
  );
}

/** A recorded program, which may name a feature that the engine must have. */
type Marked = Vector & { readonly needs?: 'NaN payloads' };

/** Whether numbers keep the bits of a NaN: engines may use one NaN for all, and all but V8 do. */
function keepsNaNPayloads(): boolean {
  const bytes = b`\x00\x00\x00\x00\x01\x00\xf8\x7f`;
  return pack('<d', ...unpack('<d', bytes)).equals(bytes);
}

/** The platform features that accelerate the library here. */
function tier(): string {
  const { Buffer: buffer, TextDecoder: decoder } = globalThis as { Buffer?: unknown; TextDecoder?: unknown };
  const natives = buffer !== undefined ? ['Buffer'] : decoder !== undefined ? ['TextDecoder'] : [];
  try {
    new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    return [...natives, 'WebAssembly'].join(', ');
  } catch {
    return natives.join(', ') || 'plain';
  }
}

/** The suite's data as lines of JSON, passed in because some engines have no files. */
export interface Data {
  /** The files of conformance/vectors. */
  readonly vectors: readonly string[];
  /** The lines that conformance/programs/record-calls.mjs recorded. */
  readonly calls: readonly string[];
}

/** Runs everything. */
export function run(data: Data, more: readonly Check[] = []): Report {
  const checks = [...tutorial(), ...smoke(), ...more];
  const complaints = checks.flatMap(([, wrong]) => (wrong === null ? [] : [wrong]));
  const all = data.vectors.map((line) => JSON.parse(line) as Marked);
  const able = keepsNaNPayloads() ? all : all.filter(({ needs }) => needs !== 'NaN payloads');
  const vectors = replay(able);
  const left = all.length - able.length;
  // Last, because the bridge sets options of the library for good.
  const programs = playPrograms(data.calls);
  return {
    tier: tier(),
    passed: checks.length - complaints.length + vectors.passed + programs.passed,
    failed: complaints.length + vectors.failed + programs.failed,
    calls: programs.calls,
    leftOut: left === 0 ? [] : [`${left} that needs numbers which keep the payload of a NaN`],
    complaints: [...complaints, ...vectors.differences, ...programs.differences.slice(0, 5)],
  };
}
