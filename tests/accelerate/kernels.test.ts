// The WebAssembly kernels, called directly whichever tiers the run uses, against the plain form of every algorithm.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { NEEDLE_LIMIT, PIECE } from '../../src/accelerate/layout.js';
import {
  DIGIT,
  GATHER_LIMIT,
  GIVE_UP,
  LOWER,
  REPLACED_LIMIT,
  REPLACEMENT_LIMIT,
  SPACE,
  TAB_LIMIT,
  UPPER,
} from '../../src/accelerate/limits.js';
import { compileKernels, kernels } from '../../src/accelerate/load.js';
import type * as Load from '../../src/accelerate/load.js';
import type { Kernels } from '../../src/accelerate/load.js';
import * as change from '../../src/accelerate/simd-change.js';
import * as examine from '../../src/accelerate/simd-examine.js';
import { siphash } from '../../src/accelerate/simd-hash.js';
import * as search from '../../src/accelerate/simd-search.js';
import * as split from '../../src/accelerate/simd-split.js';
import * as text from '../../src/accelerate/simd-text.js';
import { setTiers } from '../../src/accelerate/tiers.js';
import * as plain from '../../src/algorithms/index.js';
import { LENGTH, MEMORY, Offsets, START } from '../../src/memory/index.js';

setTiers({ wasm: true });
const k = compileKernels() as Kernels;
let before: ReturnType<typeof setTiers>;
beforeAll(() => {
  before = setTiers({ natives: false, wasm: false });
});
afterAll(() => {
  setTiers(before);
});

test('the embedded kernels equal a fresh compilation', () => {
  const root = join(__dirname, '../..');
  const check = () =>
    execFileSync('npx', ['tsx', 'scripts/kernels.ts', '--check'], { cwd: root, stdio: 'pipe' });
  expect(check).not.toThrow();
}, 120_000);

/** Sizes around the width of each kernel's step, and around a piece. */
const SIZES = [
  ...Array.from({ length: 70 }, (_, i) => i),
  127,
  128,
  129,
  ...[255, 256, 257, 4095, 4096, 5000],
  ...[PIECE - 1, PIECE, PIECE + 1, PIECE + 17, 2 * PIECE, 2 * PIECE + 15],
];

