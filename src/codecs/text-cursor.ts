/**
 * Translates between positions in a JavaScript string (UTF-16 units) and in Python's (code points). It
 * remembers its last position, so a walk from left to right costs only one pass.
 */
export class TextCursor {
  #unit = 0;
  #point = 0;

  constructor(readonly text: string) {}

  /** The number of code points before a unit. */
  pointAt(unit: number): number {
    if (unit < this.#unit) this.#rewind();
    while (this.#unit < unit) this.#step();
    return this.#point;
  }

  /** The unit at which a code point begins; -1 past the end. */
  unitAt(point: number): number {
    if (point < this.#point) this.#rewind();
    while (this.#point < point) {
      if (this.#unit >= this.text.length) return -1;
      this.#step();
    }
    return this.#unit;
  }

  #step(): void {
    this.#unit += unitsAt(this.text, this.#unit);
    this.#point++;
  }

  #rewind(): void {
    this.#unit = 0;
    this.#point = 0;
  }
}

/** The number of units of the character at a unit: 2 for a surrogate pair, 1 for everything else. */
export function unitsAt(text: string, unit: number): 1 | 2 {
  const code = text.charCodeAt(unit);
  if (code < 0xd800 || code > 0xdbff || unit + 1 >= text.length) return 1;
  const next = text.charCodeAt(unit + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}
