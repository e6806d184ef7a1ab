/** llms-full.txt is up to date with the sources, and llms.txt names nothing that is not in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reference } from '../../scripts/reference.js';

const ROOT = join(__dirname, '../..');
const text = readFileSync(join(ROOT, 'llms-full.txt'), 'utf8');

test('llms-full.txt is up to date (npm run reference)', () => {
  expect(text.split('\n')).toEqual(reference(ROOT).split('\n'));
}, 60_000);

test('the names that llms.txt lists under Imports are exports of the entries that it names', () => {
  const lines = readFileSync(join(ROOT, 'llms.txt'), 'utf8').split('\n');
  const imports = lines.slice(lines.indexOf('## Imports'), lines.indexOf('## Examples')).join('\n');
  const missing: string[] = [];
  let checked = 0;
  for (const [, entry, names] of imports.matchAll(
    /`(pybuffer(?:\/[\w-]+)?)`: (?:for transpilers: )?`([\w ]+)`/g,
  )) {
    const section = text.split(/^## /m).find((part) => part.startsWith(`${entry!}\n`)) ?? '';
    for (const name of names!.split(' ')) {
      checked++;
      if (!new RegExp(`(?<!\\w)${name}(?!\\w)`).test(section)) missing.push(`${entry!}: ${name}`);
    }
  }
  expect(missing).toEqual([]);
  expect(checked).toBeGreaterThan(25);
});
