/**
 * Provides the table of character names (270 kB) for `namereplace` and `\\N{...}`. Node loads it when they
 * first need it; elsewhere importing `pybuffer/unicode-names` provides it.
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
  // Not Python, which always has them.
  throw new PyLookupError(`${user} needs the names of characters: import 'pybuffer/unicode-names'`);
}
