/**
 * The values that `split`, `rsplit` and `splitlines` return, made from their bounds. It belongs to the part
 * `methods`: `register-methods.ts` makes it the hook `PARTS`.
 */
import { LENGTH, MEMORY, SLAB_LIMIT, START, copyRange, intact, mayShare } from '../memory/index.js';
import type { Offsets } from '../memory/index.js';
import { bytesOf } from './bytes.js';
import type { Bytes } from './bytes.js';
import { PART } from './hooks.js';
import type { BytesSelf } from './hooks.js';

/** The parts of a value between ascending pairs of absolute indices. */
export function piecesOf<Self>(self: BytesSelf<Self>, bounds: Offsets): Self[] {
  if (self.kind === 'bytes') return piecesOfBytes(self as unknown as Bytes, bounds) as unknown as Self[];
  const count = bounds.count / 2;
  const { list } = bounds;
  const parts = new Array<Self>(count);
  for (let i = 0; i < count; i++) parts[i] = self[PART](list[2 * i]!, list[2 * i + 1]!);
  return parts;
}

/** Bytes of a large memory that are copied together, for all pieces in them. */
const SPAN = SLAB_LIMIT;

/**
 * No piece may keep a large memory alive, so pieces are copied in spans that neighbours share: one copy
 * serves hundreds of pieces, and none keeps more than a slab alive.
 */
function piecesOfBytes(self: Bytes, bounds: Offsets): Bytes[] {
  const memory = intact(self[MEMORY], self[START] + self[LENGTH]);
  const count = bounds.count / 2;
  const { list } = bounds;
  const parts = new Array<Bytes>(count);
  if (count === 1) {
    parts[0] = self[PART](list[0]!, list[1]!);
    return parts;
  }
  if (mayShare(memory, 1)) {
    for (let i = 0; i < count; i++) {
      const start = list[2 * i]!;
      parts[i] = bytesOf(memory, start, list[2 * i + 1]! - start);
    }
    return parts;
  }
  for (let i = 0; i < count;) {
    const from = list[2 * i]!;
    let next = i;
    while (next < count && list[2 * next + 1]! - from <= SPAN) next++;
    if (next === i) {
      parts[i] = self[PART](from, list[2 * i + 1]!);
      i++;
      continue;
    }
    const copy = copyRange(memory, from, list[2 * next - 1]!);
    const shared = copy[MEMORY];
    const shift = copy[START] - from;
    for (; i < next; i++) {
      const start = list[2 * i]!;
      parts[i] = bytesOf(shared, start + shift, list[2 * i + 1]! - start);
    }
  }
  return parts;
}
