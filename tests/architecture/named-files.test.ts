/** Source files that comments name exist: moving a file includes updating its mentions. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const FOLDERS = [
  'src',
  'tests',
  'conformance',
  'bench',
  'scripts',
  'matrix',
  'site',
  'scoreboard',
  'examples',
];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true }).map((file) => join(folder, String(file))),
).filter((file) => !/(?:^|\/)(?:node_modules|dist)\//.test(file));
/** Files that scripts write outside the project: `matrix/engines/package.mjs` makes `file.mjs`. */
const WRITTEN = ['file.mjs'];
const names = new Set([...files.map((file) => basename(file)), ...WRITTEN]);

/** Matches names of the project's sources in comments; CPython's files end in `.c` and `.py`. */
const NAMED = /(?<![\w./<*-])(?:[\w-]+\/)*([a-z][\w-]*(?:\.test|\.generated)?\.(?:ts|mjs))\b/g;

/** Matches the text of a comment's lines. */
function comments(source: string): string {
  return source
    .split('\n')
    .filter((line) => /^\s*(?:\/\*\*|\*|\/\/)/.test(line))
    .join('\n');
}

test('every source that a comment names exists', () => {
  const sources = files.filter((file) => /\.(?:ts|mts|mjs)$/.test(file) && !/generated/.test(file));
  expect(sources.length).toBeGreaterThan(600);
  let mentions = 0;
  const missing: string[] = [];
  for (const source of sources) {
    for (const [mention, name] of comments(readFileSync(join(ROOT, source), 'utf8')).matchAll(NAMED)) {
      mentions++;
      if (!names.has(name!)) missing.push(`${source}: ${mention}`);
    }
  }
  expect(mentions).toBeGreaterThan(300);
  expect(missing).toEqual([]);
});
