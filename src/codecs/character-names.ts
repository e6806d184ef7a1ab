/**
 * The two look-ups in the table of character names. `unicode-names.ts` implements them; `name-source.ts`
 * provides them.
 */
export interface CharacterNames {
  /** The name of a character; null if it has none. */
  characterName(codePoint: number): string | null;
  /** The character of a name or an alias; null if there is none. */
  codePointOfName(name: string): number | null;
}
