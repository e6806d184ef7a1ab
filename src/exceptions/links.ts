/**
 * A map from objects that costs little for each new one. Callers: exceptions without a stack, and those that cross to
 * hosts.
 */

/** A map from objects, which it does not keep alive. */
export interface Links {
  /** Undefined for an object without a value. */
  get(object: object): unknown;
  set(object: object, value: unknown): void;
}

/** Keeps the values in private fields of the objects, because a WeakMap takes a microsecond for each new one. */
export function links(): Links {
  /** The constructor returns its argument, so a class that extends it adds private fields to any object. */
  const Given = function (object: object): object {
    return object;
  } as unknown as new (object: object) => object;
  return class Link extends Given {
    #value: unknown;

    static get(object: object): unknown {
      return #value in object ? object.#value : undefined;
    }

    static set(object: object, value: unknown): void {
      (#value in object ? object : new Link(object)).#value = value;
    }
  };
}
