/** Tests mirror the sources, so that the tests of src/ROOM/FILE.ts are easy to find (see tests/README.md). */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const TESTS = join(ROOT, 'tests');
const folders = (path: string) =>
  readdirSync(path).filter((name) => statSync(join(path, name)).isDirectory());
const filesBelow = (path: string) => readdirSync(path, { recursive: true }).map(String);

const rooms = folders(join(ROOT, 'src')).filter((room) => existsSync(join(ROOT, 'src', room, 'README.md')));
const judges = JSON.parse(readFileSync(join(TESTS, 'rooms.json'), 'utf8')) as Record<string, string[]>;
const readme = readFileSync(join(TESTS, 'README.md'), 'utf8');
/** The folders that, by the README, cut across the rooms. */
const crossing = [...readme.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1]!);

/** The least number of sources with a test at the same path. Raise it when a change adds one. */
const MIRRORED = 195;

test('sources keep their tests at the same path', () => {
  const sources = rooms.flatMap((room) =>
    filesBelow(join(ROOT, 'src', room))
      .filter((file) => /^(?!.*(?:index|\.data|\.generated)\.ts$).*\.ts$/.test(file))
      .map((file) => join(room, file)),
  );
  const mirrored = sources.filter((file) => existsSync(join(TESTS, file.replace(/\.ts$/, '.test.ts'))));
  expect(mirrored.length).toBeGreaterThanOrEqual(MIRRORED);
});

test('every room has a folder of tests, and is in rooms.json with it', () => {
  expect(Object.keys(judges).sort()).toEqual([...rooms].sort());
  for (const room of rooms) {
    expect([room, judges[room]]).toEqual([room, expect.arrayContaining([room])]);
    expect(filesBelow(join(TESTS, room)).some((file) => file.endsWith('.test.ts'))).toBe(true);
  }
});

test('the folders that rooms.json names exist', () => {
  const names = [...new Set(Object.values(judges).flat())];
  const conformance = filesBelow(join(ROOT, 'conformance')).map((file) => `conformance/${file}`);
  const tests = [...filesBelow(TESTS), ...conformance].filter((file) => file.endsWith('.test.ts'));
  expect(names.filter((name) => !tests.some((file) => file.startsWith(name)))).toEqual([]);
});

test('a folder of tests mirrors a room, or the README says what it is for', () => {
  expect(folders(TESTS).sort()).toEqual([...rooms, ...crossing].sort());
});
