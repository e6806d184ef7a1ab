/** The two look-ups in the table of character names. `unicode-names.ts` has them; `name-source.ts` hands them out. */
export interface CharacterNames {
  /** The name of a character; null when it has none. */
  characterName(codePoint: number): string | null;
  /** The character of a name or an alias; null when there is none. */
  codePointOfName(name: string): number | null;
}
