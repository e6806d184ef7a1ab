import { provideNames } from './codecs/name-source.js';
import { characterName, codePointOfName } from './codecs/unicode-names.js';

/**
 * Gives the error handler `namereplace` its table of character names where a bundle for the web leaves it out; in Node,
 * Deno and Bun it is there already. Without it, `namereplace` raises LookupError there.
 *
 * Not Python: its table is always there.
 *
 * @example
 * ```ts
 * installUnicodeNames();
 * new Bytes('é', 'ascii', 'namereplace') // b'\\N{LATIN SMALL LETTER E WITH ACUTE}'
 * ```
 */
export function installUnicodeNames(): void {
  provideNames({ characterName, codePointOfName });
}

export { characterName };
