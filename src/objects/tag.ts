/**
 * How comparison helpers see the library's objects. They know no `equals`: they compare `Symbol.toStringTag` (node:assert,
 * Jest, chai, lodash, sinon) or what a `for...in` lists (dequal, uvu). So both carry the type and the content; without them
 * `assert.deepEqual` and `dequal` accept different contents. The classes call these functions.
 */
import { isComplex } from '../python/index.js';
import { Digest } from './digest.js';

/** Contents of at most this many bytes or items are shown; longer ones are hashed. */
export const SHOWN = 64;

/** The object may be anything: the prototype itself, or an object whose memory is lost. */
export function safely(type: string, text: () => string): string {
  try {
    return text();
  } catch {
    return type;
  }
}

/** sinon reads a tag only up to the first space or bracket, so a tag contains neither. The escapes are Python's. */
function token(text: string): string {
  return text.replace(/[ \]]/g, (character) => (character === ' ' ? '\\x20' : '\\x5d'));
}

/** The tag of a sequence of numbers from 0 to 255. */
export function tagOfBytes(
  type: string,
  memory: Uint8Array,
  start: number,
  length: number,
  show: () => string,
): string {
  if (length <= SHOWN) return token(`${type}:${show()}`);
  const digest = new Digest();
  for (let i = start; i < start + length; i++) digest.add(memory[i]!);
  return `${type}:${length}#${digest.text()}`;
}

/** The tag of any items; equal items have equal texts. */
export function tagOfItems(head: string, count: number, texts: Iterable<string>): string {
  if (count <= SHOWN) return token(`${head}:${[...texts].join(',')}`);
  const digest = new Digest();
  for (const text of texts) {
    digest.addText(text);
    digest.add(0);
  }
  return `${head}:${count}#${digest.text()}`;
}

function numberText(value: number | bigint | boolean): string {
  if (typeof value === 'number' && Number.isInteger(value)) return String(BigInt(value));
  return String(typeof value === 'boolean' ? Number(value) : value);
}

/** Returns an item as Python's `==` sees it: ints, floats and complex numbers of the same value have the same text. */
export function itemText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (!isComplex(value)) return numberText(value as number | bigint | boolean);
  return value.im === 0 ? numberText(value.re) : `${numberText(value.re)}+${numberText(value.im)}j`;
}

/**
 * Makes the accessor `contents`, which returns the tag, enumerable, because a `for...in` has to list it. Methods are not
 * enumerable, so it is the only name listed.
 */
export function listed(prototype: object): void {
  Object.defineProperty(prototype, 'contents', { enumerable: true });
}
