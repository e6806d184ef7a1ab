/** A mask of the lanes before the end, where `left` lanes are left. */
export function lanesBefore(left: i32): i32 {
  return left >= 16 ? 0xffff : (1 << left) - 1;
}
