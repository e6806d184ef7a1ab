/**
 * A lease is a request for contiguous bytes that ends with the call. Methods lease their operands here, and
 * end each lease whatever happens.
 */
import { PyTypeError } from '../exceptions/index.js';
import { isRefusal, MEMORY, Range } from '../memory/index.js';
import { lookedUp } from '../objects/index.js';
import type { Content } from '../memory/index.js';
import { brandOf, falseIfRevoked, givenName, layoutSymbol } from '../python/index.js';
import { acquireView, isPythonBuffer, returnView } from './acquire.js';
import type { BufferView } from './buffer-view.js';
import { BufferFlags } from './flags.js';
import { hostBytes, isHostBuffer } from './host.js';

/**
 * Whether an object certainly lends its own content: true for exact `Bytes` and `ByteArray`, false for
 * objects of derived classes, whose methods must be looked up. It replaces three look-ups by one, and
 * look-ups are most of the cost of a short call in a large program.
 */
export const LENDS_ITSELF: unique symbol = /* @__PURE__ */ layoutSymbol('lendsItself') as never;

lookedUp(MEMORY, LENDS_ITSELF);

/** Contiguous bytes under an acquired view. */
class Lease extends Range {
  constructor(readonly view: BufferView) {
    super(view.memory, view.offset, view.length);
  }
}

/**
 * Leases the contiguous bytes of any bytes-like value for reading, without a copy. Our own `Bytes` and
 * `ByteArray` are their own content and are not counted: a caller that runs user code while it holds one pins
 * it with an export. End every lease with {@link endLease}, in a `finally`.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
 *
 * CPython: `PyObject_GetBuffer(obj, &view, PyBUF_SIMPLE)`
 */
export function lease(value: unknown): Content {
  if (isPlainContent(value)) return value;
  if (isHostBuffer(value)) {
    const bytes = hostBytes(value);
    return new Range(bytes, 0, bytes.length);
  }
  return new Lease(acquireView(value, BufferFlags.SIMPLE));
}

/**
 * Leases the contiguous bytes of a value for writing in place. It always counts an export, because callers
 * convert values meanwhile.
 *
 * @param what the name of the argument in the message: `readinto() argument`
 * @throws PyTypeError `readinto() argument must be read-write bytes-like object, not bytes`, for every reason
 *
 * CPython: Python/getargs.c `w*`
 */
export function leaseWritable(value: unknown, what: string): Content {
  try {
    return new Lease(acquireView(value, BufferFlags.WRITABLE));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new PyTypeError(`${what} must be read-write bytes-like object, not ${givenName(value ?? null)}`);
  }
}

/**
 * The name of a lease's exporter: the value's type, or for a class with `__buffer__` the wrapper around it.
 *
 * CPython: `Py_buffer.obj`
 */
export function lenderOf(content: Content, value: unknown): unknown {
  const isLease = brandOf(content) === undefined && content instanceof Lease;
  return isLease && isPythonBuffer(content.view.obj) ? content.view.obj : value;
}

/**
 * Ends a lease that {@link lease} or {@link leaseWritable} began.
 *
 * CPython: Objects/abstract.c `PyBuffer_Release`
 */
export function endLease(content: Content): void {
  // Our objects are not leases. `instanceof` is avoided, because its search would end at a Proxy.
  if ((content as { [LENDS_ITSELF]?: boolean })[LENDS_ITSELF] === undefined && content instanceof Lease) {
    returnView(content.view);
  }
}

/**
 * Whether a value is a `Bytes` or `ByteArray` that lends its own content. A derived class with its own
 * `__buffer__` or `__release_buffer__` may lend anything, so these methods must be called.
 *
 * Not Python, where it depends on the type's slots. CPython: `tp_as_buffer`
 */
export function isPlainContent(value: unknown): value is Content {
  if (typeof value !== 'object' || value === null) return false;
  let lends: boolean | undefined;
  try {
    lends = (value as { [LENDS_ITSELF]?: boolean })[LENDS_ITSELF];
  } catch (error) {
    return falseIfRevoked(value, error);
  }
  return lends === true || (lends === false && hasNoBufferMethods(value));
}

/**
 * Whether a value is exactly a `Bytes` or `ByteArray`, as almost every operand is. Frequent methods call this
 * before {@link isPlainContent}: V8 remembers the classes that each function has met, and a function that
 * every call of the library goes through has met so many that it takes 10 ns.
 *
 * Not Python: see {@link isPlainContent}.
 */
export function lendsItself(value: unknown): value is Content {
  try {
    return (value as { [LENDS_ITSELF]?: boolean } | null | undefined)?.[LENDS_ITSELF] === true;
  } catch {
    return false;
  }
}

function hasNoBufferMethods(value: { __buffer__?: unknown; __release_buffer__?: unknown }): boolean {
  return value.__buffer__ === undefined && value.__release_buffer__ === undefined;
}

/**
 * Whether a value is a `Bytes` or `ByteArray`, whose content needs no lease.
 *
 * Not Python: C code asks `PyBytes_Check` and `PyByteArray_Check`.
 */
export function isContent(value: unknown): value is Content {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return (value as Partial<Content>)[MEMORY] !== undefined;
  } catch (error) {
    return falseIfRevoked(value, error);
  }
}
