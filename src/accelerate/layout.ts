/**
 * The map of the kernels' memory: two pages, never grown (growing would detach its buffer, and the first detached
 * buffer of a process makes every typed array of it slower in V8). Read by the kernels (AssemblyScript) and by
 * their callers (TypeScript), so these are bare numbers.
 */

/** Bytes that one call of a kernel works on: input and output stay in the first-level cache. */
export const PIECE = 16384;
/** Longest needle and longest replacement that the kernels take. */
export const NEEDLE_LIMIT = 4096;

/** The table of `translate`, 256 bytes. */
export const TABLE = 0;
/** What one call leaves for the next (SipHash's state, a carry) or for its caller (where it stopped). */
export const STATE = 256;
/** The set that `squeeze` drops: bit h of byte l (h < 8), or bit h - 8 of byte 16 + l, for the byte 16 h + l. */
export const DROPPED = 512;
/** The needle, 16 bytes of slack after it: kernels may read past an end, and mask what they read there. */
export const NEEDLE = 1024;
/** The replacement, with slack. */
export const REPLACEMENT = 5136;
/** The piece worked on, with 64 bytes of slack. */
export const INPUT = 9248;
/** A second piece, for comparisons. */
export const OTHER = 25696;
/** Results: up to 4 bytes for each of the piece, with slack. */
export const OUTPUT = 42144;
export const OUTPUT_SIZE = 65536;
/** How `escape` writes each byte: four characters, of which the last ones may be unused, and then their numbers. */
export const ESCAPES = 108032;
export const ESCAPE_LENGTHS = 109056;
/** Which bytes of eight 16-bit lanes stay, for each of the 256 masks of lanes: 16 bytes each, a multiple of 16 as their place is. */
export const LANES_KEPT = 109312;
/** The rows of the table that `translate` needs: 16 entries, and 16 times the byte of the first. */
export const ROWS = 113408;
/** For each set of eight bytes, where `squeeze` finds them: 256 times 8 bytes. */
export const PACKING = 113920;
