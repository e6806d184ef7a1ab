/**
 * Operations on exact bytes that take less time than a call: short, so that V8 inlines them into a host's operators.
 * Caller: the adapter of Skulpt.
 */
import { LENGTH, MEMORY, START, TINY_LIMIT, allocate, intact } from '../memory/index.js';
import { bytesOf } from './bytes.js';
import type { Bytes } from './bytes.js';

/** The length, read where V8 has seen only objects of few shapes. */
export function lengthOf(value: Bytes): number {
  return value[LENGTH];
}

/** The bytes repeated, if that makes new bytes of at most TINY_LIMIT; null for all others. */
export function repeatedTiny(value: Bytes, times: number): Bytes | null {
  const length = value[LENGTH];
  const total = length * times;
  if (!(times > 1 && total > 1 && total <= TINY_LIMIT)) return null;
  const end = value[START] + length;
  const source = intact(value[MEMORY], end);
  const { [MEMORY]: target, [START]: start } = allocate(total);
  let at = start;
  for (let i = value[START]; i < end; i++) target[at++] = source[i]!;
  for (const stop = start + total; at < stop; at++) target[at] = target[at - length]!;
  return bytesOf(target, start, total);
}
