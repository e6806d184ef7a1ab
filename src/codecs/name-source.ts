/**
 * The way to the table of character names (270 kB) that `namereplace` and `\\N{...}` need. Nothing loads it
 * before they ask: Node loads it then; elsewhere importing `pybuffer/unicode-names` provides it.
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
 * Returns the names of characters.
 *
 * @param user the name of the feature that needs them, for the error
 * @throws PyLookupError if they are neither loaded nor loadable
 */
export function characterNames(user: string): CharacterNames {
  provided ??= loadNames();
  if (provided !== null) return provided;
  // Not Python, where they are always there.
  throw new PyLookupError(`${user} needs the names of characters: import 'pybuffer/unicode-names'`);
}
