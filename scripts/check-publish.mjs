/**
 * Checks before `npm publish`, besides the tests, that the publisher has filled in the fields of package.json
 * (npm resolves the README's picture by `repository`), that CHANGELOG.md has an entry for the version, and
 * that a given tag matches it. npm runs it as `prepublishOnly`, the release workflow with the tag.
 * Usage: node scripts/check-publish.mjs [TAG]
 */
import { existsSync, readFileSync } from 'node:fs';

/** The placeholder for the publisher's name in package.json. */
const PLACEHOLDER = 'OWNER';

const [tag] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const changelog = readFileSync('CHANGELOG.md', 'utf8');

const problems = [];
if (tag !== undefined && tag !== `v${manifest.version}`) {
  problems.push(`the tag is ${tag}, the version ${manifest.version}`);
}
if (!changelog.includes(`\n## ${manifest.version}\n`)) {
  problems.push(`CHANGELOG.md has no entry for ${manifest.version}`);
}
if (/^## Unreleased$/m.test(changelog)) {
  problems.push(
    `CHANGELOG.md has entries under Unreleased: they belong to ${manifest.version}, or to a higher version`,
  );
}
for (const field of ['repository', 'homepage', 'bugs', 'author', 'funding']) {
  const text = JSON.stringify(manifest[field]);
  if (text === undefined) problems.push(`package.json has no ${field}`);
  else if (text.includes(PLACEHOLDER)) {
    problems.push(`package.json: ${field} is still a placeholder: write your own instead of ${PLACEHOLDER}`);
  }
}
for (const [, file] of readFileSync('README.md', 'utf8').matchAll(/!\[[^\]]*\]\((?!https:)([^)]+)\)/g)) {
  if (!existsSync(file)) problems.push(`README.md shows ${file}, which does not exist`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
