/**
 * Shortens the documentation in the published types, which only tools read, without a change to what editors
 * show. Caller: `rollup.config.mjs`.
 */

/** Lines that do not continue the one before: tags, lists, tables, code, headings. */
const BEGINS = /^(?:@|```|[-*|#>]|\d+\.)/;
/** Lines that none continues. */
const ENDS = /^(?:$|```|\||@example$)/;

/** The lines of a comment: paragraphs as one line each, and no empty line before a tag. */
function shortened(lines) {
  const kept = [];
  let inCode = false;
  for (const line of lines) {
    const text = line.trim();
    const last = kept.at(-1);
    if (inCode || last === undefined || BEGINS.test(text) || text === '' || ENDS.test(last)) {
      if (!inCode && text.startsWith('@') && last === '') kept.pop();
      kept.push(inCode ? line : text);
    } else kept[kept.length - 1] = `${last} ${text}`;
    if (text.startsWith('```')) inCode = !inCode;
  }
  return kept;
}

/** Rewrites the comments of declarations, leaves out those of files, and indents by one column. */
export const shorterComments = (code) =>
  code
    .replace(/^\/\*\*(?:(?!\*\/).)*\*\/\n\n/gms, '')
    .replace(/^( *)\/\*\*(.*?)\*\/\n/gms, (_, indent, comment) => {
      const text = comment.replace(/^ *\* ?/gm, '').trim();
      const lines = shortened(text.split('\n'));
      if (lines.length === 1) return lines[0] === '' ? '' : `${indent}/** ${lines[0]} */\n`;
      const inner = lines.map((line) => `${indent} *${line && ` ${line}`}\n`);
      return `${indent}/**\n${inner.join('')}${indent} */\n`;
    })
    .replace(/^(?: {4})+/gm, (indent) => ' '.repeat(indent.length / 4));
