/**
 * The hash of bytes: SipHash on 64-bit machines and FNV on 32-bit ones, as in CPython. `hash()` of bytes and
 * of read-only views calls it.
 */
import { kernels } from '../accelerate/load.js';
import { abi } from '../python/index.js';
import { LITTLE_ENDIAN } from './words.js';

/** From this many bytes on, the kernel is faster, including the copying (`npm run bench:tiers`). */
const KERNEL = 8;

const result = new BigInt64Array(1);
const halves = new Int32Array(result.buffer);

/**
 * CPython's hash of a bytes-like object under `PYTHONHASHSEED=0`: 0 for no bytes, never -1. For 32-bit memory
 * it matches CPython's WebAssembly build.
 *
 * CPython: Python/pyhash.c `Py_HashBuffer`
 */
export function hashBytes(m: Uint8Array, s: number, e: number): bigint {
  return abi().pointer === 8 ? siphash13(m, s, e) : BigInt(fnv(m, s, e));
}

/**
 * SipHash-1-3 with key zero, signed.
 *
 * The state is kept as 32-bit halves: with BigInts it is 15 times slower.
 *
 * CPython: Python/pyhash.c `siphash13`
 */
export function siphash13(m: Uint8Array, s: number, e: number): bigint {
  if (s >= e) return 0n;
  const length = e - s;
  if (length >= KERNEL) {
    const k = kernels(length);
    if (k !== null) {
      const hash = k.glue.siphash(k, m, s, e);
      return hash === -1n ? -2n : hash;
    }
  }
  // "somepseudorandomlygeneratedbytes", low and high halves.
  let v0 = 0x70736575,
    w0 = 0x736f6d65;
  let v1 = 0x6e646f6d,
    w1 = 0x646f7261;
  let v2 = 0x6e657261,
    w2 = 0x6c796765;
  let v3 = 0x79746573,
    w3 = 0x74656462;
  // Full words, then the tail with the low byte of the length on top, then three finishing rounds.
  const words = Math.floor(length / 8);
  for (let round = 0; round < words + 4; round++) {
    let lo = 0;
    let hi = 0;
    if (round < words) {
      lo = m[s]! | (m[s + 1]! << 8) | (m[s + 2]! << 16) | (m[s + 3]! << 24);
      hi = m[s + 4]! | (m[s + 5]! << 8) | (m[s + 6]! << 16) | (m[s + 7]! << 24);
      s += 8;
    } else if (round === words) {
      const rest = e - s;
      for (let i = 0; i < rest; i++) {
        if (i < 4) lo |= m[s + i]! << (8 * i);
        else hi |= m[s + i]! << (8 * i - 32);
      }
      hi |= (length % 256) << 24;
    } else if (round === words + 1) {
      v2 ^= 0xff;
    }
    v3 ^= lo;
    w3 ^= hi;
    let t = (v0 >>> 0) + (v1 >>> 0);
    w0 = (w0 + w1 + (t > 0xffffffff ? 1 : 0)) | 0;
    v0 = t | 0;
    t = (v2 >>> 0) + (v3 >>> 0);
    w2 = (w2 + w3 + (t > 0xffffffff ? 1 : 0)) | 0;
    v2 = t | 0;
    t = ((v1 << 13) | (w1 >>> 19)) ^ v0;
    w1 = ((w1 << 13) | (v1 >>> 19)) ^ w0;
    v1 = t;
    t = ((v3 << 16) | (w3 >>> 16)) ^ v2;
    w3 = ((w3 << 16) | (v3 >>> 16)) ^ w2;
    v3 = t;
    // v0 rotates by 32, so its halves swap.
    t = v0;
    v0 = w0;
    w0 = t;
    t = (v2 >>> 0) + (v1 >>> 0);
    w2 = (w2 + w1 + (t > 0xffffffff ? 1 : 0)) | 0;
    v2 = t | 0;
    t = (v0 >>> 0) + (v3 >>> 0);
    w0 = (w0 + w3 + (t > 0xffffffff ? 1 : 0)) | 0;
    v0 = t | 0;
    t = ((v1 << 17) | (w1 >>> 15)) ^ v2;
    w1 = ((w1 << 17) | (v1 >>> 15)) ^ w2;
    v1 = t;
    t = ((v3 << 21) | (w3 >>> 11)) ^ v0;
    w3 = ((w3 << 21) | (v3 >>> 11)) ^ w0;
    v3 = t;
    t = v2;
    v2 = w2;
    w2 = t;
    v0 ^= lo;
    w0 ^= hi;
  }
  return finish(v0 ^ v1 ^ v2 ^ v3, w0 ^ w1 ^ w2 ^ w3);
}

function finish(lo: number, hi: number): bigint {
  if (lo === -1 && hi === -1) lo = -2;
  halves[LITTLE_ENDIAN ? 0 : 1] = lo;
  halves[LITTLE_ENDIAN ? 1 : 0] = hi;
  return result[0]!;
}

const MULTIPLIER = 1000003;

/** The 32-bit hash of machines that cannot read words at any address. CPython: Python/pyhash.c `fnv`. */
function fnv(m: Uint8Array, s: number, e: number): number {
  if (s >= e) return 0;
  const length = e - s;
  let x = m[s]! << 7;
  // Whole words, except for the last one to four bytes, which are taken one by one.
  for (const stop = e - 4; s < stop; s += 4) {
    const word = m[s]! | (m[s + 1]! << 8) | (m[s + 2]! << 16) | (m[s + 3]! << 24);
    x = Math.imul(x, MULTIPLIER) ^ word;
  }
  for (; s < e; s++) x = Math.imul(x, MULTIPLIER) ^ m[s]!;
  x ^= length;
  return x === -1 ? -2 : x;
}
