// Addresses in reprs: JavaScript tells none, so they are made up. Callers: repr-value.ts, memoryview.
const addresses = new WeakMap<object, string>();
let next = 0x7f0000000000;

/** A made-up address for the repr of an object, always the same one for the same object. */
export function addressText(object: object): string {
  let text = addresses.get(object);
  if (text === undefined) {
    next += 0x40;
    text = `0x${next.toString(16)}`;
    addresses.set(object, text);
  }
  return text;
}
