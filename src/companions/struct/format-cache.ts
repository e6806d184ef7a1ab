/** The cache of the formats that the module's functions have compiled. */
import { PyTypeError } from '../../exceptions/index.js';
import { abi, brandOf, isIntLike, isSlice, isTuple, typeName } from '../../python/index.js';
import { kindOf } from '../../protocol/index.js';
import type { ABI } from '../../python/index.js';

/** Like CPython's, the cache is emptied when it holds this many formats. */
const LIMIT = 100;

const UNHASHABLE = ['list', 'dict', 'set'];

/**
 * Why Python cannot use a value as a key of its cache: it is unhashable, or an item of a tuple or a part of a
 * slice is. Null if it can.
 */
function unhashable(format: unknown): string | null {
  // Bytes are converted to text before the lookup.
  if (typeof format !== 'object' || format === null || kindOf(format) === 'bytes') return null;
  const items = isTuple(format) ? format : isSlice(format) ? [format.start, format.stop, format.step] : null;
  if (items !== null) {
    return items.reduce<string | null>((reason, item) => reason ?? unhashable(item), null);
  }
  const { __hash__, __eq__ } = format as { __hash__?: unknown; __eq__?: unknown };
  const brand = brandOf(format);
  try {
    if (typeof __hash__ === 'function') {
      const hash: unknown = __hash__.call(format);
      return isIntLike(hash) ? null : '__hash__ method should return an integer';
    }
    // A released or writable view raises its own error, which must not be replaced.
    if (brand === 'memoryview') (format as { hash(): unknown }).hash();
  } catch (error) {
    if (error instanceof PyTypeError) return error.message;
    throw error;
  }
  const isMutable = brand === 'bytearray' || brand === 'array' || UNHASHABLE.includes(typeName(format));
  // A class that defines `__eq__` without `__hash__` is unhashable.
  const hasNone = isMutable || __hash__ === null || __eq__ !== undefined;
  return hasNone ? `unhashable type: '${typeName(format)}'` : null;
}

/**
 * Returns a function that compiles each format only once.
 *
 * @throws PyTypeError `cannot use 'list' as a dict key (unhashable type: 'list')`, from that function
 *
 * CPython: Modules/_struct.c `cache_struct_converter`
 */
export function formatCache<S extends { readonly format: string }>(
  compile: (format: unknown) => S,
): (format: unknown) => S {
  const cache = new Map<unknown, S>();
  let cachedABI: ABI | null = null;
  let last: S | null = null;
  function add(format: unknown): S {
    const reason = unhashable(format);
    if (reason !== null) {
      throw new PyTypeError(`cannot use '${typeName(format)}' as a dict key (${reason})`);
    }
    const struct = compile(format);
    if (cachedABI !== abi() || cache.size >= LIMIT) cache.clear();
    cachedABI = abi();
    // The key is the text, because a Map would not find another bytes object with the same content.
    cache.set(struct.format, struct);
    last = struct;
    return struct;
  }
  function find(format: unknown): S {
    const struct = cachedABI === abi() ? cache.get(format) : undefined;
    if (struct === undefined) return add(format);
    last = struct;
    return struct;
  }
  // Loops ask for the same format again and again, and comparing a string with itself takes a nanosecond.
  return (format) => (last !== null && last.format === format && cachedABI === abi() ? last : find(format));
}
