/**
 * How objects of a class are made without running its constructor, at the speed that each engine has for it. It assumes
 * that fields are kept under symbols; its callers are `Bytes`, `ByteArray` and `MemoryView`, for every result they return.
 * The measurements behind it stand in src/README.md.
 */

/** A class of nothing but declared fields. */
type Fields = new () => object;

/** A function that makes objects of another class. */
export type Maker<Args extends unknown[], T> = new (...args: Args) => T;

/**
 * Whether a function that assigns fields is the fastest way to make an object. It is in V8. Other engines ask the
 * Proxy at the end of the prototype chain about each of those fields, which takes 25 ns; they are told from V8 by
 * what their errors carry.
 */
const ASSIGNING_IS_FAST = ((error: object): boolean => !('line' in error) && !('lineNumber' in error))(
  new Error(),
);

/**
 * A constructor of objects that share the prototype of a class.
 *
 * @param type the class
 * @param fields declares the fields of its objects
 * @param assign assigns them. Each class has to have a function of its own: V8 inlines it as long as it is short and always
 *   called with the same kinds of arguments
 * @param assigning whether V8's way is taken; for tests
 */
export function makerOf<Args extends unknown[], T extends object>(
  type: { readonly prototype: T },
  fields: Fields,
  assign: (this: T, ...args: Args) => void,
  assigning = ASSIGNING_IS_FAST,
): Maker<Args, T> {
  const make = assigning ? assigningMaker : declaringMaker;
  return make(type, fields, assign as (...args: unknown[]) => void) as Maker<Args, T>;
}

/**
 * An assignment looks for a setter first. Placeholders end that search on the prototype itself: V8 takes 5 ns for an
 * object then, and 400 where the search goes on to the Proxy.
 */
function assigningMaker(type: { readonly prototype: object }, fields: Fields, assign: object): unknown {
  for (const name of Reflect.ownKeys(new fields())) {
    Object.defineProperty(type.prototype, name, { value: undefined, writable: true, configurable: true });
  }
  return Object.defineProperty(assign, 'prototype', { value: type.prototype });
}

/** Declared fields are defined without a search; to assign to a field that is there takes none either. */
function declaringMaker(
  type: { readonly prototype: object },
  fields: Fields,
  assign: (...args: unknown[]) => void,
): unknown {
  return function (...args: unknown[]): object {
    const made: object = Reflect.construct(fields, [], type as unknown as Fields) as object;
    Reflect.apply(assign, made, args);
    return made;
  };
}
