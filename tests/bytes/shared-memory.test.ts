/** Copies share memory until one of them is written, which must never be observable. */
import fc from 'fast-check';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { pack_into } from '../../src/companions/struct/index.js';
import { packMessage, unpackMessage } from '../../src/interop/index.js';
import { MEMORY } from '../../src/memory/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { Slice } from '../../src/python/index.js';

type Value = Bytes | ByteArray;

/** All values, each with the bytes that it should have. */
class World {
  readonly values: { value: Value; items: number[] }[] = [];

  add(value: Value, items: readonly number[]): void {
    this.values.push({ value, items: [...items] });
    if (this.values.length > 12) this.values.shift();
  }

  check(): void {
    for (const { value, items } of this.values) {
      expect(Buffer.from(value.toUint8Array()).equals(Buffer.from(items))).toBe(true);
    }
  }
}

const SIZES = [3, 511, 512, 700, 4096, 5000, 20000];
const made = (size: number, seed: number) => Array.from({ length: size }, (_, i) => (i * 7 + seed) & 255);

/** Ways to make one value from another. */
const COPIES: ((value: Value, items: number[], at: number) => [Value, number[]])[] = [
  (value, items) => [new Bytes(value), items],
  (value, items) => [new ByteArray(value), items],
  (value, items) => [new ByteArray({ source: value }), items],
  (value, items) => [value instanceof ByteArray ? value.copy() : value, items],
  (value, items) => [value.slice(), items],
  (value, items, at) => [value.slice(at), items.slice(at)],
  (value, items, at) => [value.slice(0, -at || undefined), items.slice(0, items.length - at)],
  (value, items, at) => [
    value.get(new Slice(at, null, 2)) as Value,
    items.slice(at).filter((_, i) => i % 2 === 0),
  ],
  (value, items) => [value.concat(new Bytes()), items],
  // Two adjacent parts of one memory.
  (value, items, at) => [value.slice(0, at).concat(value.slice(at)), items],
  (value, items, at) => [value.slice(0, at).concat(new Bytes(value).slice(at)), items],
  (value, items) => [value.repeat(1), items],
  (value, items) => [value.replace(new Bytes([1, 2, 3]), new Bytes([1, 2, 3])), items],
  (value, items) => {
    using view = new MemoryView(value);
    return [new Bytes(view), items];
  },
  (value, items) => [new BytesIO(value).getvalue(), items],
  (value, items) => [value.partition(new Bytes(9).concat(new Bytes([1])))[0], items],
];

/** Ways to write to a bytearray. */
const WRITES: ((b: ByteArray, m: number[], at: number, byte: number) => void)[] = [
  (b, m, at, byte) => {
    if (m.length === 0) return;
    b.set(at % m.length, byte);
    m[at % m.length] = byte;
  },
  (b, m, at, byte) => {
    if (m.length === 0) return;
    b.set((at % m.length) - m.length, BigInt(byte));
    m[at % m.length] = byte;
  },
  (b, m) => {
    b.reverse();
    m.reverse();
  },
  (b, m, at, byte) => {
    b.set(new Slice(at, at + 2), new Bytes([byte, byte]));
    m.splice(at, Math.max(0, Math.min(2, m.length - at)), byte, byte);
  },
  (b, m, at, byte) => {
    b.set(new Slice(at, at + 9), [byte]);
    m.splice(at, 9, byte);
  },
  (b, m, at) => {
    const count = Math.ceil(Math.max(0, m.length - at) / 3);
    b.set(new Slice(at, null, 3), new Bytes(count));
    if (count > 0) for (let i = at; i < m.length; i += 3) m[i] = 0;
  },
  (b, m, at) => {
    b.delete(new Slice(at, at + 5));
    m.splice(at, 5);
  },
  (b, m, at) => {
    b.delete(new Slice(0, at));
    m.splice(0, at);
  },
  (b, m, at) => {
    b.delete(new Slice(at, null, 2));
    for (let i = at; i < m.length; i++) m.splice(i, 1);
  },
  (b, m, at) => {
    if (m.length === 0) return;
    expect(b.pop(at % m.length)).toBe(m.splice(at % m.length, 1)[0]);
  },
  (b, m) => {
    if (m.length > 0) expect(b.pop()).toBe(m.pop());
  },
  (b, m, at, byte) => {
    b.insert(at, byte);
    m.splice(at, 0, byte);
  },
  (b, m, _at, byte) => {
    b.append(byte);
    m.push(byte);
  },
  (b, m, _at, byte) => {
    b.extend([byte, 1]);
    m.push(byte, 1);
  },
  (b, m) => {
    if (m.length > 9000) return;
    b.extend(b);
    m.push(...m);
  },
  (b, m) => {
    if (m.length > 9000) return;
    b.imul(2);
    m.push(...m);
  },
  (b, m, at) => {
    const length = m.length;
    const next = at % 2 === 0 ? length + at : Math.max(0, length - at);
    b.resize(next);
    m.length = Math.min(next, length);
    while (m.length < next) m.push(0);
  },
  (b, m, at) => {
    const front = Math.min(at, m.length);
    expect([...b.take_bytes(front)]).toEqual(m.splice(0, front));
  },
  (b, m, _at, byte) => {
    using view = new MemoryView(b);
    if (m.length > 0) view.set(-1, byte);
    if (m.length > 0) m[m.length - 1] = byte;
  },
  (b, m, _at, byte) => {
    using live = b.asUint8Array();
    live.fill(byte);
    m.fill(byte);
  },
  (b, m, _at, byte) => {
    if (m.length < 3) return;
    pack_into('>BH', b, 0, byte, 258);
    m.splice(0, 3, byte, 1, 2);
  },
  (b, m) => {
    new BytesIO(new Bytes([7, 8, 9])).readinto(b);
    for (let i = 0; i < Math.min(3, m.length); i++) m[i] = 7 + i;
  },
  (b, m, at) => {
    const items = made(300, at);
    b.__init__(new Bytes(items));
    m.splice(0, m.length, ...items);
  },
  (b, m) => {
    b.clear();
    m.length = 0;
  },
];

