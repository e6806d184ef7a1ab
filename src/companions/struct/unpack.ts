/**
 * Reads values from memory as a layout describes.
 *
 * CPython: Modules/_struct.c `s_unpack_internal`
 */
import { Kind, unpackItem } from '../../formats/index.js';
import { PASCAL, STRING } from '../../formats/layout.js';
import type { Layout } from '../../formats/layout.js';
import type { ByteType } from './byte-type.js';
import type { StructValue } from './types.js';

type Value = StructValue<unknown>;

const UNSET = null as unknown as Value;

/** Returns the values of the structure at `base` as a tuple. The memory must hold the whole structure. */
export function unpackValues(
  layout: Layout,
  memory: Uint8Array,
  data: DataView,
  base: number,
  type: ByteType<unknown>,
): readonly Value[] {
  const { kinds, offsets, littleEndian } = layout;
  const values = new Array<Value>(layout.count);
  // With an object in it, V8 never stores the list as unboxed numbers, which would lose the payload of a NaN
  // and would be boxed anyway when the tuple is frozen.
  if (layout.count > 0) values[0] = UNSET;
  if (layout.plain) {
    for (let k = 0; k < kinds.length; k++) {
      values[k] = unpackItem(kinds[k] as Kind, data, base + offsets[k]!, littleEndian) as Value;
    }
  } else unpackEntries(layout, memory, data, base, values, type);
  return Object.freeze(values);
}

/** Entries with any number of items, including bytes. */
function unpackEntries(
  { kinds, offsets, sizes, repeats, littleEndian }: Layout,
  memory: Uint8Array,
  data: DataView,
  base: number,
  values: Value[],
  type: ByteType<unknown>,
): void {
  let next = 0;
  for (let k = 0; k < kinds.length; k++) {
    const kind = kinds[k]!;
    const size = sizes[k]!;
    let at = base + offsets[k]!;
    if (kind === Kind.CHAR || kind >= STRING) {
      for (let left = repeats[k]!; left > 0; left--) {
        values[next++] = unpackText(kind, memory, at, size, type);
        at += size;
      }
    } else {
      for (let left = repeats[k]!; left > 0; left--) {
        values[next++] = unpackItem(kind as Kind, data, at, littleEndian) as Value;
        at += size;
      }
    }
  }
}

/** `c`, `s` and `p`. A Pascal string whose length byte is too large ends at the end of its field. */
function unpackText(
  kind: number,
  memory: Uint8Array,
  at: number,
  size: number,
  type: ByteType<unknown>,
): unknown {
  if (kind !== PASCAL || size === 0) return type.copy(memory, at, at + size);
  const length = Math.min(memory[at]!, size - 1);
  return type.copy(memory, at + 1, at + 1 + length);
}
