/** A list of at most so many is always kept from one use to the next: 512 KiB. */
const KEPT = 65536;

/**
 * A growing list of offsets that is used again and again, because V8 takes longer to make a list, and to collect it,
 * than finding what is written to it takes. A plain array: it holds offsets past 2^31, and a typed one is slower for few.
 */
export class Offsets {
  /** Only the first `count` items mean something. */
  list: number[] = [];
  count = 0;

  clear(): void {
    // A longer one, as long as the last use needed it: making it anew costs as much as the pieces that it is for.
    if (this.list.length > KEPT && this.count <= KEPT) this.list = [];
    this.count = 0;
  }

  push(offset: number): void {
    this.list[this.count++] = offset;
  }

  /** Makes the list long enough for so many more. */
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
