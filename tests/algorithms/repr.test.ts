/** The repr of bytes against a loop over single bytes. */
import { repr } from '../../src/algorithms/index.js';
import { agreed, noise, placed, textIn } from './support.js';

const sizes = [0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 1023, 4097, 16383, 16384, 16385, 40000];

function naiveRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const names: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
  let out = '';
  for (const c of text) {
    if (c === quote) out += `\\${c}`;
    else if (names[c] !== undefined) out += names[c];
    else if (c < ' ' || c >= '\x7f') out += `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`;
    else out += c;
  }
  return `b${quote}${out}${quote}`;
}

test('repr escapes and quotes as Python does', () => {
  for (const size of sizes) {
    for (const [alphabet, first] of [
      [256, 0],
      [90, 0x30],
      [8, 0x20],
      [6, 0x22],
      [3, 0x26],
    ] as const) {
      const [m, s, e] = placed(
        noise(size, alphabet, size).map((c) => c + first),
        size % 4,
        0x27,
      );
      expect(agreed(() => repr(m, s, e))).toBe(naiveRepr(textIn(m, s, e)));
    }
  }
  const all = Uint8Array.from({ length: 256 }, (_, c) => c);
  expect(agreed(() => repr(all, 0, 256))).toBe(naiveRepr(textIn(all, 0, 256)));
});
