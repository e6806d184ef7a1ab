/**
 * The interface of an exporter: `getBuffer` and `releaseBuffer`, and the symbols of fast paths for this
 * package's own types.
 */
import { lookedUp } from '../objects/index.js';
import { falseIfRevoked, layoutSymbol } from '../python/index.js';
import type { BufferExporter } from './buffer-view.js';

/**
 * The key of a method that returns an exporter's bytes in C order, as a range that nobody writes, to a caller
 * that wants a copy without acquiring a view; null if the caller must acquire one. Not Python.
 */
export const TO_BYTES: unique symbol = /* @__PURE__ */ layoutSymbol('toBytes') as never;
/**
 * The key of a method that returns a memoryview's contiguous bytes without an export, to a caller that runs
 * no user code before it is done with them; null if the caller must acquire a view. Not Python.
 */
export const IN_PLACE: unique symbol = /* @__PURE__ */ layoutSymbol('inPlace') as never;
lookedUp(TO_BYTES, IN_PLACE);

/** Whether a value implements the protocol itself. CPython: `PyObject_CheckBuffer`. */
export function isBufferExporter(value: unknown): value is BufferExporter {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return (
      typeof (value as { getBuffer?: unknown }).getBuffer === 'function' &&
      typeof (value as { releaseBuffer?: unknown }).releaseBuffer === 'function'
    );
  } catch (error) {
    return falseIfRevoked(value, error);
  }
}