let seed = 1;
function random(below: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

/** Random bytes of each alphabet. A sample is a part of them: to draw each byte anew takes longer than comparing. */
const drawn = new Map<ArrayLike<number>, Uint8Array>();

function drawnFrom(alphabet: ArrayLike<number>): Uint8Array {
  let bytes = drawn.get(alphabet);
  if (bytes === undefined) {
    bytes = Uint8Array.from({ length: 4 * PIECE }, () => alphabet[random(alphabet.length)]!);
    drawn.set(alphabet, bytes);
  }
  return bytes;
}

/** Random bytes from an alphabet, at some alignment in memory filled with other bytes. */
function sample(size: number, alphabet: ArrayLike<number>, shift: number): [Uint8Array, number, number] {
  const m = new Uint8Array(size + 40).fill(0x65);
  const bytes = drawnFrom(alphabet);
  const start = random(bytes.length - size);
  m.set(bytes.subarray(start, start + size), shift);
  return [m, shift, shift + size];
}

const ALL = Uint8Array.from({ length: 256 }, (_, i) => i);
const TEXT = new TextEncoder().encode('the Quick broWn\tfox, "JUMPS" over\r\n the lazy\'s dog 0123\\');
const SPACED = new TextEncoder().encode('ab \t\n\r\v\f \x1c\x85');
const LETTERS = new TextEncoder().encode('abcxyzABCXYZ');
const DIGITS = new TextEncoder().encode('0123456789');
const ALPHABETS = [ALL, TEXT, SPACED, LETTERS, DIGITS, new Uint8Array([97, 98]), new Uint8Array([97])];

/** Runs a comparison on every size, alphabet and a few alignments; returns the first mismatches as text. */
function mismatches(
  compare: (m: Uint8Array, s: number, e: number) => [unknown, unknown],
  sizes = SIZES,
): string[] {
  const found: string[] = [];
  for (const size of sizes) {
    // Large samples from few bytes take long to make and show little.
    for (const alphabet of size > 300 ? ALPHABETS.slice(0, 2) : ALPHABETS) {
      const shift = random(17);
      const [m, s, e] = sample(size, alphabet, shift);
      const [got, wanted] = compare(m, s, e);
      const same =
        got instanceof Uint8Array
          ? Buffer.compare(got, wanted as Uint8Array) === 0
          : Array.isArray(got)
            ? got.join() === (wanted as number[]).join()
            : got === wanted;
      if (!same && found.length < 5) found.push(`size ${size}, shift ${shift}: ${String(got).slice(0, 80)}`);
    }
  }
  return found;
}

const none: string[] = [];

test('countByte', () => {
  for (const byte of [0x61, 0x65, 0x00, 0xff, 0x20]) {
    expect(
      mismatches((m, s, e) => [search.countByte(k, m, s, e, byte), plain.countByte(m, s, e, byte)]),
    ).toEqual(none);
  }
});

test('find, rfind, count, places of needles', () => {
  for (const length of [2, 3, 7, 8, 9, 16, 17, 33, 100]) {
    for (const absent of [false, true]) {
      const needleIn = (m: Uint8Array, s: number, e: number): [Uint8Array, number, number] => {
        if (absent || e - s < length) return sample(length, TEXT, 3);
        const at = s + random(e - s - length + 1);
        return [m, at, at + length];
      };
      expect(
        mismatches((m, s, e) => {
          const [nm, ns, ne] = needleIn(m, s, e);
          return [search.find(k, m, s, e, nm, ns, ne), plain.find(m, s, e, nm, ns, ne)];
        }),
      ).toEqual(none);
      expect(
        mismatches((m, s, e) => {
          const [nm, ns, ne] = needleIn(m, s, e);
          return [search.rfind(k, m, s, e, nm, ns, ne), plain.rfind(m, s, e, nm, ns, ne)];
        }),
      ).toEqual(none);
      expect(
        mismatches((m, s, e) => {
          const [nm, ns, ne] = needleIn(m, s, e);
          const got = search.count(k, m, s, e, nm, ns, ne, Infinity);
          return [got === GIVE_UP ? plain.count(m, s, e, nm, ns, ne) : got, plain.count(m, s, e, nm, ns, ne)];
        }),
      ).toEqual(none);
      expect(
        mismatches((m, s, e) => {
          const [nm, ns, ne] = needleIn(m, s, e);
          const limit = 1 + random(5);
          const found = new Offsets();
          search.places(k, m, s, e, nm, ns, ne, limit, found);
          const wanted: number[] = [];
          for (let i = s; wanted.length < limit;) {
            const at = plain.find(m, i, e, nm, ns, ne);
            if (at < 0) break;
            wanted.push(at);
            i = at + length;
          }
          return [found.toArray(), wanted];
        }),
      ).toEqual(none);
    }
  }
});

test('a search uses the current needle, whatever its memory held in the search before', () => {
  const bytes = Uint8Array.from('the quick brown fox jumps over the lazy dog'.repeat(3), (c) =>
    c.charCodeAt(0),
  );
  const needle = new Uint8Array(8);
  for (const word of ['over the', 'quick br', '~~~~~~~~', 'lazy dog', 'eeeeeeee']) {
    needle.set(Uint8Array.from(word, (c) => c.charCodeAt(0)));
    const [first, last] = [plain.find, plain.rfind].map((algorithm) =>
      algorithm(bytes, 0, bytes.length, needle, 0, 8),
    );
    expect(search.find(k, bytes, 0, bytes.length, needle, 0, 8)).toBe(first);
    expect(search.rfind(k, bytes, 0, bytes.length, needle, 0, 8)).toBe(last);
    expect(first === -1).toBe(!Buffer.from(bytes).includes(word));
  }
});

test('the kernels give up a slow needle, and do not start with one that is too long', () => {
  const m = new TextEncoder().encode('ab'.repeat(PIECE / 2));
  const needle = new TextEncoder().encode(`${'ab'.repeat(1000)}ba`);
  expect(search.find(k, m, 0, PIECE, needle, 0, needle.length)).toBe(GIVE_UP);
  expect(search.rfind(k, m, 0, PIECE, needle, 0, needle.length)).toBe(GIVE_UP);
  expect(search.count(k, m, 0, PIECE, needle, 0, needle.length, 9)).toBe(GIVE_UP);
  const long = new Uint8Array(NEEDLE_LIMIT + 1);
  expect(search.find(k, m, 0, PIECE, long, 0, long.length)).toBe(GIVE_UP);
  expect(search.rfind(k, m, 0, PIECE, long, 0, long.length)).toBe(GIVE_UP);
  expect(search.count(k, m, 0, PIECE, long, 0, long.length, 9)).toBe(GIVE_UP);
});

test('positions and words', () => {
  expect(
    mismatches((m, s, e) => {
      const found = new Offsets();
      split.positions(k, m, s, e, 0x61, 0x0a, found);
      const wanted: number[] = [];
      for (let i = s; i < e; i++) if (m[i] === 0x61 || m[i] === 0x0a) wanted.push(i);
      return [found.toArray(), wanted];
    }),
  ).toEqual(none);
  expect(
    mismatches((m, s, e) => {
      const found = new Offsets();
      split.words(k, m, s, e, found);
      return [found.toArray(), plain.splitWhitespace(m, s, e, -1)];
    }),
  ).toEqual(none);
});

test('upper, lower, swapcase, title', () => {
  for (const name of ['upper', 'lower', 'swapcase', 'title'] as const) {
    expect(
      mismatches((m, s, e) => {
        const got = new Uint8Array(e - s + 2);
        const wanted = new Uint8Array(e - s + 2);
        change[name](k, m, s, e, got, 1);
        plain[name](m, s, e, wanted, 1);
        return [got, wanted];
      }),
    ).toEqual(none);
  }
});

test('translate, exchange, reverse', () => {
  const table = Uint8Array.from(ALL, (byte) => (byte * 7 + 3) & 255);
  expect(
    mismatches((m, s, e) => {
      const got = new Uint8Array(e - s);
      change.translate(k, m, s, e, table, 0, got, 0);
      return [got, m.slice(s, e).map((byte) => table[byte]!)];
    }),
  ).toEqual(none);
  expect(
    mismatches((m, s, e) => {
      const got = new Uint8Array(e - s);
      change.exchange(k, m, s, e, 0x61, 0xfe, got, 0);
      return [got, m.slice(s, e).map((byte) => (byte === 0x61 ? 0xfe : byte))];
    }),
  ).toEqual(none);
  expect(
    mismatches((m, s, e) => {
      const got = new Uint8Array(e - s);
      change.reverse(k, m, s, e, got, 0);
      return [got, m.slice(s, e).reverse()];
    }),
  ).toEqual(none);
});

test('squeeze and gather', () => {
  const dropped = ALL.filter((byte) => byte % 3 === 0);
  const table = Uint8Array.from(ALL, (byte) => byte ^ 0x55);
  for (const through of [table, null]) {
    expect(
      mismatches((m, s, e) => {
        const got = new Uint8Array(e - s);
        const length = change.squeeze(k, m, s, e, through, 0, dropped, 0, dropped.length, got, 0);
        const kept = m.slice(s, e).filter((byte) => byte % 3 !== 0);
        const wanted = through === null ? kept : kept.map((byte) => byte ^ 0x55);
        const isSame = wanted.length === e - s && (through === null || e === s);
        if (isSame) return [length, -1];
        return [got.slice(0, length), wanted];
      }),
    ).toEqual(none);
  }
  for (let step = 2; step <= GATHER_LIMIT; step++) {
    expect(
      mismatches((m, s, e) => {
        const count = Math.ceil((e - s) / step);
        const got = new Uint8Array(count);
        change.gather(k, m, s, step, count, got, 0);
        return [got, m.slice(s, e).filter((_, i) => i % step === 0)];
      }),
    ).toEqual(none);
  }
});

test('expandtabs', () => {
  for (const size of [1, 3, 8, TAB_LIMIT]) {
    expect(
      mismatches((m, s, e) => {
        const { [MEMORY]: memory, [START]: at, [LENGTH]: long } = plain.expandtabs(m, s, e, size);
        const length = change.expandedLength(k, m, s, e, size);
        const got = new Uint8Array(length);
        change.expandtabs(k, m, s, e, size, got, 0, length);
        return [got, memory.slice(at, at + long)];
      }),
    ).toEqual(none);
  }
});

test('istitle', () => {
  expect(
    mismatches((m, s, e) => {
      // Random samples are rarely titles: make each one a title, then break one letter of every other sample.
      plain.title(m, s, e, m, s);
      if (random(2) === 0 && e > s) m[s + random(e - s)]! ^= 0x20;
      return [examine.isTitle(k, m, s, e), plain.istitle(m, s, e)];
    }),
  ).toEqual(none);
});

test('scatter', () => {
  for (let step = 2; step <= GATHER_LIMIT; step++) {
    expect(
      mismatches((m, s, e) => {
        const count = Math.ceil((e - s) / step);
        const values = sample(count, ALL, 3)[0];
        const wanted = m.slice();
        for (let i = 0; i < count; i++) wanted[s + i * step] = values[3 + i]!;
        const done = count === 0 ? 0 : change.scatter(k, m, s, step, count, values, 3);
        for (let i = done; i < count; i++) m[s + i * step] = values[3 + i]!;
        return [m, wanted];
      }),
    ).toEqual(none);
  }
});

test('replace', () => {
  for (const [from, to] of [
    ['a', 'b'],
    ['a', ''],
    ['a', 'xyz'],
    ['ab', 'c'],
    ['aa', 'bbb'],
    ['a', 'x'.repeat(REPLACEMENT_LIMIT)],
    ['a'.repeat(REPLACED_LIMIT), 'y'],
  ]) {
    const om = new TextEncoder().encode(from);
    const nm = new TextEncoder().encode(to);
    for (const limit of [Infinity, 1, 3]) {
      expect(
        mismatches((m, s, e) => {
          const times = plain.count(m, s, e, om, 0, om.length, limit);
          const wanted = plain.replace(m, s, e, om, 0, om.length, nm, 0, nm.length, limit);
          if (wanted === null) return [0, times];
          const got = new Uint8Array(wanted[LENGTH]);
          change.replace(k, m, s, e, om, 0, om.length, nm, 0, nm.length, times, got, 0);
          return [got, wanted[MEMORY].slice(wanted[START], wanted[START] + wanted[LENGTH])];
        }),
      ).toEqual(none);
    }
  }
});

test('classes', () => {
  const pairs = [
    ['isalnum', DIGIT | LOWER | UPPER],
    ['isalpha', LOWER | UPPER],
    ['isdigit', DIGIT],
    ['isspace', SPACE],
  ] as const;
  for (const [name, classes] of pairs) {
    expect(
      mismatches((m, s, e) => [e > s && examine.every(k, m, s, e, classes), plain[name](m, s, e)]),
    ).toEqual(none);
  }
  for (let byte = 0; byte < 256; byte++) {
    const m = new Uint8Array(33).fill(byte);
    for (const [name, classes] of pairs) {
      expect([name, byte, examine.every(k, m, 0, 33, classes)]).toEqual([name, byte, plain[name](m, 0, 33)]);
    }
    expect(examine.someWithout(k, m, 0, 33, LOWER, UPPER)).toBe(plain.islower(m, 0, 33));
    expect(examine.someWithout(k, m, 0, 33, UPPER, LOWER)).toBe(plain.isupper(m, 0, 33));
  }
  expect(
    mismatches((m, s, e) => [examine.someWithout(k, m, s, e, LOWER, UPPER), plain.islower(m, s, e)]),
  ).toEqual(none);
  expect(mismatches((m, s, e) => [examine.isAscii(k, m, s, e), plain.isascii(m, s, e)])).toEqual(none);
});

test('siphash', () => {
  expect(
    mismatches((m, s, e) => {
      if (s === e) return [0, 0];
      const hash = siphash(k, m, s, e);
      return [hash === -1n ? -2n : hash, plain.siphash13(m, s, e)];
    }),
  ).toEqual(none);
});

test('hex, with groups, and back', () => {
  expect(mismatches((m, s, e) => [text.hex(k, m, s, e), plain.hex(m, s, e, -1, 0)])).toEqual(none);
  for (const group of [1, 2, 3, 7, 4096, 20000]) {
    expect(
      mismatches((m, s, e) => {
        if (e - s <= group) return [0, 0];
        const left = (e - s) % group || group;
        return [text.hexGroups(k, m, s, e, 0x3a, left, group), plain.hex(m, s, e, 0x3a, group)];
      }),
    ).toEqual(none);
    expect(
      mismatches((m, s, e) => {
        if (e - s <= group) return [0, 0];
        return [text.hexGroups(k, m, s, e, 0x3a, group, group), plain.hex(m, s, e, 0x3a, -group)];
      }),
    ).toEqual(none);
  }
  for (const separator of ['', ' ', '\n\t']) {
    expect(
      mismatches((m, s, e) => {
        const bytes = m.slice(s, e);
        let digits = Buffer.from(bytes).toString('hex');
        if (separator !== '') digits = digits.replace(/..(?=.)/g, `$&${separator}`).toUpperCase();
        const got = new Uint8Array(e - s);
        expect(text.fromHex(k, digits, got, 0)).toBe(e - s);
        return [got, bytes];
      }),
    ).toEqual(none);
  }
  const target = new Uint8Array(PIECE);
  for (const bad of ['1', '1 2', 'g0', '0g', '\u0130', '0\u0130', 'é0', `${'00'.repeat(PIECE / 2)}0`]) {
    expect([bad.length, text.fromHex(k, bad, target, 0)]).toEqual([bad.length, -1]);
  }
});

test('escape', () => {
  expect(
    mismatches((m, s, e) => {
      const wanted = plain.repr(m, s, e);
      return [text.repr(k, m, s, e, wanted.charCodeAt(1)), wanted];
    }),
  ).toEqual(none);
});

describe('compiling', () => {
  /** The modules as a new process loads them. */
  function fresh(): typeof Load {
    jest.resetModules();
    return jest.requireActual<typeof Load>('../../src/accelerate/load.js');
  }

  test('nothing is compiled without the part that registers kernels', () => {
    const load = fresh();
    expect(load.kernels(2 ** 30)).toBeNull();
    expect(load.compileKernels()).toBeNull();
  });

  test('the plain tier answers until 64 KiB were worked on, then the kernels are compiled once', () => {
    const load = fresh();
    let compiled = 0;
    load.registerKernels(() => {
      compiled++;
      return k;
    });
    expect(load.kernels(2 ** 15)).toBeNull();
    expect(load.kernels(2 ** 15 - 1)).toBeNull();
    expect(compiled).toBe(0);
    expect(load.kernels(1)).toBe(k);
    expect(load.kernels(64)).toBe(k);
    expect(compiled).toBe(1);
  });

  test('one call that is long enough compiles them before it begins', () => {
    const load = fresh();
    load.registerKernels(() => k);
    expect(load.kernels(2 ** 16)).toBe(k);
  });

  test('a compilation that fails is not tried again', () => {
    const load = fresh();
    let tried = 0;
    load.registerKernels(() => {
      tried++;
      return null;
    });
    expect([load.kernels(2 ** 20), load.kernels(2 ** 20), load.compileKernels()]).toEqual([null, null, null]);
    expect(tried).toBe(1);
  });
});

describe('absence', () => {
  const { WebAssembly: real } = globalThis;
  afterEach(() => {
    globalThis.WebAssembly = real;
    jest.resetModules();
  });
  const absent: [string, unknown][] = [
    ['an engine without WebAssembly', undefined],
    [
      'a content policy that forbids compiling',
      {
        ...{ Instance: real.Instance },
        Module: class {
          constructor() {
            throw new real.CompileError('Refused to compile or instantiate WebAssembly module');
          }
        },
      },
    ],
  ];
  test.each(absent)('%s leaves the plain tier', (_, stub) => {
    jest.resetModules();
    (globalThis as { WebAssembly: unknown }).WebAssembly = stub;
    /* eslint-disable @typescript-eslint/no-require-imports */
    require('../../src/accelerate/register-simd.js');
    const fresh = require('../../src/accelerate/load.js') as { kernels: typeof kernels };
    const algorithms = require('../../src/algorithms/index.js') as typeof plain;
    const m = new Uint8Array(5000).fill(0x61);
    expect(fresh.kernels(2 ** 30)).toBeNull();
    expect(algorithms.countByte(m, 0, 5000, 0x61)).toBe(5000);
    expect(algorithms.hex(m, 0, 3, -1, 0)).toBe('616161');
  });
});
