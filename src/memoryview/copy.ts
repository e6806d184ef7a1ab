/**
 * Copies the bytes of a view, in any order of the items. Bytes that nobody can change are shared. `tobytes`,
 * `bytes(view)`, `hex` and `hash` call it.
 */
import { Bytes } from '../bytes/index.js';
import { copyStrided, hex, registeredHash } from '../algorithms/index.js';
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { isByteKind } from '../formats/index.js';
import { LENGTH, MEMORY, Range, START, copyRange, shareRange } from '../memory/index.js';
import { toCOrder, toContiguous } from '../protocol/index.js';
import type { Order } from '../protocol/index.js';
import { BRAND, abi, typeName } from '../python/index.js';
import type { Brand } from '../python/index.js';
import { hasOrder } from './geometry.js';
import { hashExporter } from './hash.js';
import {
  BUFFER,
  ITEM_COUNT,
  VIEW_HASH,
  ITEM,
  OFFSET,
  STRIDE,
  check,
  isLine,
  live,
  open,
  pinned,
} from './state.js';
import type { ViewState } from './state.js';

interface Branded {
  readonly [BRAND]?: Brand;
  readonly [MEMORY]?: Uint8Array;
}

/**
 * Whether memory belongs to a bytes object, which nobody can change. The brand is read here because V8 meets
 * few types here.
 */
const isFrozen = function (obj: unknown, memory: Uint8Array): boolean {
  if (typeof obj !== 'object' || obj === null) return false;
  return (obj as Branded)[BRAND] === 'bytes' && (obj as Branded)[MEMORY] === memory;
};

/** Returns the items' bytes, in memory that nobody else writes. */
export const copyOf = function (view: ViewState, order: Order): Range {
  const { obj, memory } = view[BUFFER];
  const count = view[ITEM_COUNT];
  const offset = view[OFFSET];
  const { size } = view[ITEM];
  const line = isLine(view);
  if (!line) {
    if (count >= 0 && size === 1) return copyStrided(memory, offset, view[STRIDE], count);
    if (!hasOrder(live(view), order)) return toContiguous(live(view), order);
  }
  const end = offset + (line ? count * size : live(view).length);
  return isFrozen(obj, memory) ? shareRange(memory, offset, end) : copyRange(memory, offset, end);
};

/**
 * Parses the order passed to `tobytes`.
 *
 * @throws PyTypeError `tobytes() argument 'order' must be str or None, not int`
 * @throws PyValueError `order must be 'C', 'F' or 'A'`, `embedded null character`
 */
export function asOrder(view: ViewState, order: unknown): Order {
  if (order === null || order === 'C') return 'C';
  if (typeof order !== 'string') {
    throw new PyTypeError(`tobytes() argument 'order' must be str or None, not ${typeName(order)}`);
  }
  // A string with a lone surrogate has no UTF-8 and raises the codec's error.
  if (new Bytes(order, 'utf-8').toUint8Array().includes(0)) throw new PyValueError('embedded null character');
  check(view);
  if (order !== 'F' && order !== 'A') throw new PyValueError("order must be 'C', 'F' or 'A'");
  return order;
}

/**
 * Returns a range with the bytes of a view in C order, for reading: the view's own memory if it is in that
 * order.
 */
function contiguous(view: ViewState): Range {
  const all = live(view);
  return hasOrder(all, 'C') ? new Range(all.memory, all.offset, all.length) : toCOrder(all);
}

/**
 * Returns the bytes of a view without a copy, for a caller that runs no user code before it is done with
 * them; null if they are not contiguous.
 */
export function rangeInPlace(view: ViewState): Range | null {
  const { memory } = open(view);
  return isLine(view) ? new Range(memory, view[OFFSET], view[ITEM_COUNT] * view[ITEM].size) : null;
}

/** Returns two digits for each byte. */
export function hexOf(view: ViewState, separator: number, group: number): string {
  const { [MEMORY]: memory, [START]: start, [LENGTH]: length } = contiguous(view);
  return hex(memory, start, start + length, separator, group);
}

/** CPython: Objects/memoryobject.c `memory_hash` */
export function hashOf(view: ViewState): bigint {
  const known = view[VIEW_HASH];
  const isWide = abi().pointer === 8;
  if (typeof known === (isWide ? 'bigint' : 'number')) return BigInt(known!);
  const { readonly, obj } = live(view);
  if (!readonly) throw new PyValueError('cannot hash writable memoryview object');
  if (!isByteKind(view[ITEM].kind)) {
    throw new PyValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  // The exporter's own __hash__ is user code.
  pinned(view, () => hashExporter(obj));
  const { [MEMORY]: memory, [START]: start, [LENGTH]: length } = contiguous(view);
  const hash = registeredHash(memory, start, start + length);
  view[VIEW_HASH] = isWide ? hash : Number(hash);
  return hash;
}
