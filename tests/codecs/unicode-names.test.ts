/** Names of characters, and characters of names, against CPython's: see record-names.py. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { characterName, codePointOfName } from '../../src/codecs/unicode-names.js';

const recorded = JSON.parse(readFileSync(join(__dirname, 'names.recorded.json'), 'utf8')) as {
  names: Record<string, string | null>;
  points: Record<string, number | null>;
};

test('the names of code points', () => {
  const wrong: unknown[] = [];
  for (const [point, name] of Object.entries(recorded.names)) {
    if (characterName(Number(point)) !== name) wrong.push([point, name, characterName(Number(point))]);
  }
  expect(wrong).toEqual([]);
  expect(Object.keys(recorded.names).length).toBeGreaterThan(700);
});

test.each(Object.keys(recorded.points))('the character of %p', (name) => {
  expect(codePointOfName(name)).toBe(recorded.points[name]);
});

test('the code points of names, in any order', () => {
  const wrong: unknown[] = [];
  for (const [point, name] of Object.entries(recorded.names).reverse()) {
    // CPython's names in the private use area are none of `\N{...}`.
    if (name === null || (Number(point) >= 0xf0000 && Number(point) < 0xf1000)) continue;
    if (codePointOfName(name) !== Number(point)) wrong.push([point, name, codePointOfName(name)]);
    if (codePointOfName(name.toLowerCase()) !== Number(point)) wrong.push([point, name, 'lower case']);
  }
  expect(wrong).toEqual([]);
});

test('every syllable has a name of its own', () => {
  const names = Array.from({ length: 11172 }, (_, i) => characterName(0xac00 + i)!);
  expect(new Set(names).size).toBe(11172);
  expect(names.filter((name, i) => codePointOfName(name) !== 0xac00 + i)).toEqual([]);
});

test('arguments of other types', () => {
  expect(() => characterName('a' as never)).toThrow('characterName() takes a code point, not str');
  expect(() => codePointOfName(65 as never)).toThrow('codePointOfName() takes a str, not int');
});
