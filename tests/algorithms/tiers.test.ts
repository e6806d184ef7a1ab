/**
 * Which tier answers: all return the same, so only these tests show whether long contents reach the kernels
 * and short ones do not.
 */
import { compileKernels } from '../../src/accelerate/load.js';
import type * as Load from '../../src/accelerate/load.js';
import { setTiers } from '../../src/accelerate/tiers.js';
import * as a from '../../src/algorithms/index.js';
import { asciiText } from '../../src/algorithms/text.js';
import type * as Allocate from '../../src/memory/allocate.js';
import { Range } from '../../src/memory/index.js';
import { counted, latin1, noise } from './support.js';
import { noted } from '../noted.js';

type Algorithm = (m: Uint8Array, s: number, e: number, target: Uint8Array) => unknown;

const letters = (m: Uint8Array, s: number, e: number, text: string) => {
  for (let i = s; i < e; i++) m[i] = text.charCodeAt((i - s) % text.length);
};
const filled =
  (text: string, work: Algorithm): Algorithm =>
  (m, s, e, target) => {
    letters(m, s, e, text);
    return work(m, s, e, target);
  };
const ab = latin1('ab');
const identity = Uint8Array.from({ length: 256 }, (_, i) => i);

/** Algorithms by the kernel function that they call, on content that does not let them return early. */
const CALLS: Record<string, Algorithm> = {
  lower: (m, s, e, target) => a.lower(m, s, e, target, s),
  upper: (m, s, e, target) => a.upper(m, s, e, target, s),
  swapcase: (m, s, e, target) => a.swapcase(m, s, e, target, s),
  title: (m, s, e, target) => a.title(m, s, e, target, s),
  every: filled('a', a.isalpha),
  isAscii: filled('a', a.isascii),
  someWithout: filled('a', a.islower),
  isTitle: filled('Ab ', a.istitle),
  positions: filled('ab\n', (m, s, e) => a.splitlines(m, s, e, false)),
  words: filled('ab ', (m, s, e) => a.splitWhitespace(m, s, e, -1)),
  siphash: a.siphash13,
  hexGroups: (m, s, e) => a.hex(m, s, e, 58, 1),
  hex: (m, s, e) => a.hex(m, s, e, 0, 0),
  hexInto: (m, s, e) => a.hexBytes(m, s, e),
  expandtabs: filled('a\t', (m, s, e) => a.expandtabs(m, s, e, 8)),
  places: filled('abc', (m, s, e) => a.split(m, s, e, ab, 0, 2, Infinity)),
  replace: filled('abc', (m, s, e) => a.replace(m, s, e, ab, 0, 2, noise(3), 0, 3, Infinity)),
  exchange: filled('ab', (m, s, e) => a.replace(m, s, e, ab, 0, 1, ab, 1, 2, Infinity)),
  repr: filled('a\xff', a.repr),
  rfind: filled('ba', (m, s, e) => a.rfind(m, s, e, latin1('abb'), 0, 3)),
  find: filled('ba', (m, s, e) => a.find(m, s, e, latin1('abb'), 0, 3)),
  count: filled('ba', (m, s, e) => a.count(m, s, e, ab, 0, 2)),
  countByte: (m, s, e) => a.countByte(m, s, e, 97),
  reverse: (m, s, e) => a.copyStrided(m, e - 1, -1, e - s),
  gather: (m, s, e) => a.copyStrided(m, s, 3, (e - s) >> 2),
  scatter: (m, s, e) => a.assignStrided(m, s, 2, (e - s) >> 1, new Uint8Array((e - s) >> 1), 0),
  translate: (m, s, e) => a.translate(m, s, e, identity, 0),
  squeeze: filled('ab', (m, s, e) => a.translateDelete(m, s, e, null, 0, ab, 0, 1)),
};

/** The kernel functions that a call reaches. */
function reached(work: () => unknown): string[] {
  const kernels = compileKernels()! as { glue: object };
  const { glue } = kernels;
  const names = new Set<string>();
  kernels.glue = new Proxy(glue, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value === 'function') names.add(String(name));
      return value;
    },
  });
  const before = setTiers({ natives: false, wasm: true });
  try {
    work();
  } finally {
    setTiers(before);
    kernels.glue = glue;
  }
  return [...names];
}

