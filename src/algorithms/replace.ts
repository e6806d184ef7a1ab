import { PyOverflowError } from '../exceptions/index.js';
import { MEMORY, START, allocate, copyBytes } from '../memory/index.js';
import type { Range } from '../memory/index.js';
import { abi } from '../python/index.js';
import { count as countNeedle, find } from './search.js';

/**
 * The first `count` occurrences of `om[os .. oe)` replaced by `nm[ns .. ne)`, in new memory; null where nothing
 * changes. An empty needle stands before each byte and at the end. A negative or infinite count means all.
 *
 * @throws PyOverflowError `replace bytes is too long` past `sys.maxsize`
 *
 * CPython: Objects/stringlib/transmogrify.h `replace`
 */
export function replace(
  m: Uint8Array,
  s: number,
  e: number,
  om: Uint8Array,
  os: number,
  oe: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  count: number,
): Range | null {
  if (count < 0) count = Infinity;
  const from = oe - os;
  const to = ne - ns;
  const times = countNeedle(m, s, e, om, os, oe, count);
  if (times === 0 || (from === 0 && to === 0)) return null;
  const total = e - s + times * (to - from);
  if (total > Number(abi().maxsize)) throw new PyOverflowError('replace bytes is too long');
  const result = allocate(total);
  const target = result[MEMORY];
  let at = result[START];
  let done = s;
  for (let i = 0; i < times; i++) {
    const place = from === 0 ? s + i : find(m, done, e, om, os, oe);
    copyBytes(m, done, place, target, at);
    at += place - done;
    copyBytes(nm, ns, ne, target, at);
    at += to;
    done = place + from;
  }
  copyBytes(m, done, e, target, at);
  return result;
}
