/**
 * Records each call between Python and the library while the programs run through the bridge in Node: one
 * line of JSON for each program, after one for the start of the bridge. Engines without Python replay them
 * (matrix/engines/programs.ts). A program is recorded only if it prints the same as on CPython, so the
 * recorded answers are right. Caller: matrix/engines/package.mjs; as a program, `node
 * conformance/programs/record-calls.mjs OUT [TITLE]...`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBridge } from '../bridge/build.mjs';
import { startPython } from '../bridge/start.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');

/**
 * Encodes values that JSON lacks as objects with one key; `decode` of matrix/engines/programs.ts reads them.
 */
function encode(value) {
  switch (typeof value) {
    case 'undefined':
      return { u: 0 };
    case 'bigint':
      return { i: String(value) };
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { n: Object.is(value, -0) ? '-0' : String(value) };
    case 'object':
      return value === null ? null : Array.from(value, encode);
    default:
      return value;
  }
}

const hex = (bytes) => Buffer.from(bytes).toString('hex');

const RECURSION = 'recurs until the stack ends';
const POINTERS = 'follows pointers in memory of C';
const GET_BUFFER = 102;
const RELEASE_BUFFER = 103;
const ERROR = 12;

/** Bytes of a C `Py_buffer`. */
const PY_BUFFER_SIZE = 44;

/** Wraps the functions of the bridge's wire to record each call and its effects. */
class Recorder {
  /** The calls since they were last taken. */
  calls = [];
  /** Why the running program cannot be replayed; null if it can. */
  obstacle = null;
  #host = null;
  #module;
  /**
   * C memory that the library reads in place, with its content when it was last compared, by the address of
   * its `Py_buffer`.
   */
  #regions = new Map();
  #into = this;
  #control = 0;

  constructor(module) {
    this.#module = module;
  }

  /** Sets the bridge, once it exists; before, it lends nothing. */
  set host(host) {
    this.#host = host;
  }

