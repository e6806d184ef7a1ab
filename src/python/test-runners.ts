/**
 * Makes Jest and Vitest compare two instances of a class by their items alone. Both also compare the own properties of
 * iterables, and Jest counts symbols among them; the place of content in memory must not count. The one thing that
 * tells either of them to look at the items only is the mark of an ordered collection of Immutable.js. (Private
 * fields would hide too, but cost 0.5 ns on each item and 10 ns on each object in V8 11.)
 *
 * Not Python: it has no such need.
 */
export function comparedByItems(prototype: object): void {
  Object.defineProperty(prototype, '@@__IMMUTABLE_LIST__@@', { value: true });
}
