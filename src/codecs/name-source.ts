/**
 * The way to the table of character names (270 kB), which `namereplace` and `\\N{...}` need: nothing loads it before they
 * ask. Node loads it then; elsewhere the import of `pybuffer/unicode-names` provides it.
 */
import { PyLookupError } from '../exceptions/index.js';
import type { CharacterNames } from './character-names.js';
import { loadNames } from './name-loader.js';

let provided: CharacterNames | null = null;

/** Provides the table, process-wide. */
export function provideNames(names: CharacterNames): void {
  provided = names;
}

/**
 * The names of characters.
 *
 * @param user who needs them, for the text of the error
 * @throws PyLookupError when they are neither loaded nor loadable
 */
export function characterNames(user: string): CharacterNames {
  provided ??= loadNames();
  if (provided !== null) return provided;
  // Not Python: there they are always there.
  throw new PyLookupError(`${user} needs the names of characters: import 'pybuffer/unicode-names'`);
}
