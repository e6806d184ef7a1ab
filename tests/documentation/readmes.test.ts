/**
 * READMEs and guides name only existing files of their room, links, headings and commands. Files in the
 * tarball link only to files in the tarball, because npm has nothing else.
 */
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
      [
        'src',
        'bridge',
        'bench',
        'cli',
        'conformance',
        'examples',
        'guide',
        'matrix',
        'scoreboard',
        'site',
        'tests',
      ].includes(entry.name),
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
  for (const file of found(page, /(?<!\[)`((?:\.\.\/)*[\w./-]*\.(?:ts|mts|mjs))`/g)) {
    const places = [folder, root].map((base) => join(base, file));
    if (!places.some(existsSync)) missing.push(`file ${file}`);
  }
  for (const script of found(page, /npm run ([\w:-]+)/g)) {
    if (scripts[script] === undefined) missing.push(`command ${script}`);
  }
  expect([relative(root, folder), missing]).toEqual([relative(root, folder), []]);
});

/** The URL fragment of a heading, as GitHub and npm make it. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-');
const headings = (page: string) => found(page, /^#+ (.+)$/gm).map(slug);

test('every link to a heading finds one', () => {
  const missing = pages.flatMap((page) =>
    found(page, /\]\((?!https?:)([^)\s]*#[^)\s]+)\)/g).filter((link) => {
      const [file, heading] = link.split('#') as [string, string];
      const target = file === '' ? page : join(dirname(page), file);
      return target.endsWith('.md') && !headings(target).includes(heading);
    }),
  );
  expect(missing).toEqual([]);
});

const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
const isPacked = (path: string) =>
  [...files, 'package.json'].some((each) => path === each || path.startsWith(`${each}/`));

test.each(pages.filter(isPacked))('%s links to nothing that npm does not have', (page) => {
  const dead = found(page, /\]\((?!https:|#)([^)#\s]+)[^)]*\)/g).filter(
    (link) => !isPacked(join(dirname(page), link)),
  );
  expect(dead).toEqual([]);
});

test('the README is packed, and the check knows what is not', () => {
  expect(pages.filter(isPacked)).toContain('README.md');
  expect(['README.md', 'guide/sizes.md', 'bench/README.md', 'guideline.md'].map(isPacked)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
