/** Every source file says at its top what it contains; generated files say so instead. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(__dirname, '../../src');
const files = readdirSync(SRC, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'));

/** The comment at the top of a file, without its marks; empty if the file begins with code. */
function header(text: string): string {
  const comment = /^(?:\/\*\*[^]*?\*\/|(?:\/\/.*\n)+)/.exec(text)?.[0] ?? '';
  return comment.replace(/\/\*\*|\*\/|^ ?\* ?|^\/\/ ?/gm, '').trim();
}

test('every file opens with a comment of at least a sentence', () => {
  expect(files.length).toBeGreaterThan(300);
  const silent = files.filter(
    (file) => header(readFileSync(join(SRC, file), 'utf8')).split(/\s+/).length < 4,
  );
  expect(silent).toEqual([]);
});
