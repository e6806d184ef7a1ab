/**
 * The check before a publish: it refuses placeholders with a sentence for each, and accepts a package that is
 * filled in.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const SCRIPT = join(root, 'scripts/check-publish.mjs');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;

const folder = mkdtempSync(join(tmpdir(), 'pybuffer-publish-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The output of the check for a package, and its exit status. */
function check(its: object, changelog: string, ...tag: string[]) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(its));
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
  writeFileSync(join(folder, 'README.md'), '# a package\n');
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...tag], { cwd: folder, encoding: 'utf8' });
  return [status, stderr];
}

const FIELDS = ['repository', 'homepage', 'bugs', 'author', 'funding'];
const filled = { version: '1.2.3', ...Object.fromEntries(FIELDS.map((field) => [field, `of ${field}`])) };
const CHANGELOG = '# Changelog\n\n## 1.2.3\n';

test('npm runs it before it publishes', () => {
  expect((manifest['scripts'] as Record<string, string>)['prepublishOnly']).toBe(
    'node scripts/check-publish.mjs',
  );
});

test('a package that is filled in passes', () => {
  expect(check(filled, CHANGELOG)).toEqual([0, '']);
  expect(check(filled, CHANGELOG, 'v1.2.3')).toEqual([0, '']);
});

test.each(FIELDS)('a placeholder in %s is refused', (field) => {
  const refused = `package.json: ${field} is still a placeholder: write your own instead of OWNER\n`;
  expect(check({ ...filled, [field]: 'https://github.com/OWNER/pybuffer' }, CHANGELOG)).toEqual([1, refused]);
  expect(check({ ...filled, [field]: undefined }, CHANGELOG)).toEqual([1, `package.json has no ${field}\n`]);
});

test('another tag, and a changelog without the version, are refused', () => {
  expect(check(filled, CHANGELOG, 'v1.2.4')).toEqual([1, 'the tag is v1.2.4, the version 1.2.3\n']);
  expect(check(filled, '# Changelog\n')).toEqual([1, 'CHANGELOG.md has no entry for 1.2.3\n']);
  expect(check(filled, `# Changelog\n\n## Unreleased\n\n## 1.2.3\n`)).toEqual([
    1,
    'CHANGELOG.md has entries under Unreleased: they belong to 1.2.3, or to a higher version\n',
  ]);
});

test('this package has each field, as a placeholder or filled in', () => {
  expect(FIELDS.filter((field) => manifest[field] === undefined)).toEqual([]);
});
