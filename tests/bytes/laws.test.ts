// Runs the laws of laws.ts on both types, with random contents and arguments.
import fc from 'fast-check';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import * as laws from './laws.js';
import type { Subject, Type } from './laws.js';

const TYPES: readonly Type[] = [Bytes, ByteArray];

const few = fc.array(fc.constantFrom(0, 10, 13, 32, 97, 98, 255), { maxLength: 12 });
const any = fc.array(fc.nat(255), { maxLength: 40 });
const needle = fc.array(fc.constantFrom(0, 97, 98), { maxLength: 3 });
const int = fc.integer({ min: -15, max: 15 });
const part = fc.option(int);
const step = int.filter((n) => n !== 0);
const limit = fc.integer({ min: -1, max: 4 });
const text = fc.string({ unit: 'binary', maxLength: 12 });

/** Runs a law over both types, with contents made from random arrays. */
function law<T extends unknown[]>(
  name: string,
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  holds: (type: Type, make: (bytes: number[]) => Subject, ...values: T) => boolean,
): void {
  test.each(TYPES)(`%p: ${name}`, (type) => {
    // A slice of longer content: its position in memory must not matter.
    const make = (bytes: number[]) => laws.of(type, [1, ...bytes, 2]).slice(1, -1);
    fc.assert(
      fc.property(fc.tuple(...(arbitraries as fc.Arbitrary<unknown>[])), (values) => {
        expect(holds(type, make, ...(values as T))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
}

law('a slice and the rest are the whole', [any, int], (_, make, a, i) => laws.cutAnywhere(make(a), i));
law('a slice is its indices', [any, part, part, step], (_, make, a, ...parts) =>
  laws.sliceIsItsIndices(make(a), ...parts),
);
law('iteration is indexing', [any], (_, make, a) => laws.iterationIsIndexing(make(a)));
law('join undoes split', [few, needle, limit], (type, make, a, s, n) =>
  laws.splitIsUndoneByJoin(type, make(a), make(s), n),
);
law('words and lines', [few], (type, make, a) => laws.otherSplits(type, make(a)));
law('concat undoes partition', [few, needle], (_, make, a, s) =>
  laws.partitionIsUndoneByConcat(make(a), make(s)),
);
law('fromhex undoes hex', [any, int], (type, make, a, n) => laws.hexIsUndoneByFromhex(type, make(a), n));
law('encode undoes decode', [any, text], (type, make, a, t) => laws.decodeIsUndoneByEncode(type, make(a), t));
law('replace, count, split and join agree', [few, needle, needle, limit], (_, make, a, o, r, n) =>
  laws.replaceAgrees(make(a), make(o), make(r), n),
);
law('searches agree with the plainest one', [few, needle, int, int], (_, make, a, n, s, e) =>
  laws.searchAgrees(make(a), make(n), s, e),
);
law('order', [few, few], (_, make, a, b) => laws.orderIsLexicographic(make(a), make(b)));
law('hash', [any], (_, make, a) => laws.hashFollowsEquality(make(a)));
law('translate', [any, few, few, few], (_, make, a, f, t, d) =>
  laws.translateAgrees(make(a), make(f), make(t), make(d)),
);
law('padding and stripping', [few, fc.integer({ min: -2, max: 20 })], (_, make, a, w) =>
  laws.padAndStrip(make(a), w),
);
law('repetition', [few, fc.integer({ min: -2, max: 5 })], (type, make, a, n) =>
  laws.repeatIsConcat(type, make(a), n),
);
