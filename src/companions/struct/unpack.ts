/**
 * Memory into values, as a layout tells.
 *
 * CPython: Modules/_struct.c `s_unpack_internal`
 */
import { Kind, unpackItem } from '../../formats/index.js';
import { MEMORY, START, copyRange } from '../../memory/index.js';
import { bytesOf } from '../../bytes/index.js';
import { PASCAL, STRING } from '../../formats/layout.js';
import type { Layout } from '../../formats/layout.js';
import type { Bytes } from '../../bytes/index.js';
import type { StructValue } from './types.js';

const UNSET = null as unknown as StructValue;

/** The values of the structure at `base`, as a tuple. The memory must hold all of it. */
export function unpackValues(
  layout: Layout,
  memory: Uint8Array,
  data: DataView,
  base: number,
): readonly StructValue[] {
  const { kinds, offsets, littleEndian } = layout;
  const values = new Array<StructValue>(layout.count);
  // With an object in it, V8 never takes the list for one of unboxed numbers: those lose the payload of a NaN when it
  // stores them, and freezing would box them after all.
  if (layout.count > 0) values[0] = UNSET;
  if (layout.plain) {
    for (let k = 0; k < kinds.length; k++) {
      values[k] = unpackItem(kinds[k] as Kind, data, base + offsets[k]!, littleEndian) as StructValue;
    }
  } else unpackEntries(layout, memory, data, base, values);
  return Object.freeze(values);
}

/** Entries of any number of items, bytes among them. */
function unpackEntries(
  { kinds, offsets, sizes, repeats, littleEndian }: Layout,
  memory: Uint8Array,
  data: DataView,
  base: number,
  values: StructValue[],
): void {
  let next = 0;
  for (let k = 0; k < kinds.length; k++) {
    const kind = kinds[k]!;
    const size = sizes[k]!;
    let at = base + offsets[k]!;
    if (kind === Kind.CHAR || kind >= STRING) {
      for (let left = repeats[k]!; left > 0; left--) {
        values[next++] = unpackText(kind, memory, at, size);
        at += size;
      }
    } else {
      for (let left = repeats[k]!; left > 0; left--) {
        values[next++] = unpackItem(kind as Kind, data, at, littleEndian) as StructValue;
        at += size;
      }
    }
  }
}

/** `c`, `s` and `p`. A Pascal string whose length byte is too large ends with its field. */
function unpackText(kind: number, memory: Uint8Array, at: number, size: number): StructValue {
  if (kind !== PASCAL || size === 0) return copyOf(memory, at, at + size);
  const length = Math.min(memory[at]!, size - 1);
  return copyOf(memory, at + 1, at + 1 + length);
}

function copyOf(memory: Uint8Array, start: number, end: number): Bytes {
  const range = copyRange(memory, start, end);
  return bytesOf(range[MEMORY], range[START], end - start);
}
