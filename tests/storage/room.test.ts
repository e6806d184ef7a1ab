/**
 * How much room a storage has, when it copies, and when it only moves its start: README.md's promises about
 * time and memory of appends, queues and slices. Other tests check the content; here each row says where it
 * is in memory.
 */
import { PyBufferError, PyMemoryError } from 'pybuffer';
import { LENGTH, MEMORY, Range, START } from '../../src/memory/index.js';
import { Exports } from '../../src/protocol/index.js';
import {
  LIMIT,
  LOCK,
  OwnStorage,
  WRITABLE,
  adopt,
  forget,
  isExposed,
  makeWritable,
  openGap,
  removePart,
  resize,
  share,
  splice,
  takeOwnMemory,
} from '../../src/storage/index.js';

const LETTERS = Uint8Array.from({ length: 20_000 }, (_, i) => 97 + (i % 26));

/** A storage with `length` letters in its own memory with the given room, at `start`. */
function made(length: number, room = length, start = 0): OwnStorage {
  const storage = new OwnStorage('locked');
  storage[MEMORY] = new Uint8Array(room);
  storage[MEMORY].set(LETTERS.subarray(0, length), start);
  storage[START] = start;
  storage[LENGTH] = length;
  storage[LIMIT] = room;
  storage[WRITABLE] = length;
  return storage;
}

/** A storage that `adopt` makes over a part of a larger memory. */
function adopted(length: number, shared: boolean, size = length): OwnStorage {
  const storage = new OwnStorage('locked');
  const memory = new Uint8Array(size);
  memory.set(LETTERS.subarray(0, length));
  adopt(storage, new Range(memory, 0, length), shared);
  return storage;
}

function contentOf(storage: OwnStorage): string {
  const start = storage[START];
  return Buffer.from(storage[MEMORY].subarray(start, start + storage[LENGTH])).toString('latin1');
}

/**
 * The place of the content: `start + length of limit`, how many bytes may be written if not all, and whether
 * the memory changed.
 */
function place(storage: OwnStorage, before: Uint8Array): string {
  const {
    [START]: start,
    [LENGTH]: length,
    [LIMIT]: limit,
    [WRITABLE]: writable,
    [MEMORY]: memory,
  } = storage;
  // The room ends with the memory, unless others share it.
  if (limit >= 0) expect(limit).toBe(memory.length);
  return [
    `${start} + ${length} of ${limit}`,
    writable === length ? '' : `, ${writable} writable`,
    memory === before ? '' : ', new memory',
  ].join('');
}

type Row = readonly [title: string, make: () => OwnStorage, work: (s: OwnStorage) => unknown, place: string];

