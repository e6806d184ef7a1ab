/**
 * `npm run bench:memory`: measures how much memory stays in use. Runs itself with --expose-gc. tests/memory
 * checks the same bounds on a smaller scale.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundleOf } from './bundle.js';
import { text } from './data.js';
import type { Api } from './row.js';

const collect = (globalThis as { gc?: () => void }).gc;

/** Bytes in use after a collection, on the heap and outside of it. */
async function inUse(): Promise<number> {
  for (let i = 0; i < 4; i++) {
    collect!();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function retained<T>(make: () => T): Promise<[number, T]> {
  const before = await inUse();
  const kept = make();
  return [(await inUse()) - before, kept];
}

async function main(): Promise<void> {
  const { Bytes, ByteArray, MemoryView, Slice } = (await import(await bundleOf(null))) as Api;
  const report = (name: string, bytes: number, alive: number, count: number): void => {
    console.log(
      `${name}: ${bytes} bytes kept for ${alive} alive (${(bytes / alive).toFixed(2)}), ${(bytes / count).toFixed(0)} each of ${count}`,
    );
  };
  for (const [size, parent] of [
    [8, 64 * 1024],
    [8, 2 ** 20],
    [1000, 2 ** 20],
    [2000, 8192],
    [16384, 2 ** 20],
  ] as const) {
    const count = Math.min(20_000, Math.floor(2 ** 26 / parent));
    const [bytes] = await retained(() =>
      Array.from({ length: count }, (_, i) => new Bytes(text(parent)).slice(i % 100, (i % 100) + size)),
    );
    report(`slices of ${size} B, each of a parent of ${parent} B`, bytes, count * size, count);
  }
  {
    const [bytes, pieces] = await retained(() => new Bytes(text(2 ** 20)).split(new Bytes(Buffer.from('e'))));
    report('all pieces of a split of 1 MiB', bytes, 2 ** 20, pieces.length);
  }
  {
    const [bytes] = await retained(() =>
      Array.from({ length: 64 }, () => new Bytes(text(2 ** 20)).split(new Bytes(Buffer.from('e')))[0]),
    );
    report('the first piece of each of 64 splits of 1 MiB', bytes, 64 * 2, 64);
  }
  {
    const [bytes] = await retained(() =>
      Array.from({ length: 100_000 }, (_, i) => new Bytes([i & 255, 1, 2, 3])),
    );
    report('bytes of 4', bytes, 400_000, 100_000);
  }
  {
    const [bytes] = await retained(() => {
      const a = new ByteArray();
      for (let i = 0; i < 1_000_000; i++) a.append(7);
      a.delete(new Slice(16, null));
      return a;
    });
    report('a bytearray that shrank from 1 MB to 16 B', bytes, 16, 1);
  }
  {
    const data = new ByteArray(1024);
    const [bytes] = await retained(() => {
      for (let i = 0; i < 1_000_000; i++) new MemoryView(data).release();
    });
    console.log(`a million views made and released: ${bytes} bytes more than before`);
    data.append(1);
  }
  {
    const [bytes, views] = await retained(() => {
      const b = new Bytes(2 ** 20);
      const m = new MemoryView(b);
      return Array.from({ length: 10_000 }, (_, i) => m.slice(i, i + 100));
    });
    report('views of 100 B of one MiB', bytes, 2 ** 20, views.length);
  }
}

if (collect === undefined) {
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', ...process.execArgv, fileURLToPath(import.meta.url)],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} else {
  await main();
}
