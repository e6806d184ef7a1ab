/**
 * The seam to the table of names (270 KB): `namereplace` and `unicode_escape` ask here and nowhere else. Bundles for the web
 * get `name-source-lite.ts` in the place of this file, by package.json's `imports`.
 */
export { characterName, codePointOfName } from './unicode-names.js';

/** The table is here already. */
export function provideNames(_names: unknown): void {}
