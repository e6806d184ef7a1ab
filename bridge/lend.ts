// Our objects as C buffers. Callers: host.ts for Python's `lend` and `giveBack`, and each crossing, which
// brings the mirrors up to date.
import { Bytes } from '../src/bytes/index.js';
import { MemoryView } from '../src/memoryview/index.js';
import { releaseView } from '../src/protocol/index.js';
import type { BufferExporter, BufferView } from '../src/protocol/index.js';
import type { Bridge, Mirrors } from './bridge.js';

/**
 * A copy of our memory in C's memory. If it can change, it is kept equal at every crossing while a part of it
 * is lent.
 */
interface Mirror {
  readonly memory: Uint8Array;
  readonly address: number;
  loans: number;
  /** The number of loans to which C may write. */
  writable: number;
}

/** What must be released at the end of one loan. */
interface Loan {
  readonly view: BufferView;
  readonly mirror: Mirror | null;
  readonly addresses: readonly number[];
}

/**
 * Lends our objects to C code. Shape, strides and suboffsets reach C unchanged; the bytes are mirrored,
 * because C reads only its own memory. Python runs one thing at a time, so it is enough to make mirrors equal
 * at every crossing.
 */
export class Lender implements Mirrors {
  private readonly mirrors = new Map<ArrayBufferLike, Mirror>();
  private readonly loans = new Map<number, Loan>();

  constructor(private readonly host: Bridge) {}

  /** Whether any mirror must be kept equal. */
  get active(): boolean {
    return this.mirrors.size > 0;
  }

  /** Copies what C wrote. */
  pull(): void {
    const heap = this.host.heap.bytes();
    for (const { memory, address, writable } of this.mirrors.values()) {
      if (writable > 0) memory.set(heap.subarray(address, address + memory.length));
    }
  }

  /** Copies what we wrote to C. */
  push(): void {
    const heap = this.host.heap.bytes();
    for (const { memory, address } of this.mirrors.values()) heap.set(memory, address);
  }

  /**
   * Our memory at one of C's addresses: if C passes on to us what we lent it, that is our memory, not the
   * mirror.
   */
  original(address: number): { memory: Uint8Array; offset: number } | null {
    for (const { memory, address: start } of this.mirrors.values()) {
      if (address >= start && address < start + memory.length) return { memory, offset: address - start };
    }
    return null;
  }

  /**
   * Exports an object as a C `Py_buffer`.
   *
   * @returns the address of the `Py_buffer`
   */
  lend(handle: number, flags: number): number {
    const exporter = this.host.handles.get(handle).value as BufferExporter;
    const view = exporter.getBuffer(flags);
    const isC = view.memory.buffer === this.host.heap.bytes().buffer;
    const mirror = isC ? null : this.mirror(view, isImmutable(exporter));
    const loan = this.layOut(view, mirror);
    this.loans.set(loan.addresses[0]!, loan);
    return loan.addresses[0]!;
  }

  /** Ends a loan. */
  giveBack(address: number): void {
    const loan = this.loans.get(address);
    if (loan === undefined) throw new Error('not a loan');
    this.loans.delete(address);
    if (this.active) this.pull();
    releaseView(loan.view);
    for (const part of loan.addresses) this.host.heap.free(part);
    const { mirror } = loan;
    if (mirror === null) return;
    if (!loan.view.readonly) mirror.writable--;
    if (--mirror.loans > 0) return;
    if (this.mirrors.get(mirror.memory.buffer) === mirror) this.mirrors.delete(mirror.memory.buffer);
    this.host.heap.free(mirror.address);
  }

  private mirror(view: BufferView, immutable: boolean): Mirror {
    const { buffer } = view.memory;
    // Other objects may lie in the same buffer and change. Only an immutable object has a mirror of its own,
    // which no crossing updates.
    let mirror = immutable ? undefined : this.mirrors.get(buffer);
    if (mirror === undefined) {
      const memory = new Uint8Array(buffer);
      const address = this.host.heap.allocate(memory.length);
      this.host.heap.bytes().set(memory, address);
      mirror = { memory, address, loans: 0, writable: 0 };
      if (!immutable) this.mirrors.set(buffer, mirror);
    }
    mirror.loans++;
    if (!view.readonly) mirror.writable++;
    return mirror;
  }

  private layOut(view: BufferView, mirror: Mirror | null): Loan {
    const { heap } = this.host;
    const base = mirror === null ? 0 : mirror.address + view.memory.byteOffset;
    const addresses = [heap.allocate(44)];
    const array = (values: readonly number[] | null): number => {
      if (values === null || values.length === 0) return 0;
      const address = heap.allocate(values.length * 4);
      addresses.push(address);
      heap.int32().set(values, address >> 2);
      return address;
    };
    const text = (value: string | null): number => {
      if (value === null) return 0;
      const bytes = new Bytes(`${value}\0`, 'utf-8').toUint8Array();
      const address = heap.allocate(bytes.length);
      addresses.push(address);
      heap.bytes().set(bytes, address);
      return address;
    };
    const fields = [
      base + view.offset,
      0,
      view.length,
      view.itemsize,
      view.readonly ? 1 : 0,
      view.ndim,
      text(view.format),
      array(view.shape),
      array(view.strides),
      array(view.suboffsets),
      0,
    ];
    heap.int32().set(fields, addresses[0]! >> 2);
    return { view, mirror, addresses };
  }
}

/** Whether an object is `bytes`, or a view of `bytes`. */
function isImmutable(exporter: object): boolean {
  return exporter instanceof Bytes || (exporter instanceof MemoryView && exporter.obj instanceof Bytes);
}