const ROWS: readonly Row[] = [
  ['an empty one', () => new OwnStorage(''), () => 0, '0 + 0 of -1'],
  [
    'the first growth takes what is needed: a part of a slab',
    () => new OwnStorage(''),
    (s) => resize(s, 10),
    'elsewhere',
  ],
  [
    'the first growth to more than a slab has room for',
    () => new OwnStorage(''),
    (s) => resize(s, 4097),
    '0 + 4097 of 4097, new memory',
  ],
  ['a part of a slab that doubles', () => adopted(10, false), (s) => resize(s, 20), 'elsewhere'],
  [
    'a part of a slab that grows by less than its length',
    () => adopted(10, false),
    (s) => resize(s, 19),
    '0 + 19 of 38, new memory',
  ],
  ['each further growth takes twice', () => made(10), (s) => resize(s, 11), '0 + 11 of 22, new memory'],
  ['growth into the room, to its end', () => made(10, 30), (s) => resize(s, 30), '0 + 30 of 30'],
  ['growth past the room by one', () => made(10, 30), (s) => resize(s, 31), '0 + 31 of 62, new memory'],
  ['growth behind deleted bytes, to the end', () => made(10, 30, 5), (s) => resize(s, 25), '5 + 25 of 30'],
  [
    'a queue moves to the front once it has as much room there',
    () => made(10, 30, 10),
    (s) => resize(s, 21),
    '0 + 21 of 30',
  ],
  ['and not before', () => made(10, 30, 9), (s) => resize(s, 22), '0 + 22 of 44, new memory'],
  ['and only if that is enough', () => made(10, 30, 20), (s) => resize(s, 31), '0 + 31 of 62, new memory'],
  ['a queue that fits the whole room', () => made(10, 30, 20), (s) => resize(s, 30), '0 + 30 of 30'],
  [
    'growth of adopted memory',
    () => adopted(10, false, 100),
    (s) => resize(s, 11),
    '0 + 11 of 22, new memory',
  ],
  ['the same length', () => adopted(10, false), (s) => resize(s, 10), '0 + 10 of -1'],
  ['less, where little room is kept', () => made(4096), (s) => resize(s, 1), '0 + 1 of 4096'],
  ['less, where much room is given back', () => made(4097), (s) => resize(s, 1), '0 + 1 of 1, new memory'],
  [
    'less, with half as much left over',
    () => made(8000),
    (s) => resize(s, 1999),
    '0 + 1999 of 2998, new memory',
  ],
  ['a quarter is enough to keep it', () => made(8000), (s) => resize(s, 2000), '0 + 2000 of 8000'],
  ['nothing left of much room', () => made(8000), (s) => resize(s, 0), '0 + 0 of -1, new memory'],
  ['nothing left of little room', () => made(8), (s) => resize(s, 0), '0 + 0 of 8'],
  [
    'nothing left of adopted memory',
    () => adopted(20_000, false),
    (s) => resize(s, 0),
    '0 + 0 of -1, new memory',
  ],
  ['a large part of adopted memory', () => adopted(8000, false), (s) => resize(s, 7000), '0 + 7000 of -1'],
  [
    'a small part of adopted memory',
    () => adopted(20_000, false),
    (s) => resize(s, 100),
    '0 + 100 of 150, new memory',
  ],
  [
    'a part of shared memory stays shared',
    () => adopted(8000, true),
    (s) => resize(s, 7000),
    '0 + 7000 of -1, 0 writable',
  ],
  ['deleting in front moves the start', () => made(10), (s) => removePart(s, 0, 4), '4 + 6 of 10'],
  [
    'also of adopted memory, which counts it',
    () => adopted(10, false),
    (s) => removePart(s, 0, 4),
    '4 + 6 of -5',
  ],
  ['and twice', () => adopted(10, false), (s) => (removePart(s, 0, 4), removePart(s, 0, 1)), '5 + 5 of -6'],
  [
    'deleting in front of shared memory copies nothing',
    () => adopted(10, true),
    (s) => removePart(s, 0, 4),
    '4 + 6 of -5, 0 writable',
  ],
  [
    'deleting at the end copies nothing',
    () => adopted(10, true),
    (s) => removePart(s, 6, 4),
    '0 + 6 of -1, 0 writable',
  ],
  [
    'deleting in the middle of shared memory copies',
    () => adopted(600, true),
    (s) => removePart(s, 1, 4),
    'elsewhere',
  ],
  [
    'deleting nearer to the front moves what is before',
    () => made(10),
    (s) => removePart(s, 2, 4),
    '4 + 6 of 10',
  ],
  [
    'deleting nearer to the end moves what is behind',
    () => made(10),
    (s) => removePart(s, 3, 4),
    '0 + 6 of 10',
  ],
  [
    'deleting near the front of adopted memory',
    () => adopted(10, false),
    (s) => removePart(s, 2, 4),
    '4 + 6 of -1',
  ],
  ['deleting all', () => made(10, 10, 0), (s) => removePart(s, 0, 10), '0 + 0 of 10'],
  [
    'deleting all, the room is large',
    () => made(5000),
    (s) => removePart(s, 0, 5000),
    '0 + 0 of -1, new memory',
  ],
  ['a gap in front uses the room there', () => made(10, 20, 4), (s) => openGap(s, 0, 4), '0 + 14 of 20'],
  ['a gap in front that is too large for it', () => made(10, 20, 4), (s) => openGap(s, 0, 5), '4 + 15 of 20'],
  [
    'a gap near the front uses the room there',
    () => made(10, 20, 4),
    (s) => openGap(s, 4, 4),
    '0 + 14 of 20',
  ],
  ['a gap in the middle does not', () => made(10, 20, 4), (s) => openGap(s, 5, 4), '4 + 14 of 20'],
  [
    'a gap near the front of adopted memory moves it',
    () => adopted(10, false),
    (s) => (removePart(s, 0, 4), openGap(s, 1, 4)),
    '0 + 10 of 20, new memory',
  ],
  [
    'a gap in front of adopted memory moves it',
    () => adopted(10, false),
    (s) => (removePart(s, 0, 4), openGap(s, 0, 4)),
    '0 + 10 of 20, new memory',
  ],
  [
    'a gap in an empty one is where its start is',
    () => made(0, 20, 4),
    (s) => openGap(s, 0, 4),
    '4 + 4 of 20',
  ],
  ['a gap at the end', () => made(10, 20), (s) => openGap(s, 10, 4), '0 + 14 of 20'],
  ['own memory of adopted', () => adopted(10, false), takeOwnMemory, '0 + 10 of 10, new memory'],
  ['own memory of what has its own', () => made(10, 20), takeOwnMemory, '0 + 10 of 20'],
  ['writable already', () => adopted(10, false), makeWritable, '0 + 10 of -1'],
  ['shared, large', () => adopted(4097, true), makeWritable, '0 + 4097 of 4097, new memory'],
  ['shared, small: a part of a slab', () => adopted(4096, true), makeWritable, 'elsewhere'],
  ['forgotten', () => made(10), forget, '0 + 0 of -1, new memory'],
  [
    'splice of the same length writes in place',
    () => made(10),
    (s) => splice(s, 2, 4, LETTERS, 0, 2),
    '0 + 10 of 10',
  ],
  [
    'splice of a shared one copies before it writes',
    () => adopted(5000, true),
    (s) => splice(s, 2, 4, LETTERS, 0, 2),
    '0 + 5000 of 5000, new memory',
  ],
  [
    'splice of nothing writes nothing',
    () => adopted(5000, true),
    (s) => splice(s, 2, 2, LETTERS, 0, 0),
    '0 + 5000 of -1, 0 writable',
  ],
  [
    'splice in front that shrinks moves the start',
    () => made(10),
    (s) => splice(s, 0, 4, LETTERS, 0, 1),
    '3 + 7 of 10',
  ],
  [
    'splice in front that grows uses the room there',
    () => made(10, 20, 4),
    (s) => splice(s, 0, 1, LETTERS, 0, 5),
    '0 + 14 of 20',
  ],
  [
    'splice that grows shared memory moves it once',
    () => adopted(5000, true),
    (s) => splice(s, 2, 2, LETTERS, 0, 2),
    '0 + 5002 of 10004, new memory',
  ],
];

