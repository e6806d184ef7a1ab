/** Tables of results in README.md, each between two comments with its name. Callers: the commands of this folder. */
import fs from 'node:fs';
import path from 'node:path';

/**
 * Writes a table as Markdown.
 *
 * @param name of the comments around it
 * @param rows the first is the head
 * @param update whether README.md gets it, with today's date
 * @returns the Markdown
 */
export function updateTable(name, rows, update) {
  const [head, ...body] = rows;
  const table = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  if (!update) return table;
  const file = path.join(import.meta.dirname, 'README.md');
  const text = fs.readFileSync(file, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  if (!text.includes(start) || !text.includes(end)) throw new Error(`README.md has no place for ${name}`);
  const date = new Date().toISOString().slice(0, 10);
  fs.writeFileSync(
    file,
    `${text.split(start)[0]}${start}\n\n${date}:\n\n${table}\n\n${end}${text.split(end)[1]}`,
  );
  return table;
}
