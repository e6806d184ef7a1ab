/**
 * A view as an exporter, and the special methods `__buffer__` and `__release_buffer__` of every exporter.
 * `MemoryView` calls these functions, and so does the layer for transpilers.
 */
import { PyOverflowError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { memoryGivenOut } from '../memory/index.js';
import { answerRequest, viewOfThisVersion } from '../protocol/index.js';
import type { BufferExporter, BufferView } from '../protocol/index.js';
import { asSsize, brandOf } from '../python/index.js';
import type { IntLike } from '../python/index.js';
import { hasOrder } from './geometry.js';
import { viewOf } from './make.js';
import { managed } from './managed-buffer.js';
import { isMemoryView } from './of-object.js';
import { BUFFER, EXPORTS, OUT, isReleased, live, open } from './state.js';
import type { ViewState } from './state.js';

const REFUSALS = {
  notWritable: 'memoryview: underlying buffer is not writable',
  notC: 'memoryview: underlying buffer is not C-contiguous',
  notFortran: 'memoryview: underlying buffer is not Fortran contiguous',
  notContiguous: 'memoryview: underlying buffer is not contiguous',
  needsSuboffsets: 'memoryview: underlying buffer requires suboffsets',
  formatAlone: 'memoryview: cannot cast to unsigned bytes if the format flag is present',
};

/** What views of all copies of the library have. */
interface Foreign {
  readonly obj: unknown;
  release(): void;
}

/** Counts one export of a view. CPython: Objects/memoryobject.c `memory_getbuf` */
export function exportView(view: ViewState & BufferExporter, flags: number): BufferView {
  open(view);
  const answer = answerRequest(live(view), flags, view, REFUSALS, hasOrder);
  view[OUT]++;
  // Whoever holds an export also pins the root, unless it says that it checks `detached`.
  answer.exports = view[EXPORTS];
  answer.exports.pin();
  answer.exports.escaped++;
  memoryGivenOut();
  return answer;
}

/** Releases one export of a view. CPython: Objects/memoryobject.c `memory_releasebuf` */
export function unexportView(view: ViewState): void {
  view[OUT]--;
  view[EXPORTS].pins--;
}

/** CPython: Objects/typeobject.c `wrap_buffer`. */
function asBufferFlags(value: unknown): number {
  const flags = asSsize(value);
  if (flags > 2147483647 || flags < -2147483648) throw new PyOverflowError('buffer flags out of range');
  return flags;
}

/**
 * `owner.__release_buffer__(view)`: releases a view that `owner.__buffer__` made.
 *
 * @throws PyTypeError `expected a memoryview object`
 * @throws PyValueError `memoryview's buffer is not this object`,
 *   `memoryview's buffer has already been released`
 *
 * CPython: Objects/typeobject.c `wrap_releasebuffer`
 */
export function releaseBufferOf(owner: unknown, view: unknown): void {
  if (brandOf(view) !== 'memoryview') throw new PyTypeError('expected a memoryview object');
  if (isMemoryView(view) && view[BUFFER].restricted) return;
  if (isMemoryView(view)) checkLender(view[BUFFER].obj === owner, isReleased(view));
  else checkForeign(view as Foreign, owner);
  (view as Foreign).release();
}

/** A released view still knows its object. */
function checkLender(isOwner: boolean, isGone: boolean): void {
  if (!isOwner) throw new PyValueError("memoryview's buffer is not this object");
  if (isGone) throw new PyValueError("memoryview's buffer has already been released");
}

/** A released view of another copy of the library does not reveal its object. */
function checkForeign(view: Foreign, owner: unknown): void {
  let obj;
  try {
    obj = view.obj;
  } catch {
    checkLender(true, true);
  }
  checkLender(obj === owner, false);
}

/**
 * `object.__buffer__(flags)`: returns a view made with the caller's flags.
 *
 * @throws PyOverflowError `buffer flags out of range`
 *
 * CPython: Objects/typeobject.c `wrap_buffer`
 */
export function bufferOf(object: BufferExporter, flags: IntLike): ViewState {
  const { buffer, whole } = managed(viewOfThisVersion(object.getBuffer(asBufferFlags(flags)), object));
  return viewOf(buffer, whole);
}
