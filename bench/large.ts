/**
 * `npm run bench:large`: arrays past 2 and 4 GiB, if the platform supports them and the machine has the
 * memory. It reveals offsets computed in 32 bits.
 */
import { freemem } from 'node:os';
import { bundleOf } from './bundle.js';
import type { Api } from './row.js';

const GIB = 2 ** 30;
const { Bytes, ByteArray, MemoryView, Slice } = (await import(await bundleOf(null))) as Api;
let failures = 0;

function check(name: string, got: unknown, wanted: unknown): void {
  const same = got === wanted;
  if (!same) failures++;
  console.log(`  ${same ? 'ok  ' : 'FAIL'} ${name}${same ? '' : `: ${String(got)}, not ${String(wanted)}`}`);
}

function timed<T>(name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(`       ${name} took ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return result;
}

function exercise(size: number): void {
  const data = timed('making it', () => new ByteArray(size));
  const last = size - 1;
  check('length', data.length, size);
  data.set(last, 0x61);
  data.set(last - 1, 0x62);
  check('get(-1)', data.get(-1), 0x61);
  check(
    'find byte',
    timed('find', () => data.find(0x61)),
    last,
  );
  check('rfind byte', data.rfind(0x62), last - 1);
  check(
    'find needle',
    timed('find of a needle', () => data.find(new Bytes([0x62, 0x61]))),
    last - 1,
  );
  check(
    'count',
    timed('count', () => data.count(0x61)),
    1,
  );
  check('startswith at the end', data.startswith(new Bytes([0x62]), last - 1), true);
  const end = data.slice(-4);
  check('slice', end.hex(), '00006261');
  const view = new MemoryView(data);
  check('view item', view.get(last), 0x61);
  const tail = view.slice(last - 1);
  check('view slice', tail.tobytes().hex(), '6261');
  tail.release();
  const words = view.cast('I');
  check('cast', words.length, size / 4);
  check('cast item', words.get(size / 4 - 1), 0x61620000);
  words.release();
  view.release();
  check(
    'isascii',
    timed('isascii', () => data.isascii()),
    true,
  );
  data.set(new Slice(last - 3, null), new Bytes([1, 2, 3, 4]));
  check('slice assignment at the end', data.slice(-4).hex(), '01020304');
  data.delete(new Slice(null, 8));
  check('length after del [:8]', data.length, size - 8);
  check('last after del [:8]', data.get(-1), 4);
}

/** Reads and writes a JavaScript typed array near its end, through a view. */
function exerciseView(size: number): void {
  const memory = new Uint8Array(size);
  const last = size - 1;
  const at = size - 10;
  memory.set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], at);
  const view = new MemoryView(memory);
  check('length', view.length, size);
  check('item', view.get(at), 1);
  check('item from the end', view.get(-1), 10);
  view.set(last, 77);
  check('write', memory[last], 77);
  check('slice', view.slice(at, -1).tobytes().hex(), '010203040506070809');
  check('backwards', view.slice(null, null, -1).get(0), 77);
  check('a step past 2 GiB', view.slice(null, null, 2 ** 31 + 5).length, Math.ceil(size / (2 ** 31 + 5)));
  view.set(new Slice(at, at + 2), new Bytes([120, 121]));
  check('slice assignment', memory[at], 120);
  check(
    'index',
    timed('index', () => view.index(121)),
    at + 1,
  );
  check(
    'count',
    timed('count', () => view.count(121)),
    1,
  );
  const words = new DataView(memory.buffer);
  check('cast I', view.cast('I').get(size / 4 - 1), words.getUint32(size - 4, true));
  check('cast q', view.cast('q').get(size / 8 - 1), words.getBigInt64(size - 8, true));
  check('two dimensions', view.cast('B', [size / GIB, GIB]).get(size / GIB - 1, GIB - 1), 77);
  const half = new MemoryView(memory.subarray(2 ** 31 + 100));
  check('of a subarray', half.get(-1), 77);
  check('reversed', view.reversed().next().value, 77);
}

for (const size of [3 * GIB, 5 * GIB]) {
  console.log(`${size / GIB} GiB`);
  if (freemem() < 2 * size) {
    console.log(`  skipped: ${(freemem() / GIB).toFixed(1)} GiB of memory are free`);
    continue;
  }
  try {
    new Uint8Array(size);
  } catch (error) {
    console.log(`  skipped: the platform has no such array (${(error as Error).message})`);
    try {
      new ByteArray(size);
      check('refusal', 'an array', 'MemoryError');
    } catch (refusal) {
      check('refusal', (refusal as Error).name, 'MemoryError');
    }
    continue;
  }
  exercise(size);
  console.log('  a view of a Uint8Array');
  exerciseView(size);
}
if (failures > 0) process.exitCode = 1;
