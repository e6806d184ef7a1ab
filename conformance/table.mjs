// Writes the results of a run into README.md, between two marks: one section for each version of CPython's tests, and tier.
import fs from 'node:fs';

const BEGIN = '<!-- results: written by npm run conformance -- --update -->';
const END = '<!-- end of results -->';

/** The sections between the marks, by their headings. */
function sectionsOf(text) {
  const parts = text.split(/^### /m).slice(1);
  return new Map(
    parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n')).trim()]),
  );
}

/**
 * @param file the README
 * @param rows what each suite gave
 * @param heading of the section that is written anew
 */
export function writeTable(file, rows, heading) {
  const text = fs.readFileSync(file, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const [old, after] = rest.split(END);
  const excuses = (reasons) =>
    Object.entries(reasons)
      .map(([reason, count]) => `${count} ${reason}`)
      .join('; ');
  const lines = rows.map(
    ({ suite, part, passed, failed, excused, reasons, more }) =>
      `| ${suite} | ${part} | ${passed} | ${failed} | ${excused} | ` +
      `${[more, excuses(reasons)].filter(Boolean).join('. Excused: ')} |`,
  );
  const date = new Date().toISOString().slice(0, 10);
  const sections = sectionsOf(old);
  sections.set(
    heading,
    [
      `${date}, oracle CPython 3.15.0rc1 (Pyodide 315.0.0-alpha.2):`,
      '',
      '| suite | part | passed | failed | excused | |',
      '|---|---|---:|---:|---:|---|',
      ...lines,
    ].join('\n'),
  );
  const sorted = [...sections].sort(([a], [b]) => (a < b ? -1 : 1));
  const body = sorted.map(([heading, section]) => `### ${heading}\n\n${section}\n`).join('\n');
  fs.writeFileSync(file, `${before}${BEGIN}\n\n${body}\n${END}${after}`);
}
