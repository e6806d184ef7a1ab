/** Passes bytes to functions that Node's types declare, without a copy or a cast. */
import { createHash, createHmac, timingSafeEqual } from 'crypto';
import { appendFileSync, createWriteStream, writeFileSync, writeSync } from 'fs';
import { createServer } from 'http';
import { connect } from 'net';
import { TextDecoder } from 'util';
import { deflateSync, gzip, gzipSync } from 'zlib';
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import type { ReadonlyUint8Array } from 'pybuffer';
import { PyArray } from 'pybuffer/array';

const bytes = new Bytes(8);
const views: ReadonlyUint8Array[] = [
  bytes.asReadonlyUint8Array(),
  new ByteArray(8).asReadonlyUint8Array(),
  new MemoryView(bytes).asReadonlyUint8Array(),
  new PyArray('B', [1]).asReadonlyUint8Array(),
];
for (const view of views) {
  createHash('sha1').update(view).digest();
  createHmac('sha1', view).update(view);
  timingSafeEqual(view, view);
  writeFileSync('file', view);
  appendFileSync('file', view);
  writeSync(1, view);
  createWriteStream('file').write(view);
  connect(1).write(view);
  createServer((_request, response) => response.end(view));
  gzipSync(view);
  deflateSync(view);
  gzip(view, () => undefined);
  new TextDecoder().decode(view);
  Buffer.from(view);
  Buffer.concat([view]);
}
/** A live array of mutable memory is writable, and the same functions accept it. */
const live = new ByteArray(8).asUint8Array();
live[0] = 1;
createHash('sha1').update(live);
live.release();
