// Resolves imports among the scripts of one program. Callers: run.mjs and worker.mjs.
import path from 'node:path';

/** Files to load before each test file. */
export const SETUP = ['tests/tiers.setup.ts', 'tests/parts.setup.ts'];

/** Resolves a name that a script imports to another script, or to a module of Node. */
export function resolve(root, scripts, from, name) {
  const at = name.startsWith('pybuffer')
    ? path.join(root, 'src', name.slice('pybuffer'.length) || 'index')
    : path.resolve(path.dirname(from), name);
  const bare = at.replace(/\.[jt]s$/, '');
  return [`${bare}.ts`, `${bare}/index.ts`].find((file) => scripts[file] !== undefined) ?? at;
}
