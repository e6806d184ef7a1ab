/** `isalpha` and the other predicates, on every tier, against regular expressions. */
import * as algorithms from '../../src/algorithms/index.js';
import { SIZES, agreed, latin1, placed, textIn } from './support.js';

const classes = {
  isalnum: /^[0-9A-Za-z]+$/,
  isalpha: /^[A-Za-z]+$/,
  isdigit: /^[0-9]+$/,
  isspace: /^[ \t\n\v\f\r]+$/,
  isascii: /^[\0-\x7f]*$/,
  islower: /^[^A-Z]*[a-z][^A-Z]*$/,
  isupper: /^[^a-z]*[A-Z][^a-z]*$/,
  istitle: /^(?=[^]*[A-Za-z])([^A-Za-z]|(?<![A-Za-z])[A-Z]|(?<=[A-Za-z])[a-z])*$/,
};
const alphabets = ['aZ', 'a', 'Z', '09', 'a0', ' \t\n\v\f\r', 'a1 \x7f', 'Ab', 'A1'];

test.each(Object.entries(classes))('%s checks every byte', (name, pattern) => {
  const ask = algorithms[name as keyof typeof classes];
  for (const alphabet of alphabets) {
    for (const size of SIZES) {
      if (size > 1025) continue;
      for (const [at, other] of [
        [-1, ''],
        [0, '\xe9'],
        [size - 1, '\x80'],
        [size >> 1, 'Q'],
        [size - 1, 'q'],
        [size >> 1, ' '],
      ] as const) {
        const bytes = latin1(alphabet.repeat(size).slice(0, size));
        if (at >= 0 && at < size) bytes[at] = other.charCodeAt(0);
        const [m, s, e] = placed(bytes, size % 4, 0xe9);
        expect(agreed(() => ask(m, s, e))).toBe(pattern.test(textIn(m, s, e)));
      }
    }
  }
});

test.each(Object.entries(classes))(
  '%s sees one odd byte at each place of a short window',
  (name, pattern) => {
    const ask = algorithms[name as keyof typeof classes];
    const wrong: string[] = [];
    for (const letter of ['a', 'Z', '5', ' ']) {
      for (let size = 1; size < 20; size++) {
        for (let at = 0; at < size; at++) {
          for (const other of ['\xe9', 'q', 'Q', '7', '\t', '_']) {
            const [m, s, e] = placed(latin1(letter.repeat(size)), 3, 0xe9);
            m[s + at] = other.charCodeAt(0);
            if (ask(m, s, e) !== pattern.test(textIn(m, s, e))) wrong.push(textIn(m, s, e));
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  },
);

test.each(Object.entries(classes))('%s of each single byte', (name, pattern) => {
  const ask = algorithms[name as keyof typeof classes];
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const wrong = [...bytes].filter((c) => ask(bytes, c, c + 1) !== pattern.test(String.fromCharCode(c)));
  expect(wrong).toEqual([]);
});
