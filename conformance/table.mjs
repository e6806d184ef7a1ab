// Writes the results of a run into README.md, between two marks: one section for each tier, of its newest run only.
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
  const lines = rows.map(
    ({ suite, part, passed, failed, excused, reasons, more }) =>
      `| ${suite} | ${part} | ${passed} | ${failed} | ${excused} | ` +
      `${[more, excuses(reasons)].filter(Boolean).join('. Excused: ')} |`,
  );
  const date = new Date().toISOString().slice(0, 10);
  const { version: pyodide } = createRequire(import.meta.url)('pyodide/package.json');
  const judges = final === null ? 'no native CPython' : `CPython ${final} judges`;
  const tier = process.env.PYBUFFER_TIERS;
  const sections = sectionsOf(old);
  sections.set(
    tier ? `On the tier ${tier} only` : 'On all tiers',
    [
      `${date}, ${judges}, inside Pyodide ${pyodide} (CPython 3.15.0rc1):`,
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
