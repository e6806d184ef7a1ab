/** The laws of bytes: each is a function that returns true for both types and every content. */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { Slice } from '../../src/python/index.js';

export type Subject = Bytes | ByteArray;
export type Type = typeof Bytes | typeof ByteArray;

export const of = (type: Type, bytes: Iterable<number>): Subject => new type(bytes);

const same = (a: Subject, b: Subject) => a.equals(b) && a.constructor === b.constructor;
const joined = (type: Type, parts: readonly Subject[]) => of(type, []).join(parts);

/** `b[:i] + b[i:] == b`. */
export function cutAnywhere(b: Subject, i: number): boolean {
  return same(b.slice(null, i).concat(b.slice(i)), b);
}

/** `b[start:stop:step]` has the items at each of its indices. */
export function sliceIsItsIndices(
  b: Subject,
  start: number | null,
  stop: number | null,
  step: number,
): boolean {
  const length = b.length;
  const clamp = (i: number) =>
    Math.min(Math.max(i < 0 ? i + length : i, step < 0 ? -1 : 0), step < 0 ? length - 1 : length);
  const from = start === null ? (step < 0 ? length - 1 : 0) : clamp(start);
  const to = stop === null ? (step < 0 ? -1 : length) : clamp(stop);
  const items: number[] = [];
  for (let i = from; step < 0 ? i > to : i < to; i += step) items.push(b.get(i));
  return (
    b.slice(start, stop, step).equals(new Bytes(items)) &&
    b.get(new Slice(start, stop, step)).equals(new Bytes(items))
  );
}

/** Reversing twice changes nothing; the iterators agree with the indices. */
export function iterationIsIndexing(b: Subject): boolean {
  const items = Array.from({ length: b.length }, (_, i) => b.get(i));
  return (
    [...b].join() === items.join() &&
    [...b.reversed()].reverse().join() === items.join() &&
    b.slice(null, null, -1).slice(null, null, -1).equals(b)
  );
}

/**
 * `sep.join(b.split(sep)) == b`, from both sides and with any limit; no part but the last has the separator.
 */
export function splitIsUndoneByJoin(type: Type, b: Subject, separator: Subject, limit: number): boolean {
  if (separator.length === 0) return true;
  const sep = of(type, separator);
  const parts = b.split(sep, limit);
  const fromRight = b.rsplit(sep, limit);
  const most = limit < 0 ? Infinity : limit;
  return (
    same(sep.join(parts), b) &&
    same(sep.join(fromRight), b) &&
    parts.length === Math.min(b.count(sep), most) + 1 &&
    parts.slice(0, -1).every((part) => !part.includes(sep)) &&
    fromRight.slice(1).every((part) => !part.includes(sep))
  );
}

/** `split()` returns everything but whitespace; the lines with their ends make up the whole. */
export function otherSplits(type: Type, b: Subject): boolean {
  const words = b.split();
  return (
    words.every((word) => word.length > 0 && word.strip().equals(word)) &&
    words.map(String).join() === b.rsplit().map(String).join() &&
    same(joined(type, b.splitlines(true)), b) &&
    b.splitlines().every((line) => !line.includes(10) && !line.includes(13))
  );
}

/** `before + sep + after == b` for partition and rpartition. */
export function partitionIsUndoneByConcat(b: Subject, separator: Subject): boolean {
  if (separator.length === 0) return true;
  const [before, sep, after] = b.partition(separator);
  const [rbefore, rsep, rafter] = b.rpartition(separator);
  const found = b.includes(separator);
  return (
    before.concat(sep).concat(after).equals(b) &&
    rbefore.concat(rsep).concat(rafter).equals(b) &&
    (found
      ? before.length === b.find(separator) && rbefore.length === b.rfind(separator)
      : sep.length + rsep.length === 0)
  );
}

/** Conversion to hexadecimal digits and back, with and without separators. */
export function hexIsUndoneByFromhex(type: Type, b: Subject, group: number): boolean {
  return (
    b.hex().length === 2 * b.length &&
    type.fromhex(b.hex()).equals(b) &&
    type.fromhex(b.hex(' ', group)).equals(b) &&
    type.fromhex(new Bytes(b.hex().toUpperCase(), 'ascii')).equals(b)
  );
}

