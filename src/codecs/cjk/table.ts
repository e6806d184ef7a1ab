/**
 * A table of two-byte sequences and their characters, and the reader and writer of packed tables. The codecs
 * of this folder and `scripts/generate-cjk.mjs` use it.
 */

/** Marks a value as an index into `specials`, because no codec maps anything to a surrogate. */
const SPECIAL = 0xd800;
const SPECIAL_END = 0xe000;

/** Maps two bytes (the first times 256 plus the second) to a text of one character or, rarely, two. */
export class Table {
  /** The UTF-16 unit of each sequence; 0 for none, 0xd800 + i for `specials[i]`. */
  readonly units = new Uint16Array(0x10000);
  readonly specials: string[] = [];

  get(key: number): string {
    const unit = this.units[key]!;
    if (unit === 0) return '';
    return unit >= SPECIAL && unit < SPECIAL_END ? this.specials[unit - SPECIAL]! : String.fromCharCode(unit);
  }

  /** @param text empty to remove the sequence */
  set(key: number, text: string): void {
    if (text.length <= 1) {
      this.units[key] = text === '' ? 0 : text.charCodeAt(0);
    } else {
      this.units[key] = SPECIAL + this.specials.length;
      this.specials.push(text);
    }
  }

  /** Copies the sequences of another table, each to another position; -1 omits one. */
  add(from: Table, move: (key: number) => number): void {
    for (let key = 0; key < 0x10000; key++) {
      if (from.units[key] === 0) continue;
      const to = move(key);
      if (to !== -1) this.set(to, from.get(key));
    }
  }
}

/** Printable ASCII without the two characters that a string literal would have to escape. */
const DIGITS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter((character) => !"'\\".includes(character))
  .join('');
const RADIX = DIGITS.length;

// The first digit of a value says how it is written.
const RUN = 0;
const PAIR = 1;
const REMOVED = 2;
const ABSOLUTE = 3;
const ONE_DIGIT = 4;
const TWO_DIGITS = 44;
const THREE_DIGITS = 84;
const TWO_DIGIT_VALUES = (THREE_DIGITS - TWO_DIGITS) * RADIX;
const THREE_DIGIT_VALUES = (RADIX - THREE_DIGITS) * RADIX * RADIX;
/** Shorter runs of consecutive characters are written one by one. */
const SHORTEST_RUN = 3;
/** A digit below this ends a count, others continue it. */
const COUNT_RADIX = Math.floor(RADIX / 2);

/** A set of sequences as text: its trail bytes, and its cells in order. */
export interface Packed {
  readonly firstTrail: number;
  readonly trails: number;
  readonly cells: string;
}

class Reader {
  at = 0;
  constructor(readonly text: string) {}

  digit(): number {
    return DIGITS.indexOf(this.text[this.at++]!);
  }

  number(digits: number): number {
    let value = 0;
    for (let i = 0; i < digits; i++) value = value * RADIX + this.digit();
    return value;
  }

  count(): number {
    let value = 0;
    for (let weight = 1; ; weight *= COUNT_RADIX) {
      const digit = this.digit();
      value += (digit % COUNT_RADIX) * weight;
      if (digit < COUNT_RADIX) return value;
    }
  }
}

/** Adds the cells of a packed set to a table and replaces existing ones. */
export function unpack({ firstTrail, trails, cells }: Packed, table: Table): void {
  const reader = new Reader(cells);
  let cell = 0;
  let previous = 0;
  const put = (text: string): void => {
    table.set((Math.floor(cell / trails) << 8) + firstTrail + (cell % trails), text);
    cell++;
  };
  const step = (folded: number): void => {
    previous += 1 + (folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2);
    put(String.fromCodePoint(previous));
  };
  while (reader.at < cells.length) {
    cell += reader.count();
    for (const end = cell + reader.count(); cell < end;) {
      const digit = reader.digit();
      if (digit === RUN) for (let left = reader.count() + SHORTEST_RUN; left > 0; left--) step(0);
      else if (digit === PAIR) put(String.fromCodePoint(reader.number(3), reader.number(3)));
      else if (digit === REMOVED) put('');
      else if (digit === ABSOLUTE) put(String.fromCodePoint((previous = reader.number(3))));
      else if (digit < TWO_DIGITS) step(digit - ONE_DIGIT);
      else if (digit < THREE_DIGITS) step((digit - TWO_DIGITS) * RADIX + reader.digit());
      else step((digit - THREE_DIGITS) * RADIX * RADIX + reader.number(2));
    }
  }
}

/**
 * The inverse of {@link unpack}, for the script that writes the sets. @param cells texts by key, in ascending
 * order
 */
export function pack(cells: readonly (readonly [key: number, text: string])[]): Packed {
  const keys = cells.map(([key]) => key & 0xff);
  const firstTrail = keys.reduce((least, key) => Math.min(least, key), 0xff);
  const trails = keys.reduce((most, key) => Math.max(most, key), 0) - firstTrail + 1;
  const place = (key: number): number => (key >> 8) * trails + (key & 0xff) - firstTrail;
  let text = '';
  let next = 0;
  let previous = 0;
  for (let i = 0; i < cells.length;) {
    let end = i + 1;
    while (end < cells.length && place(cells[end]![0]) === place(cells[end - 1]![0]) + 1) end++;
    const first = place(cells[i]![0]);
    text += writtenCount(first - next) + writtenCount(end - i);
    next = first + end - i;
    while (i < end) {
      const points = Array.from(cells[i]![1], (character) => character.codePointAt(0)!);
      const point = points[0];
      if (point === undefined) {
        text += DIGITS[REMOVED]!;
        i++;
        continue;
      }
      if (points.length === 2) {
        text += DIGITS[PAIR]! + writtenNumber(point, 3) + writtenNumber(points[1]!, 3);
        i++;
        continue;
      }
      let run = 0;
      while (i + run < end && cells[i + run]![1] === String.fromCodePoint(previous + 1 + run)) run++;
      if (run >= SHORTEST_RUN) {
        text += DIGITS[RUN]! + writtenCount(run - SHORTEST_RUN);
        previous += run;
        i += run;
        continue;
      }
      text += writtenStep(point, point - previous - 1);
      previous = point;
      i++;
    }
  }
  return { firstTrail, trails, cells: text };
}

function writtenStep(point: number, distance: number): string {
  const folded = distance >= 0 ? 2 * distance : -2 * distance - 1;
  if (folded < TWO_DIGITS - ONE_DIGIT) return DIGITS[ONE_DIGIT + folded]!;
  if (folded < TWO_DIGIT_VALUES) return writtenNumber(TWO_DIGITS * RADIX + folded, 2);
  if (folded < THREE_DIGIT_VALUES) return writtenNumber(THREE_DIGITS * RADIX * RADIX + folded, 3);
  return DIGITS[ABSOLUTE]! + writtenNumber(point, 3);
}

function writtenNumber(value: number, digits: number): string {
  let text = '';
  for (let i = 0, rest = value; i < digits; i++, rest = Math.floor(rest / RADIX))
    text = DIGITS[rest % RADIX]! + text;
  return text;
}

function writtenCount(count: number): string {
  let text = '';
  let rest = count;
  for (; rest >= COUNT_RADIX; rest = Math.floor(rest / COUNT_RADIX))
    text += DIGITS[COUNT_RADIX + (rest % COUNT_RADIX)]!;
  return text + DIGITS[rest]!;
}
