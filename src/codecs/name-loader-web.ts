/** On the web the names of characters are not loaded until `pybuffer/unicode-names` is imported. */
import type { CharacterNames } from './character-names.js';

export const loadNames = (): CharacterNames | null => null;
