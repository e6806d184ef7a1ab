/**
 * Known differences: faults of CPython, and addresses. A run counts them and fails for any other. Each is
 * recognized by its kind, in the words of compare.ts, and by what the program does. Caller: run.ts.
 */
import { kindOf } from './compare.js';
import type { Difference } from './compare.js';

type Memory = 'LP64' | 'ILP32';

/**
 * Faults of 3.15.0rc1 that the final release does not have: kinds, and a part of the program's JSON. The same
 * programs run on the final release, on 64-bit memory, where none of these is excused.
 */
const RC1: readonly (readonly [kind: RegExp, program: RegExp])[] = [
  // Formatting an empty bytearray, and reading one from no digits, returns bytes.
  [/^(?:method __mod__|operator i?mod) \| bytes \| bytearray$/, /mod/],
  [/^(?:call bytearray\.|method )fromhex \| bytes \| bytearray$/, /"(?:bytearray\.)?fromhex"/],
  // `fromhex` of a buffer with an odd number of digits also reads the byte behind the buffer.
  [/^(?:call (?:bytes|bytearray)\.|method )fromhex \| (?:bytes|bytearray) \| !ValueError/, /fromhex"/],
  // A bytearray whose `__init__` fails keeps uninitialized memory, so every later answer may differ.
  [/./, /"__init__","args":\[[^\]]/],
  // A bytearray that `extend`'s argument shrinks keeps such memory as well.
  [/./, /"extend","args":\[\{"o":.*"__buffer__"/],
  // `truncate` does not check the stream again after the size's `__index__`.
  [/^method truncate \| int \| !(?:BufferError|ValueError)/, /"truncate","args":\[\{"o"/],
  // `__init__` of a stream empties it despite a view, and later reads return nothing.
  [/./, /"getbuffer".*"__init__"/],
  // `byteswap` of complex numbers exchanges the bytes of real parts only.
  [
    / \| (?:array|bytearray|bytes|list|tuple|complex|memoryview) \| /,
    /"array\.array","args":\["Z[fd]".*"byteswap"/,
  ],
];

/**
 * A fault of the final release too: an array of 'e' has already grown, by uninitialized memory, when a number
 * turns out to be too large for 16 bits. Ours does not change, so it is shorter.
 */
function hasGrown({ program, expected, found }: Difference): boolean {
  const isArray = expected.startsWith('array e ') && found.startsWith('array e ');
  const text = JSON.stringify(program);
  return isArray && expected.length > found.length && /"name":"(?:append|insert|extend)"/.test(text);
}

/**
 * Another fault of the final release: if an item of `fromlist` fails while a view exports the array, the array
 * keeps its new length, with uninitialized memory. Ours has zeros there.
 */
function isUninitialized({ program, expected, found }: Difference): boolean {
  const text = JSON.stringify(program);
  const isArray = expected.startsWith('array ') && /^array . 0+$/.test(found);
  return isArray && expected.length === found.length && /"fromlist".*"__index__".*"memoryview"/.test(text);
}

/** Where an address begins: in text, and in bytes as hexadecimal digits. */
const ADDRESS = /at 0x|6174203078/;

/**
 * The digits of an address, which `b'%a' % view` prints. Answers are compared without them, unless a program takes
 * the bytes apart: it counts them, cuts them or iterates over them. The difference must be in a variable that
 * such a value went into.
 */
function isOfAddress({ program, at, answers }: Difference): boolean {
  const shown = new Set<number>();
  for (const [i, step] of program.entries()) {
    const used = Array.from(JSON.stringify(step).matchAll(/\{"v":(\d+)\}/g), ([, number]) => Number(number));
    if (used.some((number) => shown.has(number))) for (const number of [i, ...used]) shown.add(number);
    else if (ADDRESS.test(answers[i]!)) shown.add(i);
  }
  return shown.has(at % program.length);
}

/**
 * Whether a difference is of a known kind, for one of the two oracles: the final release on LP64, rc1 on
 * ILP32.
 */
export function isKnown(difference: Difference, memory: Memory): boolean {
  if (hasGrown(difference) || isUninitialized(difference) || isOfAddress(difference)) return true;
  if (memory === 'LP64') return false;
  const kind = kindOf(difference);
  const program = JSON.stringify(difference.program);
  return RC1.some(([kinds, programs]) => kinds.test(kind) && programs.test(program));
}
