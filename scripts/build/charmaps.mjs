/**
 * Generates `src/codecs/charmaps.generated.ts`. Its texts are ASCII, which minifiers do not escape, and after
 * compression a fifth shorter than the characters themselves. `charmapCharacters` in `src/codecs/charmap.ts`
 * reads them. Caller: `generate-codecs.mjs`.
 */
const ASCII = String.fromCharCode(...Array(128).keys());
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

const pageOf = (character) => character.charCodeAt(0) >> 6;

/**
 * Encodes each character as a digit, its place in a page of 64; a dot and a digit select the page of those
 * that follow.
 */
function coded(table, pages) {
  let page = -1;
  let text = '';
  for (const character of table) {
    if (pageOf(character) !== page) {
      page = pageOf(character);
      text += `.${DIGITS[pages.indexOf(page)]}`;
    }
    text += DIGITS[character.charCodeAt(0) & 63];
  }
  return text;
}

/** @param charmaps for each codec an array that begins with its 256 characters; U+FFFE stands for none */
export function charmapsFile(charmaps) {
  const tables = Object.entries(charmaps).map(([name, [table]]) => [
    name,
    table.startsWith(ASCII) ? table.slice(128) : table,
  ]);
  const pages = [...new Set(tables.flatMap(([, table]) => [...table].map(pageOf)))].sort((a, b) => a - b);
  return `// Encodings of one byte a character. Written by scripts/generate-codecs.mjs from CPython; do not edit.

/** The pages of 64 characters that the tables use. */
export const PAGES: readonly number[] = [${pages.join(', ')}];

/**
 * The 256 characters of each codec, or the upper 128 of those that extend ASCII, as \`charmapCharacters\`
 * reads them.
 */
export const CHARMAPS: Readonly<Record<string, string>> = {
${tables.map(([name, table]) => `  ${name}: '${coded(table, pages)}',`).join('\n')}
};
`;
}
