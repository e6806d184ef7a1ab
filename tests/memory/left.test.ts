/** Memory that growth leaves behind: who may reuse it, which memory nobody may, and when it is forgotten. */
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { MEMORY, leave, takeLeft } from '../../src/memory/index.js';

const turn = () => new Promise((resolve) => setTimeout(resolve));

function grown(length: number): ByteArray {
  const data = new ByteArray(new Bytes(new Uint8Array(5000).fill(7)));
  while (data.length < length) data.iadd(new Bytes(new Uint8Array(1000).fill(8)));
  return data;
}

/** The memories that a bytearray uses while it grows. */
function memoriesOf(data: ByteArray, length: number): Set<Uint8Array> {
  const seen = new Set([data[MEMORY]]);
  for (; data.length < length; seen.add(data[MEMORY])) data.iadd(new Bytes(new Uint8Array(1000).fill(9)));
  return seen;
}

beforeEach(turn);

test('memory of about the size that is asked for, once, until the end of the turn', async () => {
  const memory = new Uint8Array(5000);
  leave(memory);
  expect([takeLeft(5001), takeLeft(4095), takeLeft(10_000), takeLeft(2 ** 33)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(takeLeft(4096)).toBe(memory);
  expect(takeLeft(4096)).toBeNull();
  leave(memory);
  await turn();
  expect(takeLeft(5000)).toBeNull();
});

test('large memory is not kept', () => {
  leave(new Uint8Array(2 ** 24 + 1));
  expect(takeLeft(2 ** 24 + 1)).toBeNull();
  leave(new Uint8Array(2 ** 24));
  expect(takeLeft(2 ** 24)).not.toBeNull();
});

test('a bytearray that grows takes what another left, and both have their own content', () => {
  const first = grown(5000);
  const left = memoriesOf(first, 60_000);
  left.delete(first[MEMORY]);
  const second = grown(5000);
  const taken = [...memoriesOf(second, 60_000)].filter((memory) => left.has(memory));
  expect(taken.length).toBeGreaterThan(0);
  expect(first[MEMORY]).not.toBe(second[MEMORY]);
  expect(
    first.equals(new Bytes(new Uint8Array(5000).fill(7)).concat(new Bytes(new Uint8Array(55_000).fill(9)))),
  ).toBe(true);
  expect(second.equals(first)).toBe(true);
});

/** Objects through which the old memory can still be read or written after the bytearray has moved on. */
const KEPT: Record<string, (data: ByteArray) => unknown> = {
  'a typed array of a released view': (data) => {
    const view = new MemoryView(data);
    const array = view.asTypedArray();
    view.release();
    return array;
  },
  'bytes that share': (data) => new Bytes(data),
  'a bytearray that shares': (data) => new ByteArray(data),
  'bytes that were taken': (data) => data.take_bytes(),
};

test.each(Object.keys(KEPT))('memory is not given away while there is %s', (name) => {
  const data = grown(20_000);
  const before = data[MEMORY];
  const kept = KEPT[name]!(data);
  const others = new Set<Uint8Array>();
  expect(memoriesOf(data, 200_000).size).toBeGreaterThan(1);
  for (let i = 0; i < 3; i++) for (const memory of memoriesOf(grown(5000), 200_000)) others.add(memory);
  expect(others.has(before)).toBe(false);
  expect(kept).toBeDefined();
});

test('a bytearray may be added to itself', () => {
  const data = grown(20_000);
  const text = new Bytes(data).repeat(2);
  data.extend(data);
  expect(data.equals(text)).toBe(true);
});
