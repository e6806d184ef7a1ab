/**
 * Kinds of differences that are known and not ours, as compare.ts words them. A run counts them and fails for any other kind.
 * Caller: run.ts.
 */
type Memory = 'LP64' | 'ILP32';

/** What 3.15.0rc1 has wrong and the final release has right. */
const RC1: readonly string[] = [
  // `__init__` with an item out of range leaves memory behind.
  'in the end | Hook | Hook',
  // The empty format of a bytearray becomes bytes.
  'method __mod__ | bytes | bytearray',
  'operator mod | bytes | bytearray',
];

/** The kinds for one of the two oracles: the final release on LP64, rc1 on ILP32. */
export function knownKinds(memory: Memory): readonly string[] {
  return memory === 'LP64' ? [] : RC1;
}
