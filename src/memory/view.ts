/**
 * Views through which bytes are read and written in words. A `DataView` reads words at any alignment as fast as a
 * `Uint32Array` reads aligned ones, but takes about 150 ns to make, so those of the last memories are kept.
 */

let first: Uint8Array | null = null;
let firstView: DataView | null = null;
let second: Uint8Array | null = null;
let secondView: DataView | null = null;
let third: Uint8Array | null = null;
let thirdView: DataView | null = null;
/** The views of memories that must not stay alive for this file: found in a third of the time of making one. */
const views = new WeakMap<Uint8Array, DataView>();

/** A shorter memory may be one of many that are read only once, so a view of it takes longer than it saves. */
const VIEWED = 4096;
/** The longest memory that may stay alive because it was among the last: a slab's. */
const KEPT_LIMIT = 65536;

/** Whether it is worth while to go through a view for some bytes of a memory, as it is in slabs. */
export function isViewed(m: Uint8Array): boolean {
  return m.length >= VIEWED && m.length <= KEPT_LIMIT;
}

/** From this many bytes on, words are faster than a loop over bytes if the view is kept. */
const WORDS = 16;
/** The same if a view has to be made. */
const WORDS_ANEW = 256;

/** Whether words are faster than a loop for `length` bytes of a memory. */
export function isWorthWords(m: Uint8Array, length: number): boolean {
  return length >= WORDS && (length >= WORDS_ANEW || isViewed(m));
}

/** Makes a view of a memory. */
export function makeView(m: Uint8Array): DataView {
  return new DataView(m.buffer, m.byteOffset, m.byteLength);
}

/**
 * Returns a view of a memory, which must not be lost. The views of the last three are kept, because a program copies
 * from few memories into the slab of the moment.
 */
export function viewOf(m: Uint8Array): DataView {
  if (m === first) return firstView!;
  if (m === second) return secondView!;
  return m === third ? thirdView! : findView(m);
}

function findView(m: Uint8Array): DataView {
  const isLarge = m.length > KEPT_LIMIT;
  const known = isLarge ? views.get(m) : undefined;
  if (known !== undefined) return known;
  const view = makeView(m);
  const { resizable, growable } = view.buffer as { resizable?: boolean; growable?: boolean };
  // The length of its view would be that of now.
  if (resizable === true || growable === true) return view;
  if (isLarge) views.set(m, view);
  else {
    third = second;
    thirdView = secondView;
    second = first;
    secondView = firstView;
    first = m;
    firstView = view;
  }
  return view;
}

/**
 * Copies at least 8 bytes, forwards: the target may overlap its source if it begins before it. The last eight bytes are
 * copied in one step, over some of those before them, instead of in a loop over single bytes, so they are read first.
 */
export function copyInWords(source: DataView, s: number, target: DataView, at: number, length: number): void {
  const last = length - 8;
  const low = source.getInt32(s + last, true);
  const high = source.getInt32(s + last + 4, true);
  for (let i = 0; i < last; i += 8) {
    const a = source.getInt32(s + i, true);
    const b = source.getInt32(s + i + 4, true);
    target.setInt32(at + i, a, true);
    target.setInt32(at + i + 4, b, true);
  }
  target.setInt32(at + last, low, true);
  target.setInt32(at + last + 4, high, true);
}