  get #memory() {
    return this.#module.HEAPU8;
  }

  #words(count) {
    return Array.from(new Int32Array(this.#memory.buffer, this.#control, count));
  }

  /**
   * What C wrote into lent memory of the library since the last comparison: [number of the mirror, start,
   * hex].
   */
  #written() {
    const found = [];
    let number = -1;
    for (const { memory, address, writable } of this.#host?.lender.mirrors.values() ?? []) {
      number++;
      if (writable === 0) continue;
      const theirs = this.#memory.subarray(address, address + memory.length);
      let start = 0;
      let end = memory.length;
      while (start < end && theirs[start] === memory[start]) start++;
      while (end > start && theirs[end - 1] === memory[end - 1]) end--;
      if (start < end) found.push([number, start, hex(theirs.subarray(start, end))]);
    }
    return found.length === 0 ? undefined : found;
  }

  /** The changes of C memory since the last call: [address, hex]. */
  #changes() {
    const found = [];
    for (const [address, { start, bytes }] of this.#regions) {
      const now = this.#memory.subarray(start, start + bytes.length);
      if (Buffer.compare(now, bytes) === 0) continue;
      found.push([start, hex(now)]);
      this.#regions.set(address, { start, bytes: now.slice() });
    }
    return found.length === 0 ? undefined : found;
  }

  /**
   * The `Py_buffer` that C filled: its bytes, the memory that it points to, and the mirror, if that memory is
   * the library's.
   */
  #exported(address) {
    const memory = this.#memory;
    const words = new Int32Array(memory.buffer, address, PY_BUFFER_SIZE / 4);
    const [start, , length, itemsize, , ndim, format, shape, strides, suboffsets] = words;
    if (suboffsets !== 0) this.obstacle ??= POINTERS;
    const at = [];
    const keep = (from, size) =>
      from !== 0 && size > 0 && at.push([from, hex(memory.subarray(from, from + size))]);
    keep(shape, 4 * ndim);
    keep(strides, 4 * ndim);
    if (format !== 0) keep(format, memory.indexOf(0, format) + 1 - format);
    let number = -1;
    for (const mirror of this.#host.lender.mirrors.values()) {
      number++;
      const offset = start - mirror.address;
      if (offset >= 0 && offset < mirror.memory.length)
        return { g: hex(memory.subarray(address, address + PY_BUFFER_SIZE)), at, in: [number, offset] };
    }
    let [low, high] = [0, strides === 0 ? length : itemsize];
    for (let i = 0; strides !== 0 && i < ndim; i++) {
      const step =
        new Int32Array(memory.buffer, strides, ndim)[i] * (new Int32Array(memory.buffer, shape, ndim)[i] - 1);
      if (step < 0) low += step;
      else high += step;
    }
    if (length > 0) {
      keep(start + low, high - low);
      this.#regions.set(address, { start: start + low, bytes: memory.slice(start + low, start + high) });
    }
    return { g: hex(memory.subarray(address, address + PY_BUFFER_SIZE)), at };
  }

  wrap(wire) {
    const wrapped = Object.fromEntries(
      Object.entries(wire).map(([name, run]) => [name, this.#call(name, run)]),
    );
    return {
      ...wrapped,
      calls: wire.calls,
      start: (control, dispatch) => {
        this.#control = control;
        wire.start(control, this.#dispatch(dispatch));
      },
    };
  }

  #call(name, run) {
    return (...args) => {
      const call = { f: name, a: encode(args), w: this.#written(), p: this.#changes() };
      if (name === 'copyIn') call.b = hex(this.#memory.subarray(args[1], args[1] + args[2]));
      const into = this.#into;
      this.#into = call;
      let answer;
      try {
        answer = run(...args);
      } finally {
        this.#into = into;
      }
      call.r = encode(answer);
      call.c = this.#words(2);
      call.x = this.#changes();
      if (name === 'copyOut') {
        const length = wireSize(this.#host, args[0]);
        call.b = hex(this.#memory.subarray(args[1], args[1] + length));
      }
      if (typeof answer === 'string' && answer.includes('"RecursionError"')) this.obstacle ??= RECURSION;
      into.calls = [...(into.calls ?? []), call];
      return answer;
    };
  }

  #dispatch(run) {
    return (operation, id, value) => {
      const [tag, address, method] = this.#words(3);
      const back = { o: operation, i: id, v: encode(value), t: tag, m: method, x: this.#changes() };
      const call = this.#into;
      this.#into = back;
      let answer;
      try {
        answer = run(operation, id, value);
      } finally {
        this.#into = call;
      }
      back.r = encode(answer);
      back.c = this.#words(3);
      if (operation === GET_BUFFER && back.c[0] !== ERROR) Object.assign(back, this.#exported(address));
      if (operation === RELEASE_BUFFER) this.#regions.delete(address);
      back.w = this.#written();
      back.p = this.#changes();
      (call.d ??= []).push(back);
      return answer;
    };
  }
}

const wireSize = (host, handle) => host.wire().size(handle);

/** The blocks of a file of programs, or of their output, by title. */
function blocksOf(file) {
  const blocks = `\n${fs.readFileSync(path.join(here, file), 'utf8')}`.split('\n# == ').slice(1);
  return new Map(
    blocks.map((block) => {
      const end = block.indexOf('\n');
      return [block.slice(0, end).trim(), block.slice(end + 1).trimEnd()];
    }),
  );
}

/** Runs programs and returns their lines, and the reason for each that cannot be replayed. */
async function record(titles) {
  const python = await startPython();
  const recorder = new Recorder(python._module);
  const bridge = await buildBridge('bridge-record');
  const { installBridge } = await import(pathToFileURL(bridge).href);
  const recorded = Object.assign(Object.create(python), {
    registerJsModule: (name, wire) => python.registerJsModule(name, recorder.wrap(wire)),
  });
  recorder.host = installBridge(recorded, path.join(root, 'bridge/pybridge'));
  python.FS.mkdirTree('/suite');
  python.FS.writeFile('/suite/run_programs.py', fs.readFileSync(path.join(here, 'run_programs.py')));
  python.runPython('import sys; sys.path.append("/suite"); import run_programs');
  python.globals.set('_text', fs.readFileSync(path.join(here, 'programs.py'), 'utf8'));
  const expected = blocksOf('expected.txt');
  const lines = [];
  const obstacles = new Map();
  const take = (title) => {
    lines.push(JSON.stringify({ title, calls: recorder.calls }));
    recorder.calls = [];
    recorder.obstacle = null;
  };
  take('');
  for (const title of titles) {
    python.globals.set('_title', title);
    const printed = python.runPython('run_programs.run(_text, True, lambda title: title == _title)');
    const text = printed.slice(printed.indexOf('\n') + 1).trimEnd();
    if (text !== expected.get(title)) throw new Error(`${title}: does not print what CPython prints`);
    if (recorder.obstacle !== null) obstacles.set(title, recorder.obstacle);
    take(title);
  }
  return { lines, obstacles };
}

/**
 * Records the programs. A first run finds those that cannot be replayed, and a second one leaves them out.
 *
 * @param file gets a line for each program: its calls, or why it was left out
 * @param titles of programs; all when absent
 */
export async function recordCalls(file, titles = [...blocksOf('programs.py').keys()]) {
  const { lines, obstacles } = await record(titles);
  const all =
    obstacles.size === 0 ? lines : (await record(titles.filter((title) => !obstacles.has(title)))).lines;
  const left = [...obstacles].map(([title, leftOut]) => JSON.stringify({ title, leftOut }));
  fs.writeFileSync(file, `${[...all, ...left].join('\n')}\n`);
}

if (process.argv[1] === import.meta.filename) {
  const [file, ...titles] = process.argv.slice(2);
  await recordCalls(file, titles.length === 0 ? undefined : titles);
  process.exit(0);
}
