// How the scripts of one program name each other. Used by run.mjs and worker.mjs.
import path from 'node:path';

/** What each test file loads before itself. */
export const SETUP = ['tests/tiers.setup.ts', 'tests/parts.setup.ts'];

/**
 * The file that one of the scripts means by a name, which is one of them or stands for a module of Node's.
 */
export function resolve(root, scripts, from, name) {
  const at = name.startsWith('pybuffer')
    ? path.join(root, 'src', name.slice('pybuffer'.length) || 'index')
    : path.resolve(path.dirname(from), name);
  const bare = at.replace(/\.[jt]s$/, '');
  return [`${bare}.ts`, `${bare}/index.ts`].find((file) => scripts[file] !== undefined) ?? at;
}
