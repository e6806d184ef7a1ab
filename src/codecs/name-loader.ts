/**
 * Loads the names of characters from the sources, for tests and programs of this repository. The package uses
 * `name-loader-node.ts` or `name-loader-web.ts` instead, chosen by `imports` in package.json.
 */
import type { CharacterNames } from './character-names.js';
import * as names from './unicode-names.js';

export const loadNames = (): CharacterNames | null => names;
