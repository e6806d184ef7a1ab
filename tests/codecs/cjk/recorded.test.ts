// A character of each set of the multi-byte codecs, and damaged bytes, against CPython 3.15's answers: see record.py.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes } from '../../../src/bytes/index.js';
import '../../../src/codecs/cjk/all.js';
import { PyException } from '../../../src/exceptions/index.js';
import { asciiValue } from '../../../src/formats/repr-value.js';

type Row = readonly [codec: string, kind: string, input: string, strict: string, lenient: string];

const rows = JSON.parse(readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8')) as readonly Row[];

/** Parses the output of Python's `ascii()`. */
const textOf = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\\(?:x(..)|u(....)|U(.{8})|(.))/g, (_all, ...[x, u, long, other]: (string | undefined)[]) => {
      const digits = x ?? u ?? long;
      if (digits !== undefined) return String.fromCodePoint(parseInt(digits, 16));
      return other === 'n' ? '\n' : other === 'r' ? '\r' : other === 't' ? '\t' : other!;
    });

function answer(codec: string, handler: string, kind: string, input: string): string {
  try {
    if (kind === 'encode') return new Bytes(textOf(input), codec, handler).hex();
    return asciiValue(Bytes.fromhex(input).decode(codec, handler));
  } catch (error) {
    if (error instanceof PyException) return `!${error.name}|${error.message}`;
    throw error;
  }
}

const codecs = [...new Set(rows.map(([codec]) => codec))];

test.each(codecs.flatMap((codec) => ['encode', 'decode'].map((kind) => [codec, kind] as const)))(
  '%s: %s',
  (codec, kind) => {
    const own = rows.filter((row) => row[0] === codec && row[1] === kind);
    expect(own.length).toBeGreaterThan(20);
    const lenient = kind === 'encode' ? 'xmlcharrefreplace' : 'replace';
    const ours = own.map((row) => [
      ...row.slice(0, 3),
      ...['strict', lenient].map((handler) => answer(codec, handler, kind, row[2])),
    ]);
    const wrong = ours.filter((row, i) => row.join() !== own[i]!.join());
    expect(wrong).toEqual([]);
  },
);
