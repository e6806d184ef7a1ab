import { lookedUp } from '../objects/index.js';
import { falseIfRevoked, layoutSymbol } from '../python/index.js';
import type { BufferExporter } from './buffer-view.js';

/**
 * Under this key an exporter gives its bytes in C order, as a range that nobody writes: for who wants a copy, and need
 * not acquire a view for it. Not Python.
 */
export const TO_BYTES: unique symbol = /* @__PURE__ */ layoutSymbol('toBytes') as never;
/**
 * Under this key a memoryview shows its contiguous bytes without an export, for who runs none of the caller's code before he is
 * done with them; null where it has to be asked in the usual way. Not Python.
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
