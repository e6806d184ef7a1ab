/**
 * Two independent 64-bit hashes of a sequence of numbers or characters, which distinguish contents that are
 * too long to show. They are not cryptographic. The tags for comparison helpers use them.
 */

/** One lane: 32 bits, with its own multipliers. */
function mix(state: number, value: number, by: number, turn: number): number {
  const next = Math.imul(state ^ value, by);
  return (next << turn) | (next >>> (32 - turn));
}

function finish(state: number, length: number): number {
  let hash = state ^ length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Adds values one after the other. */
export class Digest {
  #a = 1;
  #b = 2;
  #c = 3;
  #d = 4;
  #length = 0;

  /** @param value an int of at most 32 bits */
  add(value: number): void {
    this.#a = mix(this.#a, value, 0x9e3779b1, 13);
    this.#b = mix(this.#b ^ this.#a, value, 0x85ebca6b, 17);
    this.#c = mix(this.#c, value, 0xc2b2ae35, 7);
    this.#d = mix(this.#d ^ this.#c, value, 0x27d4eb2f, 19);
    this.#length++;
  }

  /** Returns the two hashes so far, 16 hexadecimal digits each, one after the other. */
  text(): string {
    const lanes = [this.#a, this.#b, this.#c, this.#d].map((lane) =>
      finish(lane, this.#length).toString(16).padStart(8, '0'),
    );
    return lanes.join('');
  }
}
