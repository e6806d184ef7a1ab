// Pyodide's memory: the control block, allocations and C's numbers and texts. Callers: the other files of the
// bridge, through `Bridge`.
import { Bytes } from '../src/bytes/index.js';
import type { EmscriptenModule } from './pyodide.js';

/** Allocated once so that memory does not grow later: growing detaches every view that JavaScript holds. */
const RESERVE = 768 * 1024 * 1024;

/**
 * Pyodide's memory. C's addresses are indices into it, so a view of C's memory with pointers in it
 * (suboffsets) needs nothing else. Call `bytes()` each time: the memory object changes whenever the heap
 * grows.
 */
export class Heap {
  /** The address of the control block: small numbers that accompany a crossing. */
  control = 0;
  private words = new Int32Array(0);

  constructor(readonly module: EmscriptenModule) {
    const reserved = module._malloc(RESERVE);
    if (reserved !== 0) module._free(reserved);
  }

  /** All of C's memory. */
  bytes(): Uint8Array {
    return this.module.HEAPU8;
  }

  /** All of C's memory as 32-bit words. */
  int32(): Int32Array {
    const { buffer } = this.module.HEAPU8;
    if (this.words.buffer !== buffer) this.words = new Int32Array(buffer as ArrayBuffer);
    return this.words;
  }

  /** Writes a number of the control block. */
  setControl(index: number, value: number): void {
    this.int32()[(this.control >> 2) + index] = value;
  }

  /** Reads a number of the control block. */
  getControl(index: number): number {
    return this.int32()[(this.control >> 2) + index]!;
  }

  allocate(size: number): number {
    const address = this.module._malloc(Math.max(size, 1));
    if (address === 0) throw new Error('no memory left in Pyodide');
    return address;
  }

  free(address: number): void {
    this.module._free(address);
  }

  /** The text at an address, up to its final zero; null for a null pointer. */
  text(address: number): string | null {
    if (address === 0) return null;
    const bytes = this.bytes();
    let end = address;
    while (bytes[end] !== 0) end++;
    return new Bytes(bytes.slice(address, end)).decode();
  }

  /** `count` C `ssize_t` at an address; null for a null pointer. */
  sizes(address: number, count: number): number[] | null {
    if (address === 0) return null;
    const words = this.int32();
    return Array.from({ length: count }, (_, i) => words[(address >> 2) + i]!);
  }
}
