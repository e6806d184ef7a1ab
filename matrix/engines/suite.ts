/**
 * What the packed package must do in every engine: the tutorial with its export counts, a smoke test of each subpath, and
 * all recorded vectors. Imports only the package's entries, and needs nothing but ECMAScript. Callers: the files entry-*.ts.
 */
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import { pack, unpack } from 'pybuffer/struct';
import { replay } from '../../conformance/vectors/vector.js';
import { SMOKE, raised } from './smoke.js';
import type { Vector } from '../../conformance/vectors/vector.js';

/** One check: null where it holds, otherwise what was found. */
export type Check = readonly [name: string, wrong: string | null];

/** What one engine says. */
export interface Report {
  /** What the engine has that the library uses to be faster. */
  readonly tier: string;
  readonly passed: number;
  readonly failed: number;
  /** What could not be tried, in words. */
  readonly leftOut: readonly string[];
  /** The failures, in words; of the vectors at most five. */
  readonly complaints: readonly string[];
}

/** Compares what a function returns, as text, with what CPython prints. */
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

/** A recorded program, which may be marked with what an engine must have for it. */
type Marked = Vector & { readonly needs?: 'NaN payloads' };

/** Whether a number keeps the bits of a NaN: engines may keep all NaNs as one, and all but V8 do. */
function keepsNaNPayloads(): boolean {
  const bytes = b`\x00\x00\x00\x00\x01\x00\xf8\x7f`;
  return pack('<d', ...unpack('<d', bytes)).equals(bytes);
}

/** What accelerates the library here. */
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

/** Runs everything; `vectors` are lines of JSON, as in conformance/vectors. */
export function run(vectors: readonly string[], more: readonly Check[] = []): Report {
  const checks = [...tutorial(), ...smoke(), ...more];
  const complaints = checks.flatMap(([, wrong]) => (wrong === null ? [] : [wrong]));
  const all = vectors.filter((line) => line !== '').map((line) => JSON.parse(line) as Marked);
  const able = keepsNaNPayloads() ? all : all.filter(({ needs }) => needs !== 'NaN payloads');
  const { passed, failed, differences } = replay(able);
  const left = all.length - able.length;
  return {
    tier: tier(),
    passed: checks.length - complaints.length + passed,
    failed: complaints.length + failed,
    leftOut: left === 0 ? [] : [`${left} that needs numbers which keep the payload of a NaN`],
    complaints: [...complaints, ...differences],
  };
}
