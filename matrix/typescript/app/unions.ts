/**
 * Unions of the package's types: each line must compile with every compiler. `npm run types` checks it
 * against the sources, `npm run typescript` against the packed package.
 */
import { ByteArray, Bytes, MemoryView, Slice, b } from 'pybuffer';
import type { BytesLike } from 'pybuffer';
import type { PyArray } from 'pybuffer/array';

export const uses = [
  (x: Bytes | ByteArray) => x.find(b`a`),
  (x: Bytes | ByteArray) => x.slice(1, 2),
  (x: Bytes | ByteArray) => x.get(0) + 1,
  (x: Bytes | ByteArray) => x.get(new Slice(0, 1)).length,
  (x: Bytes | ByteArray) => {
    for (const i of x) i.toFixed();
  },
  (x: Bytes | ByteArray) => x.equals(x),
  (x: Bytes | ByteArray) => x.compare(x),
  (x: Bytes | ByteArray) => x.concat(x).length,
  (x: Bytes | ByteArray) => x.repeat(2).length,
  (x: Bytes | ByteArray) => x.includes(1),
  (x: Bytes | ByteArray) => x.split(b`a`),
  (x: Bytes | ByteArray) => x.split({ maxsplit: 1 }).map((y) => y.length),
  (x: Bytes | ByteArray) => x.rsplit().length,
  (x: Bytes | ByteArray) => x.splitlines().length,
  (x: Bytes | ByteArray) => x.partition(b`a`)[0].length,
  (x: Bytes | ByteArray) => x.decode('utf-8').length,
  (x: Bytes | ByteArray) => x.decode({ errors: 'strict' }).length,
  (x: Bytes | ByteArray) =>
    x
      .upper()
      .lower()
      .strip()
      .find(b`x`),
  (x: Bytes | ByteArray) => x.replace(b`a`, b`b`, 1).length,
  (x: Bytes | ByteArray) => x.replace(b`a`, b`b`, { count: 1 }).length,
  (x: Bytes | ByteArray) => x.translate(null, b`a`).length,
  (x: Bytes | ByteArray) => x.translate(null, { delete: b`a` }).length,
  (x: Bytes | ByteArray) => x.join([b`a`]).length,
  (x: Bytes | ByteArray) => x.hex(':').length,
  (x: Bytes | ByteArray) => x.hex({ sep: ':' }).length,
  (x: Bytes | ByteArray) => x.startswith(b`a`),
  (x: Bytes | ByteArray) => x.center(3, b`a`).length,
  (x: Bytes | ByteArray) => x.mod([1]).length,
  (x: Bytes | ByteArray) => x.reversed(),
  (x: Bytes | ByteArray) => x.asReadonlyUint8Array().length,
  (x: Bytes | ByteArray) => x.toUint8Array().length,
  (x: Bytes | ByteArray) => x[0]?.toFixed(),
  (x: Bytes | ByteArray) => (x.kind === 'bytes' ? x.hash() : x.append(1)),
  (x: Bytes | ByteArray) => new Bytes(x),
  (x: Bytes | ByteArray) => new MemoryView(x),
  (x: Bytes | ByteArray) => x.removeprefix(b`a`).length,
  (x: Bytes | ByteArray) => x.zfill(4).length,
  (x: Bytes | ByteArray) => x.expandtabs(4).length,
  (x: Bytes | ByteArray) => x.getBuffer(0).length,
  (x: Bytes | ByteArray | MemoryView) => x.length,
  (x: Bytes | ByteArray | MemoryView) => x.equals(x),
  (x: Bytes | ByteArray | MemoryView) => x.slice(1, 2).length,
  (x: Bytes | ByteArray | MemoryView) => x.get(0),
  (x: Bytes | ByteArray | MemoryView) => x.get(new Slice(0, 1)),
  (x: Bytes | ByteArray | MemoryView) => x.hex(),
  (x: Bytes | ByteArray | MemoryView) => x.hex(':', 2),
  (x: Bytes | ByteArray | MemoryView) => {
    for (const i of x) String(i);
  },
  (x: Bytes | ByteArray | MemoryView<number>) => {
    for (const i of x) i.toFixed();
  },
  (x: Bytes | ByteArray | MemoryView) => [...x].length,
  (x: Bytes | ByteArray | MemoryView) => x.repr() + x.toString(),
  (x: Bytes | ByteArray | MemoryView) => x.includes(1),
  (x: Bytes | ByteArray | MemoryView) => x.toUint8Array(),
  (x: Bytes | ByteArray | MemoryView) => new Bytes(x),
  (x: Bytes | ByteArray | MemoryView) => x.asReadonlyUint8Array(),
  (x: Bytes | MemoryView) => x.hash(),
  (x: ByteArray | MemoryView) => x.set(0, 1),
  (x: ByteArray | MemoryView) => x.set(new Slice(0, 1), b`a`),
  (x: ByteArray | MemoryView) => x.asUint8Array()[0],
  (x: Bytes | ByteArray | MemoryView | PyArray) => x.length,
  (x: Bytes | ByteArray | MemoryView | PyArray) => x.equals(x),
  (x: ByteArray | PyArray<'B'>) => x.append(1),
  (x: ByteArray | PyArray<'B'>) => x.get(0).toFixed(),
  (x: ByteArray | PyArray<'B'>) => x.pop(),
  (x: ByteArray | PyArray) => x.reverse(),
  (x: MemoryView | PyArray) => x.tobytes().length,
  (x: MemoryView | PyArray) => x.tolist().length,
  (x: MemoryView | PyArray) => x.itemsize,
  (x: PyArray<'B'> | PyArray<'H'>) => x.get(0),
  (x: PyArray<'B'> | PyArray<'H'>) => x.append(1),
  (x: MemoryView<number> | MemoryView<bigint>) => x.get(0),
  (x: MemoryView<number> | MemoryView<bigint>) => x.slice(0),
  (x: MemoryView<number> | MemoryView<bigint>) => x.tolist(),
  (x: MemoryView<number> | MemoryView<bigint>) => x.cast('B').get(0).toFixed(),
  (x: BytesLike) => new Bytes(x).find(x),
  (x: BytesLike) => new MemoryView(x).length,
  (x: BytesLike) => b`a`.concat(x),
  (x: BytesLike) => b`a`.join([x, x]),
  (x: BytesLike) => b`a`.equals(x),
  (x: BytesLike | string) => (typeof x === 'string' ? x : new Bytes(x).decode()),
  (x: Bytes | string) => (typeof x === 'string' ? x.length : x.find(b`a`)),
  (x: Bytes | Uint8Array) => x.length + x[0]!,
  (x: Bytes | Uint8Array) => {
    for (const i of x) i.toFixed();
  },
  (x: Bytes | Uint8Array) => x.slice(1).length,
  (x: Bytes | Uint8Array) => x.includes(1),
  (x: Bytes | null) => x?.length,
  (x: Bytes | number[]) => x[0],
  <T extends Bytes | ByteArray>(x: T) => x.find(b`a`) + x.upper().length,
  <T extends Bytes | ByteArray | MemoryView>(x: T) => x.slice(1).length,
];
