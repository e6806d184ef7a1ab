/** What stands in the place of `name-source.ts` in bundles for the web: no table until one is provided. */
let names: ((codePoint: number) => string | null) | undefined;

/** As in `unicode-names.ts`; undefined while there is no table. */
export function characterName(codePoint: number): string | null | undefined {
  return names?.(codePoint);
}

/** Provides the table. */
export function provideNames(characterName: (codePoint: number) => string | null): void {
  names = characterName;
}
