// binascii with all short inputs of the letters that matter to a function. scripts/record-binascii-exhaustive.mjs
// recorded CPython 3.15's answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes } from 'pybuffer';
import * as binascii from 'pybuffer/binascii';
import { read } from '../../written.js';

type Group = [
  name: string,
  options: Record<string, unknown>,
  letters: string,
  before: string,
  after: string,
  longest: number,
  answers: (string | number)[],
];

const { errors, groups } = JSON.parse(readFileSync(join(__dirname, 'exhaustive.generated.json'), 'utf8')) as {
  errors: string[];
  groups: Group[];
};
const functions = binascii as unknown as Readonly<Record<string, (data: Bytes, options?: object) => Bytes>>;

/** All texts of up to `longest` of these letters, the shortest first. */
function texts(letters: string, longest: number): string[] {
  let last = [''];
  const all = [...last];
  for (let length = 1; length <= longest; length++) {
    last = last.flatMap((text) => [...letters].map((letter) => text + letter));
    all.push(...last);
  }
  return all;
}

/** The result in Latin-1, or the class and message of the error. */
function answer(name: string, input: string, options: object | undefined): string | { raised: string } {
  const data = new Bytes(input, 'latin-1');
  try {
    return (options === undefined ? functions[name]!(data) : functions[name]!(data, options)).decode(
      'latin-1',
    );
  } catch (error) {
    return { raised: String(error) };
  }
}

test.each(groups.map((group, i) => [group[0], group[1], group[3] + group[2] + group[4], i] as const))(
  '%s %j %j',
  (name, keywords, _letters, place) => {
    const [, , letters, before, after, longest, answers] = groups[place]!;
    const entries = Object.entries(keywords).map(([key, value]) => [key, read(value)]);
    const options = entries.length === 0 ? undefined : (Object.fromEntries(entries) as object);
    const inputs = texts(letters, longest).map((text) => before + text + after);
    expect(inputs).toHaveLength(answers.length);
    const different = inputs.flatMap((input, i) => {
      const met = answer(name, input, options);
      const expected = answers[i]!;
      const isSame = typeof met === 'string' ? met === expected : met.raised === errors[expected as number];
      return isSame ? [] : [{ input, met, expected: errors[expected as number] ?? expected }];
    });
    expect(different.slice(0, 10)).toEqual([]);
  },
);
