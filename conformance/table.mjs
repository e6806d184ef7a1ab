// Writes the results of a run into README.md, between two marks.
import fs from 'node:fs';

const BEGIN = '<!-- results: written by npm run conformance -- --update -->';
const END = '<!-- end of results -->';

/** @param rows what each suite gave, @param version whose tests were run */
export function writeTable(file, rows, version) {
  const text = fs.readFileSync(file, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest.split(END)[1];
  const excuses = (reasons) =>
    Object.entries(reasons)
      .map(([reason, count]) => `${count} ${reason}`)
      .join('; ');
  const lines = rows.map(
    ({ suite, part, passed, failed, excused, reasons, more }) =>
      `| ${suite} | ${part} | ${passed} | ${failed} | ${excused} | ${[more, excuses(reasons)].filter(Boolean).join('. Excused: ')} |`,
  );
  const table = [
    '| suite | part | passed | failed | excused | |',
    '|---|---|---:|---:|---:|---|',
    ...lines,
  ].join('\n');
  const date = new Date().toISOString().slice(0, 10);
  fs.writeFileSync(
    file,
    `${before}${BEGIN}\n\n${date}, tests of ${version}, oracle CPython 3.15.0rc1 (Pyodide):\n\n${table}\n\n${END}${after}`,
  );
}
