// The interface between the parts of the bridge's JavaScript half. host.ts makes the parts and is the only
// file that knows all of them; each part takes a `Bridge` and imports no other part.
import type { Runtime } from '../src/runtime/index.js';
import type { PythonObject, PythonType } from './crossing.js';
import type { Handles } from './handles.js';
import type { Heap } from './heap.js';

/** Reads one value from the flat list that crossed. */
export type Reader = (flat: readonly unknown[]) => unknown;

/** Python's objects, and calls to them (python-objects.ts). */
export interface Objects {
  make(id: number, type: number): PythonObject;
  list(id: number): unknown[];
  tuple(id: number, items: unknown[], type?: number): readonly unknown[];
  forget(): void;
  callBack(operation: number, id: number, args: readonly unknown[]): unknown;
}

/** Values on their way to Python (results.ts). */
export interface Writer {
  write(crossing: unknown): unknown;
}

/** Values on their way from Python (readers.ts). */
export interface SignatureReader {
  readOne(signature: string, flat: readonly unknown[]): unknown;
}

/** Our memory where C sees it (lend.ts). */
export interface Mirrors {
  /** Whether any mirror must be kept equal. */
  readonly active: boolean;
  /** Copies what C wrote. */
  pull(): void;
  /** Copies what we wrote to C. */
  push(): void;
  /** Our memory at one of C's addresses, and the position in it; null if the address is in no mirror. */
  original(address: number): { memory: Uint8Array; offset: number } | null;
}

export interface Bridge {
  readonly heap: Heap;
  readonly handles: Handles;
  readonly objects: Objects;
  readonly results: Writer;
  readonly readers: SignatureReader;
  readonly lender: Mirrors;
  readonly runtime: Runtime<unknown, PythonType>;
}

/** Where a codec keeps the Python object that it represents. */
export const PYTHON_ID: unique symbol = Symbol('Python object');
