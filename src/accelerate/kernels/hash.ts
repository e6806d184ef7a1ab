import { INPUT, STATE } from '../layout';

/**
 * SipHash-1-3 with the key zero over the piece of n bytes: whole words only, except in the last piece, which also
 * takes the low byte of the total length and leaves the hash in the state; before that the state has v0 to v3.
 */
export function siphash(n: i32, isFirst: i32, isLast: i32, total: i32): void {
  // Locals, because globals are memory: with them it takes twice as long.
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
  const words = n & ~7;
  let rounds = (words >> 3) + (isLast ? 4 : 0);
  let at = INPUT;
  let tail: u64 = 0;
  if (isLast) {
    tail = (<u64>(total & 255)) << 56;
    for (let k = 0; k < (n & 7); k++) tail |= (<u64>load<u8>(INPUT + words + k)) << ((<u64>k) << 3);
  }
  // The words, then the tail, then three rounds of finish that add nothing.
  while (rounds > 0) {
    let word: u64 = 0;
    if (rounds > 4 || !isLast) word = load<u64>(at);
    else if (rounds === 4) word = tail;
    else if (rounds === 3) v2 ^= 255;
    at += 8;
    rounds--;
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
  if (isLast) {
    store<u64>(STATE, v0 ^ v1 ^ v2 ^ v3);
  } else {
    store<u64>(STATE, v0);
    store<u64>(STATE, v1, 8);
    store<u64>(STATE, v2, 16);
    store<u64>(STATE, v3, 24);
  }
}
