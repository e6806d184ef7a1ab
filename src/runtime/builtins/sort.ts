/**
 * The order of `sorted()`. It assumes nothing about `isLess`, which may be user code and may contradict
 * itself (NaN): short lists are compared in CPython's own sequence. Caller: `iteration.ts`.
 */

/** CPython sorts lists shorter than this without merging. */
const MIN_MERGED = 64;

/**
 * Sorts an array in place; equal items keep their order. The platform sorts lists of 64 items or more: its
 * result is the same for every consistent order.
 *
 * CPython: Objects/listobject.c `list_sort_impl`
 */
export function sortInPlace<T>(items: T[], isLess: (left: T, right: T) => boolean): void {
  if (items.length >= MIN_MERGED) {
    items.sort((left, right) => (isLess(left, right) ? -1 : isLess(right, left) ? 1 : 0));
  } else if (items.length > 1) {
    insertRest(items, firstRun(items, isLess), isLess);
  }
}

/** Makes the longest run at the start ascending, and returns its length. CPython: `count_run` */
function firstRun<T>(items: T[], isLess: (left: T, right: T) => boolean): number {
  const { length } = items;
  const isSmaller = (at: number) => isLess(items[at]!, items[at - 1]!);
  let end = 1;
  while (end < length && !isSmaller(end)) end++;
  if (end === length) return end;
  if (end > 1) {
    if (isLess(items[0]!, items[end - 1]!)) return end;
    reverse(items, 0, end);
  }
  end++;
  // Runs of equal items within a descending run are reversed twice, so they keep their order.
  let equal = 0;
  for (; end < length; end++) {
    if (isSmaller(end)) {
      reverse(items, end - equal - 1, end);
      equal = 0;
    } else if (isLess(items[end - 1]!, items[end]!)) break;
    else equal++;
  }
  reverse(items, end - equal - 1, end);
  reverse(items, 0, end);
  while (end < length && !isSmaller(end)) end++;
  return end;
}

/** Inserts the items from `sorted` on into the items before. CPython: `binarysort` */
function insertRest<T>(items: T[], sorted: number, isLess: (left: T, right: T) => boolean): void {
  for (let at = sorted; at < items.length; at++) {
    const item = items[at]!;
    let low = 0;
    let high = at;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isLess(item, items[middle]!)) high = middle;
      else low = middle + 1;
    }
    items.copyWithin(low + 1, low, at);
    items[low] = item;
  }
}

function reverse<T>(items: T[], from: number, to: number): void {
  for (let low = from, high = to - 1; low < high; low++, high--) {
    const item = items[low]!;
    items[low] = items[high]!;
    items[high] = item;
  }
}
