/**
 * What must hold before `npm publish`, beyond the tests: the version is the tag's and has an entry in CHANGELOG.md, and the fields that
 * a publisher fills in are filled in: npm finds the README's pictures by `repository`. Usage: node scripts/check-publish.mjs TAG
 */
import { existsSync, readFileSync } from 'node:fs';

const [tag] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const changelog = readFileSync('CHANGELOG.md', 'utf8');

const problems = [];
if (tag !== `v${manifest.version}`) problems.push(`the tag is ${tag}, the version ${manifest.version}`);
if (!changelog.includes(`\n## ${manifest.version}\n`)) {
  problems.push(`CHANGELOG.md has no entry for ${manifest.version}`);
}
for (const field of ['repository', 'homepage', 'bugs', 'author']) {
  if (manifest[field] === undefined) problems.push(`package.json has no ${field}`);
}
for (const [, file] of readFileSync('README.md', 'utf8').matchAll(/!\[[^\]]*\]\((?!https:)([^)]+)\)/g)) {
  if (!existsSync(file)) problems.push(`README.md shows ${file}, which does not exist`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
