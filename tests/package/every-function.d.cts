/** The entries of a copy of the library, by name. */
type Copy = Record<string, Record<string, unknown>>;

/** See every-function.cjs. */
declare function differences(
  ours: Copy,
  theirs: Copy,
  called?: Record<string, unknown>,
): { count: number; found: string[] };
export = differences;
