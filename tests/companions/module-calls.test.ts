/**
 * Calls of `base64`, `binascii`, `codecs`, `hmac`, `int`, `struct` and `zlib` with arguments of all kinds, and their
 * warnings.
 * scripts/record-module-calls.mjs recorded CPython 3.15's answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes, setWarningHandler } from 'pybuffer';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import { decode, encode, lookup } from 'pybuffer/codecs';
import { compare_digest } from 'pybuffer/hmac';
import { intFromBytes, intToBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import * as struct from 'pybuffer/struct';
import * as zlib from 'pybuffer/zlib';
import 'pybuffer/codecs-binary';
import 'pybuffer/codecs-cjk';
import { read, shown } from '../written.js';

type Row = [name: string, args: unknown[], kwargs: Record<string, unknown>, answer: string];
type Callable = (...args: unknown[]) => unknown;

const rows = JSON.parse(readFileSync(join(__dirname, 'module-calls.generated.json'), 'utf8')) as Row[];
const a = new Bytes([0x61]);

/** What each part of a codec does with an error handler. */
const parts: Readonly<Record<string, (codec: string, errors: [string?]) => unknown>> = {
  encode: (codec, errors) => lookup(codec).encode('a', ...errors),
  decode: (codec, errors) => lookup(codec).decode(a, ...errors),
  incrementalencoder: (codec, errors) => new (lookup(codec).incrementalencoder!)(...errors).encode('a'),
  incrementaldecoder: (codec, errors) => new (lookup(codec).incrementaldecoder!)(...errors).decode(a, true),
  streamreader: (codec, errors) => new (lookup(codec).streamreader!)(new BytesIO(a), ...errors).read(),
  streamwriter: (codec, errors) => new (lookup(codec).streamwriter!)(new BytesIO(), ...errors).write('a'),
};
const handled = (part: string, codec: string, errors: [string?]) => parts[part]!(codec, errors);

const functions = {
  ...Object.fromEntries(Object.keys(parts).map((part) => [`a handler for ${part}`, handled])),
  'what a codec encodes': (codec: string, value: never) => lookup(codec).encode(value),
  'what a codec decodes': (codec: string, value: never) => lookup(codec).decode(value),
  ...base64,
  ...binascii,
  ...struct,
  ...zlib,
  decode,
  encode,
  'Struct.unpack_from': (...args: never[]) =>
    new struct.Struct('b').unpack_from(...(args as unknown as [Bytes])),
  compare_digest,
  to_bytes: intToBytes,
  from_bytes: intFromBytes,
} as unknown as Readonly<Record<string, Callable>>;

function answer(name: string, args: unknown[], kwargs: Record<string, unknown>): string {
  const seen: string[] = [];
  const before = setWarningHandler((warning) => void seen.push(String(warning)));
  const options = Object.fromEntries(Object.entries(kwargs).map(([key, value]) => [key, read(value)]));
  const said = shown(() =>
    functions[name]!(...args.map(read), ...(Object.keys(options).length > 0 ? [options] : [])),
  );
  setWarningHandler(before);
  return [said, ...seen].join(' | ');
}

test.each([...new Set(rows.map(([name]) => name))])('%s', (name) => {
  const different: string[] = [];
  for (const [each, args, kwargs, expected] of rows) {
    if (each !== name) continue;
    const met = answer(name, args, kwargs);
    if (met !== expected) different.push(`${JSON.stringify([args, kwargs])} -> ${met}, not ${expected}`);
  }
  expect(different.slice(0, 20)).toEqual([]);
});
