/**
 * What the functions beside `bytes-base.ts` may use of a `Bytes` or a `ByteArray`: its content, and the hooks
 * that make results. The hooks are symbols, so they clash with no method name and test runners do not list
 * them. Hooks that are called on an argument are the same in all copies of the library with the same layout;
 * the others tell this copy's objects from those of other copies.
 */
import { LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content, Offsets, Range } from '../memory/index.js';
import { PIN, UNPIN } from './hold.js';

export const MAKE: unique symbol = Symbol('pybuffer.make');
export const PART: unique symbol = Symbol('pybuffer.part');
export const PARTS: unique symbol = Symbol('pybuffer.parts');
export const SAME: unique symbol = Symbol('pybuffer.same');
export const MAKE_BYTES: unique symbol = Symbol('pybuffer.makeBytes');

/** `(content) => Self`: concatenates my content and another. */
export const JOIN_TWO: unique symbol = Symbol('pybuffer.joinTwo');

/** A `Bytes` or a `ByteArray`. `Self` is the type of its results. */
export interface BytesSelf<Self> extends Content {
  readonly kind: 'bytes' | 'bytearray';
  /** Makes a value over memory that nobody else writes. */
  [MAKE](range: Range): Self;
  /** Makes a part of my own memory, between absolute indices. */
  [PART](start: number, end: number): Self;
  /** Makes the parts between ascending pairs of absolute indices. `register-methods.ts` defines it. */
  [PARTS](bounds: Offsets): Self[];
  /** Makes a result with my own content. */
  [SAME](): Self;
  /** Makes a `Bytes`, whatever my type is. */
  [MAKE_BYTES](content: Content): unknown;
  /** Counts an export while user code runs. */
  [PIN](): void;
  /** Ends {@link PIN}. */
  [UNPIN](): void;
}

/**
 * What the methods of a part may use of `this`. `text-methods.ts` and `part-methods.ts` derive from it; it
 * has no instances. It implements {@link BytesSelf} without saying so, because the published types lack the
 * internal members.
 */
export abstract class Part<Self> {
  /** @internal */
  declare [MEMORY]: Uint8Array;
  /** @internal */
  declare [START]: number;
  /** @internal */
  declare [LENGTH]: number;

  /** @internal */
  abstract get kind(): 'bytes' | 'bytearray';

  /** @internal */
  abstract [MAKE](range: Range): Self;
  /** @internal */
  abstract [PART](start: number, end: number): Self;
  /** @internal */
  declare [PARTS]: (bounds: Offsets) => Self[];
  /** @internal */
  abstract [SAME](): Self;
  /** @internal */
  abstract [MAKE_BYTES](content: Content): unknown;
  /** @internal */
  abstract [PIN](): void;
  /** @internal */
  abstract [UNPIN](): void;
}
