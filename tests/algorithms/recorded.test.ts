// Replays the calls that record.py recorded from CPython, on every tier.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as algorithms from '../../src/algorithms/index.js';
import { copyRange } from '../../src/memory/index.js';
import { ILP32, useABI } from '../../src/python/index.js';
import { latin1, onEveryTier, outcome, placed, textIn, textOf } from './support.js';

type Case = [name: string, args: (string | number | boolean)[], expected: unknown];
type Call = (m: Uint8Array, s: number, e: number, ...rest: never[]) => unknown;

const cases = JSON.parse(readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8')) as Case[];

function pieces(m: Uint8Array, flat: number[]): string[] {
  const texts: string[] = [];
  for (let i = 0; i < flat.length; i += 2) texts.push(textIn(m, flat[i]!, flat[i + 1]!));
  return texts;
}

/** How many bytes are before the haystack: positions are absolute. */
let lead = 0;

function relative(at: number): number {
  return at < 0 ? at : at - lead;
}

function changed(
  change: (m: Uint8Array, s: number, e: number, target: Uint8Array, at: number) => void,
): Call {
  return (m, s, e) => {
    const target = new Uint8Array(e - s + 5);
    change(m, s, e, target, 3);
    return textIn(target, 3, e - s + 3);
  };
}

const tests: Record<string, Call> = {
  lower: changed(algorithms.lower),
  upper: changed(algorithms.upper),
  swapcase: changed(algorithms.swapcase),
  capitalize: changed(algorithms.capitalize),
  title: changed(algorithms.title),
  isalnum: algorithms.isalnum,
  isalpha: algorithms.isalpha,
  isascii: algorithms.isascii,
  isdigit: algorithms.isdigit,
  islower: algorithms.islower,
  isspace: algorithms.isspace,
  istitle: algorithms.istitle,
  isupper: algorithms.isupper,
  repr: algorithms.repr,
  hash: (m, s, e) => String(algorithms.hashBytes(m, s, e)),
  find: (m, s, e, n: string) => relative(algorithms.find(m, s, e, latin1(n), 0, n.length)),
  rfind: (m, s, e, n: string) => relative(algorithms.rfind(m, s, e, latin1(n), 0, n.length)),
  count: (m, s, e, n: string) => algorithms.count(m, s, e, latin1(n), 0, n.length),
  replace: (m, s, e, n: string, r: string, limit: number) =>
    textOf(
      algorithms.replace(m, s, e, latin1(n), 0, n.length, latin1(r), 0, r.length, limit) ??
        copyRange(m, s, e),
    ),
  split: (m, s, e, n: string, limit: number) =>
    pieces(m, algorithms.split(m, s, e, latin1(n), 0, n.length, limit)),
  rsplit: (m, s, e, n: string, limit: number) =>
    pieces(m, algorithms.rsplit(m, s, e, latin1(n), 0, n.length, limit)),
  splitWhitespace: (m, s, e, limit: number) => pieces(m, algorithms.splitWhitespace(m, s, e, limit)),
  rsplitWhitespace: (m, s, e, limit: number) => pieces(m, algorithms.rsplitWhitespace(m, s, e, limit)),
  splitlines: (m, s, e, keepends: boolean) => pieces(m, algorithms.splitlines(m, s, e, keepends)),
  strip: (m, s, e) => {
    const start = algorithms.skipSpace(m, s, e);
    return textIn(m, start, algorithms.skipSpaceBack(m, start, e));
  },
  stripSet: (m, s, e, set: string) => {
    const start = algorithms.skipSet(m, s, e, latin1(set), 0, set.length);
    return textIn(m, start, algorithms.skipSetBack(m, start, e, latin1(set), 0, set.length));
  },
  translateDelete: (m, s, e, set: string) =>
    textOf(algorithms.translateDelete(m, s, e, null, 0, latin1(set), 0, set.length) ?? copyRange(m, s, e)),
  maketrans: (m, s, e, to: string) => textOf(algorithms.maketrans(m, s, e, latin1(to), 0, to.length)),
  expandtabs: (m, s, e, tabsize: number) => textOf(algorithms.expandtabs(m, s, e, tabsize)),
  zfill: (m, s, e, width: number) => textOf(algorithms.zfill(m, s, e, width) ?? copyRange(m, s, e)),
  center: (m, s, e, width: number) => {
    // The method, not the algorithm, decides on which side the odd fill byte goes.
    const marg = Math.max(0, width - (e - s));
    const left = Math.floor(marg / 2) + (marg & width & 1);
    return textOf(algorithms.pad(m, s, e, left, marg - left, 0x2a));
  },
  hex: (m, s, e, group: number) => algorithms.hex(m, s, e, 0x3a, group),
  fromhex: (m, s, e) => textOf(algorithms.fromHexBytes(m, s, e)),
};

test('every recorded answer, on every tier, at every alignment', () => {
  const before = useABI(ILP32);
  const wrong: unknown[] = [];
  cases.forEach(([name, [subject, ...rest], expected], index) => {
    const answers = onEveryTier(() => {
      if (name === 'fromhexText') return outcome(() => textOf(algorithms.fromHexText(subject as string)));
      lead = index % 5;
      const [m, s, e] = placed(latin1(subject as string), lead, 0x61);
      return outcome(() => tests[name]!(m, s, e, ...(rest as never[])));
    });
    for (const answer of answers) {
      if (JSON.stringify(answer) !== JSON.stringify(expected)) {
        wrong.push({ name, subject, rest, answer, expected });
      }
    }
  });
  useABI(before);
  expect(wrong.slice(0, 5)).toEqual([]);
});

test('there are cases of each kind', () => {
  const names = new Set(cases.map(([name]) => name));
  expect([...names].sort()).toEqual([...Object.keys(tests), 'fromhexText'].sort());
});
