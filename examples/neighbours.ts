/**
 * Bytes to and from JavaScript's own APIs: files, streams, `fetch`, `TextDecoder`, `crypto.subtle`. Each part
 * prints one line.
 *
 *     npx tsx examples/neighbours.ts
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';

/** A file: `readFile` returns an exporter, and `writeFile` takes a `Uint8Array`. */
async function files(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pybuffer-'));
  try {
    const path = join(folder, 'data.bin');
    await writeFile(path, b`one\ntwo\n`.toUint8Array());
    const content = await readFile(path);
    using view = new MemoryView(content); // Node's Buffer, viewed in place
    console.log(`fs: ${new Bytes(view).splitlines().join(' ')}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A Node stream, collected in a bytearray; each chunk is an exporter. */
async function nodeStreams(): Promise<void> {
  const collected = new ByteArray();
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      collected.iadd(chunk);
      done();
    },
  });
  await pipeline(Readable.from([b`ab`.toUint8Array(), b`cd`.toUint8Array()]), sink);
  console.log(`stream: ${collected}`);
}

/** A Web stream, read and written. */
async function webStreams(): Promise<void> {
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const word of b`web streams`.split()) controller.enqueue(word.toUint8Array());
      controller.close();
    },
  });
  const upper = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => controller.enqueue(new Bytes(chunk).upper().toUint8Array()),
  });
  const collected = new ByteArray();
  const reader = source.pipeThrough(upper).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) collected.iadd(read.value);
  console.log(`web stream: ${collected}`);
}

/** `fetch`: a body in both directions. */
async function http(): Promise<void> {
  const server = createServer((request, response) => request.pipe(response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: b`\x00echo\xff`.toUint8Array(),
    });
    console.log(`fetch: ${new Bytes(await answer.arrayBuffer())}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** `TextDecoder` reads a live array; nothing is copied, and the lease ends with the block. */
function textDecoder(): void {
  const data = new ByteArray('häh', 'utf-8');
  using live = data.asUint8Array();
  console.log(`TextDecoder: ${new TextDecoder().decode(live)}`);
}

/** `crypto.subtle` and Node's hashes take a `Uint8Array`; digests come back as exporters. */
async function digests(): Promise<void> {
  const message = b`abc`.toUint8Array();
  const subtle = new Bytes(await crypto.subtle.digest('SHA-256', message));
  const node = new Bytes(createHash('sha256').update(message).digest());
  console.log(`crypto: ${subtle.hex().slice(0, 16)} ${subtle.equals(node)}`);
}

await files();
await nodeStreams();
await webStreams();
await http();
textDecoder();
await digests();
