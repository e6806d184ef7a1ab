/** Memory of zeros that many values share until one of them is written. */
import { SLAB_SIZE, allocateFilled } from './allocate.js';
import { EMPTY, Range } from './content.js';
import { ofPlatform } from './platform.js';
import { mayShare } from './share.js';

/** Zeros that are kept for ever, as many as a slab, which every small value may keep alive anyway. */
const few = new Uint8Array(SLAB_SIZE);
/** The largest zeros that were requested last, kept while somebody uses them. */
let many: WeakRef<Uint8Array> | null = null;

/**
 * Zeros that are never written, shared by all values that need some: V8 takes 1.5 us to create 64 KiB of
 * them.
 */
export function sharedZeros(length: number): Range {
  if (length === 0) return EMPTY;
  if (length <= SLAB_SIZE) return new Range(few, 0, length);
  const known = many?.deref();
  if (known !== undefined && known.length >= length && mayShare(known, length)) {
    return new Range(known, 0, length);
  }
  const fresh = allocateFilled(length);
  many = ofPlatform(() => new WeakRef(fresh)) ?? null;
  return new Range(fresh, 0, length);
}
