/** How the names of characters are loaded on the web: not at all, until `pybuffer/unicode-names` is imported. */
import type { CharacterNames } from './character-names.js';

export const loadNames = (): CharacterNames | null => null;
