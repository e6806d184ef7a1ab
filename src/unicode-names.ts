/**
 * The names of characters (270 kB), which the error handler `namereplace` and `\\N{...}` of `unicode_escape`
 * need. Node, Deno and Bun load them on first use; elsewhere importing this provides them, process-wide, and
 * without it both raise LookupError.
 */
import { provideNames } from './codecs/name-source.js';
import { characterName, codePointOfName } from './codecs/unicode-names.js';

provideNames({ characterName, codePointOfName });

export { characterName, codePointOfName };
