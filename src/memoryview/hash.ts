import { PyTypeError } from '../exceptions/index.js';
import { isContent, isHostBuffer } from '../protocol/index.js';
import { typeName } from '../python/index.js';

/**
 * Asks the exporter for its hash, as Python does before it hashes a view: a view of an unhashable object is unhashable. Objects
 * are hashable unless their `__hash__` is null.
 *
 * @throws PyTypeError `unhashable type: 'bytearray'`
 *
 * CPython: Objects/object.c `PyObject_Hash`
 */
export function hashExporter(exporter: unknown): void {
  if (exporter === null || exporter === undefined) return;
  const { hash, __hash__ } = exporter as { hash?: unknown; __hash__?: unknown };
  if (typeof __hash__ === 'function') __hash__.call(exporter);
  else if (typeof hash === 'function' && __hash__ !== null) hash.call(exporter);
  else if (__hash__ === null || isContent(exporter) || isHostBuffer(exporter)) {
    throw new PyTypeError(`unhashable type: '${typeName(exporter)}'`);
  }
}
