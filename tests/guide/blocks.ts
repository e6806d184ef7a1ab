/** The fenced code blocks of the guide's pages and of llms.txt. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** A block of code on a page. */
export interface Block {
  /** The page and line, for reports. */
  readonly where: string;
  /** The text after the opening fence: the language, then after a space the file that the block quotes. */
  readonly language: string;
  readonly quotes: string | null;
  readonly source: string;
}

export const PAGES = [
  ...readdirSync(join(ROOT, 'guide'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `guide/${name}`),
  'llms.txt',
];

/** The blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const lines = readFileSync(join(ROOT, page), 'utf8').split('\n');
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^```(\w+)(?: (\S+))?$/.exec(lines[i]!);
    if (fence === null) continue;
    const start = i + 1;
    while (lines[++i] !== '```')
      if (i >= lines.length) throw new Error(`${page}:${start}: a block has no end`);
    const source = lines.slice(start, i).join('\n');
    blocks.push({ where: `${page}:${start + 1}`, language: fence[1]!, quotes: fence[2] ?? null, source });
  }
  return blocks;
}
