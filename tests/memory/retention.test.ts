// How much memory slices, small results and growing values keep alive, in bytes.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Bytes, ByteArray, MemoryView, Slice } from '../../src/index.js';
import {
  LARGE_SLAB_SIZE,
  LENGTH,
  MEMORY,
  SLAB_LIMIT,
  SLAB_SIZE,
  TINY_LIMIT,
  TINY_SLAB_SIZE,
} from '../../src/memory/index.js';
import type { Content } from '../../src/memory/index.js';

/** The total size of the memories that some contents keep alive, each counted once. */
function kept(contents: readonly Content[]): number {
  let total = 0;
  for (const memory of new Set(contents.map((content) => content[MEMORY]))) total += memory.length;
  return total;
}

function alive(contents: readonly Content[]): number {
  return contents.reduce((sum, content) => sum + content[LENGTH], 0);
}

const text = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => 97 + (i % 26));

test('a slice keeps at most a slab, or four times what it has', () => {
  for (const parent of [100, SLAB_LIMIT, SLAB_LIMIT + 1, SLAB_SIZE, SLAB_SIZE + 1, 200_000]) {
    const whole = new Bytes(text(parent));
    for (const size of [2, 100, 5000, parent >> 2, parent - 2]) {
      if (size < 2 || size > parent - 2) continue;
      const slice = whole.slice(1, 1 + size);
      const bound = Math.max(size < 512 && parent > SLAB_LIMIT ? SLAB_SIZE : LARGE_SLAB_SIZE, 4 * size);
      expect([parent, size, kept([slice]) <= bound]).toEqual([parent, size, true]);
    }
  }
});

test('small results keep a slab of their size at most, and nothing of larger ones among them', () => {
  const few = new Bytes([65, 66]);
  const many = new Bytes(text(500));
  const results: Bytes[] = [];
  for (let i = 0; i < 5000; i++) {
    results.push(few.repeat(2));
    many.upper();
  }
  for (const result of results.slice(0, 10)) expect(kept([result])).toBeLessThanOrEqual(TINY_SLAB_SIZE);
  expect(kept(results)).toBeLessThanOrEqual(alive(results) + 2 * TINY_SLAB_SIZE);
  expect(kept([few.repeat(TINY_LIMIT)])).toBeLessThanOrEqual(SLAB_SIZE);
});

test('many small slices of large parents together keep little', () => {
  const slices = Array.from({ length: 500 }, () => new Bytes(text(100_000)).slice(5, 25));
  expect(kept(slices)).toBeLessThan(4 * alive(slices) + 2 * SLAB_SIZE);
});

test('the pieces of a split share copies, and one of them keeps no more than a slab', () => {
  const pieces = new Bytes(text(300_000)).split(new Bytes([97])).filter((piece) => piece.length > 1);
  expect(kept(pieces)).toBeLessThan(2 * alive(pieces));
  for (const piece of pieces) expect(kept([piece])).toBeLessThanOrEqual(LARGE_SLAB_SIZE);
  const lines = new Bytes(text(300_000).map((byte) => (byte === 97 ? 10 : byte))).splitlines();
  for (const line of lines) expect(kept([line])).toBeLessThanOrEqual(LARGE_SLAB_SIZE);
});

test('results that turn out small keep little', () => {
  const large = new Bytes(text(200_000));
  const vowels = large.translate(null, new Bytes(text(26)).slice(2));
  expect(kept([vowels])).toBeLessThanOrEqual(4 * vowels.length);
  expect(kept([Bytes.fromhex(`${' '.repeat(100_000)}6162`)])).toBeLessThanOrEqual(SLAB_SIZE);
});

test('a bytearray that shrinks releases room', () => {
  const data = new ByteArray(text(1_000_000));
  data.delete(new Slice(100, null));
  expect(kept([data as unknown as Content])).toBeLessThanOrEqual(SLAB_SIZE);
  for (let i = 0; i < 100_000; i++) data.append(1);
  expect(kept([data as unknown as Content])).toBeLessThanOrEqual(2 * data.length + SLAB_SIZE);
  while (data.length > 10) data.pop();
  expect(kept([data as unknown as Content])).toBeLessThanOrEqual(SLAB_SIZE);
});

test('a million views that were made and released do not grow the heap', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    collect();
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const data = new ByteArray(1024);
  const make = (count: number): void => {
    for (let i = 0; i < count; i++) {
      const view = new MemoryView(data);
      view.slice(1, 9).release();
      view.release();
    }
  };
  make(1000);
  const before = used();
  make(1_000_000);
  expect(used() - before).toBeLessThan(2_000_000);
  data.append(1);
});

test('large sums grow in place, and no sum changes another', () => {
  const base = new Bytes(text(5000));
  const [x, y] = [new Bytes([120, 120]), new Bytes([121])];
  const made = [() => base.concat(x), () => base.join([base, base]), () => base.concat(x).slice(1)];
  for (const make of made) {
    const left = make();
    const before = left.hex();
    const sums = [left.concat(x), left.concat(y), left.concat(x).concat(y)];
    expect(left.hex()).toBe(before);
    expect(sums.map((sum) => sum.hex())).toEqual([before + '7878', before + '79', before + '787879']);
    expect(sums[0]![MEMORY]).toBe(left[MEMORY]);
    expect(sums[1]![MEMORY]).not.toBe(left[MEMORY]);
  }
});

test('a bytearray over the memory of a large sum writes none of what the sum grows into', () => {
  const sum = new Bytes(text(5000)).concat(new Bytes([1, 2]));
  const array = new ByteArray(sum);
  const grown = sum.concat(new Bytes([3, 4]));
  array.append(9);
  const copy = new Bytes(array);
  array.iadd(new Bytes([8, 7]));
  expect([...grown.slice(-4)]).toEqual([1, 2, 3, 4]);
  expect([...copy.concat(new Bytes([5])).slice(-3)]).toEqual([2, 9, 5]);
  expect([...array.slice(-4)]).toEqual([2, 9, 8, 7]);
  const joined = new ByteArray(new Bytes(text(5000))).concat(new Bytes([6]));
  const frozen = new Bytes(joined);
  joined.append(7);
  expect([...frozen.concat(new Bytes([5])).slice(-2)]).toEqual([6, 5]);
  expect([...joined.slice(-2)]).toEqual([6, 7]);
});

test('n sums of a large content need few memories', () => {
  let sum = new Bytes(text(5000));
  const memories = new Set<Uint8Array>();
  for (let i = 0; i < 5000; i++) {
    sum = sum.concat(new Bytes([65]));
    memories.add(sum[MEMORY]);
  }
  expect(sum.length).toBe(10_000);
  expect(memories.size).toBeLessThan(12);
});
