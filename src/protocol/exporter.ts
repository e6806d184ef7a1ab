/**
 * The interface of an exporter: `getBuffer` and `releaseBuffer`, and the symbols by which this package's own
 * types go a shorter way.
 */
import { lookedUp } from '../objects/index.js';
import { falseIfRevoked, layoutSymbol } from '../python/index.js';
import type { BufferExporter } from './buffer-view.js';

/**
 * Under this key an exporter returns its bytes in C order, as a range that nobody writes, for a caller that
 * wants a copy and need not acquire a view; null if the caller has to go the usual way. Not Python.
 */
export const TO_BYTES: unique symbol = /* @__PURE__ */ layoutSymbol('toBytes') as never;
/**
 * Under this key a memoryview returns its contiguous bytes without an export, for a caller that runs no user
 * code before it is done with them; null if the caller has to acquire a view. Not Python.
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
