/** What the READMEs name exists: files of their room, links, commands. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '..', '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const pages = readdirSync(root, { withFileTypes: true })
  .filter(
    (entry) =>
      entry.isFile() ||
      ['src', 'bridge', 'bench', 'cli', 'conformance', 'examples', 'guide', 'site', 'tests'].includes(
        entry.name,
      ),
  )
  .flatMap((entry) =>
    entry.isFile()
      ? [entry.name]
      : readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' }).map((path) =>
          join(entry.name, path),
        ),
  )
  .filter((path) => path.endsWith('.md') && !path.includes('node_modules'));

const text = (page: string) => readFileSync(join(root, page), 'utf8');
const found = (page: string, pattern: RegExp) => [...text(page).matchAll(pattern)].map((match) => match[1]!);

test('there are pages', () => expect(pages.length).toBeGreaterThan(15));

test.each(pages)('%s', (page) => {
  const folder = join(root, dirname(page));
  const missing: string[] = [];
  for (const link of found(page, /\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)) {
    if (!existsSync(join(folder, link))) missing.push(`link ${link}`);
  }
  for (const file of found(page, /`((?:\.\.\/)*[\w./-]*\.(?:ts|mts|mjs))`/g)) {
    const places = [folder, root].map((base) => join(base, file));
    if (!places.some(existsSync)) missing.push(`file ${file}`);
  }
  for (const script of found(page, /npm run ([\w:-]+)/g)) {
    if (scripts[script] === undefined) missing.push(`command ${script}`);
  }
  expect([relative(root, folder), missing]).toEqual([relative(root, folder), []]);
});
