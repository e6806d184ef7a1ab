/** Values whose memory was detached before the call: every function refuses them with the library's own error. */
import assert from 'node:assert';
import { ByteArray, Bytes, b } from 'pybuffer';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import { decode } from 'pybuffer/codecs';
import { compare_digest } from 'pybuffer/hmac';
import { intFromBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { record } from 'pybuffer/record';
import { builtins } from 'pybuffer/runtime';
import { pack } from 'pybuffer/struct';
import { comparable } from 'pybuffer/testing';
import { crc32 } from 'pybuffer/zlib';

/** A bytearray whose own memory was transferred. */
function lost(size = 70_000): ByteArray {
  const data = new ByteArray(new Uint8Array(size).fill(65));
  const items = data.asUint8Array();
  const buffer = items.buffer as ArrayBuffer;
  items.release();
  structuredClone(buffer, { transfer: [buffer] });
  return data;
}

const kept = new Bytes('a %s b', 'ascii');
for (let use = 0; use < 3; use++) kept.mod(b`x`);

const CALLS: Record<string, (data: ByteArray) => unknown> = {
  'format % data': (data) => b`a %s b`.mod(data),
  'a format that is kept': (data) => kept.mod(data),
  '%.5s and %20b': (data) => b`%.5s`.mod(data),
  '%a is its repr': (data) => b`%a`.mod(data),
  'data % 1': (data) => data.mod(1),
  'int.from_bytes': (data) => intFromBytes(data),
  'int.from_bytes as a number': (data) => intFromBytes(data, 'big', { as: 'number' } as never),
  'bytes.decode': (data) => data.decode('latin-1'),
  'codecs.decode': (data) => decode(data, 'utf-8'),
  'codecs.decode of a multi-byte codec': (data) => decode(data, 'utf-16'),
  'str(data, encoding)': (data) => builtins.str(data, 'utf-8'),
  b64decode: (data) => base64.b64decode(data, { altchars: b`-_` } as never),
  b32decode: (data) => base64.b32decode(data),
  b16decode: (data) => base64.b16decode(data),
  b16encode: (data) => base64.b16encode(data),
  hexlify: (data) => binascii.hexlify(data),
  crc32: (data) => crc32(data),
  'struct.pack': (data) => pack('70000s', data),
  'a record of characters': (data) => record({ name: '70000s' }).unpack(data),
  compare_digest: (data) => compare_digest(data, new Bytes(70_000)),
  BytesIO: (data) => new BytesIO(data).getvalue(),
};

test.each(Object.entries(CALLS))('%s', (_, call) => {
  expect(() => call(lost())).toThrow('the underlying ArrayBuffer was detached or has shrunk');
});

test('comparison helpers do not treat lost memory as zeros', () => {
  for (const size of [0, 8, 70_000]) {
    const [data, zeros] = [lost(size), new ByteArray(size)];
    const same = size === 0;
    expect(Object.prototype.toString.call(data) === Object.prototype.toString.call(zeros)).toBe(same);
    expect(comparable(data) === comparable(zeros)).toBe(same);
    if (!same) assert.throws(() => assert.deepStrictEqual(data, zeros), assert.AssertionError);
  }
});
