/**
 * Nameprep (RFC 3491): the form in which `idna.ts` compares and encodes a label. It follows Unicode 3.2. The
 * platform's normalization serves for characters that existed then.
 *
 * CPython: Lib/encodings/idna.py `nameprep`, Lib/stringprep.py
 */
import { PyUnicodeEncodeError } from '../exceptions/index.js';
import {
  ASSIGNED,
  CORRECTED,
  LEFT_TO_RIGHT,
  MOVED,
  NOTHING,
  PROHIBITED,
  RIGHT_TO_LEFT,
  SPELLED,
} from './stringprep.generated.js';

/** A set of code points, unpacked when it is first used. */
class PointSet {
  #bounds: number[] | undefined;

  constructor(readonly packed: string) {}

  has(character: string): boolean {
    const point = character.codePointAt(0)!;
    const bounds = (this.#bounds ??= unpackAscending(this.packed));
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bounds[middle]! <= point) low = middle + 1;
      else high = middle;
    }
    return low % 2 === 1;
  }
}

function unpackAscending(packed: string): number[] {
  let last = 0;
  return packed.split(' ').map((distance) => (last += parseInt(distance, 36)));
}

const nothing = new PointSet(NOTHING);
const assigned = new PointSet(ASSIGNED);
const prohibited = new PointSet(PROHIBITED);
const rightToLeft = new PointSet(RIGHT_TO_LEFT);
const leftToRight = new PointSet(LEFT_TO_RIGHT);

/** Unpacks a list of characters and their replacements. */
function unpackSpelled(packed: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const entry of packed.split('\n')) {
    const character = String.fromCodePoint(entry.codePointAt(0)!);
    map.set(character, entry.slice(character.length));
  }
  return map;
}

function unpackFolding(): Map<string, string> {
  const map = unpackSpelled(SPELLED);
  for (const run of MOVED.split(' ')) {
    const [first, count, step, distance] = run.split(',').map((number) => parseInt(number, 36));
    for (let i = 0, point = first!; i < count!; i++, point += step!) {
      map.set(String.fromCodePoint(point), String.fromCodePoint(point + distance!));
    }
  }
  return map;
}

let folding: Map<string, string> | undefined;
let corrected: Map<string, string> | undefined;

/** NFKC of Unicode 3.2: later characters stay unchanged. */
function normalize(text: string): string {
  corrected ??= unpackSpelled(CORRECTED);
  let done = '';
  let pending = '';
  for (const character of text) {
    if (assigned.has(character) || character.normalize('NFKC') === character) {
      pending += corrected.get(character) ?? character;
    } else {
      done += pending.normalize('NFKC') + character;
      pending = '';
    }
  }
  return done + pending.normalize('NFKC');
}

/** The prohibited characters that Python's repr does not escape. */
const PRINTABLE = /[\u2ff0-\u2ffb\ufffc\ufffd]/;

/** A prohibited character as Python's repr shows it. */
function shown(character: string): string {
  if (PRINTABLE.test(character)) return character;
  const point = character.codePointAt(0)!;
  const hex = point.toString(16);
  if (point > 0xffff) return `\\U${hex.padStart(8, '0')}`;
  return point > 0xff ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`;
}

/**
 * Prepares a label for encoding.
 *
 * @throws PyUnicodeEncodeError
 *   `'idna' codec can't encode character '\u3000' in position 0: Invalid character '\u3000'`
 */
export function nameprep(label: string): string {
  folding ??= unpackFolding();
  let mapped = '';
  for (const character of label) {
    if (!nothing.has(character)) mapped += folding.get(character) ?? character;
  }
  const text = normalize(mapped);
  const characters = Array.from(text);
  const refuse = (at: number, reason: string): never => {
    throw new PyUnicodeEncodeError('idna', text, at, at + 1, reason, characters[at]!.codePointAt(0));
  };
  const bad = characters.findIndex((character) => prohibited.has(character));
  if (bad !== -1) refuse(bad, `Invalid character '${shown(characters[bad]!)}'`);
  if (characters.some((character) => rightToLeft.has(character))) {
    const mixed = characters.findIndex((character) => leftToRight.has(character));
    if (mixed !== -1) refuse(mixed, 'Violation of BIDI requirement 2');
    const last = characters.length - 1;
    for (const end of [0, last]) {
      if (!rightToLeft.has(characters[end]!)) refuse(end, 'Violation of BIDI requirement 3');
    }
  }
  return text;
}
