/** Passes bytes to functions of the web platform without a copy or a cast. */
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import type { ReadonlyUint8Array } from 'pybuffer';

declare const socket: WebSocket;
const views: ReadonlyUint8Array[] = [
  new Bytes(8).asReadonlyUint8Array(),
  new ByteArray(8).asReadonlyUint8Array(),
  new MemoryView(new Bytes(8)).asReadonlyUint8Array(),
];
export async function send(): Promise<void> {
  for (const view of views) {
    new Blob([view]);
    new Response(view);
    new Request('/', { method: 'POST', body: view });
    await fetch('/', { method: 'POST', body: view });
    await crypto.subtle.digest('SHA-256', view);
    socket.send(view);
    new TextDecoder().decode(view);
    new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(view) });
  }
}
