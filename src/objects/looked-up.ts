/**
 * The names that the library looks up in arbitrary values. Its own objects end those look-ups before the
 * Proxy at the end of their prototype chain (`subscripts.ts`). Rooms declare their names here, so that code
 * which reads any exporter does not bring the Proxy.
 */
import { defineHidden } from '../exceptions/index.js';

const declared: (string | symbol)[] = [];
let prototype: object | null = null;

function end(name: string | symbol): void {
  if (prototype === null) declared.push(name);
  else defineHidden(prototype, name, undefined);
}

/**
 * Ends look-ups of these names before the Proxy, for objects that do not have them. Every room calls it with
 * the names by which it finds out what kind of value it has.
 */
export function lookedUp(...names: readonly (string | symbol)[]): void {
  names.forEach(end);
}

/**
 * Names on which prototype look-ups end: those declared so far and all later ones. `subscripts.ts` calls it
 * once.
 */
export function endLookUpsAt(last: object): void {
  prototype = last;
  declared.forEach(end);
}
