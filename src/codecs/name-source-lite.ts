/** What stands in the place of `name-source.ts` in bundles for the web: no table until one is provided. */
interface Names {
  characterName(codePoint: number): string | null;
  codePointOfName(name: string): number | null;
}

let names: Names | undefined;

/** As in `unicode-names.ts`; undefined while there is no table. */
export function characterName(codePoint: number): string | null | undefined {
  return names?.characterName(codePoint);
}

/** As in `unicode-names.ts`; undefined while there is no table. */
export function codePointOfName(name: string): number | null | undefined {
  return names?.codePointOfName(name);
}

/** Provides the table. */
export function provideNames(table: Names): void {
  names = table;
}