/** Any bytes survive latin-1, and ascii and utf-8 with surrogateescape; text survives utf-8. */
export function decodeIsUndoneByEncode(type: Type, b: Subject, text: string): boolean {
  return (
    new type(b.decode('latin-1'), 'latin-1').equals(b) &&
    new type(b.decode('utf-8', 'surrogateescape'), 'utf-8', 'surrogateescape').equals(b) &&
    new type(b.decode('ascii', 'surrogateescape'), 'ascii', 'surrogateescape').equals(b) &&
    new type(text, 'utf-16').decode('utf-16') === text &&
    new type(text, 'utf-8').decode() === text
  );
}

/** `replace` agrees with `count`, `split` and `join`. */
export function replaceAgrees(b: Subject, old: Subject, replacement: Subject, limit: number): boolean {
  const result = b.replace(old, replacement, limit);
  const times = limit < 0 ? b.count(old) : Math.min(b.count(old), limit);
  if (result.length !== b.length + times * (replacement.length - old.length)) return false;
  return old.length === 0 || result.equals(replacement.join(b.split(old, limit)));
}

/** find, rfind, count, startswith and endswith agree with the simplest search. */
export function searchAgrees(b: Subject, needle: Subject, start: number, end: number): boolean {
  const length = b.length;
  const to = Math.min(end < 0 ? Math.max(0, end + length) : end, length);
  const from = start < 0 ? Math.max(0, start + length) : start;
  const places: number[] = [];
  for (let i = from; i + needle.length <= to; i++)
    if (b.slice(i, i + needle.length).equals(needle)) places.push(i);
  let count = 0;
  let next = -1;
  for (const place of places) {
    if (place < next) continue;
    count++;
    next = place + Math.max(1, needle.length);
  }
  return (
    b.find(needle, start, end) === (places[0] ?? -1) &&
    b.rfind(needle, start, end) === (places[places.length - 1] ?? -1) &&
    b.count(needle, start, end) === count &&
    b.startswith(needle, start, end) === (places[0] === from) &&
    b.endswith(needle, start, end) === (places.includes(to - needle.length) && to >= from)
  );
}

/** The order is that of arrays of numbers. */
export function orderIsLexicographic(a: Subject, b: Subject): boolean {
  const x = [...a];
  const y = [...b];
  const i = x.findIndex((item, at) => item !== y[at]);
  const expected = i < 0 ? Math.sign(x.length - y.length) : i >= y.length ? 1 : Math.sign(x[i]! - y[i]!);
  return (
    a.compare(b) === expected &&
    b.compare(a) === (expected === 0 ? 0 : -expected) &&
    a.equals(b) === (expected === 0)
  );
}

/** Equal bytes have equal hashes. */
export function hashFollowsEquality(b: Subject): boolean {
  const copy = new Bytes([...b]);
  return new Bytes(b).hash() === copy.hash();
}

/** `translate` with a table from `maketrans` and a set works byte by byte. */
export function translateAgrees(b: Subject, from: Subject, to: Subject, deleted: Subject): boolean {
  const length = Math.min(from.length, to.length);
  const table = Bytes.maketrans(from.slice(0, length), to.slice(0, length));
  const expected = [...b].filter((byte) => !deleted.includes(byte)).map((byte) => table.get(byte));
  return b.translate(table, deleted).equals(new Bytes(expected));
}

/** Padding adds only fill bytes; stripping removes only bytes of the set. */
export function padAndStrip(b: Subject, width: number): boolean {
  const fill = new Bytes([0]);
  const size = Math.max(width, b.length);
  return (
    [b.center(width, fill), b.ljust(width, fill), b.rjust(width, fill)].every(
      (padded) => padded.length === size && padded.strip(fill).equals(b.strip(fill)) && padded.includes(b),
    ) && b.lstrip(fill).rstrip(fill).equals(b.strip(fill))
  );
}

/** `b * n` is `n` times `b`. */
export function repeatIsConcat(type: Type, b: Subject, times: number): boolean {
  return same(b.repeat(times), joined(type, Array<Subject>(Math.max(0, times)).fill(b)));
}
