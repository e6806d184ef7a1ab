// Compression and hashes by the platform, on our values without a copy.
import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { ByteArray, Bytes } from 'pybuffer';
import { hexlify } from 'pybuffer/binascii';

test('the platform compresses and hashes the memory of a ByteArray itself', () => {
  const data = new ByteArray(new Bytes('hello world', 'ascii'));
  using live = data.asUint8Array();
  expect(new Bytes(inflateSync(deflateSync(live)))).toEqual(new Bytes(data));
  // CPython: hashlib.md5(b'hello world').hexdigest()
  expect(hexlify(createHash('md5').update(live).digest()).decode()).toBe('5eb63bbbe01eeed093cb22bb8f5acdc3');
});
