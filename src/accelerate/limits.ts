/**
 * What the kernels can take, as bare numbers: the algorithms ask these before they ask for the kernels, which may never
 * be loaded.
 */

/** The widest tabs that `expandtabs` takes. */
export const TAB_LIMIT = 64;
/** The largest steps that `gather` and `scatter` take. */
export const GATHER_LIMIT = 15;
/** The longest replacement that `replace` takes; longer ones leave it little to win. */
export const REPLACEMENT_LIMIT = 1024;
/** The longest needle that `replace` takes: it compares candidates byte by byte. */
export const REPLACED_LIMIT = 64;
/** What a search returns for a needle that is too long for the kernels, or that only a linear algorithm can bear. */
export const GIVE_UP = -2;

/** The classes of bytes that `every` and `someWithout` know, as bits; see `classes` in `kernels/examine.ts`. */
export const DIGIT = 1;
export const UPPER = 2 | 4;
export const LOWER = 8 | 16;
export const SPACE = 32 | 64;
