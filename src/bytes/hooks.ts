/**
 * The hooks by which `BytesBase` asks its two classes: symbols, so that no name of a method is taken and test
 * runners see no key.
 */

/** `(range) => Self`: a value over memory that nobody else writes. */
export const MAKE: unique symbol = Symbol('pybuffer.make');
/** `(start, end) => Self`: a part of my own memory, between absolute indices. */
export const PART: unique symbol = Symbol('pybuffer.part');
/** `(bounds) => Self[]`: the parts between ascending pairs of absolute indices. */
export const PARTS: unique symbol = Symbol('pybuffer.parts');
/** `() => Self`: a result with my own content. */
export const SAME: unique symbol = Symbol('pybuffer.same');
/** `(range) => Bytes`: a `Bytes`, whatever I am. */
export const MAKE_BYTES: unique symbol = Symbol('pybuffer.makeBytes');
/** `() => void`: counts an export while foreign code runs. */
export const PIN: unique symbol = Symbol('pybuffer.pin');
/** `() => void`: ends {@link PIN}. */
export const UNPIN: unique symbol = Symbol('pybuffer.unpin');

/** `(content) => Self`: my content and another, one after the other. */
export const JOIN_TWO: unique symbol = Symbol('pybuffer.joinTwo');
