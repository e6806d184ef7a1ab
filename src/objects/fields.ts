/**
 * Makes objects of a class without its constructor, as fast as each engine allows. It assumes that fields are
 * kept under symbols. `Bytes`, `ByteArray` and `MemoryView` make every result with it. src/README.md has the
 * measurements.
 */
import { defineHidden } from '../exceptions/index.js';

/** A class that only declares fields. */
type Fields = new () => object;

/** A function that makes objects of another class. */
export type Maker<Args extends unknown[], T> = new (...args: Args) => T;

/**
 * Whether a function that assigns fields is the fastest way to make an object. It is in V8. Other engines ask
 * the Proxy at the end of the prototype chain about each of those fields, which takes 25 ns.
 *
 * @param error an error of the engine: JavaScriptCore's have a `line`, and SpiderMonkey's a `lineNumber`
 */
export function isAssigningFast(error: object): boolean {
  return !('line' in error) && !('lineNumber' in error);
}

const ASSIGNING_IS_FAST = isAssigningFast(new Error());

/**
 * Returns a constructor of objects that share the prototype of a class.
 *
 * Node.js 20 and 22 stop optimizing an assignment to a symbol for good if something that they have learned
 * about it changes: the prototypes get methods, or a field holds objects of another class. From then on an
 * object takes 45 ns instead of 9. So a maker must hardly run before all methods are on the prototypes, and
 * each field that can hold objects of several classes must hold two of them at once.
 *
 * @param type the class
 * @param fields a class that only declares the fields
 * @param assign assigns the fields. Each class needs a function of its own: V8 inlines it only while it is
 *   short and always called with the same kinds of arguments
 * @param assigning whether to assign fields, as for V8; for tests
 */
export function makerOf<Args extends unknown[], T extends object>(
  type: { readonly prototype: T },
  fields: Fields,
  assign: (this: T, ...args: Args) => void,
  assigning = ASSIGNING_IS_FAST,
): Maker<Args, T> {
  const [make, setClass] = lateMakerOf(fields, assign, assigning);
  setClass(type);
  return make;
}

/**
 * Returns the same constructor for a class that is defined later, and the function that has to be called with
 * the class before the first object is made. With it, functions that make objects of a class do not import
 * the class, which imports them.
 */
export function lateMakerOf<Args extends unknown[], T extends object>(
  fields: Fields,
  assign: (this: T, ...args: Args) => void,
  assigning = ASSIGNING_IS_FAST,
): readonly [make: Maker<Args, T>, setClass: (type: { readonly prototype: T }) => void] {
  const make: object = assigning ? assign : declaringMaker(fields, assign as (...args: unknown[]) => void);
  const setClass = ({ prototype }: { readonly prototype: T }): void => {
    if (assigning) placeFields(prototype, fields);
    Object.defineProperty(make, 'prototype', { value: prototype });
  };
  return [make as Maker<Args, T>, setClass];
}

/**
 * An assignment first looks for a setter. Placeholders end that search on the prototype itself: with them V8
 * takes 5 ns for an object, and 400 ns if the search reaches the Proxy.
 */
function placeFields(prototype: object, fields: Fields): void {
  for (const name of Reflect.ownKeys(new fields())) defineHidden(prototype, name, undefined);
}

/** Declared fields are defined without a search, and assigning to an existing field needs none either. */
function declaringMaker(fields: Fields, assign: (...args: unknown[]) => void): object {
  return function make(...args: unknown[]): object {
    const made: object = Reflect.construct(fields, [], make) as object;
    Reflect.apply(assign, made, args);
    return made;
  };
}
