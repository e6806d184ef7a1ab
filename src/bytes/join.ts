/**
 * `join`: leases every item before it writes, and releases them all whatever happens. `part-methods.ts` calls
 * it.
 */
import { join } from '../algorithms/index.js';
import { PyRuntimeError, PyTypeError } from '../exceptions/index.js';
import { LENGTH, isRefusal } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { LENDS_ITSELF, isPlainContent, lease } from '../protocol/index.js';
import {
  PyFloat,
  holdsFloats,
  isArray,
  iterateAgain,
  lengthHint,
  tryIterate,
  typeName,
} from '../python/index.js';
import { PIN, UNPIN, hold, letGo } from './hold.js';
import { MAKE } from './hooks.js';
import type { BytesSelf } from './hooks.js';

/** Spare bytes behind a large result, because programs often append to what they have joined. */
const SPARE = 256;

/**
 * The items of a join as a list. The separator stays in place meanwhile.
 *
 * CPython: Objects/abstract.c `PySequence_Fast`
 */
export function joinItems<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  iterable: unknown,
): readonly unknown[] {
  if (isArray(iterable)) return iterable;
  self[PIN]();
  try {
    return listOf(iterable);
  } finally {
    self[UNPIN]();
  }
}

function listOf(iterable: unknown): readonly unknown[] {
  let iterator: Iterator<unknown> | null = null;
  try {
    iterator = tryIterate(iterable);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
  }
  if (iterator === null) throw new PyTypeError('can only join an iterable');
  const items: unknown[] = [];
  // CPython makes a list from the iterator, so like any iterable it is asked for an iterator and for its
  // length.
  const inner = iterateAgain(iterator);
  lengthHint(iterator, 0);
  for (let step = inner.next(); step.done !== true; step = inner.next()) items.push(step.value);
  // Floats are boxed, so that the error about them names Python's type.
  return holdsFloats(iterable) ? items.map(boxed) : items;
}

function boxed(item: unknown): unknown {
  return typeof item === 'number' ? new PyFloat(item) : item;
}

/** @param isCallers whether user code that runs meanwhile could change the list */
export function joinLeased<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  items: readonly unknown[],
  isCallers: boolean,
): Self {
  const count = items.length;
  let length = 0;
  let known = 0;
  try {
    // The question of `isPlainContent`, asked here: as a call it takes longer than copying a short item.
    for (; known < count; known++) {
      const item = items[known] as (Content & { readonly [LENDS_ITSELF]?: boolean }) | null | undefined;
      if (item?.[LENDS_ITSELF] !== true) break;
      length += item[LENGTH];
    }
  } catch {
    // A revoked Proxy, say: the longer way raises what has to be raised.
  }
  if (known < count) return joinForeign(self, items, isCallers, known);
  // No user code has run, so nothing has to be pinned, and a list of our own would take longer than the
  // copying.
  return self[MAKE](join(self, items as readonly Content[], length, self.kind === 'bytes' ? SPARE : 0));
}

/**
 * Joins items that user code may lend, and holds all of them until the end. The first `known` items are
 * contents.
 */
function joinForeign<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  items: readonly unknown[],
  isCallers: boolean,
  known: number,
): Self {
  const count = items.length;
  const contents: Content[] = [];
  let held = 0;
  self[PIN]();
  try {
    for (; held < known; held++) contents.push(hold(items[held]));
    for (; held < count; held++) {
      const item = items[held];
      if (isPlainContent(item)) {
        hold(item);
        contents.push(item);
        continue;
      }
      contents.push(leaseItem(item, held));
      if (isCallers && items.length !== count) {
        held++;
        throw new PyRuntimeError('sequence changed size during iteration');
      }
    }
    return self[MAKE](join(self, contents));
  } finally {
    for (let i = 0; i < held; i++) letGo(contents[i]!);
    self[UNPIN]();
  }
}

function leaseItem(item: unknown, place: number): Content {
  try {
    return lease(item);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new PyTypeError(`sequence item ${place}: expected a bytes-like object, ${typeName(item)} found`);
  }
}
