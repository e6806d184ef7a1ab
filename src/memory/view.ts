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

/** A shorter memory may be one of many that are read only once, so a view of it takes longer than it saves. */
const VIEWED = 4096;

/** Whether a view of a memory is worth its cost. Slabs and all large memories are. */
export function isViewed(m: Uint8Array): boolean {
  return m.length >= VIEWED;
}

/** Makes a view of a memory. */
export function makeView(m: Uint8Array): DataView {
  return new DataView(m.buffer, m.byteOffset, m.byteLength);
}

/**
 * Returns a view of a memory, which must not be lost. The views of the last three memories are kept until the end of
 * the turn: a program copies from few memories into the slab of the moment.
 */
export function viewOf(m: Uint8Array): DataView {
  if (m === first) return firstView!;
  if (m === second) return secondView!;
  return m === third ? thirdView! : keepView(m);
}

function keepView(m: Uint8Array): DataView {
  const view = makeView(m);
  const { resizable, growable } = view.buffer as { resizable?: boolean; growable?: boolean };
  // The length of its view would be that of now.
  if (resizable === true || growable === true) return view;
  if (first === null) void Promise.resolve().then(forget);
  third = second;
  thirdView = secondView;
  second = first;
  secondView = firstView;
  first = m;
  return (firstView = view);
}

/** No memory may stay alive for this file only. */
function forget(): void {
  first = second = third = null;
  firstView = secondView = thirdView = null;
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
