/**
 * Pairs of values that comparison helpers judge: equal ones at different places in memory, and different
 * ones. It needs the built package. Callers: equality.mjs, jest.mjs, bun.mjs and deno.mjs.
 */
import { PyArray } from '../../dist/array.js';
import { ByteArray, Bytes, BytesMap, BytesSet, MemoryView, b } from '../../dist/index.js';
import { array, record } from '../../dist/record.js';

const Point = record({ x: 'h', y: 'h' });
const Line = record({ ends: array(Point, 2) });

/**
 * @returns {{ equal: [string, unknown, unknown][], different: [string, unknown, unknown][] }} new values at
 *   each call
 */
function pairs() {
  const long = Uint8Array.from({ length: 300 }, (_, i) => i);
  const changed = long.slice();
  changed[299] ^= 1;
  const text = new Bytes('xx a longer value', 'ascii');
  const released = () => {
    const view = new MemoryView(new ByteArray(b`ab`));
    view.release();
    return view;
  };
  const exported = () => {
    const data = new ByteArray(b`abc`);
    new MemoryView(data);
    return data;
  };
  class Sub extends Bytes {}
  return {
    equal: [
      ['bytes', text.slice(5, 11), b`longer`],
      ['empty bytes', new Bytes(), text.slice(3, 3)],
      ['long bytes', new Bytes(long), new Bytes(long)],
      ['bytearrays', new ByteArray(text.slice(5, 11)), new ByteArray(b`longer`)],
      ['long bytearrays', new ByteArray(long), new ByteArray(long)],
      ['memoryviews', new MemoryView(text).slice(5, 11), new MemoryView(b`longer`)],
      [
        'memoryviews of two formats',
        new MemoryView(Float64Array.of(1, 2)),
        new MemoryView(Uint16Array.of(1, 2)),
      ],
      ['arrays', new PyArray('H', [1, 2]), new PyArray('H', [1, 2])],
      ['bytes in an object', { x: [text.slice(5, 11)] }, { x: [b`longer`] }],
      ['a bytearray with an export and one without', exported(), new ByteArray(b`abc`)],
    ],
    different: [
      ['bytes', b`abc`, b`abd`],
      ['bytes of two lengths', b`abc`, b`ab`],
      ['empty bytes and some', b``, b`a`],
      ['long bytes', new Bytes(long), new Bytes(changed)],
      ['bytearrays', new ByteArray(b`abc`), new ByteArray(b`abd`)],
      ['long bytearrays', new ByteArray(long), new ByteArray(changed)],
      ['bytes and a bytearray', b`abc`, new ByteArray(b`abc`)],
      ['bytes and a memoryview', b`abc`, new MemoryView(b`abc`)],
      ['bytes and an array', b`abc`, new PyArray('B', [97, 98, 99])],
      ['bytes and a Uint8Array', b`abc`, Uint8Array.of(97, 98, 99)],
      ['bytes and their repr', b`abc`, "b'abc'"],
      ['a subclass with other contents', new Sub(b`abc`), new Sub(b`abd`)],
      ['memoryviews', new MemoryView(b`abc`), new MemoryView(b`abd`)],
      ['memoryviews of two shapes', new MemoryView(b`abcd`), new MemoryView(b`abcd`).cast('B', [2, 2])],
      ['a released view and a live one', released(), new MemoryView(b`ab`)],
      ['arrays', new PyArray('H', [1, 2]), new PyArray('H', [1, 3])],
      ['bytes in an object', { x: [b`abc`] }, { x: [b`abd`] }],
      ['maps with other keys', new BytesMap([[b`a`, 1]]), new BytesMap([[b`b`, 1]])],
      ['maps with other values', new BytesMap([[b`a`, 1]]), new BytesMap([[b`a`, 2]])],
      ['sets', new BytesSet([b`a`]), new BytesSet([b`b`])],
      ['records', Point.at(b`abcd`), Point.at(b`abce`)],
      ['arrays of records', Line.at(b`abcdefgh`).ends, Line.at(b`abcdefgi`).ends],
    ],
  };
}

/**
 * One helper's judgement.
 *
 * @param equals says whether two values are equal
 * @returns {{ wrong: string[], loud: string[], message: string }} accepted different pairs, refused equal
 *   pairs, and whether the error shows the contents; empty for helpers that throw none
 */
export function judge(equals) {
  const accepts = (left, right) => {
    try {
      return equals(left, right) !== false;
    } catch {
      return false;
    }
  };
  let message = '';
  try {
    equals(b`abc`, b`abd`);
  } catch (error) {
    // Without terminal colours, which separate the characters that differ.
    const text = `${error.message}${error.details ?? ''}`.replaceAll(/\u001b\[\d+m/g, '');
    message = text.includes("b'abc'") && text.includes("b'abd'") ? 'shows both' : 'hides them';
  }
  const { equal, different } = pairs();
  // Values show their tags after they were first asked, so helpers that do not ask must distinguish such
  // values as well.
  const shown = pairs().different;
  for (const [, ...values] of shown) for (const value of values) Object.prototype.toString.call(value);
  const either = ([, left, right]) => accepts(left, right) || accepts(right, left);
  const both = ([, left, right]) => accepts(left, right) && accepts(right, left);
  const names = (found) => [...new Set(found.map(([name]) => name))];
  return {
    message,
    wrong: names([...different, ...shown].filter(either)),
    loud: names(equal.filter((pair) => !both(pair))),
  };
}

/** The word for the tables. */
export function verdict({ wrong, loud }) {
  if (wrong.length > 0) return `accepts ${wrong.join(', ')}`;
  return loud.length === 0 ? 'right' : `loud on ${loud.join(', ')}`;
}
