/**
 * `split`, `rsplit`, `partition` and `rpartition` over a leased separator. `part-methods.ts` calls these
 * functions.
 */
import { cut, cutBack, cutWords, cutWordsBack } from '../algorithms/cut.js';
import { find, rfind } from '../algorithms/index.js';
import { PyValueError } from '../exceptions/index.js';
import { MEMORY, EMPTY, LENGTH, START, intact } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { endLease, isBytesLike, isContent, lease, lenderOf, lendsItself } from '../protocol/index.js';
import { asSsizeArgument, bindOptions, isOptions, tuple } from '../python/index.js';
import { copyOfBuffer } from './construct.js';
import { PIN, UNPIN } from './hold.js';
import { MAKE, PART, PARTS, SAME } from './hooks.js';
import type { BytesSelf } from './hooks.js';

/** The middle of the result of `partition`: bytes return the separator itself, a bytearray a copy. */
export type Middle<Self, S> = Self extends { readonly kind: 'bytes' } ? S | Self : Self;

const SPLIT = ['sep', 'maxsplit'] as const;

export function splitBy<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  method: 'split' | 'rsplit',
  separator: unknown,
  maxsplit: unknown,
): Self[] {
  if (maxsplit === undefined && lendsItself(separator)) return splitAt(self, method, separator, -1);
  if (isOptions(maxsplit) || (!isContent(separator) && isOptions(separator))) {
    [separator, maxsplit] = bindOptions(method, SPLIT, [separator, maxsplit]);
  }
  const most = maxsplit === undefined ? -1 : asSsizeArgument(maxsplit);
  if (separator === null || separator === undefined) {
    const start = self[START];
    const run = method === 'split' ? cutWords : cutWordsBack;
    return self[PARTS](
      run(intact(self[MEMORY], self[START] + self[LENGTH]), start, start + self[LENGTH], most),
    );
  }
  self[PIN]();
  try {
    const sep = lease(separator);
    try {
      return splitAt(self, method, sep, most);
    } finally {
      endLease(sep);
    }
  } finally {
    self[UNPIN]();
  }
}

/** The parts between the places of a separator. */
function splitAt<Self extends BytesSelf<Self>>(
  self: BytesSelf<Self>,
  method: 'split' | 'rsplit',
  separator: Content,
  most: number,
): Self[] {
  const size = separator[LENGTH];
  if (size === 0) throw new PyValueError('empty separator');
  const start = self[START];
  const end = start + self[LENGTH];
  const run = method === 'split' ? cut : cutBack;
  const at = separator[START];
  return self[PARTS](
    run(intact(self[MEMORY], end), start, end, intact(separator[MEMORY], at + size), at, at + size, most),
  );
}

export function partitionAt<Self extends BytesSelf<Self>, S>(
  self: BytesSelf<Self>,
  separator: S,
  fromEnd: boolean,
): readonly [Self, Middle<Self, S>, Self] {
  const isBytes = self.kind === 'bytes';
  // A bytearray copies its separator first, so any exporter can be one; bytes lease theirs.
  const isPlain = isBytes && lendsItself(separator);
  const sep = isPlain ? separator : isBytes ? lease(separator) : copyOfSeparator(separator);
  try {
    const size = sep[LENGTH];
    if (size === 0) throw new PyValueError('empty separator');
    const start = self[START];
    const end = start + self[LENGTH];
    const ss = sep[START];
    const search = fromEnd ? rfind : find;
    const at = search(
      intact(self[MEMORY], self[START] + self[LENGTH]),
      start,
      end,
      intact(sep[MEMORY], sep[START] + sep[LENGTH]),
      ss,
      ss + size,
    );
    if (at < 0) {
      const whole = (isBytes ? self : self[SAME]()) as Self;
      const first = self[MAKE](EMPTY);
      const second = (isBytes ? first : self[MAKE](EMPTY)) as Middle<Self, S>;
      return fromEnd ? tuple(first, second, whole) : tuple(whole, second, first);
    }
    const middle = (
      isPlain ? separator : isBytes ? lenderOf(sep, separator) : self[MAKE](sep as Range)
    ) as Middle<Self, S>;
    return tuple(self[PART](start, at), middle, self[PART](at + size, end));
  } finally {
    if (!isPlain) endLease(sep);
  }
}

function copyOfSeparator(separator: unknown): Range {
  if (!isBytesLike(separator)) lease(separator);
  return copyOfBuffer(separator);
}