const FAR = 50_000;
const LONG = 40_000;

test.each(Object.keys(CALLS))('%s answers for long contents and not for short ones', (name) => {
  const memory = noise(2 * FAR, 256, 7);
  const target = new Uint8Array(memory.length);
  const call = CALLS[name]!;
  const load = jest.requireActual<typeof Load>('../../src/accelerate/load.js');
  const asked = jest.spyOn(load, 'kernels');
  try {
    expect(reached(() => call(memory, FAR, FAR + LONG, target))).toContain(name);
    // The kernels are compiled after some work; only the size of the window counts as work, not its position.
    for (const [bytes] of asked.mock.calls) {
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThanOrEqual(LONG);
    }
  } finally {
    asked.mockRestore();
  }
  for (const length of [0, 1, 3]) expect(reached(() => call(memory, FAR, FAR + length, target))).toEqual([]);
});

test('joining and repeating have no kernel', () => {
  const items = [new Range(noise(FAR), 0, FAR)];
  expect(reached(() => a.join(items[0]!, [...items, ...items]))).toEqual([]);
  expect(reached(() => a.repeat(noise(FAR), 0, FAR, 3))).toEqual([]);
});

/**
 * The shortest window that the kernels handle, if it is not 64 bytes. `npm run bench:tiers` measures where
 * they pay.
 */
const FROM: Record<string, number> = {
  ...{ siphash: 8, hexGroups: 8, repr: 9, rfind: 68, find: 68 },
  ...{ reverse: 128, gather: 512, scatter: 256, translate: 128, replace: 128, places: 128 },
  ...{ lower: 256, upper: 256, swapcase: 256, countByte: 256, exchange: 256 },
};

test.each(Object.keys(CALLS))('%s uses the kernels from the size at which they are faster', (name) => {
  const memory = noise(2 * FAR, 256, 7);
  const target = new Uint8Array(memory.length);
  const answers = (length: number) =>
    reached(() => CALLS[name]!(memory, FAR, FAR + length, target)).includes(name);
  let [below, from] = [0, LONG];
  while (from - below > 1) {
    const middle = (below + from) >> 1;
    if (answers(middle)) from = middle;
    else below = middle;
  }
  expect([name, from]).toEqual([name, FROM[name] ?? 64]);
});

type Helped = (m: Uint8Array, s: number, e: number) => unknown;

/** What else handles long contents: functions of the platform, and loops over words if it has none. */
const HELPERS: [module: string, name: string, from: number, call: Helped][] = [
  ['accelerate/natives', 'findByteNative', 25, (m, s, e) => a.findByte(m, s, e, 1)],
  [
    'accelerate/natives',
    'findByteNative',
    128,
    (m, s, e) => a.split(m, s, e, Uint8Array.of(1), 0, 1, Infinity),
  ],
  ['accelerate/natives', 'findByteBackNative', 25, (m, s, e) => a.rfindByte(m, s, e, 1)],
  ['accelerate/natives', 'compareNative', 65, (m, s, e) => a.equal(m, s, m.slice(), s, e - s)],
  ['accelerate/natives', 'compareNative', 65, (m, s, e) => a.compare(m, s, e, m.slice(), s, e)],
  ['accelerate/natives', 'isAsciiNative', 64, (m, s, e) => a.isascii(m, s, e)],
  ['accelerate/natives', 'hexNative', 9, (m, s, e) => a.hex(m, s, e, 0, 0)],
  ['accelerate/natives', 'fromHexNative', 25, (_, s, e) => a.fromHexText('ab'.repeat(e - s))],
  ['accelerate/natives', 'encodeAsciiNative', 86, (_, s, e) => a.fromHexText('ab '.repeat(e - s))],
  ['algorithms/words', 'isAsciiInWords', 16, (m, s, e) => a.isascii(m, s, e)],
  ['algorithms/words', 'mismatchInWords', 32, (m, s, e) => a.equal(m, s, m.slice(), s, e - s)],
  ['algorithms/words', 'countByteInWords', 16, (m, s, e) => a.countByte(m, s, e, 0)],
];

