/**
 * The SipHash kernel. It works on one piece in the memory that `../layout.ts` maps and carries its state to
 * the next; `../simd-hash.ts` calls it.
 */
import { INPUT, STATE } from '../layout';

/**
 * SipHash-1-3 with a zero key over the piece of n bytes. It takes only whole words, except in the last piece,
 * which also takes the low byte of the total length and leaves the hash in the state; until then the state
 * holds v0 to v3.
 */
export function siphash(n: i32, isFirst: i32, isLast: i32, total: i32): void {
  // These are locals, because globals live in memory: with globals it takes twice as long.
  let v0: u64 = 0x736f6d6570736575;
  let v1: u64 = 0x646f72616e646f6d;
  let v2: u64 = 0x6c7967656e657261;
  let v3: u64 = 0x7465646279746573;
  if (!isFirst) {
    v0 = load<u64>(STATE);
    v1 = load<u64>(STATE, 8);
    v2 = load<u64>(STATE, 16);
    v3 = load<u64>(STATE, 24);
  }
  const end = INPUT + (n & ~7);
  if (isLast) {
    // The tail and three finishing rounds, which add nothing, count as words too, so that one loop takes
    // everything.
    let tail: u64 = (<u64>(total & 255)) << 56;
    for (let k = 0; k < (n & 7); k++) tail |= (<u64>load<u8>(end + k)) << ((<u64>k) << 3);
    store<u64>(end, tail);
    v128.store(end + 8, i64x2.splat(0));
    store<u64>(end + 24, 0);
  }
  // The words and the tail, then the finishing rounds. A condition inside the inner loop would cost a sixth.
  let at = INPUT;
  let stop = isLast ? end + 8 : end;
  for (let pass = 0; pass <= isLast; pass++) {
    for (; at < stop; at += 8) {
      const word = load<u64>(at);
      v3 ^= word;
      v0 += v1;
      v2 += v3;
      v1 = rotl<u64>(v1, 13) ^ v0;
      v3 = rotl<u64>(v3, 16) ^ v2;
      v0 = rotl<u64>(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = rotl<u64>(v1, 17) ^ v2;
      v3 = rotl<u64>(v3, 21) ^ v0;
      v2 = rotl<u64>(v2, 32);
      v0 ^= word;
    }
    if (pass < isLast) v2 ^= 255;
    stop = end + 32;
  }
  if (isLast) {
    store<u64>(STATE, v0 ^ v1 ^ v2 ^ v3);
  } else {
    store<u64>(STATE, v0);
    store<u64>(STATE, v1, 8);
    store<u64>(STATE, v2, 16);
    store<u64>(STATE, v3, 24);
  }
}
