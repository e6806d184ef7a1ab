/**
 * Makes the library's objects comparable for test helpers. These do not call `equals`: they compare
 * `Symbol.toStringTag` (node:assert, Jest, chai, ava, sinon), own properties (Bun, Deno), or the keys of a
 * `for...in` (dequal, uvu). So the tag and the listed key carry the type and the content, and the fields take
 * part in a comparison until the tag does. The classes call these functions.
 */
import { isComplex } from '../python/index.js';
import { Digest } from './digest.js';

/** Contents of at most this many bytes or items are shown; longer ones are hashed. */
export const SHOWN = 64;

/**
 * Returns a text, or another one if making it fails: `this` may be the prototype itself, or its memory lost.
 */
export function safely(otherwise: string, text: () => string): string {
  try {
    return text();
  } catch {
    return otherwise;
  }
}

/** An own property that returns the tag. */
const TAG = Symbol('pybuffer.tag');
const { propertyIsEnumerable: isEnumerable } = Object.prototype;
const TAG_PROPERTY: PropertyDescriptor & ThisType<object> = {
  get() {
    return Object.prototype.toString.call(this);
  },
  enumerable: true,
  configurable: true,
};

/**
 * Reads an object's tag. Helpers that read the tags of two objects go on to compare own enumerable properties
 * (`assert.deepStrictEqual`, chai, ava, Vitest's `toContainEqual`), and our fields say where the contents
 * are, so equal objects would differ. From its first tag on, an object shows them its tag instead of its
 * fields. Helpers that read no tag, such as Bun's, compare that property, so none of them sees two objects
 * without contents.
 *
 * @param otherwise the tag of an object that has no contents: the prototype itself, or one whose memory is
 *   lost
 */
export function tagged(value: object, otherwise: string, tag: () => string): string {
  return safely(otherwise, () => {
    // The prototype has no fields to hide, and an object that cannot get a property keeps them visible.
    const fields = Object.getOwnPropertySymbols(value).filter((key) => isField.call(value, key));
    if (fields.length > 0 && Object.isExtensible(value)) {
      Object.defineProperty(value, TAG, TAG_PROPERTY);
      for (const key of fields) Object.defineProperty(value, key, { enumerable: false });
    }
    return tag();
  });
}

/** Whether a key is one of the library's fields that comparison helpers see. */
function isField(this: object, key: symbol): boolean {
  return key !== TAG && isEnumerable.call(this, key) && key.description?.startsWith('pybuffer.') === true;
}

/**
 * sinon reads a tag only up to the first space or bracket, so a tag contains neither. The escapes are
 * Python's.
 */
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
    for (let i = 0; i < text.length; i++) digest.add(text.charCodeAt(i));
    digest.add(0);
  }
  return `${head}:${count}#${digest.text()}`;
}

function numberText(value: number | bigint | boolean): string {
  if (Number.isInteger(value)) return String(BigInt(value));
  return String(typeof value === 'boolean' ? Number(value) : value);
}

/**
 * Returns an item as Python's `==` sees it: ints, floats and complex numbers of the same value have the same
 * text.
 */
export function itemText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (!isComplex(value)) return numberText(value as number | bigint | boolean);
  return value.im === 0 ? numberText(value.re) : `${numberText(value.re)}+${numberText(value.im)}j`;
}

/**
 * Makes the accessor `contents`, which returns the tag, enumerable, because a `for...in` has to list it.
 * Methods are not enumerable, so it is the only name listed. npm's `util`, with which sinon shows values,
 * asks for the method `inspect`.
 */
export function listed(prototype: object): void {
  const value: unknown = (prototype as Record<symbol, unknown>)[Symbol.for('nodejs.util.inspect.custom')];
  Object.defineProperties(prototype, { contents: { enumerable: true }, inspect: { value } });
}
