/**
 * Addresses of objects for reprs such as `<memory at 0x7f...>`. JavaScript reveals none, so they are
 * invented; each object keeps its own. `repr-value.ts` and memoryview use them.
 */

const addresses = new WeakMap<object, string>();
let next = 0x7f0000000000;

/** Returns an invented address for the repr of an object, always the same for the same object. */
export function addressText(object: object): string {
  let text = addresses.get(object);
  if (text === undefined) {
    next += 0x40;
    text = `0x${next.toString(16)}`;
    addresses.set(object, text);
  }
  return text;
}
