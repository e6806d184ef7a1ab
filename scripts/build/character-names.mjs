/**
 * Generates `src/codecs/unicode-names.generated.ts`, whose tables `src/codecs/unicode-names.ts` reads.
 * Caller: `generate-codecs.mjs`.
 *
 * A name is a list of words. It shares its first words with the name before it, and stores a reference for
 * each of the others. Most references are to a word that only one name has, or that appears here first. Such
 * words are numbered in order of appearance, and one digit means "the next one": that makes the references a
 * seventh shorter, and a quarter shorter after compression.
 */

/** Code points whose names follow a rule. */
const HANGUL = [0xac00, 0xd7a3];
/** Blocks of names and of words are independent, so that a lookup reads only a few. */
const BLOCK = 64;
/** One digit holds both counts: 7 * 13 of its 92 values. */
const SHARED_MOST = 6;
const REST_MOST = 13;
/** The number of words with a digit of their own; a larger one would leave too few pairs of digits. */
const SINGLE = 34;
/** Printable ASCII without backslash, backtick and dollar: nothing needs an escape in a template literal. */
const DIGITS = [...Array(95).keys()]
  .map((i) => String.fromCharCode(32 + i))
  .filter((c) => !'\\`$'.includes(c))
  .join('');
const NEXT_ONLY = DIGITS[0];
const NEXT_FIRST = DIGITS[1];
const RESERVED = 2;

/**
 * Splits names into ranges of those that end in their code point, and blocks of consecutive others, as words.
 */
function arrange(names) {
  const numbered = [];
  const blocks = [];
  for (const [point, name] of names) {
    if (point >= HANGUL[0] && point <= HANGUL[1]) continue;
    const hex = `-${point.toString(16).toUpperCase()}`;
    if (name.endsWith(hex)) {
      const prefix = name.slice(0, -hex.length);
      const last = numbered.at(-1);
      if (last?.prefix === prefix && last.end === point) last.end++;
      else numbered.push({ prefix, start: point, end: point + 1 });
      continue;
    }
    const block = blocks.at(-1);
    const words = name.split(' ');
    if (block !== undefined && block.names.length < BLOCK && block.start + block.names.length === point)
      block.names.push(words);
    else blocks.push({ start: point, names: [words] });
  }
  return { numbered, blocks };
}

/** For each name, the number of words shared with the one before in its block, and its other words. */
function shorten(blocks) {
  return blocks.flatMap(({ names }) => {
    let before = [];
    return names.map((words) => {
      let shared = 0;
      while (shared < SHARED_MOST && shared < words.length - 1 && words[shared] === before[shared]) shared++;
      const rest = words.slice(shared);
      if (rest.length > REST_MOST) throw new Error(`too many words: ${words.join(' ')}`);
      before = words;
      return { shared, rest };
    });
  });
}

/**
 * The references, and all words in the order of their numbers: first the most frequent ones, then others used
 * several times, then those used once.
 */
function refer(shortened) {
  const uses = new Map();
  for (const { rest } of shortened) for (const word of rest) uses.set(word, (uses.get(word) ?? 0) + 1);
  const words = [...uses.keys()];
  const frequent = [...words].sort((a, b) => uses.get(b) - uses.get(a) || (a < b ? -1 : 1)).slice(0, SINGLE);
  const repeated = words.filter((word) => uses.get(word) > 1 && !frequent.includes(word));
  const only = words.filter((word) => uses.get(word) === 1);
  const pairs = (DIGITS.length - RESERVED - SINGLE) * DIGITS.length;
  if (repeated.length > pairs) throw new Error(`${repeated.length} words, but ${pairs} pairs`);

  const seen = new Set();
  const reference = (word) => {
    if (frequent.includes(word)) return DIGITS[RESERVED + frequent.indexOf(word)];
    if (uses.get(word) === 1) return NEXT_ONLY;
    if (!seen.has(word)) {
      seen.add(word);
      return NEXT_FIRST;
    }
    const number = repeated.indexOf(word);
    return DIGITS[RESERVED + SINGLE + Math.floor(number / DIGITS.length)] + DIGITS[number % DIGITS.length];
  };
  const references = shortened.map(
    ({ shared, rest }) => DIGITS[shared * REST_MOST + rest.length - 1] + rest.map(reference).join(''),
  );
  return {
    references: references.join(''),
    words: [...frequent, ...repeated, ...only],
    only: SINGLE + repeated.length,
  };
}

/** A letter for the number of characters that a word shares with the one before in its block, then the others. */
function spell(words) {
  return words
    .map((word, i) => {
      const first = i % BLOCK === 0;
      const before = first ? '' : words[i - 1];
      let shared = 0;
      while (shared < 25 && shared < word.length && word[shared] === before[shared]) shared++;
      return `${first && i > 0 ? ' ' : ''}${String.fromCharCode(0x61 + shared)}${word.slice(shared)}`;
    })
    .join('');
}

/** Where the blocks begin: distance from the end of the one before, and the number of names. */
function placesOf(blocks) {
  let previous = 0;
  return blocks
    .map(({ start, names }) => {
      const text = `${(start - previous).toString(36)}${names.length === BLOCK ? '' : `.${names.length.toString(36)}`}`;
      previous = start + names.length;
      return text;
    })
    .join(' ');
}

/**
 * @param names pairs of a code point and its name, in order
 * @param aliased the code points that the names of U+F0000 and the following code points are aliases of
 */
export function characterNamesFile(names, aliased) {
  const { numbered, blocks } = arrange(names);
  const { references, words, only } = refer(shorten(blocks));
  return `// Packed names of characters, for unicode-names.ts. Written by scripts/generate-codecs.mjs from CPython; do not edit.

/** Ranges whose names are a prefix and the code point: start, end, prefix. */
export const NUMBERED: readonly (readonly [start: number, end: number, prefix: string])[] = [
${numbered.map(({ start, end, prefix }) => `  [${start}, ${end}, ${JSON.stringify(prefix)}],`).join('\n')}
];
/** Names in a block, unless it says otherwise, and words in a block. */
export const BLOCK = ${BLOCK};
/** Where the blocks begin: distance from the end of the one before, and the number of names, in base 36. */
export const BLOCKS = '${placesOf(blocks)}';
/** The words, in blocks. Before each a letter says how many characters it shares with the one before: a for none. */
export const WORDS =
  '${spell(words)}';
/** How many of the first words have a digit for themselves, after the two digits that mean the next word. */
export const SINGLE = ${SINGLE};
/** The number of the first word that only one name has. */
export const ONLY = ${only};
/** The digits of the references, in order. */
export const DIGITS = String.raw\`${DIGITS}\`;
/** For each name REST_MOST * (words repeated from the name before) + (further words) - 1, then those words. */
export const REST_MOST = ${REST_MOST};
export const NAMES = String.raw\`${references}\`;
/** The characters whose aliases are the names of U+F0000 and the following code points, in hexadecimal. */
export const ALIASED = '${aliased.map((point) => point.toString(16)).join(' ')}';
`;
}
