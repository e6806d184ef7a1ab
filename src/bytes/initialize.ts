/**
 * `bytearray.__init__`: replaces the content of a bytearray that exists. The source's own code runs meanwhile
 * and may look at the bytearray or change it, so every function reads lengths and memory again after it.
 * `byte-array.ts` calls `initialize`.
 *
 * CPython: Objects/bytearrayobject.c `bytearray___init___impl`
 */
import { LENGTH, MEMORY, START, copyToNew, intact } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import {
  BufferFlags,
  acquireView,
  isBytesLike,
  isHostBuffer,
  isPlainContent,
  returnView,
  toCOrder,
} from '../protocol/index.js';
import { asByte, isArray } from '../python/index.js';
import { checkResizable, makeWritable, resize } from '../storage/index.js';
import type { Storage } from '../storage/index.js';
import {
  BYTEARRAY,
  checkNames,
  encodeSource,
  freshContent,
  iterateSource,
  sizeOfSource,
  zeros,
} from './construct.js';

/** Fills a bytearray with what its constructor would make of the arguments. */
export function initialize(self: Storage, source: unknown, encoding: unknown, errors: unknown): void {
  checkNames(BYTEARRAY, encoding, errors);
  checkResizable(self);
  resize(self, 0);
  const text = encodeSource(BYTEARRAY, source, encoding, errors);
  if (text !== null) return fill(self, text);
  if (source === undefined) return;
  if (isArray(source)) return initFromArray(self, source);
  const size = sizeOfSource(source);
  // A count of zero keeps what the source's own code may have put here.
  if (size === 0) return;
  if (size > 0) return fill(self, zeros(BYTEARRAY, size));
  if (isBytesLike(source)) return initFromBuffer(self, source);
  appendAll(self, iterateSource(BYTEARRAY, source));
}

function fill(self: Storage, content: Content): void {
  const length = content[LENGTH];
  resize(self, length);
  makeWritable(self);
  copyToNew(
    intact(content[MEMORY], content[START] + content[LENGTH]),
    content[START],
    content[START] + length,
    self[MEMORY],
    self[START],
  );
}

/**
 * Fills from a buffer and releases it last, because the release can run user code, which must see the new
 * content.
 */
function initFromBuffer(self: Storage, source: unknown): void {
  if (isPlainContent(source) || isHostBuffer(source)) return fill(self, freshContent(BYTEARRAY, source));
  const view = acquireView(source, BufferFlags.FULL_RO);
  try {
    fill(self, toCOrder(view));
  } finally {
    returnView(view);
  }
}

/**
 * Fills an empty bytearray with the items of a list, as CPython does. Plain ints are added all at once, so
 * one out of range leaves nothing behind. From the first other item on they are added one by one, because the
 * item's code may look at the bytearray.
 */
function initFromArray(self: Storage, items: readonly unknown[]): void {
  const count = items.length;
  resize(self, count);
  self[MEMORY].fill(0, self[START], self[START] + count);
  for (let i = 0; i < count; i++) {
    const item = items[i];
    if (typeof item !== 'number' || (item & 255) !== item) {
      resize(self, 0);
      if (Number.isInteger(item) || typeof item === 'bigint') asByte(item);
      return appendAll(self, items[Symbol.iterator]());
    }
    makeWritable(self);
    self[MEMORY][self[START] + i] = item;
  }
}

function appendAll(self: Storage, iterator: Iterator<unknown>): void {
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    const byte = asByte(step.value);
    const length = self[LENGTH];
    resize(self, length + 1);
    self[MEMORY][self[START] + length] = byte;
  }
}
