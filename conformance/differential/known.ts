/**
 * Kinds of differences that are known and not mended, as compare.ts words them. A run counts them and fails for any other kind; who
 * mends one takes it out of here. Caller: run.ts.
 */
type Memory = 'LP64' | 'ILP32';

const FAULTS: readonly string[] = [
  // `%d` of an object with `__float__` and a buffer: CPython asks int() of it.
  "operator mod | !ValueError: invalid literal for int() with base N: b'\\xN\\xN | !TypeError: format argument N: %d requires a real number, no",
  'operator mod | bytes | bytearray',
  // None as a special method of a class derived from ours, in some places.
  "method __len__ | !TypeError: 'NoneType' object is not callable | int",
  "method __hash__ | !TypeError: 'NoneType' object is not callable | int",
  'call same | iterator | Hook',
  'method __reduce_ex__ | tuple | tuple',
];

/** What 3.15.0rc1 has wrong and the final release has right: `__init__` with an item out of range leaves memory behind. */
const RC1: readonly string[] = ['in the end | Hook | Hook'];

/** The kinds for one of the two oracles: the final release on LP64, rc1 on ILP32. */
export function knownKinds(memory: Memory): readonly string[] {
  return memory === 'LP64' ? FAULTS : [...FAULTS, ...RC1];
}
