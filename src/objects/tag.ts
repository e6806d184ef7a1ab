/**
 * How comparison helpers see the library's objects. They compare `Symbol.toStringTag` (node:assert, Jest, chai, lodash, sinon) or
 * what a `for...in` lists (dequal, uvu), and know no `equals`. So both carry the type and the content; without them,
 * `assert.deepEqual` and `dequal` accept different contents. The callers are the classes.
 */
import { isComplex } from '../python/index.js';
import { Digest } from './digest.js';

/** Contents of at most this many bytes or items are shown, longer ones hashed. */
export const SHOWN = 64;

/** The object that a text is made for may be anything: the prototype itself, or one whose memory is gone. */
export function safely(type: string, text: () => string): string {
  try {
    return text();
  } catch {
    return type;
  }
}

/** sinon reads a tag up to its first space or bracket, so no tag has one. The escapes are Python's. */
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

/** The tag of any items, whose texts are equal where the items are. */
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

/** An item as Python's `==` sees it: ints, floats and complex numbers of the same value have the same text. */
export function itemText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (!isComplex(value)) return numberText(value as number | bigint | boolean);
  return value.im === 0 ? numberText(value.re) : `${numberText(value.re)}+${numberText(value.im)}j`;
}

/**
 * Makes the accessor `contents`, which returns the tag, enumerable: a `for...in` has to list it. Methods are not, so it is the
 * only name that is listed.
 */
export function listed(prototype: object): void {
  Object.defineProperty(prototype, 'contents', { enumerable: true });
}
