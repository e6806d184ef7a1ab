/**
 * Asks a view's exporter for its hash, which decides whether the view has one. `copy.ts` calls
 * it.
 */
import { PyTypeError } from '../exceptions/index.js';
import { isContent, isHostBuffer } from '../protocol/index.js';
import { isIntLike, typeName } from '../python/index.js';

/**
 * Asks the exporter for its hash, as Python does before it hashes a view: a view of an unhashable object is
 * unhashable. Objects are hashable unless their `__hash__` is null.
 *
 * @throws PyTypeError `unhashable type: 'bytearray'`
 *
 * CPython: Objects/object.c `PyObject_Hash`
 */
export function hashExporter(exporter: unknown): void {
  if (exporter === null || exporter === undefined) return;
  const { hash, __hash__, __eq__ } = exporter as { hash?: unknown; __hash__?: unknown; __eq__?: unknown };
  if (typeof __hash__ === 'function') {
    const result: unknown = __hash__.call(exporter);
    if (!isIntLike(result)) throw new PyTypeError('__hash__ method should return an integer');
    return;
  }
  // A class that defines `__eq__` without `__hash__` is unhashable.
  if (__hash__ === null || __eq__ !== undefined) throw unhashable(exporter);
  if (typeof hash === 'function') hash.call(exporter);
  else if (isContent(exporter) || isHostBuffer(exporter)) throw unhashable(exporter);
}

function unhashable(exporter: unknown): PyTypeError {
  return new PyTypeError(`unhashable type: '${typeName(exporter)}'`);
}
