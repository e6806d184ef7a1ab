/** Checksums: CRC-32, CRC-CCITT and Adler-32. `binascii` and `zlib` export them. */
import { kernels } from '../../accelerate/load.js';
import { tiers } from '../../accelerate/tiers.js';
import { intact } from '../../memory/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { asInt, takes } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { withBytes } from './with-bytes.js';

/** The polynomial of CRC-32, its bits in reverse. */
export const CRC_POLYNOMIAL = 0xedb88320;

/** CRC-32 of each byte, and of the byte after one, two and three zeros, to process four bytes at a time. */
const crc32Tables = Array.from({ length: 4 }, () => new Int32Array(256));
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ CRC_POLYNOMIAL : value >>> 1;
  crc32Tables[0]![byte] = value;
}
for (let byte = 0; byte < 256; byte++) {
  for (let i = 1; i < 4; i++) {
    const before = crc32Tables[i - 1]![byte]!;
    crc32Tables[i]![byte] = crc32Tables[0]![before & 0xff]! ^ (before >>> 8);
  }
}

/** The low 32 bits of an int. */
export function low32(value: IntLike): number {
  const int = asInt(value);
  // Bigints take as long as the checksum of a few bytes.
  return typeof int === 'number' ? int >>> 0 : Number(BigInt.asUintN(32, int));
}

/** Node's own CRC-32 (22 and later), which takes a tenth of the time. */
const native: ((data: Uint8Array, value: number) => number) | null = (() => {
  try {
    const { process } = globalThis as {
      process?: {
        getBuiltinModule?: (name: string) => { crc32?: (data: Uint8Array, value: number) => number };
      };
    };
    const crc32 = process?.getBuiltinModule?.('node:zlib').crc32;
    return crc32?.(Uint8Array.of(97, 98, 99), 0) === 891568578 ? crc32 : null;
  } catch {
    return null;
  }
})();

/** From this many bytes on, the native function is worth the call. */
const NATIVE_FROM = 64;

/**
 * The CRC-32 of bytes.
 *
 * @param value the checksum of the preceding bytes; its low 32 bits count
 * @returns an int from 0 to 2**32 - 1
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 *
 * @example
 * ```ts
 * crc32(b`hello world`) // 222957957
 * crc32(b` world`, crc32(b`hello`)) // 222957957
 * ```
 *
 * CPython: Modules/zlibmodule.c `zlib_crc32_impl`, Modules/binascii.c `binascii_crc32_impl`
 */
export function crc32(data: BytesLike, value: IntLike = 0): number {
  takes('crc32', arguments.length, 1, 2);
  return withBytes(data, (memory, start, end) => {
    const before = low32(value);
    intact(memory, end);
    if (tiers.natives && native !== null && end - start >= NATIVE_FROM)
      return native(memory.subarray(start, end), before);
    return plainCrc32(memory, start, end, before);
  });
}

function plainCrc32(memory: Uint8Array, start: number, end: number, before: number): number {
  const [one, two, three, four] = crc32Tables as [Int32Array, Int32Array, Int32Array, Int32Array];
  let crc = ~before;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    crc ^= memory[i]! | (memory[i + 1]! << 8) | (memory[i + 2]! << 16) | (memory[i + 3]! << 24);
    crc = four[crc & 0xff]! ^ three[(crc >>> 8) & 0xff]! ^ two[(crc >>> 16) & 0xff]! ^ one[crc >>> 24]!;
  }
  for (; i < end; i++) crc = one[(crc ^ memory[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** CRC-CCITT of each byte. */
const hqxTable = Uint16Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 8;
  for (let bit = 0; bit < 8; bit++) value = value & 0x8000 ? (value << 1) ^ 0x1021 : value << 1;
  return value;
});

export const ADLER_BASE = 65521;
/** From this many bytes on, the kernel is faster, including the copying. */
const KERNEL_FROM = 128;
/** The number of bytes that can be added before the sums pass 2**31. */
const ADLER_STRETCH = 3800;

/**
 * The Adler-32 checksum of bytes.
 *
 * @param value the checksum of the preceding bytes, 1 by default; its low 32 bits count
 * @returns an int from 0 to 2**32 - 1
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 *
 * @example
 * ```ts
 * adler32(b`hello world`) // 436929629
 * ```
 *
 * CPython: Modules/zlibmodule.c `zlib_adler32_impl`
 */
export function adler32(data: BytesLike, value: IntLike = 1): number {
  takes('adler32', arguments.length, 1, 2);
  return withBytes(data, (memory, start, end) => {
    const before = low32(value);
    intact(memory, end);
    let a = (before & 0xffff) % ADLER_BASE;
    let b = (before >>> 16) % ADLER_BASE;
    const k = end - start >= KERNEL_FROM ? kernels(end - start) : null;
    if (k !== null) return k.glue.adler32(k, memory, start, end, a, b);
    for (let i = start; i < end;) {
      const stop = Math.min(end, i + ADLER_STRETCH);
      // Eight bytes at a time, so that one sum waits for the other only once.
      for (; i + 8 <= stop; i += 8) {
        const c = memory[i]!;
        const d = memory[i + 1]!;
        const e = memory[i + 2]!;
        const f = memory[i + 3]!;
        const g = memory[i + 4]!;
        const h = memory[i + 5]!;
        const k = memory[i + 6]!;
        const l = memory[i + 7]!;
        b = (b + (a << 3) + (c << 3) + 7 * d + 6 * e + 5 * f + (g << 2) + 3 * h + (k << 1) + l) | 0;
        a = (a + c + d + e + f + g + h + k + l) | 0;
      }
      for (; i < stop; i++) {
        a += memory[i]!;
        b += a;
      }
      a %= ADLER_BASE;
      b %= ADLER_BASE;
    }
    return ((b << 16) | a) >>> 0;
  });
}

/**
 * The CRC-CCITT of bytes, as binhex4 uses it.
 *
 * @param crc the checksum of the preceding bytes; its low 16 bits count
 * @returns an int from 0 to 65535
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 *
 * @example
 * ```ts
 * crc_hqx(b`123456789`, 0) // 12739
 * ```
 *
 * CPython: Modules/binascii.c `binascii_crc_hqx_impl`
 */
export function crc_hqx(data: BytesLike, crc: IntLike): number {
  takes('crc_hqx', arguments.length, 2);
  return withBytes(data, (memory, start, end) => {
    let value = low32(crc) & 0xffff;
    intact(memory, end);
    for (let i = start; i < end; i++) value = ((value & 0xff) << 8) ^ hqxTable[(value >> 8) ^ memory[i]!]!;
    return value;
  });
}