test.each(HELPERS)('%s: %s answers from %d on', (module, name, from, call) => {
  const memory = new Uint8Array(5000);
  const functions = jest.requireActual<Record<string, () => unknown>>(`../../src/${module}.js`);
  const called = jest.spyOn(functions, name);
  const before = setTiers({ natives: module.endsWith('natives'), wasm: false });
  try {
    const answers = (size: number): boolean => {
      called.mockClear();
      call(memory, 700, 700 + size);
      return called.mock.calls.length > 0;
    };
    const sizes = Array.from({ length: 600 }, (_, size) => size);
    expect(sizes.find(answers)).toBe(from);
    expect(answers(2500)).toBe(true);
    setTiers({ natives: false });
    expect(answers(2500)).toBe(module.endsWith('words'));
  } finally {
    setTiers(before);
    called.mockRestore();
  }
});

const one = (byte: number) => Uint8Array.of(byte);

/** What words do from how many bytes on, without kernels and the platform. */
const IN_WORDS: [
  name: string,
  from: number,
  call: (m: Uint8Array, s: number, e: number, target: Uint8Array) => unknown,
][] = [
  ['lower', 16, CALLS.lower!],
  ['upper', 16, CALLS.upper!],
  ['swapcase', 16, CALLS.swapcase!],
  ['isascii', 16, a.isascii],
  ['countByte', 16, (m, s, e) => a.countByte(m, s, e, 7)],
  ['replace of a byte', 16, (m, s, e) => a.replace(m, s, e, one(0), 0, 1, one(1), 0, 1, Infinity)],
  ['equal', 32, (m, s, e) => a.equal(m, s, m, s + 1000, e - s)],
];

test.each(IN_WORDS)(
  '%s works on words from %d bytes on if the view is kept, otherwise later',
  (name, from, call) => {
    const before = setTiers({ natives: false, wasm: false });
    const read = jest.spyOn(DataView.prototype, 'getInt32');
    try {
      const all = Array.from({ length: 300 }, (_, size) => size);
      const sizes = (length: number) =>
        all.filter((size) => {
          read.mockClear();
          call(new Uint8Array(length), 700, 700 + size, new Uint8Array(length));
          return read.mock.calls.length > 0;
        });
      const plain = all.slice(name === 'equal' ? 257 : 256);
      const most = name === 'equal' ? 64 : 300;
      expect(sizes(4096)).toEqual(
        all.filter((size) => (size >= from && size <= most) || plain.includes(size)),
      );
      // Their views are not kept.
      expect([sizes(4095), sizes(65537)]).toEqual([plain, plain]);
    } finally {
      read.mockRestore();
      setTiers(before);
    }
  },
);

test('the text of up to a MiB of digits consists of pieces, and the platform makes longer ones', () => {
  const m = new Uint8Array(2 ** 20 + 1);
  expect(reached(() => a.hex(m, 0, 2 ** 20, 0, 0))).toEqual(['hex']);
  expect(reached(() => a.hex(m, 0, 2 ** 20 + 1, 0, 0))).toEqual(['hexInto']);
});

test('a short text of pairs of digits is read once, into as much memory as it needs', () => {
  const rooms = (text: string) =>
    noted(
      'memory/allocate',
      'allocate',
      () => a.fromHexText(text),
      (room: number) => room,
    );
  expect([rooms('ab'.repeat(24)), rooms('a0b1')]).toEqual([[24], [2]]);
  // Another text is copied and read again.
  expect(rooms('ab '.repeat(16))).toEqual([24, 48, 24]);
});

test('the first and the last bytes tell most ranges of different bytes apart', () => {
  const before = setTiers({ natives: false, wasm: false });
  try {
    const reads = (at: number) => {
      const [one, other] = [new Uint8Array(300), new Uint8Array(300)];
      other[at] = 1;
      const { memory, reads } = counted(one);
      expect(a.equal(memory, 10, other, 10, 100)).toBe(false);
      return reads();
    };
    expect([reads(10), reads(109), reads(50)]).toEqual([1, 2, 2 + 41]);
  } finally {
    setTiers(before);
  }
});

test('repr has room for four characters a byte, wherever the bytes are in memory', () => {
  const before = setTiers({ natives: true, wasm: false });
  try {
    const rooms = (size: number) =>
      noted(
        'memory/allocate',
        'allocateOwn',
        () => a.repr(new Uint8Array(90_000), 50_000, 50_000 + size),
        (room: number) => room,
      );
    expect([rooms(16), rooms(17), rooms(16384), rooms(40_000)]).toEqual([[], [68], [65536], [65536]]);
  } finally {
    setTiers(before);
  }
});

