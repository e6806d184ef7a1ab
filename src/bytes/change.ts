/**
 * Stripping and replacing, which `bytes` and `bytearray` share. These functions assume that arguments have
 * been converted; the methods in `part-methods.ts` call them.
 */
import { replace, skipSet, skipSetBack, skipSpace, skipSpaceBack } from '../algorithms/index.js';
import { LENGTH, MEMORY, START, intact } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { endLease, lease, lendsItself } from '../protocol/index.js';
import type { BytesLike } from '../protocol/index.js';
import { MAKE, PART, SAME } from './hooks.js';
import type { BytesSelf } from './hooks.js';

export function stripped<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  bytes: BytesLike | null | undefined,
  left: boolean,
  right: boolean,
): Self {
  if (bytes === null || bytes === undefined) {
    const memory = intact(self[MEMORY], self[START] + self[LENGTH]);
    const start = self[START];
    const end = start + self[LENGTH];
    const from = left ? skipSpace(memory, start, end) : start;
    return self[PART](from, right ? skipSpaceBack(memory, from, end) : end);
  }
  const set = lendsItself(bytes) ? bytes : lease(bytes);
  try {
    const start = self[START];
    const end = start + self[LENGTH];
    const memory = intact(self[MEMORY], end);
    const ss = set[START];
    const se = ss + set[LENGTH];
    const sm = intact(set[MEMORY], se);
    const from = left ? skipSet(memory, start, end, sm, ss, se) : start;
    return self[PART](from, right ? skipSetBack(memory, from, end, sm, ss, se) : end);
  } finally {
    endLease(set);
  }
}

export function replaced<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  from: Content,
  to: Content,
  most: number,
): Self {
  const start = self[START];
  const fs = from[START];
  const ts = to[START];
  const result = replace(
    intact(self[MEMORY], self[START] + self[LENGTH]),
    start,
    start + self[LENGTH],
    intact(from[MEMORY], from[START] + from[LENGTH]),
    fs,
    fs + from[LENGTH],
    intact(to[MEMORY], to[START] + to[LENGTH]),
    ts,
    ts + to[LENGTH],
    most,
  );
  return result === null ? self[SAME]() : self[MAKE](result);
}
