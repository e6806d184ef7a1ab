/**
 * Objects of classes derived from bytes or bytearray whose `__buffer__` exports other bytes. Each call reads
 * the object's own bytes or the exported ones, and calls `__buffer__` and `__release_buffer__` as often, as
 * scripts/record-lent-or-own.py recorded from CPython 3.15.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes, MemoryView, PyException, Slice, tuple } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import * as codecs from 'pybuffer/codecs';
import 'pybuffer/codecs-binary';
import 'pybuffer/codecs-cjk';
import * as hmac from 'pybuffer/hmac';
import { intFromBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { builtins, call, callMethod, operator } from 'pybuffer/runtime';
import * as struct from 'pybuffer/struct';
import * as zlib from 'pybuffer/zlib';

type Answers = readonly [bytes: string, bytearray: string];
type Row = readonly [
  receiver: unknown,
  name: string,
  args: unknown[],
  kwargs: Record<string, unknown>,
  own: string,
  lent: string,
  answers: Answers,
];

const rows = JSON.parse(readFileSync(join(__dirname, 'lent-or-own.generated.json'), 'utf8')) as Row[];

type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Rows that take more than one call, as in the script. */
const STEPS: Functions = {
  iter_unpacked: (x: Bytes) => [...struct.iter_unpack('2s', x)],
  stream: (x: Bytes) => new BytesIO(x).getvalue(),
  written: (x: Bytes) => {
    const stream = new BytesIO();
    return tuple(stream.write(x), stream.getvalue());
  },
  lines_written: (x: Bytes) => {
    const stream = new BytesIO();
    stream.writelines([x, x]);
    return stream.getvalue();
  },
  state_set: (x: Bytes) => {
    const stream = new BytesIO();
    callMethod(stream, '__setstate__', [tuple(x, 0, null)]);
    return stream.getvalue();
  },
  array_of_bytes: (x: Bytes) => {
    const items = new PyArray('H');
    items.frombytes(x);
    return items;
  },
  array_extended: (x: Bytes) => {
    const items = new PyArray('B');
    items.extend(x);
    return items;
  },
  added_in_place: (x: Bytes) => operator.iadd(new ByteArray(Bytes.fromhex('3132')), x),
  extended: (x: Bytes) => {
    const data = new ByteArray(Bytes.fromhex('3132'));
    data.extend(x);
    return data;
  },
  slice_set: (x: Bytes) => {
    const data = new ByteArray(Bytes.fromhex('3132'));
    data.set(new Slice(0, 1), x);
    return data;
  },
  steps_set: (x: Bytes) => {
    const data = new ByteArray(Bytes.fromhex('3132333435363738'));
    data.set(new Slice(null, null, 2), x);
    return data;
  },
  view_set: (x: Bytes) => {
    const data = new ByteArray(4);
    using view = new MemoryView(data);
    view.set(new Slice(), x);
    return data;
  },
  viewed: (x: Bytes) => {
    using view = new MemoryView(x);
    return view.tobytes();
  },
  equal_to_view: (x: Bytes) => new MemoryView(Bytes.fromhex('41424344')).equals(x),
  decoded_piece: (codec: string, x: Bytes) => new (codecs.getincrementaldecoder(codec))().decode(x, true),
  second_piece: (codec: string, x: Bytes) => {
    const decoder = new (codecs.getincrementaldecoder(codec))();
    return tuple(decoder.decode(Bytes.fromhex('c3')), decoder.decode(x, true));
  },
  encoded_piece: (codec: string, x: string) => new (codecs.getincrementalencoder(codec))().encode(x, true),
  decoded_whole: (codec: string, x: Bytes) => codecs.getdecoder(codec)(x),
};

const GROUPS: Readonly<Record<string, object>> = {
  base64,
  binascii,
  builtins,
  codecs,
  hmac,
  int: { from_bytes: intFromBytes },
  operator,
  steps: STEPS,
  struct,
  zlib,
};
const TYPES: Readonly<Record<string, unknown>> = { array: PyArray, bytes: Bytes, bytearray: ByteArray };

/** A value of the recorded file, with `x` inserted. */
function decoded(value: unknown, x: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => decoded(item, x));
  if ('x' in value) return x;
  if ('tuple' in value) return tuple(...(decoded(value.tuple, x) as unknown[]));
  if ('bytearray' in value) return ByteArray.fromhex(value.bytearray as string);
  return Bytes.fromhex((value as { bytes: string }).bytes);
}

function answer([receiver, name, written, keywords, own, lent]: Row, base: typeof Bytes | typeof ByteArray) {
  let [asked, told] = [0, 0];
  class Lender extends (base as typeof Bytes) {
    __buffer__(): MemoryView {
      asked++;
      return new MemoryView(Bytes.fromhex(lent));
    }
    __release_buffer__(): void {
      told++;
    }
  }
  const x = new Lender(Bytes.fromhex(own));
  const args = written.map((value) => decoded(value, x));
  const kwargs = Object.fromEntries(Object.entries(keywords).map(([key, value]) => [key, decoded(value, x)]));
  let shown: string;
  try {
    let value: unknown;
    if (typeof receiver !== 'string') value = callMethod(decoded(receiver, x), name, args, kwargs);
    else if (receiver === 'type') value = call(TYPES[name], args, kwargs);
    else {
      const functions = GROUPS[receiver] as Functions;
      value = functions[name]!(
        ...([...args, ...(Object.keys(kwargs).length > 0 ? [kwargs] : [])] as never[]),
      );
    }
    shown = builtins.repr(value);
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    shown = `${error.name}: ${error.message}`;
  }
  return `${shown}; asked ${asked}, told ${told}`;
}

test.each([
  ['bytes', Bytes],
  ['bytearray', ByteArray],
] as const)('a derived %s is read as CPython reads it', (type, base) => {
  const different = rows.flatMap((row) => {
    const expected = row[6][type === 'bytes' ? 0 : 1];
    const actual = answer(row, base);
    return actual === expected ? [] : [{ call: JSON.stringify(row.slice(0, 4)), expected, actual }];
  });
  expect(different).toEqual([]);
});
