/**
 * Passes every kind of good and bad value to every parameter of every method, and compares with CPython's
 * answers, which record.py recorded.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { outcomeOf, read, show } from './values.js';
import type { Written } from './values.js';

type Subject = Bytes | ByteArray;
type Row = [
  kind: 'bytes' | 'bytearray',
  content: string,
  method: string,
  args: Written[],
  outcome: unknown,
  after?: string,
];

const rows = JSON.parse(readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8')) as Row[];

/** The names in record.py for Python's operators and functions. */
const SPECIAL: Readonly<Record<string, (subject: Subject, args: unknown[]) => unknown>> = {
  less: (subject, [other]) => subject.compare(other as Bytes) < 0,
  new: (subject, args) => new (subject.constructor as typeof Bytes)(...args),
  hash: (subject) => (subject instanceof Bytes ? subject.hash() : 0),
  list: (subject) => [...subject],
  reversed: (subject) => [...subject.reversed()],
  length: (subject) => subject.length,
  maketrans: (subject, args) => (subject.constructor as typeof Bytes).maketrans(...(args as [Bytes, Bytes])),
  fromhex: (subject, args) => (subject.constructor as typeof Bytes).fromhex(...(args as [Bytes])),
};

function call(subject: Subject, method: string, args: unknown[]): unknown {
  const special = SPECIAL[method];
  if (special !== undefined) return special(subject, args);
  return (subject as unknown as Record<string, (...args: unknown[]) => unknown>)[method]!(...args);
}

/** Not Python: `startswith` and `endswith` accept any array as a tuple. */
function isOurs([, , method, args]: Row): boolean {
  return method.endsWith('swith') && JSON.stringify(args[0]).startsWith('{"list"');
}

test.each(['bytes', 'bytearray'])('%s answers as CPython does', (kind) => {
  const mismatches: unknown[] = [];
  for (const row of rows) {
    if (row[0] !== kind || isOurs(row)) continue;
    const [, content, method, args, expected, after] = row;
    const subject = read({ [kind]: content }) as Subject;
    const met = outcomeOf(() => call(subject, method, args.map(read)));
    const left = show(subject);
    const wanted = [expected, { [kind]: after ?? content }];
    if (JSON.stringify([met, left]) !== JSON.stringify(wanted)) {
      mismatches.push({
        call: JSON.stringify([content, method, args]),
        wanted: JSON.stringify(wanted),
        met: JSON.stringify([met, left]),
      });
    }
  }
  expect(mismatches.length > 25 ? [mismatches.length, ...mismatches.slice(0, 25)] : mismatches).toEqual([]);
});
