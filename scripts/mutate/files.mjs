// Selects source files to mutate, and lists mutants known to be equivalent. Callers: main.mjs and the
// conformance run.
import fs from 'node:fs';
import path from 'node:path';

/** The source files with code that a file, a folder or a room's name stands for. */
export function filesOf(root, name) {
  const at = ['', 'src/'].map((prefix) => prefix + name).find((file) => fs.existsSync(path.join(root, file)));
  if (at === undefined) throw new Error(`there is no ${name}`);
  if (fs.statSync(path.join(root, at)).isFile()) return [at];
  return fs
    .readdirSync(path.join(root, at), { recursive: true })
    .map((file) => path.posix.join(at, file.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.ts') && !/\.(generated|data)\.ts$|accelerate\/kernels\//.test(file))
    .sort();
}

/** The key of a mutant, which does not depend on line numbers. */
export const keyOf = ({ file, mutator, was, now }) => `${file}: ${mutator}: ${was} -> ${now}`;

/**
 * Reasons why no test can tell certain mutants from the source, by {@link keyOf}, from
 * tests/mutation/equivalents.json.
 */
export function equivalents(root) {
  const rows = JSON.parse(fs.readFileSync(path.join(root, 'tests/mutation/equivalents.json'), 'utf8'));
  return new Map(
    Object.entries(rows).flatMap(([file, mutants]) =>
      mutants.map(([mutator, was, now, reason]) => [keyOf({ file, mutator, was, now }), reason]),
    ),
  );
}
