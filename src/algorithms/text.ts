/**
 * Makes JavaScript strings from ASCII bytes and turns the engine's "too long" into a MemoryError. `hex`,
 * `repr` and the codecs call it.
 */
import { asciiTextNative } from '../accelerate/natives.js';
import { tiers } from '../accelerate/tiers.js';
import { PyMemoryError } from '../exceptions/index.js';

/** The most arguments that one call can take on every platform. */
const SPREAD = 4096;

/** Every engine supports strings up to this length: V8's limit is 2**29 - 24, others allow more. */
const ALWAYS = 2 ** 29 - 25;
/** No engine supports a longer string. */
const NEVER = 2 ** 31;

/**
 * Raises for a string that would be too long, before any of it is made.
 *
 * @param length of the string, in units
 * @throws PyMemoryError when the platform has no string of that length
 */
export function checkTextLength(length: number): void {
  if (length > ALWAYS && (length > NEVER || !isPossible(length))) throw new PyMemoryError();
}

/** V8 only records that a short string is repeated, so this test takes no memory. */
function isPossible(length: number): boolean {
  try {
    return ' '.repeat(length).length === length;
  } catch {
    return false;
  }
}

/**
 * Returns ASCII bytes as a string.
 *
 * @throws PyMemoryError when the platform has no string of that length
 */
export function asciiText(m: Uint8Array, s: number, e: number): string {
  if (asciiTextNative !== null && tiers.natives) return orMemoryError(asciiTextNative, m, s, e);
  let text = '';
  for (; s < e; s += SPREAD) {
    const codes = m.subarray(s, Math.min(e, s + SPREAD)) as unknown as number[];
    text += String.fromCharCode.apply(null, codes);
  }
  return text;
}

/** Calls a function that makes a string and can only fail because the string would be too long. */
export function orMemoryError(
  make: (m: Uint8Array, s: number, e: number) => string,
  m: Uint8Array,
  s: number,
  e: number,
): string {
  try {
    return make(m, s, e);
  } catch {
    throw new PyMemoryError();
  }
}
