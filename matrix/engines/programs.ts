/**
 * Replays the programs of conformance/programs in an engine that has no Python: the JavaScript half of the
 * bridge, on the packed library, receives each call that Python made when the programs ran in Node, and must
 * answer as it did there, where the programs printed the same as on CPython. The record
 * (conformance/programs/record-calls.mjs) supplies Python's part: callbacks, and what C wrote into lent
 * memory. Caller: suite.ts.
 */
import { Host } from '../../bridge/host.js';
import { Tag } from '../../bridge/tags.js';
import type { Pyodide } from '../../bridge/pyodide.js';

type Encoded =
  null | boolean | number | string | readonly Encoded[] | { u: 0 } | { i: string } | { n: string };

/** What C wrote into lent memory: the number of the mirror, the start, and the bytes in hexadecimal digits. */
type Written = readonly (readonly [mirror: number, start: number, bytes: string])[];

/** Bytes of C's memory, in hexadecimal digits. */
type Patches = readonly (readonly [address: number, bytes: string])[];

/** A call from Python. */
interface Call {
  /**
   * The function of the wire, its arguments and its answer, with the first two words of the control block
   * after it.
   */
  readonly f: string;
  readonly a: readonly Encoded[];
  readonly r: Encoded;
  readonly c: readonly number[];
  /** The bytes that `copyIn` reads and `copyOut` writes. */
  readonly b?: string;
  readonly w?: Written;
  /** What C memory that the library reads in place must contain before the call, and after it. */
  readonly p?: Patches;
  readonly x?: Patches;
  /** The callbacks to Python during the call. */
  readonly d?: readonly CallBack[];
}

/** A callback to Python, and what Python called before it answered. */
interface CallBack {
  readonly o: number;
  readonly i: number;
  readonly v: Encoded;
  readonly t: number;
  readonly m: number;
  readonly calls?: readonly Call[];
  readonly r: Encoded;
  readonly c: readonly number[];
  readonly w?: Written;
  readonly x?: Patches;
  readonly p?: Patches;
  /**
   * The `Py_buffer` of an exporter in C, the memory that it points to, and the mirror and offset if that
   * memory is the library's.
   */
  readonly g?: string;
  readonly at?: Patches;
  readonly in?: readonly [mirror: number, offset: number];
}

/** A line of the record. */
export type Recorded =
  | { readonly title: string; readonly calls: readonly Call[] }
  | { readonly title: string; readonly leftOut: string };

/**
 * The address of the control block in the memory that replaces Pyodide's. C memory keeps its addresses, which
 * are below HEAP_START; the bridge allocates above it.
 */
const CONTROL = 8;
const HEAP_START = 3 << 24;
const HEAP_END = 4 << 24;

function decode(value: Encoded): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decode);
  if ('u' in value) return undefined;
  if ('i' in value) return BigInt(value.i);
  return Number((value as { n: string }).n);
}

/** The bits of a NaN, as the bridge writes them. Engines need not preserve them, and no program prints them. */
const NAN = /\b[7f]f[f8][0-9a-f]{13}\b/g;
const ADDRESS = /\b0x[0-9a-f]{6,}\b/g;

function show(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'string') return shownText(value);
  if (Object.is(value, -0)) return '-0';
  return Array.isArray(value) ? `[${value.map(show).join(', ')}]` : String(value);
}

/** Escapes surrogates, also within a text that is JSON: engines before 2020 do not escape lone ones there. */
function shownText(text: string): string {
  const escaped = text.replace(/[\ud800-\udfff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
  return `"${escaped.replace(ADDRESS, '0x...').replace(NAN, 'nan')}"`;
}

const bytesOf = (hex: string) =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));

class Mismatch extends Error {}

function same(what: string, found: unknown, expected: unknown): void {
  const [ours, theirs] = [show(found), show(expected)];
  if (ours !== theirs) throw new Mismatch(`${what}: ${ours.slice(0, 400)}, not ${theirs.slice(0, 400)}`);
}

/** The memory that replaces Pyodide's. */
class Memory {
  readonly HEAPU8 = new Uint8Array(HEAP_END);
  #next = HEAP_START;
  #used = 0;
  _malloc = (size: number): number => {
    const address = this.#next;
    if (address + size > HEAP_END) return 0;
    this.#next += (size + 15) & ~7;
    this.#used++;
    return address;
  };
  _free = (): void => {
    if (--this.#used === 0) this.#next = HEAP_START;
  };
  _PyObject_GetBuffer = (): number => -1;
  _PyBuffer_Release = (): void => undefined;
  _PyErr_Clear = (): void => undefined;
}

type Wire = Record<string, (...args: unknown[]) => unknown>;

/** Plays the part of Python. */
class Player {
  readonly #memory = new Memory();
  readonly #host: Host;
  readonly #wire: Wire;
  /** The callbacks that the running call must make; those of outer calls are kept on the stack. */
  #expected: readonly CallBack[] = [];
  #made = 0;
  /** The addresses of loans, by their addresses in the record. */
  readonly #loans = new Map<unknown, number>();
  /** The first mismatch of a program; later ones mean nothing. */
  #wrong: Mismatch | null = null;

