import { lookedUp } from '../objects/index.js';
import { falseIfRevoked, layoutSymbol } from '../python/index.js';
import type { BufferExporter } from './buffer-view.js';

/**
 * Under this key an exporter gives its bytes in C order, as a range that nobody writes: for who wants a copy, and need
 * not acquire a view for it. Not Python.
 */
export const TO_BYTES: unique symbol = /* @__PURE__ */ layoutSymbol('toBytes') as never;
lookedUp(TO_BYTES);

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
