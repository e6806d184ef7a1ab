// Breaks the library deliberately, which the conformance run must notice.
import fs from 'node:fs';
import { testFiles } from '../scripts/mutate/bundle.mjs';
import { equivalents, filesOf, keyOf } from '../scripts/mutate/files.mjs';
import { releaseMutants } from '../scripts/mutate/mutants.mjs';
import { runMutants } from '../scripts/mutate/run.mjs';

/** An esbuild plugin that makes `find` return one too many for every needle. */
export const brokenFind = {
  name: 'broken-find',
  setup(build) {
    build.onLoad({ filter: /src[/\\]algorithms[/\\]search\.ts$/ }, ({ path }) => {
      const source = fs.readFileSync(path, 'utf8');
      const broken = source.replace(/export function find\b/, 'function rightFind');
      if (broken === source) throw new Error('there is no find to break');
      return {
        loader: 'ts',
        contents: `${broken}
export function find(...args: Parameters<typeof rightFind>): ReturnType<typeof rightFind> {
  const at = rightFind(...args);
  return at < 0 ? at : at + 1;
}
`,
      };
    });
  },
};

/** The limit of CPU time for the tests of one mutant, in ms. */
const EFFORT = 10_000;

/**
 * Removes one release of a buffer, a lease or a pin at a time; a test must fail for each.
 *
 * @param root the project
 * @returns counts, in the form of the other suites
 */
export async function withoutReleases(root) {
  const mutated = await releaseMutants(root, filesOf(root, 'src'));
  const reasons = equivalents(root);
  const result = { passed: 0, failed: 0, excused: 0, reasons: {}, complaints: [] };
  await runMutants(root, mutated, mutated.mutants, testFiles(root, []), EFFORT, (mutant) => {
    const reason = reasons.get(keyOf(mutant));
    const isKilled = mutant.outcome === 'killed' || mutant.outcome === 'died';
    const place = `${mutant.file}:${mutant.line} ${mutant.was}`;
    if (isKilled && reason === undefined) result.passed++;
    else if (!isKilled && reason !== undefined) {
      result.excused++;
      result.reasons[reason] = (result.reasons[reason] ?? 0) + 1;
    } else {
      result.failed++;
      result.complaints.push(
        isKilled ? `${place} is excused, but is noticed` : `${place} left out goes unnoticed`,
      );
    }
    return true;
  });
  return result;
}
