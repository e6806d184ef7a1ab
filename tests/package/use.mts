// Code against the types of the packed package, with calls that must not compile; check-
// package.mjs compiles it.
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import type { BufferExporter, BufferView } from 'pybuffer/protocol';
import { calcsize } from 'pybuffer/struct';

const data: ByteArray = new ByteArray('ABC', 'utf-8');
const bytes: Bytes = b`AB`;
const view: MemoryView<number> = new MemoryView(data);
const items: number = view.get(0);
const big: MemoryView<bigint> = view.cast('B').cast('q');
const flags: MemoryView<boolean> = view.cast('?');
const doubles: number = view.cast('d').get(0);
class Exporter implements BufferExporter {
  getBuffer(flags: number): BufferView {
    return data.getBuffer(flags);
  }
  releaseBuffer(buffer: BufferView): void {
    data.releaseBuffer(buffer);
  }
}
export const all: unknown[] = [
  bytes,
  items,
  big,
  flags,
  doubles,
  calcsize('<I'),
  new MemoryView(new Exporter()),
];

export function refused(): void {
  // @ts-expect-error a string needs an encoding
  new Bytes('text');
  // @ts-expect-error items of 'B' are numbers
  view.set(0, 'a');
  // @ts-expect-error items of 'c' are bytes
  view.cast('c').set(0, 97);
  // @ts-expect-error the representation is nobody's business
  new Bytes(new Uint8Array(1), 0, 1, Symbol());
}
