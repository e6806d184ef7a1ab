/**
 * Loads the names of characters in Node, Deno and Bun with a synchronous `require` of this package's own
 * entry.
 */
import { ofPlatform } from '../memory/platform.js';
import type { CharacterNames } from './character-names.js';

interface NodeModule {
  createRequire(from: string): (name: string) => unknown;
}

/** The package's entry of names. A variable, so that no bundler puts the table into the bundle. */
const ENTRY = 'pybuffer/unicode-names';

/**
 * Null if the entry cannot be found, as in a bundle that runs without its `node_modules`, or before Node
 * 20.16.
 */
export function loadNames(): CharacterNames | null {
  return (
    ofPlatform(() => {
      const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
      const module = process?.getBuiltinModule?.('node:module') as NodeModule | undefined;
      return module?.createRequire(import.meta.url)(ENTRY) as CharacterNames | undefined;
    }) ?? null
  );
}
