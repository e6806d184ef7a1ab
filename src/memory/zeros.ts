import { SLAB_SIZE, allocateZeroed } from './allocate.js';
import { EMPTY, Range } from './content.js';
import { ofPlatform } from './platform.js';
import { mayShare } from './share.js';

/** Zeros that stay: as many as a slab, which every small value may keep alive. */
const few = new Uint8Array(SLAB_SIZE);
/** The largest zeros that were asked for last, as long as somebody has them. */
let many: WeakRef<Uint8Array> | null = null;

/** Zeros that are never written, so that all who want some share them: V8 takes 1.5 us to make 64 KiB of them. */
export function sharedZeros(length: number): Range {
  if (length === 0) return EMPTY;
  if (length <= SLAB_SIZE) return new Range(few, 0, length);
  const known = many?.deref();
  if (known !== undefined && known.length >= length && mayShare(known, length)) {
    return new Range(known, 0, length);
  }
  const fresh = allocateZeroed(length);
  many = ofPlatform(() => new WeakRef(fresh)) ?? null;
  return new Range(fresh, 0, length);
}
