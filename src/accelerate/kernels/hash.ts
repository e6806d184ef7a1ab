import { INPUT, STATE } from '../layout';

let v0: u64 = 0;
let v1: u64 = 0;
let v2: u64 = 0;
let v3: u64 = 0;

function round(): void {
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
}

/**
 * SipHash-1-3 with the key zero over the piece of n bytes: whole words only, except in the last piece, which also
 * takes the low byte of the total length and leaves the hash in the state.
 */
export function siphash(n: i32, isFirst: i32, isLast: i32, total: i32): void {
  if (isFirst) {
    v0 = 0x736f6d6570736575;
    v1 = 0x646f72616e646f6d;
    v2 = 0x6c7967656e657261;
    v3 = 0x7465646279746573;
  }
  const words = n & ~7;
  for (let i = 0; i < words; i += 8) {
    const word = load<u64>(INPUT + i);
    v3 ^= word;
    round();
    v0 ^= word;
  }
  if (!isLast) return;
  let tail = (<u64>(total & 255)) << 56;
  for (let k = 0; k < (n & 7); k++) tail |= (<u64>load<u8>(INPUT + words + k)) << ((<u64>k) << 3);
  v3 ^= tail;
  round();
  v0 ^= tail;
  v2 ^= 255;
  round();
  round();
  round();
  store<u64>(STATE, v0 ^ v1 ^ v2 ^ v3);
}