test('all of a byte are deleted from a short range without a list of their places', () => {
  const lists = (size: number, count: number) =>
    noted(
      'algorithms/places',
      'locate',
      () => a.replace(new Uint8Array(1000), 500, 500 + size, Uint8Array.of(0), 0, 1, m, 0, 0, count),
      () => size,
    );
  const m = new Uint8Array(0);
  expect([lists(63, Infinity), lists(63, -1), lists(63, 63)]).toEqual([[], [], []]);
  expect([lists(63, 62), lists(64, Infinity)]).toEqual([[63], [64]]);
});

test('the platform compares what begins with the same eight bytes, and nothing else', () => {
  const before = setTiers({ natives: true, wasm: false });
  try {
    const calls = (length: number, at: number) => {
      const [one, other] = [new Uint8Array(length), new Uint8Array(length)];
      other[at] = 1;
      const compared = () => expect(a.compare(one, 0, length, other, 0, length)).toBe(-1);
      return noted('accelerate/natives', 'compareNative', compared, () => 0).length;
    };
    expect([calls(100, 0), calls(100, 7), calls(100, 8), calls(64, 50), calls(65, 50)]).toEqual([
      0, 0, 1, 0, 1,
    ]);
  } finally {
    setTiers(before);
  }
});

test('a byte is replaced in words from 16 bytes on, if all of its places are', () => {
  const before = setTiers({ natives: true, wasm: false });
  try {
    const words = (size: number, count: number) =>
      noted(
        'algorithms/words',
        'replaceByteInWords',
        () =>
          a.replace(new Uint8Array(5000), 500, 500 + size, new Uint8Array(1), 0, 1, latin1('c'), 0, 1, count),
        () => size,
      ).length;
    expect([words(15, Infinity), words(16, Infinity), words(16, 16), words(16, 15)]).toEqual([0, 1, 1, 0]);
  } finally {
    setTiers(before);
  }
});

test('nothing is cut, copied or appended for nothing', () => {
  const before = setTiers({ natives: false, wasm: false });
  try {
    const cuts = (size: number, call: (m: Uint8Array) => unknown) => {
      const m = new Uint8Array(size).fill(97);
      const cut = jest.spyOn(m, 'subarray');
      call(m);
      return cut.mock.calls.length;
    };
    // The rest of a memory is searched as it is, and a part of it as a view.
    expect(cuts(100, (m) => a.findByte(m, 10, 100, 0))).toBe(0);
    expect(cuts(100, (m) => a.findByte(m, 10, 99, 0))).toBe(1);
    // Text is made of pieces of 4096 bytes.
    expect([4096, 4097, 8192].map((size) => cuts(size, (m) => asciiText(m, 0, size)))).toEqual([1, 2, 2]);
    const copies = noted(
      'memory/copy',
      'copyToNew',
      () => a.replace(latin1('ababxab'), 0, 7, latin1('ab'), 0, 2, latin1('c'), 0, 1, Infinity),
      (...[, start, end]: [unknown, number, number]) => end - start,
    );
    // Three replacements, the byte between them, and the empty rest.
    expect(copies).toEqual([1, 1, 1, 1, 0]);
  } finally {
    setTiers(before);
  }
});

test('a result that fills its room is that room', () => {
  const allocate = jest.spyOn(
    jest.requireActual<typeof Allocate>('../../src/memory/allocate.js'),
    'allocate',
  );
  try {
    const isRoom = (text: string) => {
      const result = a.fromHexBytes(latin1(text), 0, text.length);
      return allocate.mock.results.at(-1)!.value === result;
    };
    expect([isRoom('abcd'), isRoom('ab  cd')]).toEqual([true, false]);
  } finally {
    allocate.mockRestore();
  }
});

