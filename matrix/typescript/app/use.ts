/** A user's code, with every subpath that can be typed without a host's types. */
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import type { BufferExporter, BytesLike } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import * as core from 'pybuffer/core';
import { intFromBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { BufferFlags } from 'pybuffer/protocol';
import { builtins, callMethod } from 'pybuffer/runtime';
import { Struct, iter_unpack, pack, unpack } from 'pybuffer/struct';
import * as u8 from 'pybuffer/struct-uint8array';
import * as algorithms from 'pybuffer/algorithms';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import * as runtimeBuiltins from 'pybuffer/builtins';
import * as codecs from 'pybuffer/codecs';
import * as codecsBinary from 'pybuffer/codecs-binary';
import * as codecsCjk from 'pybuffer/codecs-cjk';
import * as brython from 'pybuffer/brython';
import eslint from 'pybuffer/eslint';
import * as hmac from 'pybuffer/hmac';
import * as kernels from 'pybuffer/kernels';
import * as operator from 'pybuffer/operator';
import * as percent from 'pybuffer/percent';
import * as pyodide from 'pybuffer/pyodide';
import * as records from 'pybuffer/record';
import * as skulpt from 'pybuffer/skulpt';
import * as textMethods from 'pybuffer/methods';
import * as names from 'pybuffer/unicode-names';
import * as zlib from 'pybuffer/zlib';

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
const pairs: (readonly [number, bigint])[] = [...iter_unpack('<HQ', line)];
const codes: (readonly [Uint8Array])[] = [...u8.iter_unpack('<2s', copy)];
const format: string = ['<', 'HQ'].join('');
const morePairs: (readonly [number, bigint])[] = [...iter_unpack<[number, bigint]>(format, line)];
const [id, size]: readonly [number, bigint] = new Struct(format).unpack<[number, bigint]>(line);
const [short]: readonly [number, bigint] = u8.unpack<[number, bigint]>(format, copy);
const [where]: readonly [number] = new u8.Struct('<H').unpack_from(copy, 1);
const all = [
  algorithms,
  base64,
  binascii,
  runtimeBuiltins,
  codecs,
  codecsBinary,
  codecsCjk,
  brython,
  eslint,
  hmac,
  kernels,
];
const more = [operator, percent, pyodide, records, skulpt, textMethods, names, zlib];
view.release();
export { codes, morePairs, pairs };
export { all, more, id, size, short, where };
export { BufferFlags, array, exporter, fewer, first, half, int, likes, parts, text, wide, word };
