/**
 * What the packed package must do in every engine: the tutorial with its export counts, a smoke test of each subpath, and
 * all recorded vectors. Imports only the package's entries, and needs nothing but ECMAScript. Callers: the files entry-*.ts.
 */
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { find } from 'pybuffer/algorithms';
import { intFromBytes, intToBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { BufferFlags } from 'pybuffer/protocol';
import { builtins, callMethod, operator } from 'pybuffer/runtime';
import { pack, unpack } from 'pybuffer/struct';
import { replay } from '../../conformance/vectors/vector.js';
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

function raised(call: () => unknown): string {
  try {
    return `returned ${String(call())}`;
  } catch (error) {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
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

/** One call of each subpath, at least. */
function smoke(): Check[] {
  const stream = new BytesIO(b`one\ntwo`);
  const exporter = new ByteArray(b`abc`);
  return [
    check('pybuffer', () => b`1,2`.split(b`,`), "b'1',b'2'"),
    check('pybuffer/struct', () => unpack('<IHd', pack('<IHd', 7, 2, 0.5)), '7,2,0.5'),
    check('pybuffer/array', () => new PyArray('H', [1, 2]).tobytes(), "b'\\x01\\x00\\x02\\x00'"),
    check('pybuffer/io', () => stream.readline(), "b'one\\n'"),
    check(
      'pybuffer/int',
      () => intFromBytes(intToBytes(-(2n ** 70n), 9, 'big', { signed: true }), 'big', { signed: true }),
      String(-(2n ** 70n)),
    ),
    check(
      'pybuffer/protocol',
      () => {
        const view = exporter.getBuffer(BufferFlags.SIMPLE);
        const { length } = view;
        exporter.releaseBuffer(view);
        exporter.append(100);
        return `${length} ${exporter.length}`;
      },
      '3 4',
    ),
    check('pybuffer/algorithms', () => find(new Uint8Array([1, 2, 3]), 0, 3, new Uint8Array([3]), 0, 1), '2'),
    check(
      'pybuffer/runtime',
      () => builtins.repr(callMethod(operator.add(b`a b`, b` c`), 'split', [])),
      "[b'a', b'b', b'c']",
    ),
    check(
      'an error',
      () => raised(() => b`\xff`.decode()),
      "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    ),
    check('hash', () => b`abc`.hash(), '-4594863902769663758'),
  ];
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
