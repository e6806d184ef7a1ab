type Copy = Readonly<Record<string, unknown>>;
declare function brokenLaws(
  ours: Copy,
  theirs: Copy,
  isBefore?: boolean,
): { count: number; broken: string[] };
export = brokenLaws;
