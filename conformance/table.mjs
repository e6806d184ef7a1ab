// Writes the results of a run into README.md, between two marks: one section for each tier, a row for each
// part of a suite. A run replaces only its own rows, so the table can be made suite by suite; each row has
// its date.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const BEGIN = '<!-- results: written by npm run conformance -- --update -->';
const END = '<!-- end of results -->';

/** The sections between the marks, by their headings. */
function sectionsOf(text) {
  const parts = text.split(/^### /m).slice(1);
  return new Map(
    parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n')).trim()]),
  );
}

/** The rows of a section by suite and part. */
function rowsOf(section = '') {
  const lines = section.split('\n').filter((line) => /^\| (?!suite )/.test(line));
  return new Map(lines.map((line) => [line.split(' | ', 2).join(' | '), line]));
}

/**
 * @param file the README
 * @param rows the suites' results
 * @param final the version of the native CPython that judged, or null
 */
export function writeTable(file, rows, final) {
  const text = fs.readFileSync(file, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const [old, after] = rest.split(END);
  const excuses = (reasons) =>
    Object.entries(reasons)
      .map(([reason, count]) => `${count} ${reason}`)
      .join('; ');
  const date = new Date().toISOString().slice(0, 10);
  const { version: pyodide } = createRequire(import.meta.url)('pyodide/package.json');
  const judges = final === null ? 'no native CPython' : `CPython ${final} judges`;
  const tier = process.env.PYBUFFER_TIERS;
  const heading = tier ? `On the tier ${tier} only` : 'On all tiers';
  const sections = sectionsOf(old);
  const lines = rowsOf(sections.get(heading));
  for (const { suite, part, passed, failed, excused, reasons, more } of rows) {
    const detail = [more, excuses(reasons)].filter(Boolean).join('. Excused: ');
    const line = `| ${suite} | ${part} | ${passed} | ${failed} | ${excused} | ${date} | ${detail} |`;
    lines.set(`| ${suite} | ${part}`, line);
  }
  sections.set(
    heading,
    [
      `${judges}, inside Pyodide ${pyodide} (CPython 3.15.0rc1):`,
      '',
      '| suite | part | passed | failed | excused | when | |',
      '|---|---|---:|---:|---:|---|---|',
      ...[...lines.values()].sort(),
    ].join('\n'),
  );
  const sorted = [...sections].sort(([a], [b]) => (a < b ? -1 : 1));
  const body = sorted.map(([heading, section]) => `### ${heading}\n\n${section}\n`).join('\n');
  fs.writeFileSync(file, `${before}${BEGIN}\n\n${body}\n${END}${after}`);
}
