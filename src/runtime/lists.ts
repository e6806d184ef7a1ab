/** Operations of lists and tuples, which are arrays of the host. The slots of the host's values call them. */
import { PyIndexError, PyMemoryError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { adjustSlice, asIndex, isIntLike, isSlice, isTuple, typeName, unpackSlice } from '../python/index.js';

type Items = readonly unknown[];

function like(original: Items, items: unknown[]): Items {
  return isTuple(original) ? Object.freeze(items) : items;
}

/** CPython names the built-in type in errors, also if a derived class made the items. */
const kindOf = (items: Items) => (isTuple(items) ? 'tuple' : 'list');

function checkedIndex(items: Items, key: unknown, what: string): number {
  if (!isIntLike(key)) {
    throw new PyTypeError(`${kindOf(items)} indices must be integers or slices, not ${typeName(key)}`);
  }
  const index = asIndex(key);
  const at = index < 0 ? index + items.length : index;
  if (at < 0 || at >= items.length) throw new PyIndexError(`${kindOf(items)} ${what}index out of range`);
  return at;
}

/** `items[key]` of a list. CPython: Objects/listobject.c `list_subscript` */
export function listItem(items: Items, key: unknown): unknown {
  if (!isSlice(key)) return items[checkedIndex(items, key, '')];
  const parts = unpackSlice(key);
  // JavaScript selects the same items as Python, four times as fast. A derived array would make one of its class.
  if (parts.step === 1 && (items.constructor as unknown) === Array)
    return items.slice(parts.start ?? 0, parts.stop ?? undefined);
  const { start, step, count } = adjustSlice(items.length, parts.start, parts.stop, parts.step);
  const result = new Array<unknown>(count);
  for (let i = 0; i < count; i++) result[i] = items[start + i * step];
  return result;
}

/** `items[key]` of a tuple. CPython: Objects/tupleobject.c `tuple_subscript` */
export function tupleItem(items: Items, key: unknown): unknown {
  const item = listItem(items, key);
  return isSlice(key) ? Object.freeze(item) : item;
}

/**
 * `items[key] = value`.
 *
 * @param itemsOf makes an array of the value that is assigned to a slice
 *
 * CPython: Objects/listobject.c `list_ass_subscript`
 */
export function setListItem(
  items: unknown[],
  key: unknown,
  value: unknown,
  itemsOf: (value: unknown) => unknown[],
): void {
  if (!isSlice(key)) {
    items[checkedIndex(items, key, 'assignment ')] = value;
    return;
  }
  const parts = unpackSlice(key);
  const values = itemsOf(value);
  const { start, stop, step, count } = adjustSlice(items.length, parts.start, parts.stop, parts.step);
  if (step === 1) {
    replaceRange(items, start, Math.max(start, stop), values);
    return;
  }
  if (values.length !== count) {
    throw new PyValueError(
      `attempt to assign sequence of size ${values.length} to extended slice of size ${count}`,
    );
  }
  for (let i = 0; i < count; i++) items[start + i * step] = values[i];
}

/** `del items[key]`. */
export function deleteListItem(items: unknown[], key: unknown): void {
  if (!isSlice(key)) {
    items.splice(checkedIndex(items, key, 'assignment '), 1);
    return;
  }
  const parts = unpackSlice(key);
  const { start, step, count } = adjustSlice(items.length, parts.start, parts.stop, parts.step);
  if (step === 1) {
    replaceRange(items, start, start + count, []);
    return;
  }
  const doomed = new Set<number>();
  for (let i = 0; i < count; i++) doomed.add(start + i * step);
  const kept = items.filter((_, i) => !doomed.has(i));
  replaceRange(items, 0, items.length, kept);
}

/** Does not spread the items, which fails past some 100,000. */
function replaceRange(items: unknown[], start: number, end: number, values: Items): void {
  const tail = items.slice(end);
  items.length = start;
  for (const value of values) items.push(value);
  for (const value of tail) items.push(value);
}

/** `left + right`. CPython: Objects/listobject.c `list_concat`. */
export function concatLists(left: Items, right: unknown): Items {
  if (!Array.isArray(right) || isTuple(right) !== isTuple(left)) {
    const name = kindOf(left);
    throw new PyTypeError(`can only concatenate ${name} (not "${typeName(right)}") to ${name}`);
  }
  return like(left, left.concat(right));
}

/** `items * count`. CPython: Objects/listobject.c `list_repeat`. */
export function repeatList(items: Items, count: number): Items {
  const times = Math.max(count, 0);
  if (items.length * times > 2 ** 32 - 1) throw new PyMemoryError();
  const result = new Array<unknown>(items.length * times);
  for (let i = 0; i < result.length; i++) result[i] = items[i % items.length];
  return like(items, result);
}