test.each(ROWS)('%s', (_title, make, work, expected) => {
  const storage = make();
  const [before, content] = [storage[MEMORY], contentOf(storage)];
  work(storage);
  if (expected === 'elsewhere') {
    // The memory is a slab's; the room `memory` decides where in it.
    expect([storage[LIMIT], storage[MEMORY] === before]).toEqual([-1, false]);
  } else {
    expect(place(storage, before)).toBe(expected);
  }
  // The part of shared memory that others may read must not change.
  if (make()[WRITABLE] === 0) {
    expect(Buffer.from(before.subarray(0, content.length)).toString('latin1')).toBe(content);
  }
});

test('moved content does not change', () => {
  const queue = made(10, 30, 10);
  resize(queue, 21);
  expect(contentOf(queue).slice(0, 10)).toBe('abcdefghij');
  const gap = made(10, 20, 4);
  gap[MEMORY].fill(45, openGap(gap, 0, 2), gap[START] + 2);
  expect(contentOf(gap)).toBe('--abcdefghij');
  const middle = made(10, 20);
  middle[MEMORY].fill(45, openGap(middle, 3, 2), 5);
  expect(contentOf(middle)).toBe('abc--defghij');
  const deleted = made(10, 10);
  removePart(deleted, 3, 4);
  expect(contentOf(deleted)).toBe('abchij');
  const front = made(10, 20, 6);
  front[MEMORY].fill(45, openGap(front, 3, 2), front[START] + 5);
  expect(contentOf(front)).toBe('abc--defghij');
  removePart(front, 2, 4);
  expect(contentOf(front)).toBe('abefghij');
});

