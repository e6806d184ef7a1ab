/**
 * Case, kinds of characters, padding and translation, which `bytes` and `bytearray` share. These functions
 * assume that arguments have been converted; the methods in `text-methods.ts` call them.
 */
import { pad, translate, translateDelete } from '../algorithms/index.js';
import { LENGTH, MEMORY, START, allocate, intact } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { MAKE, SAME } from './hooks.js';
import type { BytesSelf } from './hooks.js';

/** Changes the case of letters in a range, from one range to another of the same length. */
type CaseChange = (m: Uint8Array, s: number, e: number, target: Uint8Array, at: number) => void;

/** Tests a property of `m[s .. e)`. */
type Classifier = (m: Uint8Array, s: number, e: number) => boolean;

export function padded<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  left: number,
  right: number,
  fill: number,
): Self {
  if (left + right <= 0) return self[SAME]();
  const start = self[START];
  return self[MAKE](
    pad(intact(self[MEMORY], self[START] + self[LENGTH]), start, start + self[LENGTH], left, right, fill),
  );
}

export function translated<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  table: Content | null,
  deleted: Content | null,
): Self {
  const memory = intact(self[MEMORY], self[START] + self[LENGTH]);
  const start = self[START];
  const end = start + self[LENGTH];
  let result: Range | null = null;
  if (deleted !== null && deleted[LENGTH] > 0) {
    const ds = deleted[START];
    result = translateDelete(
      memory,
      start,
      end,
      table === null ? null : intact(table[MEMORY], table[START] + table[LENGTH]),
      table === null ? 0 : table[START],
      intact(deleted[MEMORY], deleted[START] + deleted[LENGTH]),
      ds,
      ds + deleted[LENGTH],
    );
  } else if (table !== null) {
    result = translate(memory, start, end, intact(table[MEMORY], table[START] + table[LENGTH]), table[START]);
  }
  return result === null ? self[SAME]() : self[MAKE](result);
}

export function changed<Self extends BytesSelf<Self>>(self: BytesSelf<Self>, change: CaseChange): Self {
  const start = self[START];
  const length = self[LENGTH];
  const result = allocate(length);
  change(
    intact(self[MEMORY], self[START] + self[LENGTH]),
    start,
    start + length,
    result[MEMORY],
    result[START],
  );
  return self[MAKE](result);
}

export function is(self: Content, classifier: Classifier): boolean {
  const start = self[START];
  return classifier(intact(self[MEMORY], self[START] + self[LENGTH]), start, start + self[LENGTH]);
}