const step = fc.tuple(fc.nat(), fc.nat(), fc.nat(900), fc.nat(255), fc.boolean());

test('nothing immutable ever changes, and copies are independent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SIZES),
      fc.boolean(),
      fc.array(step, { maxLength: 25 }),
      (size, isBytes, steps) => {
        const world = new World();
        const items = made(size, size);
        world.add(isBytes ? new Bytes(items) : new ByteArray(items), items);
        for (const [which, how, at, byte, isCopy] of steps) {
          const { value, items } = world.values[which % world.values.length]!;
          if (isCopy) {
            const place = at % (items.length + 1);
            world.add(...COPIES[how % COPIES.length]!(value, items, place));
          } else if (value instanceof ByteArray) {
            WRITES[how % WRITES.length]!(value, items, at, byte);
          }
          world.check();
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each([3, 511, 512, 4096, 5000])('every write after every copy, %i bytes', (size) => {
  for (const copy of COPIES) {
    for (const write of WRITES) {
      for (const isBytes of [false, true]) {
        for (const isFirst of [false, true]) {
          const items = made(size, 5);
          const source = isBytes ? new Bytes(items) : new ByteArray(items);
          const [value, expected] = copy(source, items, 1);
          const copied = [...expected];
          const written = isFirst ? source : value;
          const model = isFirst ? [...items] : copied;
          if (!(written instanceof ByteArray)) continue;
          write(written, model, 4, 77);
          const [first, second] = isFirst ? [model, copied] : [items, model];
          expect(Buffer.from(source.toUint8Array()).equals(Buffer.from(first))).toBe(true);
          expect(Buffer.from(value.toUint8Array()).equals(Buffer.from(second))).toBe(true);
        }
      }
    }
  }
});

test('whole copies share until the first write', () => {
  const source = new ByteArray(made(5000, 1));
  const bytes = new Bytes(source);
  const copy = source.copy();
  expect(bytes[MEMORY]).toBe(source[MEMORY]);
  expect(copy[MEMORY]).toBe(source[MEMORY]);
  expect(source.slice(1, -1)[MEMORY]).toBe(source[MEMORY]);
  expect(new ByteArray(bytes)[MEMORY]).toBe(source[MEMORY]);
  source.set(0, 9);
  expect(source[MEMORY]).not.toBe(bytes[MEMORY]);
  const own = source[MEMORY];
  source.set(1, 9);
  expect(source[MEMORY]).toBe(own);
});

test('a part that is small compared with the rest is copied, so that the next write is cheap', () => {
  const source = new ByteArray(made(5000, 1));
  const memory = source[MEMORY];
  expect(source.slice(0, 2000)[MEMORY]).not.toBe(memory);
  source.set(0, 9);
  expect(source[MEMORY]).toBe(memory);
});

test('nothing is shared while a view, or an array that it returned, could write', () => {
  const source = new ByteArray(made(5000, 1));
  const view = new MemoryView(source);
  const during = new Bytes(source);
  view.set(0, 200);
  view.release();
  const live = source.asUint8Array();
  live.release();
  const after = new Bytes(source);
  live[0] = 201;
  expect([during.get(0), after.get(0)]).toEqual([1, 200]);
});

test('a bytearray that was cut to little releases large shared memory', () => {
  const bytes = new Bytes(made(100_000, 1));
  const copy = new ByteArray(bytes);
  copy.delete(new Slice(10, null));
  expect(copy[MEMORY].length).toBeLessThan(20_000);
  expect(bytes.length).toBe(100_000);
});

test('a frozen bytearray is copied', () => {
  const source = Object.freeze(new ByteArray(made(5000, 1)));
  const bytes = new Bytes(source);
  source.set(0, 200);
  expect(bytes.get(0)).toBe(1);
  expect(source.copy().get(0)).toBe(200);
});

test.each([300, 4096, 5000])('memory that others read does not travel: %i bytes', (size) => {
  const bytes = new Bytes(made(size, 1));
  const { message, transfer } = packMessage(new ByteArray(bytes));
  const there = unpackMessage(structuredClone(message, { transfer }));
  expect(there.equals(bytes)).toBe(true);
  expect(bytes.equals(new Bytes(made(size, 1)))).toBe(true);
  const exact = new ByteArray(made(size, 2));
  const other = packMessage(exact);
  structuredClone(other.message, { transfer: other.transfer });
  expect(new Bytes(made(size, 1)).equals(bytes)).toBe(true);
});
