/** A start/end pair applied to a length, as the search methods do. */
export interface Window {
  start: number;
  /** Never past the length; may lie before `start`, which means that nothing fits. */
  end: number;
}

/**
 * Clamps `start` and `end` of a search to a length; negative values count from the end. `start` may stay past
 * the length: then not even an empty needle is found.
 *
 * CPython: Objects/bytes_methods.c `ADJUST_INDICES`
 */
export function adjustWindow(length: number, start: number, end: number): Window {
  if (end > length) end = length;
  else if (end < 0) {
    end += length;
    if (end < 0) end = 0;
  }
  if (start < 0) {
    start += length;
    if (start < 0) start = 0;
  }
  return { start, end };
}
