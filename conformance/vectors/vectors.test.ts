// Replays the recorded programs, a few per test, because a mutation run repeats only the tests that reach a
// mutant.
import 'pybuffer/codecs-cjk';
import { CALLS, FILES, SHAPED, WIDE_SAMPLE, readCalls, readVectors, replay } from './vector.js';

describe.each([
  ...[...FILES, WIDE_SAMPLE, SHAPED].map((file) => [file, readVectors(file), 100] as const),
  [CALLS, readCalls(), 20] as const,
])('programs recorded from CPython 3.15: %s', (_file, vectors, size) => {
  const firsts = Array.from({ length: Math.ceil(vectors.length / size) }, (_, i) => i * size);
  test.each(firsts)('from %i', (first) => {
    expect(replay(vectors.slice(first, first + size)).differences).toEqual([]);
  });
});
