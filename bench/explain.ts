/** Why rows miss a target, where that is known and measured; shown beside them in the table. */
export const reasons: Readonly<Record<string, string>> = {};
