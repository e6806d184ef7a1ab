/** A mask of the first `left` lanes, for the last step of a kernel's loop. */
export function lanesBefore(left: i32): i32 {
  return left >= 16 ? 0xffff : (1 << left) - 1;
}
