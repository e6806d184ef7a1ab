/** Whether `am[as .. as+length)` and `bm[bs .. bs+length)` hold the same bytes. CPython: `memcmp() == 0`. */
export function equal(am: Uint8Array, as: number, bm: Uint8Array, bs: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (am[as + i] !== bm[bs + i]) return false;
  return true;
}

/** Order by bytes, then by length. CPython: Objects/bytesobject.c `bytes_richcompare`. */
export function compare(
  am: Uint8Array,
  as: number,
  ae: number,
  bm: Uint8Array,
  bs: number,
  be: number,
): -1 | 0 | 1 {
  const length = Math.min(ae - as, be - bs);
  for (let i = 0; i < length; i++) {
    const difference = am[as + i]! - bm[bs + i]!;
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  const rest = ae - as - (be - bs);
  return rest === 0 ? 0 : rest < 0 ? -1 : 1;
}
