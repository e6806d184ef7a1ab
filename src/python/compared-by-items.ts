/**
 * Makes Jest and Vitest compare two instances of a class only by their items. Both also compare the own
 * properties of iterables, and Jest includes symbols, but the position of content in memory must not count.
 * Only the mark of Immutable.js's ordered collections makes both compare nothing but items. (Private fields
 * would also hide it, but cost 0.5 ns on each item and 10 ns on each object in V8 11.)
 *
 * Not Python, which does not need it.
 */
export function comparedByItems(prototype: object): void {
  Object.defineProperty(prototype, '@@__IMMUTABLE_LIST__@@', { value: true });
}