test('half of a large content may be shared, and no smaller part', () => {
  for (const [length, part, expected] of [
    [512, 512, true],
    [511, 511, false],
    [1024, 512, true],
    [1025, 512, false],
    [2000, 1000, true],
  ] as const) {
    const storage = made(length);
    expect([length, part, share(storage, part)]).toEqual([length, part, expected]);
    expect([storage[WRITABLE], storage[LIMIT]]).toEqual(expected ? [0, -1] : [length, length]);
  }
  // If the memory is already shared, a later write must copy it anyway.
  const shared = adopted(9000, true);
  expect(share(shared, 4499)).toBe(true);
  const frozen = Object.freeze(made(1000));
  expect(share(frozen, 1000)).toBe(false);
});

test('memory that others may write is not shared until it is replaced', () => {
  const storage = made(1000);
  const lock = new Exports();
  storage[LOCK] = lock;
  expect([isExposed(storage), share(storage, 1000)]).toEqual([false, true]);
  const exported = made(1000);
  exported[LOCK] = Object.assign(new Exports(), { count: 1 });
  expect([isExposed(exported), share(exported, 1000)]).toEqual([true, false]);
  const escaped = made(1000);
  escaped[LOCK] = Object.assign(new Exports(), { escaped: 1 });
  expect([isExposed(escaped), share(escaped, 1000)]).toEqual([true, false]);
  // The new memory has not been exposed yet.
  resize(escaped, 1001);
  expect([isExposed(escaped), share(escaped, 1001)]).toEqual([false, true]);
});

test('exports keep what escaped when the memory is replaced under them', () => {
  const storage = adopted(10, true);
  storage[LOCK] = Object.assign(new Exports(), { count: 1, escaped: 1 });
  makeWritable(storage);
  expect(storage[LOCK].escaped).toBe(1);
});

test('only exports lock the length', () => {
  const storage = made(10);
  const lock = new Exports();
  let asked = 0;
  lock.checkResize = () => {
    asked++;
    return false;
  };
  storage[LOCK] = lock;
  resize(storage, 11);
  expect(asked).toBe(0);
  lock.count = 1;
  resize(storage, 12);
  expect(asked).toBe(1);
  resize(storage, 12);
  expect(asked).toBe(1);
});

test('memory that is lost: refused while there is content, dropped with it', () => {
  const lose = (storage: OwnStorage) =>
    void structuredClone(storage[MEMORY].buffer, { transfer: [storage[MEMORY].buffer as ArrayBuffer] });
  for (const work of [
    (s: OwnStorage) => resize(s, 4),
    (s: OwnStorage) => resize(s, 16),
    (s: OwnStorage) => resize(s, 15),
    (s: OwnStorage) => openGap(s, 0, 1),
    (s: OwnStorage) => openGap(s, 3, 1),
    (s: OwnStorage) => removePart(s, 0, 1),
    (s: OwnStorage) => makeWritable(s),
    (s: OwnStorage) => takeOwnMemory(s),
    (s: OwnStorage) => splice(s, 0, 1, LETTERS, 0, 1),
  ]) {
    // Its own memory, with room in front that a queue would use, and a part of another memory.
    for (const make of [() => made(10, 20, 4), () => made(5, 20, 8), () => adopted(10, false)]) {
      const other = make();
      const before = [other[START], other[LENGTH]];
      lose(other);
      expect(() => work(other)).toThrow(PyBufferError);
      expect([other[START], other[LENGTH]]).toEqual(before);
    }
    const storage = made(10, 20, 4);
    lose(storage);
    resize(storage, 0);
    expect(storage[LENGTH]).toBe(0);
    splice(storage, 0, 0, LETTERS, 0, 3);
    expect(contentOf(storage)).toBe('abc');
  }
});

test('lengths past sys.maxsize', () => {
  const storage = made(1);
  expect(() => resize(storage, 2 ** 63)).toThrow(PyMemoryError);
  expect(() => resize(storage, Number.MAX_SAFE_INTEGER)).toThrow(PyMemoryError);
  expect([storage[LENGTH], contentOf(storage)]).toEqual([1, 'a']);
});
