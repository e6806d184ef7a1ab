/**
 * The decoder of `utf-8-sig`. CPython's is written in Python and compares a slice of its argument with the
 * mark. Caller: `info.ts`.
 */
import type { Bytes } from '../../bytes/index.js';
import { PyKeyError, PyTypeError } from '../../exceptions/index.js';
import type { Item, MemoryView } from '../../memoryview/index.js';
import { isHostBuffer } from '../../protocol/index.js';
import { brandOf, isArray, isMap, tuple, typeName } from '../../python/index.js';
import { BOM_UTF8 } from './marks.js';

type Decode = (input: Bytes, errors?: string) => readonly [text: string, length: number];

/**
 * Returns a decoder that skips a mark where Python's does: a slice of an array never equals bytes, and a
 * slice of a view does only if its items are the same numbers.
 *
 * @param bytes decodes bytes, with or without a mark
 * @param plain decodes UTF-8
 *
 * CPython: Lib/encodings/utf_8_sig.py `decode`
 */
export function behindMark(bytes: Decode, plain: Decode): Decode {
  return (input, errors) => {
    const kind = brandOf(input);
    if (kind === 'array') return plain(input, errors);
    if (kind === 'memoryview') return ofView(input as unknown as MemoryView<Item>, errors, plain);
    if (isMap(input)) throw new PyKeyError('slice(None, 3, None)');
    if (kind === undefined && !hasSubscripts(input))
      throw new PyTypeError(`'${typeName(input)}' object is not subscriptable`);
    return bytes(input, errors);
  };
}

function ofView(
  view: MemoryView<Item>,
  errors: string | undefined,
  plain: Decode,
): readonly [string, number] {
  const first = view.slice(null, BOM_UTF8.length);
  const isMarked = first.equals(BOM_UTF8);
  first.release();
  if (!isMarked) return plain(view as never, errors);
  const rest = view.slice(BOM_UTF8.length);
  try {
    const [text, length] = plain(rest as never, errors);
    return tuple(text, length + BOM_UTF8.length);
  } finally {
    rest.release();
  }
}

const hasSubscripts = (input: unknown): boolean =>
  typeof input === 'string' ||
  isHostBuffer(input) ||
  isArray(input) ||
  (typeof input === 'object' && input !== null && '__getitem__' in input);
