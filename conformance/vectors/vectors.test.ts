import { FILES, WIDE_SAMPLE, readVectors, replay } from './vector.js';

describe('programs recorded from CPython 3.15', () => {
  test.each([...FILES, WIDE_SAMPLE])('%s', (file) => {
    const vectors = readVectors(file);
    expect(vectors.length).toBeGreaterThan(0);
    expect(replay(vectors).differences).toEqual([]);
  });
});
