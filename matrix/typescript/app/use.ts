/** What a user writes, over every subpath that can be typed without the types of a host. */
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import type { BufferExporter, BytesLike } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import * as core from 'pybuffer/core';
import { intFromBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { BufferFlags } from 'pybuffer/protocol';
import { builtins, callMethod } from 'pybuffer/runtime';
import { pack, unpack } from 'pybuffer/struct';

const data: ByteArray = new ByteArray('ABC', 'utf-8');
const view: MemoryView<number> = new MemoryView(data);
const first: number = view.get(0);
const wide: bigint = view.cast('B').get(0) === 65 ? new MemoryView(new Bytes(8)).cast('q').get(0) : 0n;
const [word, half]: readonly [number, number] = unpack('<If', pack('<If', 1, 0.5));
const parts: Bytes[] = b`1,2`.split(b`,`);
const copy: Uint8Array = data.toUint8Array();
const exporter: BufferExporter = data;
const likes: BytesLike[] = [
  data,
  view,
  copy,
  new Uint16Array(2),
  new ArrayBuffer(3),
  new DataView(new ArrayBuffer(1)),
];
const array: PyArray<'H'> = new PyArray('H', [1, 2]);
const line: Bytes = new BytesIO(b`a\nb`).readline();
const int: number | bigint = intFromBytes(line, 'big');
const text: string = builtins.repr(callMethod(data, 'upper', []));
const fewer: core.Bytes = new core.Bytes([1]);
view.release();
export { BufferFlags, array, exporter, fewer, first, half, int, likes, parts, text, wide, word };