describe('a search for a needle', () => {
  /** Which of these functions a search calls, in order. */
  function stepsOf(work: () => unknown): string {
    const steps: string[] = [];
    const searcher = jest.requireActual<Record<string, () => unknown>>('../../src/algorithms/searcher.js');
    const load = jest.requireActual<Record<string, () => unknown>>('../../src/accelerate/load.js');
    const spies = [
      [searcher, 'findNear'],
      [searcher, 'findNearBack'],
      [load, 'kernels'],
      [(searcher['Searcher'] as unknown as { prototype: Record<string, () => unknown> }).prototype, 'next'],
      [
        (searcher['BackSearcher'] as unknown as { prototype: Record<string, () => unknown> }).prototype,
        'next',
      ],
    ].map(([owner, name]) => {
      const functions = owner as Record<string, (...args: unknown[]) => unknown>;
      const original = functions[name as string]!;
      return jest.spyOn(functions, name as string).mockImplementation(function (this: unknown, ...args) {
        steps.push(name as string);
        return original.apply(this, args);
      });
    });
    try {
      work();
      return steps.join();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  }
  // The place of a needle in its memory does not count.
  const [needles, HERE] = [new Uint8Array(400).fill(1), 200];
  const m = new Uint8Array(1000);
  const [AT, NEAR] = [500, 64];

  test.each([
    ['find', a.find, 'findNear'],
    ['rfind', a.rfind, 'findNearBack'],
  ] as const)('%s takes the shortest way', (_, search, near) => {
    const far = 'kernels,next';
    const before = setTiers({ natives: false, wasm: false });
    try {
      const steps = (length: number, positions: number) =>
        stepsOf(() => search(m, AT, AT + length + positions, needles, HERE, HERE + length));
      expect([steps(1, 5), steps(0, 5), steps(2, -1)]).toEqual(['', '', '']);
      expect([steps(2, NEAR), steps(NEAR, NEAR)]).toEqual([near, near]);
      expect([steps(2, NEAR + 1), steps(NEAR, NEAR + 1)]).toEqual([far, far]);
      expect([steps(NEAR + 1, 0), steps(NEAR + 1, NEAR)]).toEqual([far, far]);
    } finally {
      setTiers(before);
    }
  });

  test('a kernel is asked after the first 24 positions, if the needle is short and there are more', () => {
    const before = setTiers({ natives: false, wasm: true });
    try {
      const last = (length: number, positions: number) =>
        noted(
          'algorithms/searcher',
          'findNear',
          () => a.find(m, AT, AT + length + positions, needles, HERE, HERE + length),
          (...[, , end]: [unknown, unknown, number]) => end - AT,
        );
      expect([last(2, NEAR), last(2, NEAR + 1), last(8, NEAR + 1), last(9, NEAR + 1)]).toEqual([
        [NEAR],
        [23],
        [23],
        [],
      ]);
      // The needle may be longer than the positions are many.
      expect([last(65, 10), last(8, 24)]).toEqual([[], [24]]);
    } finally {
      setTiers(before);
    }
  });

  test('count takes the shortest way', () => {
    const before = setTiers({ natives: false, wasm: false });
    try {
      const steps = (length: number, size: number, limit = Infinity) =>
        stepsOf(() => a.count(m, AT, AT + size, needles, HERE, HERE + length, limit));
      expect([steps(1, 5), steps(0, 5), steps(3, 2)]).toEqual(['', '', '']);
      // Pairs are counted by a loop of their own, unless there is a limit.
      expect([steps(2, 63), steps(2, 63, 64), steps(2, 63, 63)]).toEqual(['', '', 'findNear']);
      expect([steps(3, 63), steps(60, 63)]).toEqual(['findNear', 'findNear']);
      expect([steps(3, 64), steps(64, 64)]).toEqual(['kernels,findNear', 'kernels,findNear']);
      expect([steps(3, 65), steps(65, 65)]).toEqual(['kernels,next', 'kernels,next']);
    } finally {
      setTiers(before);
    }
  });

  test('places are not looked for in a range that is shorter than the needle', () => {
    const steps = (length: number, size: number) =>
      stepsOf(() => a.places(m, AT, AT + size, needles, HERE, HERE + length, Infinity));
    const before = setTiers({ natives: false, wasm: false });
    try {
      expect([steps(100, 99), steps(3, 2), steps(1, 0)]).toEqual(['', '', '']);
      expect([steps(100, 100), steps(3, 3), steps(3, 127), steps(3, 128), steps(3, 129)]).toEqual([
        'findNear',
        'findNear',
        'findNear',
        'kernels,findNear',
        'kernels,next',
      ]);
    } finally {
      setTiers(before);
    }
  });
});
