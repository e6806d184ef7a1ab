/**
 * The way out of mutable memory without a copy: a writable `Uint8Array` that holds an export. `asUint8Array`
 * of every type with such memory calls it.
 */
import { memoryGivenOut } from '../memory/index.js';
import type { OwnUint8Array } from '../memory/index.js';
import { BufferFlags, DISPOSE } from '../protocol/index.js';
import type { BufferExporter } from '../protocol/index.js';

/**
 * A `Uint8Array` over an exporter's own memory. It holds an export until `release()` or the end of a `using`
 * block. JavaScript cannot take the array away, so do not use it after that: it would still show the old
 * memory, and the content may have moved. Its type is that of an array over an `ArrayBuffer`, which `fetch`
 * and `Blob` accept; over a `SharedArrayBuffer` they raise a TypeError.
 */
export type LiveUint8Array = OwnUint8Array & Disposable & { release(): void };

/**
 * Returns a live array over an exporter's memory. Not Python, where `memoryview` is the only live view.
 *
 * @throws PyBufferError if the memory is read-only or not C-contiguous
 */
export function liveArray(exporter: BufferExporter): LiveUint8Array {
  const view = exporter.getBuffer(BufferFlags.CONTIG);
  const { memory, offset, length } = view;
  memoryGivenOut();
  let live = true;
  const release = () => {
    if (!live) return;
    live = false;
    exporter.releaseBuffer(view);
  };
  return Object.defineProperties(memory.subarray(offset, offset + length), {
    release: { value: release },
    [DISPOSE]: { value: release },
  }) as unknown as LiveUint8Array;
}
