/** Writing structures to streams and reading them equals `pack` and `write`, `read` and `unpack`. */
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { BytesIO } from 'pybuffer/io';
import { Struct } from 'pybuffer/struct';
import { Struct as Uint8ArrayStruct } from 'pybuffer/struct-uint8array';
import { outcome } from '../../algorithms/support.js';

const FORMATS = ['<H', '>IHd', '<3sx2B', '@bi', '', '<q', '5p'] as const;
const values: Record<(typeof FORMATS)[number], unknown[]> = {
  '<H': [513],
  '>IHd': [1, 2, 1.5],
  '<3sx2B': [new Bytes([1, 2, 3]), 4, 5],
  '@bi': [-1, -2],
  '': [],
  '<q': [2n ** 40n],
  '5p': [new Bytes([65, 66])],
};
const content = Array.from({ length: 30 }, (_, i) => i + 1);

/** The content, position and result, or the error, of a call with a stream. */
function after(position: number, run: (f: BytesIO) => unknown, make = () => new BytesIO()): unknown {
  const f = make();
  f.write(new Bytes(content));
  f.seek(position);
  const result = outcome(() => run(f));
  return [result, f.tell(), f.getvalue().tolist()];
}

test.each(FORMATS)('%j is read and written as by hand', (format) => {
  const s = new Struct(format as string);
  const packed = values[format];
  class Derived extends BytesIO {}
  for (const make of [() => new BytesIO(), () => new Derived()]) {
    for (const position of [0, 1, 25, 29, 30, 33]) {
      expect(after(position, (f) => s.read(f), make)).toEqual(
        after(position, (f) => s.unpack(f.read(s.size))),
      );
      expect(after(position, (f) => s.write(f, ...packed), make)).toEqual(
        after(position, (f) => f.write(s.pack(...packed))),
      );
    }
  }
});

test('a failed call changes nothing', () => {
  const s = new Struct('<HB' as string);
  for (const wrong of [[1], [1, 256], ['x', 1], [1, 2, 3]]) {
    const [result, ...rest] = after(3, (f) => s.write(f, ...wrong)) as unknown[];
    expect(result).toEqual(outcome(() => s.pack(...wrong)));
    expect(rest).toEqual([3, content]);
  }
  const exported = new BytesIO(new Bytes(content));
  exported.seek(30);
  const view = exported.getbuffer();
  const direct = outcome(() => s.write(exported, 1, 2));
  expect(direct).toEqual(outcome(() => exported.write(new Bytes([1, 2]))));
  expect([exported.tell(), view.length]).toEqual([30, 30]);
  view.release();
  const closed = new BytesIO();
  closed.close();
  expect([outcome(() => s.read(closed)), outcome(() => s.write(closed, 1, 2))]).toEqual([
    outcome(() => closed.read(1)),
    outcome(() => closed.write(new Bytes([1]))),
  ]);
});

test('a result is not the content of the stream, which a later write changes', () => {
  const f = new BytesIO();
  f.write(new Bytes(content));
  f.seek(0);
  const [text] = new Struct('4s').read(f);
  f.seek(0);
  f.write(new Bytes([9, 9, 9, 9]));
  expect((text as Bytes).tolist()).toEqual([1, 2, 3, 4]);
  expect(f.getvalue().tolist().slice(0, 5)).toEqual([9, 9, 9, 9, 5]);
});

test('classes that override methods, and other streams, have their methods called', () => {
  const asked: unknown[] = [];
  class Logged extends BytesIO {
    override read(size?: number | null): Bytes {
      asked.push(['read', size]);
      return super.read(size);
    }
    override write(data: never): number {
      asked.push(['write', data]);
      return super.write(data);
    }
  }
  const f = new Logged();
  const s = new Struct('>H');
  expect(s.write(f, 258)).toBe(2);
  f.seek(0);
  expect(s.read(f)).toEqual([258]);
  expect(asked).toEqual([
    ['write', new Bytes([1, 2])],
    ['read', 2],
  ]);
  const parts: unknown[] = [];
  const other = {
    write: (data: Bytes) => parts.push(data),
    read: () => new MemoryView(new ByteArray([0, 7])),
  };
  expect([s.write(other, 1), s.read(other), parts]).toEqual([1, [7], [new Bytes([0, 1])]]);
  for (const bad of [null, undefined, 1, {}]) {
    expect(outcome(() => s.read(bad as never))).toMatchObject({
      error: expect.stringContaining("attribute 'read'") as string,
    });
    expect(outcome(() => s.write(bad as never, 1))).toMatchObject({
      error: expect.stringContaining("attribute 'write'") as string,
    });
  }
});

test('over typed arrays', () => {
  const f = new BytesIO();
  const s = new Uint8ArrayStruct('<H2s');
  expect(s.write(f, 513, Uint8Array.of(7, 8))).toBe(4);
  f.seek(0);
  expect(s.read(f)).toEqual([513, Uint8Array.of(7, 8)]);
  const parts: unknown[] = [];
  s.write({ write: (data: Uint8Array) => parts.push(data) }, 1, Uint8Array.of(2, 3));
  expect(parts).toEqual([Uint8Array.of(1, 0, 2, 3)]);
  expect(s.read({ read: () => Uint8Array.of(1, 0, 2, 3) })).toEqual([1, Uint8Array.of(2, 3)]);
});