  constructor() {
    this.#host = new Host({ _module: this.#memory } as unknown as Pyodide);
    this.#wire = this.#host.wire() as Wire;
    this.#wire['start']!(CONTROL, this.#dispatch);
  }

  play(calls: readonly Call[]): void {
    this.#wrong = null;
    for (const call of calls) {
      this.#call(call);
      if (this.#wrong !== null) throw this.#wrong as Mismatch;
    }
  }

  #call(call: Call): void {
    const { f: name } = call;
    const args = call.a.map(decode);
    const what = `${name}(${args.map(show).join(', ')})`.slice(0, 300);
    const { heap } = this.#host;
    this.#write(call.w);
    this.#patch(call.p);
    const [before, made] = [this.#expected, this.#made];
    this.#expected = call.d ?? [];
    this.#made = 0;
    if (name === 'copyIn') this.#patch([[args[1] as number, call.b!]]);
    if (name === 'giveBack') args[0] = this.#loans.get(args[0]);
    const answer = this.#wire[name]!(...args);
    same(`${what}, callbacks`, this.#made, this.#expected.length);
    this.#expected = before;
    this.#made = made;
    const [tag, word] = [heap.getControl(0), heap.getControl(1)];
    if (name === 'copyOut') this.#compare(what, [[args[1] as number, call.b!]]);
    this.#compare(what, call.x);
    if (name === 'lend' && tag === Tag.PLAIN && call.c[0] === Tag.PLAIN) {
      this.#loans.set(decode(call.r), answer as number);
      return;
    }
    same(what, answer, decode(call.r));
    if (!CROSSES.has(name)) return;
    same(`${what}, kind of answer`, tag, call.c[0]);
    if (tag === Tag.NEW_HANDLE) same(`${what}, type of answer`, word, call.c[1]);
  }

  /** Answers for Python as recorded; it must not throw, because an exception would reach the library. */
  readonly #dispatch = (operation: number, id: number, value: unknown): unknown => {
    const { heap } = this.#host;
    const back = this.#expected[this.#made++];
    const address = heap.getControl(1);
    try {
      if (back === undefined)
        throw new Mismatch(`callback ${operation} of ${id}, which did not happen in Node`);
      const found = [operation, id, value, heap.getControl(2)];
      same('callbacks', found, [back.o, back.i, decode(back.v), back.m]);
      if (value !== undefined) same('kind of value of a callback', heap.getControl(0), back.t);
      this.#compare('callbacks', back.x);
      for (const call of back.calls ?? []) this.#call(call);
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      this.#wrong ??= error;
    }
    if (back === undefined) return undefined;
    if (back.g !== undefined) this.#export(address, back);
    this.#write(back.w);
    this.#patch(back.p);
    back.c.forEach((word, i) => heap.setControl(i, word));
    return decode(back.r);
  };

  #patch(patches: Patches | undefined): void {
    for (const [address, bytes] of patches ?? []) this.#host.heap.bytes().set(bytesOf(bytes), address);
  }

  #compare(what: string, patches: Patches | undefined): void {
    for (const [address, hex] of patches ?? []) {
      const expected = bytesOf(hex);
      const found = this.#host.heap.bytes().subarray(address, address + expected.length);
      same(`${what}, memory of C`, [...found], [...expected]);
    }
  }

  /** Fills a `Py_buffer` for C. */
  #export(address: number, { g, at, in: place }: CallBack): void {
    const { heap } = this.#host;
    heap.bytes().set(bytesOf(g!), address);
    this.#patch(at);
    if (place === undefined) return;
    heap.int32()[address >> 2] = this.#mirrors()[place[0]]!.address + place[1];
  }

  #mirrors(): { address: number }[] {
    const { mirrors } = this.#host.lender as unknown as { mirrors: Map<unknown, { address: number }> };
    return [...mirrors.values()];
  }

  #write(written: Written | undefined): void {
    if (written === undefined) return;
    const mirrors = this.#mirrors();
    for (const [mirror, start, bytes] of written) {
      this.#host.heap.bytes().set(bytesOf(bytes), mirrors[mirror]!.address + start);
    }
  }
}

/** The functions of the wire that leave the kind of their answer in the control block. */
const CROSSES = new Set(['call', 'callMany', 'lend']);

/** The results of the programs. */
export interface Played {
  readonly passed: number;
  readonly failed: number;
  /** The number of calls that crossed the wire. */
  readonly calls: number;
  /** The number of programs that the record leaves out, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
}

/** Replays the programs of a record, which are lines of JSON. */
export function playPrograms(lines: readonly string[]): Played {
  const player = new Player();
  const leftOut: Record<string, number> = {};
  const differences: string[] = [];
  let passed = 0;
  let calls = 0;
  for (const line of lines) {
    if (line === '') continue;
    const program = JSON.parse(line) as Recorded;
    if ('leftOut' in program) {
      leftOut[program.leftOut] = (leftOut[program.leftOut] ?? 0) + 1;
      continue;
    }
    try {
      player.play(program.calls);
      calls += program.calls.length;
      if (program.title !== '') passed++;
    } catch (error) {
      differences.push(`programs, ${program.title}: ${String(error)}`);
    }
  }
  return { passed, failed: differences.length, calls, leftOut, differences };
}
