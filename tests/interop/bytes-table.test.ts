/** The table under `BytesMap` and `BytesSet`: similar keys hardly ever share a hash. */
import type { Bytes } from 'pybuffer';
import { BytesTable } from '../../src/interop/bytes-table.js';
import { LENGTH, MEMORY, Range, START } from '../../src/memory/index.js';

/** How often a key was read. */
let looks = 0;

/** A key that counts its reads. */
function countedKey(content: { [MEMORY]: Uint8Array; [START]: number; [LENGTH]: number }): Bytes {
  const [memory, start, length] = [content[MEMORY], content[START], content[LENGTH]];
  return {
    [MEMORY]: memory,
    [START]: start,
    get [LENGTH]() {
      looks++;
      return length;
    },
  } as Bytes;
}

test.each<[string, () => Uint8Array[]]>([
  [
    'one byte differs',
    () =>
      [1, 2, 3, 4, 5, 6, 7, 8, 11].flatMap((length) =>
        Array.from({ length }, (_, at) =>
          Array.from({ length: 255 }, (_, i) => {
            const key = new Uint8Array(length);
            key[at] = i + 1;
            return key;
          }),
        ).flat(),
      ),
  ],
  [
    'counters',
    () => Array.from({ length: 8000 }, (_, i) => new Uint8Array(Uint32Array.of(i, i >> 3).buffer)),
  ],
  ['texts of numbers', () => Array.from({ length: 8000 }, (_, i) => Buffer.from(String(1000 + i * 7)))],
  ['zeros', () => Array.from({ length: 300 }, (_, length) => new Uint8Array(length))],
  [
    'the same words in another order',
    () => Array.from({ length: 5000 }, (_, i) => Uint8Array.of(i, 0, i >> 8, 0, i >> 8, 0, i, 1)),
  ],
])('%s: a look-up looks at one key', (_, make) => {
  const keys = make();
  const table = new BytesTable<number>();
  const content = (key: Uint8Array): Range => {
    const memory = new Uint8Array(key.length + 5).fill(7);
    memory.set(key, 2);
    return new Range(memory, 2, key.length);
  };
  keys.forEach((key, i) => table.set(content(key), i, countedKey));
  looks = 0;
  const wrong: number[] = [];
  keys.forEach((key, i) => table.find(content(key))?.value !== i && wrong.push(i));
  expect([table.size, wrong]).toEqual([keys.length, []]);
  // By chance, two of 8,000 keys share the same 30 bits in one of 30 runs.
  expect(looks).toBeLessThan(keys.length + 12);
});
