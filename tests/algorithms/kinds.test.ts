/** The kinds of each byte against the classes of regular expressions. */
import {
  IS_ALNUM,
  IS_ALPHA,
  IS_DIGIT,
  IS_LOWER,
  IS_SPACE,
  IS_UPPER,
  kinds,
} from '../../src/algorithms/kinds.js';

test.each([
  ['lower', IS_LOWER, /[a-z]/],
  ['upper', IS_UPPER, /[A-Z]/],
  ['alpha', IS_ALPHA, /[A-Za-z]/],
  ['digit', IS_DIGIT, /[0-9]/],
  ['alnum', IS_ALNUM, /[0-9A-Za-z]/],
  ['space', IS_SPACE, /[ \t\n\v\f\r]/],
])('%s', (_, bit, pattern) => {
  expect(kinds.length).toBe(256);
  const wrong = [...kinds.keys()].filter(
    (c) => ((kinds[c]! & bit) !== 0) !== pattern.test(String.fromCharCode(c)),
  );
  expect(wrong).toEqual([]);
});
