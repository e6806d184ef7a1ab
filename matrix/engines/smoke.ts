/**
 * At least one call of each subpath, with CPython's answer, or with the expected result of a subpath without
 * a counterpart in Python. Imports only the package's entries and needs only ECMAScript. Callers: suite.ts;
 * tests/package/smoke.test.ts compares its names with package.json's `exports`.
 */
import { ByteArray, b } from 'pybuffer';
import { find } from 'pybuffer/algorithms';
import { PyArray } from 'pybuffer/array';
import { a85encode, b64decode } from 'pybuffer/base64';
import { crc_hqx, unhexlify } from 'pybuffer/binascii';
import { install as installBrython } from 'pybuffer/brython';
import { bytes, isinstance, repr } from 'pybuffer/builtins';
import { decode, encode, lookup } from 'pybuffer/codecs';
import 'pybuffer/codecs-binary';
import 'pybuffer/codecs-cjk';
import { Bytes, MemoryView } from 'pybuffer/core';
import eslint from 'pybuffer/eslint';
import { compare_digest } from 'pybuffer/hmac';
import { intFromBytes, intToBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { compileKernels } from 'pybuffer/kernels';
import { add, contains } from 'pybuffer/operator';
import 'pybuffer/percent';
import 'pybuffer/methods';
import { BufferFlags } from 'pybuffer/protocol';
import { fromPyodide } from 'pybuffer/pyodide';
import { bits, record } from 'pybuffer/record';
import { builtins, callMethod, operator } from 'pybuffer/runtime';
import { install as installSkulpt } from 'pybuffer/skulpt';
import { pack, unpack } from 'pybuffer/struct';
import * as structOfArrays from 'pybuffer/struct-uint8array';
import { characterName } from 'pybuffer/unicode-names';
import { equalityTester } from 'pybuffer/testing';
import { adler32, crc32 } from 'pybuffer/zlib';

/** The exception that a call raises, as in the last line of a Python traceback. */
export function raised(call: () => unknown): string {
  try {
    return `returned ${String(call())}`;
  } catch (error) {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
  }
}

function lengthWhileExported(): string {
  const exporter = new ByteArray(b`abc`);
  const view = exporter.getBuffer(BufferFlags.SIMPLE);
  const { length } = view;
  exporter.releaseBuffer(view);
  exporter.append(100);
  return `${length} ${exporter.length}`;
}

/** A stand-in for a Pyodide proxy: three bytes of its memory, backwards. */
function viewOfPyodide(): unknown {
  const data = new Uint8Array([0, 1, 2, 3]);
  const memory = { data, offset: 3, readonly: true, format: 'B', itemsize: 1, shape: [3], strides: [-1] };
  const view = fromPyodide({ getBuffer: () => ({ ...memory, release: () => undefined }) });
  const bytes = new Bytes(view);
  view.release();
  return bytes;
}

const Flags = record({ low: bits('B', 3), high: bits('B', 5), size: '>H' });
const BIG = -(2n ** 70n);

/** For each subpath of package.json's `exports`: calls, and their results as text. */
export const SMOKE: Readonly<Record<string, readonly (readonly [call: () => unknown, returns: string])[]>> = {
  '.': [
    [() => b`1,2`.split(b`,`), "b'1',b'2'"],
    [() => b`abc`.hash(), '-4594863902769663758'],
    [
      () => raised(() => b`\xff`.decode()),
      "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    ],
  ],
  './core': [
    [() => new MemoryView(new Bytes([1, 2, 3])).slice(null, null, -1).tobytes(), "b'\\x03\\x02\\x01'"],
  ],
  './codecs': [
    [() => encode('\u20ac', 'cp1252'), "b'\\x80'"],
    [() => lookup('LATIN_1').name, 'iso8859-1'],
  ],
  './codecs-binary': [[() => decode(b`4142`, 'hex'), "b'AB'"]],
  './codecs-cjk': [[() => encode('\u3042', 'shift_jis'), "b'\\x82\\xa0'"]],
  './percent': [[() => b`%05.1f|%x`.mod([2.25, 255]), "b'002.2|ff'"]],
  './methods': [[() => b`ab`.title().center(6, b`*`), "b'**Ab**'"]],
  './kernels': [[() => typeof compileKernels(), 'boolean']],
  './binascii': [[() => `${unhexlify('00ff')} ${crc_hqx(b`123456789`, 0)}`, "b'\\x00\\xff' 12739"]],
  './base64': [[() => `${b64decode('+/8=')} ${a85encode(b`abc`)}`, "b'\\xfb\\xff' b'@:E^'"]],
  './hmac': [[() => `${compare_digest(b`ab`, b`ab`)} ${compare_digest(b`ab`, b`ac`)}`, 'true false']],
  './testing': [
    [() => `${equalityTester(b`ab`, new Bytes(b`ab`))} ${equalityTester(b`ab`, b`ac`)}`, 'true false'],
  ],
  './zlib': [[() => `${crc32(b`123456789`)} ${adler32(b`123456789`)}`, '3421780262 152961502']],
  './struct': [[() => unpack('<IHd', pack('<IHd', 7, 2, 0.5)), '7,2,0.5']],
  './struct-uint8array': [[() => structOfArrays.pack('<2sH', new Uint8Array([65, 66]), 3), '65,66,3,0']],
  './record': [[() => Flags.pack({ low: 5, high: 2, size: 258 }), "b'\\x15\\x00\\x01\\x02'"]],
  './array': [[() => new PyArray('H', [1, 2]).tobytes(), "b'\\x01\\x00\\x02\\x00'"]],
  './io': [[() => new BytesIO(b`one\ntwo`).readline(), "b'one\\n'"]],
  './int': [
    [() => intFromBytes(intToBytes(BIG, 9, 'big', { signed: true }), 'big', { signed: true }), String(BIG)],
  ],
  './protocol': [[lengthWhileExported, '3 4']],
  './algorithms': [[() => find(new Uint8Array([1, 2, 3]), 0, 3, new Uint8Array([3]), 0, 1), '2']],
  './runtime': [
    [() => builtins.repr(callMethod(operator.add(b`a b`, b` c`), 'split', [])), "[b'a', b'b', b'c']"],
  ],
  './operator': [
    [() => `${add(b`a`, new ByteArray(b`b`))} ${contains(b`abc`, 98)}`, "b'ab' true"],
    [() => raised(() => add(b`a`, 1)), "TypeError: can't concat int to bytes"],
  ],
  './builtins': [[() => `${repr([b`a`, null])} ${isinstance(b`a`, bytes)}`, "[b'a', None] true"]],
  './unicode-names': [[() => characterName(0x20ac), 'EURO SIGN']],
  './eslint': [[() => Object.keys(eslint.rules ?? {}).includes('no-identity'), 'true']],
  './brython': [
    [() => raised(() => installBrython({} as never)), 'Error: this is not Brython 3.14.2 or later'],
  ],
  './skulpt': [[() => raised(() => installSkulpt({} as never)), 'Error: this is not Skulpt 1.2']],
  './pyodide': [[viewOfPyodide, "b'\\x03\\x02\\x01'"]],
};
