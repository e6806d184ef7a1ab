/**
 * Tables of results in README.md, each between two comments with its name. It assumes that no cell contains
 * `|`. Callers: the commands of this folder.
 */
import fs from 'node:fs';
import path from 'node:path';

const README = path.join(import.meta.dirname, 'README.md');

/** Splits README.md into the parts before, inside and after a table. */
function around(name) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const text = fs.readFileSync(README, 'utf8');
  if (!text.includes(start) || !text.includes(end)) throw new Error(`README.md has no place for ${name}`);
  const [before, rest] = text.split(start);
  const [inside, after] = rest.split(end);
  return { before: `${before}${start}`, inside, after: `${end}${after}` };
}

function write(name, content) {
  const { before, after } = around(name);
  fs.writeFileSync(README, `${before}\n\n${content}\n\n${after}`);
}

const today = () => new Date().toISOString().slice(0, 10);

const markdown = ([head, ...body]) =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/**
 * Writes a table as Markdown.
 *
 * @param name of the comments around it
 * @param rows the first is the head
 * @param update whether to write it into README.md, with today's date
 * @returns the Markdown
 */
export function updateTable(name, rows, update) {
  const table = markdown(rows);
  if (update) write(name, `${today()}:\n\n${table}`);
  return table;
}

/**
 * Updates the rows of a table that this run has measured. The last column is the date of each row; other rows
 * stay as they are.
 *
 * @param name of the comments around it
 * @param rows the first is the head; the first cell of each row is its name
 * @param update whether to write them into README.md
 * @returns the Markdown of these rows
 */
export function updateRows(name, [head, ...body], update) {
  const dated = body.map((cells) => [...cells, today()].map(String));
  const heads = [...head, 'measured on'];
  if (update) {
    const old = around(name)
      .inside.split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
      .map((line) => line.slice(2, -2).split(' | '));
    const all = new Map([...old, ...dated].map((cells) => [cells[0], cells]));
    const sorted = [...all.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
    write(name, markdown([heads, ...sorted]));
  }
  return markdown([heads, ...dated]);
}
