/**
 * What the kernels can handle, as plain numbers. The algorithms check these limits before they ask for the
 * kernels, which may never be loaded.
 */

/** The widest tab that `expandtabs` handles. */
export const TAB_LIMIT = 64;
/** The largest step that `gather` and `scatter` handle. */
export const GATHER_LIMIT = 15;
/** The longest replacement that `replace` handles. The kernels would gain little with longer ones. */
export const REPLACEMENT_LIMIT = 1024;
/** The longest needle that `replace` handles, because it compares candidates byte by byte. */
export const REPLACED_LIMIT = 64;
/**
 * The result of a search whose needle is too long for the kernels, or needs an algorithm that is linear in
 * the worst case.
 */
export const GIVE_UP = -2;

/**
 * The classes of bytes that `every` and `someWithout` know, as bits; see `classes` in `kernels/examine.ts`.
 */
export const DIGIT = 1;
export const UPPER = 2 | 4;
export const LOWER = 8 | 16;
export const SPACE = 32 | 64;
