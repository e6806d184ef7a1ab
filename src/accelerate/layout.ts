/**
 * The map of the kernels' memory. The memory has two pages and never grows: growing would detach its buffer,
 * and the first detached buffer of a process makes every typed array of that process slower in V8. The
 * kernels (AssemblyScript) and their callers (TypeScript) both read this file, so it holds only plain
 * numbers.
 */

/**
 * The number of bytes that one call of a kernel works on. Input and output of this size stay in the
 * first-level cache.
 */
export const PIECE = 16384;
/** The longest needle and the longest replacement that the kernels accept. */
export const NEEDLE_LIMIT = 4096;

/** The table of `translate`, 256 bytes. */
export const TABLE = 0;
/** What one call leaves for the next (SipHash's state, a carry) or for its caller (where it stopped). */
export const STATE = 256;
/**
 * The set of bytes that `squeeze` drops. Byte 16 h + l is bit h of byte l if h < 8, and bit h - 8 of byte 16
 * + l otherwise.
 */
export const DROPPED = 512;
/** The needle, followed by 16 bytes of slack: kernels may read past an end and mask what they read there. */
export const NEEDLE = 1024;
/** The replacement, followed by slack. */
export const REPLACEMENT = 5136;
/** The piece to work on, followed by 64 bytes of slack. */
export const INPUT = 9248;
/** The results: up to 4 bytes for each byte of the piece, followed by slack. */
export const OUTPUT = 25696;
export const OUTPUT_SIZE = 65536;
/**
 * The four characters by which `escape` writes each byte (the last ones may be unused), and how many of them
 * count.
 */
export const ESCAPES = 91584;
export const ESCAPE_LENGTHS = 92608;
/**
 * For each of the 256 masks of eight 16-bit lanes, the bytes of the lanes that are kept: 16 bytes each,
 * aligned to 16.
 */
export const LANES_KEPT = 92864;
/** The rows of the table that `translate` needs: 16 entries each, and 16 times the first byte. */
export const ROWS = 96960;
/** For each set of eight bytes, where `squeeze` finds them: 256 times 8 bytes. */
export const PACKING = 97472;
/**
 * What `toBase64` reads: eight vectors, followed by the last two digits of their alphabet. `simd-base64.ts`
 * writes them.
 */
export const ENCODING = 99520;
/** What `fromBase64` reads, in the same form. */
export const DECODING = 99680;
