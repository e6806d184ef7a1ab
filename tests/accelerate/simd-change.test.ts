/**
 * Functions that write what was measured before: nothing is written outside of the room, even if another
 * thread changes the bytes in between.
 */
import { PIECE } from '../../src/accelerate/layout.js';
import type { Kernels } from '../../src/accelerate/load.js';
import { ALL, OUTSIDE, ascii, edges, glue, k, mixed, pieces, windowOf } from './support.js';

const LONG = 2 * PIECE + 70;

test.each([0, 1, PIECE, LONG - 1])('translate and squeeze notice one byte that changes, at %d', (at) => {
  const m = new Uint8Array(LONG).fill(0x61);
  const target = new Uint8Array(LONG);
  const table = ALL.slice();
  table[0x62] = 0x63;
  const call = () => [
    glue.translate(k, m, 0, LONG, table, 0, target, 0),
    glue.squeeze(k, m, 0, LONG, table, 0, ascii('x'), 0, 1, target, 0),
    glue.squeeze(k, m, 0, LONG, null, 0, ascii('b'), 0, 1, target, 0),
  ];
  expect(call()).toEqual([false, -1, -1]);
  m[at] = 0x62;
  expect(call()).toEqual([true, LONG, LONG - 1]);
  expect(glue.squeeze(k, m, 0, LONG, table, 0, ascii('b'), 0, 1, target, 0)).toBe(LONG - 1);
});

test('squeeze drops exactly the bytes of its set', () => {
  const target = new Uint8Array(256);
  for (const byte of ALL) {
    const [set, start, end] = windowOf([byte, byte ^ 0x80]);
    const length = glue.squeeze(k, ALL, 0, 256, null, 0, set, start, end, target, 0);
    const wanted = ALL.filter((other) => other !== byte && other !== (byte ^ 0x80));
    expect([byte, length]).toEqual([byte, 254]);
    expect(Buffer.compare(target.subarray(0, length), wanted)).toBe(0);
  }
});

test('expandtabs fills its memory and writes nothing beside it, whatever has changed since it was measured', () => {
  const [m, s, e] = windowOf(mixed(200, ascii('ab\t')));
  const target = new Uint8Array(4000);
  const length = glue.expandedLength(k, m, s, e, 8);
  const written = (room: number) => {
    glue.expandtabs(k, m, s, e, 8, target.fill(OUTSIDE), 10, 10 + room);
    expect(target.subarray(0, 10).every((byte) => byte === OUTSIDE)).toBe(true);
    expect(target.subarray(10 + room).every((byte) => byte === OUTSIDE)).toBe(true);
    return target.slice(10, 10 + room);
  };
  const whole = written(length);
  for (const room of [0, 1, length - 1]) expect(written(room)).toEqual(whole.slice(0, room));
  for (const more of [1, 500]) {
    expect(written(length + more)).toEqual(Uint8Array.of(...whole, ...new Array<number>(more).fill(0x20)));
  }
});

test('replace says whether the needles are as many as were counted', () => {
  const [m, s, e] = windowOf(ascii('a-b-c-d'));
  const target = new Uint8Array(60);
  const call = (times: number, now: string) => {
    const done = glue.replace(
      k,
      m,
      s,
      e,
      ascii('-'),
      0,
      1,
      ascii(now),
      0,
      now.length,
      times,
      target.fill(OUTSIDE),
      3,
    );
    const end = 3 + 7 + times * (now.length - 1);
    expect(target.subarray(0, 3).every((byte) => byte === OUTSIDE)).toBe(true);
    expect(target.subarray(Math.max(end, 3)).every((byte) => byte === OUTSIDE)).toBe(true);
    return done && String.fromCharCode(...target.subarray(3, end));
  };
  expect([0, 1, 2, 3].map((times) => call(times, 'xy'))).toEqual([
    'a-b-c-d',
    'axyb-c-d',
    'axybxyc-d',
    'axybxycxyd',
  ]);
  expect([4, 5].map((times) => call(times, 'xy'))).toEqual([false, false]);
  expect([4, 5].map((times) => call(times, ''))).toEqual([false, false]);
  expect([3, 2].map((times) => call(times, ''))).toEqual(['abcd', 'abc-d']);
});

