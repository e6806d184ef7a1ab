/**
 * A reusable list of positions whose number is not known in advance. The functions that cut, split and
 * replace collect the bounds of their pieces in it.
 */

/** A list of at most this many offsets is always kept for the next use: 512 KiB. */
const KEPT = 65536;

/**
 * A growing list of offsets that is used again and again, because V8 takes longer to create and collect a
 * list than to find what is written to it. It is a plain array: it holds offsets past 2^31, and a typed array
 * is slower for a few.
 */
export class Offsets {
  /** Only the first `count` items are valid. */
  list: number[] = [];
  count = 0;

  clear(): void {
    // A longer list is cut to the length of its last use, because creating it again costs as much as the
    // pieces themselves.
    if (this.list.length > KEPT && this.count <= KEPT) this.list = [];
    this.count = 0;
  }

  push(offset: number): void {
    this.list[this.count++] = offset;
  }

  /** Makes the list long enough for this many more offsets. */
  reserve(more: number): void {
    const { list } = this;
    for (let missing = this.count + more - list.length; missing > 0; missing--) list.push(0);
  }

  reverse(): void {
    this.list.length = this.count;
    this.list.reverse();
  }

  toArray(): number[] {
    return this.list.slice(0, this.count);
  }
}
