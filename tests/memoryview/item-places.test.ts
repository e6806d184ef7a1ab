/** Items read and written repeatedly, at every offset and in every layout, through typed arrays or not. */
import { ByteArray, Bytes, MemoryView, Slice, setLifetimePolicy } from 'pybuffer';
import { BufferFlags, BufferView, acquireView } from 'pybuffer/protocol';
import type { BufferExporter } from 'pybuffer/protocol';
import { pack_into, unpack_from } from 'pybuffer/struct';

const FORMATS = [...'BbHhIiQqfde?'];
const SIZES: Record<string, number> = {
  B: 1,
  b: 1,
  H: 2,
  h: 2,
  I: 4,
  i: 4,
  Q: 8,
  q: 8,
  f: 4,
  d: 8,
  e: 2,
  '?': 1,
};
const bytes = Uint8Array.from({ length: 97 }, (_, i) => (i * 37 + 11) & 127);

test('reads agree with struct, the first one and the next', () => {
  const wrong: string[] = [];
  for (const format of FORMATS) {
    const size = SIZES[format]!;
    for (let shift = 0; shift < 9; shift++) {
      const count = Math.floor((96 - shift) / size);
      const base = new MemoryView(bytes.subarray(shift)).slice(1, 1 + count * size);
      const views = { line: base.cast(format), back: base.cast(format).slice(null, null, -1) };
      const even = count - (count % 4);
      const table = base.slice(0, even * size).cast(format, [even / 4, 4]);
      const rows = table.slice(1, null, 2);
      for (let round = 0; round < 3; round++) {
        for (let i = 0; i < count; i++) {
          const [wanted]: readonly unknown[] = unpack_from(
            `<${format}` as string,
            bytes,
            shift + 1 + i * size,
          );
          const found = [views.line.get(i), views.back.get(count - 1 - i), views.line.get(i - count)];
          if (i < even) found.push(table.get(i >> 2, i & 3));
          if (i < even && (i >> 2) % 2 === 1)
            found.push(rows.get((i >> 2) >> 1, i & 3), rows.get([(i >> 2) >> 1, i & 3]));
          if (found.some((value) => !Object.is(value, wanted)))
            wrong.push(`${format}${shift}[${i}]: ${found.join()}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('writes agree with struct, for values that fit and for values that do not', () => {
  const wrong: string[] = [];
  const values = [
    0,
    -0,
    1,
    127,
    128,
    255,
    256,
    32768,
    65535,
    65536,
    2 ** 31,
    2 ** 32 - 1,
    2 ** 32,
    -1,
    -129,
    0.5,
    NaN,
    -Infinity,
  ];
  for (const format of FORMATS) {
    const size = SIZES[format]!;
    for (let shift = 0; shift < 3; shift++) {
      const ours = new Uint8Array(64);
      const wanted = new Uint8Array(64);
      const base = new MemoryView(ours).slice(shift, shift + 48);
      const line = base.cast(format);
      const table = base.cast(format, [2, 24 / size]);
      values.forEach((value, k) => {
        const i = k % line.length;
        const refused = [
          () => line.set(i, value as never),
          () => table.set(Math.floor(i / (24 / size)), i % (24 / size), value as never),
        ].map((write) => {
          try {
            write();
            return false;
          } catch {
            return true;
          }
        });
        let expected = false;
        const before = wanted.slice();
        try {
          pack_into(`<${format}` as string, wanted, shift + i * size, value);
        } catch {
          // By then struct has zeroed the item.
          wanted.set(before);
          expected = true;
        }
        if (refused.some((was) => was !== expected))
          wrong.push(`${format}${shift} ${value}: ${refused.join()}`);
        if (ours.join() !== wanted.join()) wrong.push(`${format}${shift} ${value}: bytes`);
      });
    }
  }
  expect(wrong).toEqual([]);
});

test('views refuse indices that are not integers, even after reading items', () => {
  const line = new MemoryView(new Uint16Array(8));
  const table = new MemoryView(new Uint8Array(64)).cast('d', [2, 4]);
  for (let round = 0; round < 3; round++) {
    expect(line.get(1)).toBe(0);
    expect(table.get(1, 1)).toBe(0);
    expect(() => line.get(0.5)).toThrow('memoryview: invalid slice key');
    expect(() => table.get(0.5, 0)).toThrow('memoryview: invalid slice key');
    expect(() => table.get(0, 0.5)).toThrow('memoryview: invalid slice key');
    expect(() => table.get(2, 0)).toThrow('index out of bounds on dimension 1');
    expect(() => table.get(0, 4)).toThrow('index out of bounds on dimension 2');
    expect(() => table.get(1)).toThrow('multi-dimensional sub-views are not implemented');
    expect(() => line.get(1, 1)).toThrow('cannot index 1-dimension view with 2-element tuple');
    expect(() => table.set(0.5, 0, 1)).toThrow('memoryview: invalid slice key');
  }
});

test('released, detached and lost views raise their errors, whatever was read before', () => {
  const make = (object: ConstructorParameters<typeof MemoryView>[0]) => {
    const bytes = new MemoryView(object);
    const line = bytes.cast('i');
    const table = bytes.cast('d', [2, 2]);
    return {
      bytes,
      line,
      table,
      use: [() => bytes.get(0), () => line.get(0), () => table.get(1, 1), () => line.set(0, 1)],
    };
  };
  const released = make(new ByteArray(32));
  for (const use of released.use) use();
  for (const view of [released.bytes, released.line, released.table]) view.release();
  for (const use of released.use) expect(use).toThrow('operation forbidden on released memoryview object');

  const policy = setLifetimePolicy('detach');
  const data = new ByteArray(32);
  const detached = make(data);
  for (const use of detached.use) use();
  data.append(1);
  setLifetimePolicy(policy);
  for (const use of detached.use) expect(use).toThrow('operation forbidden on released memoryview object');

  const memory = new Uint8Array(32);
  const lost = make(memory);
  for (const use of lost.use) use();
  structuredClone(memory.buffer, { transfer: [memory.buffer] });
  for (const use of lost.use)
    expect(use).toThrow('memoryview: the underlying ArrayBuffer was detached or has shrunk');
});

test('read-only views do not change', () => {
  const views = [
    new MemoryView(new Bytes(16)).cast('i'),
    new MemoryView(new Int32Array(4)).toreadonly(),
  ] as MemoryView[];
  for (const view of views) {
    expect(view.get(1)).toBe(0);
    expect(() => view.set(1, 1)).toThrow('cannot modify read-only memory');
    expect(view.get(1)).toBe(0);
  }
});

test('NaNs keep their payload', () => {
  const view = new MemoryView(new Float64Array(2));
  expect(view.get(1)).toBe(0);
  const bits = new BigUint64Array([0x7ff8000000001234n]);
  view.set(1, new Float64Array(bits.buffer)[0]!);
  expect(view.cast('B').cast('Q').get(1)).toBe(0x7ff8000000001234n);
});

test('lists of 64-bit integers, small and large', () => {
  const values = [
    0n,
    1n,
    255n,
    256n,
    257n,
    -1n,
    -256n,
    2n ** 31n,
    2n ** 32n,
    2n ** 32n + 5n,
    2n ** 62n,
    -(2n ** 63n),
  ];
  const signed = new MemoryView(BigInt64Array.from(values));
  expect(signed.tolist()).toEqual(values);
  expect(signed.slice(null, null, -1).tolist()).toEqual([...values].reverse());
  expect(signed.cast('B').cast('Q').tolist()).toEqual(values.map((value) => BigInt.asUintN(64, value)));
  const odd = new MemoryView(new Uint8Array(values.length * 8 + 1)).slice(1);
  odd.set(new Slice(), signed.cast('B'));
  expect(odd.cast('q').tolist()).toEqual(values);
});

/** What an exporter answers that calls each byte or pair of bytes an int or a double. */
function small(format: string, itemsize: number, count: number): BufferExporter {
  const memory = new Uint8Array(count * itemsize);
  return {
    getBuffer() {
      const layout = [1, [count], [itemsize], null] as const;
      return new BufferView(this, memory, 0, memory.length, false, itemsize, format, ...layout);
    },
    releaseBuffer: () => undefined,
  };
}

// CPython reads past the memory.
test.each([
  ['i', 1, 3],
  ['i', 2, 2],
  ['d', 2, 2],
  ['Q', 4, 3],
  ['Zd', 8, 2],
  ['h', 1, 1],
] as const)(
  'items of format %s and %i bytes end past the memory, which is not lost',
  (format, size, count) => {
    const view = new MemoryView(small(format, size, count));
    const uses = [
      () => view.get(-1),
      () => view.set(-1, 0),
      () => view.tolist(),
      () => [...view],
      () => view.includes(5),
      () => view.count(5),
      () => view.index(5),
    ];
    for (const use of uses)
      expect(raised(use)).toBe(
        "BufferError: memoryview: an item of this format ends past the exporter's memory",
      );
    const { memory } = acquireView(view, BufferFlags.FULL_RO);
    structuredClone(memory.buffer, { transfer: [memory.buffer as ArrayBuffer] });
    for (const use of uses)
      expect(raised(use)).toBe(
        'LostMemory: memoryview: the underlying ArrayBuffer was detached or has shrunk',
      );
  },
);

function raised(run: () => unknown): string {
  try {
    run();
    return 'nothing';
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}