test.each(edges(LONG - 3))('replace finds one needle at %d, which may lie across two pieces', (at) => {
  const [m, s, e] = windowOf(new Uint8Array(LONG).fill(0x2e));
  const old = ascii('abc');
  m.set(old, s + at);
  for (const now of ['', 'x', 'wxyz']) {
    const target = new Uint8Array(LONG + 20).fill(OUTSIDE);
    expect(glue.replace(k, m, s, e, old, 0, 3, ascii(now), 0, now.length, 1, target, 7)).toBe(true);
    const wanted = `${'.'.repeat(at)}${now}${'.'.repeat(LONG - at - 3)}`;
    expect(Buffer.from(target.subarray(7, 7 + wanted.length)).toString() === wanted).toBe(true);
    expect(target.subarray(7 + wanted.length).every((byte) => byte === OUTSIDE)).toBe(true);
  }
});

test('replace stops when a thread has removed needles, or made more room necessary', () => {
  const target = new Uint8Array(LONG + 20);
  // The kernel's call plays the other thread.
  const removing = (m: Uint8Array) =>
    ({
      ...k,
      run: {
        ...k.run,
        replace(...args: Parameters<Kernels['run']['replace']>) {
          const count = k.run.replace(...args);
          m.fill(0x2e);
          return count;
        },
      },
    }) as Kernels;
  const m = new Uint8Array(LONG).fill(0x61);
  const call = (times: number, now: string) =>
    glue.replace(
      removing(m.fill(0x61)),
      m,
      0,
      LONG,
      ascii('a'),
      0,
      1,
      ascii(now),
      0,
      now.length,
      times,
      target,
      0,
    );
  expect(call(LONG, 'b')).toBe(false);
  expect(call(PIECE, 'b')).toBe(true);
  expect(call(LONG, '')).toBe(false);
});

/** How long the pieces are for the functions that write one byte for each, and for the others. */
const SIZES: [string, (k: Kernels, m: Uint8Array, target: Uint8Array) => unknown, number[]][] = [
  ['upper', (kernels, m, target) => glue.upper(kernels, m, 0, LONG, target, 0), [PIECE, PIECE, 70]],
  ['title', (kernels, m, target) => glue.title(kernels, m, 0, LONG, target, 0), [PIECE, PIECE, 70]],
  [
    'exchange',
    (kernels, m, target) => glue.exchange(kernels, m, 0, LONG, 1, 2, target, 0),
    [PIECE, PIECE, 70],
  ],
  ['reverse', (kernels, m, target) => glue.reverse(kernels, m, 0, LONG, target, 0), [PIECE, PIECE, 70]],
  ['expandedLength', (kernels, m) => glue.expandedLength(kernels, m, 0, LONG, 8), [PIECE, PIECE, 70]],
  [
    'expandtabs',
    (kernels, m, target) => glue.expandtabs(kernels, m, 0, LONG, 4, target, 0, LONG),
    [PIECE, PIECE, 70],
  ],
  // A tab may become 64 bytes, and the kernel writes 65,536.
  [
    'expandtabs to 64',
    (kernels, m, target) => glue.expandtabs(kernels, m, 0, 2500, 64, target, 0, 2500),
    [1024, 1024, 452],
  ],
  // Whole vectors of 16 within a piece.
  ['gather', (kernels, m, target) => glue.gather(kernels, m, 0, 3, 10_000, target, 0), [5456, 4544]],
  ['scatter', (kernels, m, target) => glue.scatter(kernels, target, 0, 3, 10_001, m, 0), [5456, 4544]],
];

test.each(SIZES)('%s works piece by piece', (_, call, sizes) => {
  const m = new Uint8Array(LONG).fill(0x61);
  const made = pieces((kernels) => call(kernels, m, new Uint8Array(LONG)));
  expect(made.map(([, n]) => n)).toEqual(sizes);
});

test('scatter leaves the last group to its caller', () => {
  const values = mixed(100, ALL);
  for (const [count, whole] of [
    [1, 0],
    [16, 0],
    [17, 16],
    [32, 16],
    [33, 32],
  ] as const) {
    const target = new Uint8Array(300).fill(OUTSIDE);
    expect([count, glue.scatter(k, target, 4, 3, count, values, 7)]).toEqual([count, whole]);
    const wanted = new Uint8Array(300).fill(OUTSIDE);
    for (let i = 0; i < whole; i++) wanted[4 + 3 * i] = values[7 + i]!;
    expect(target).toEqual(wanted);
  }
});
