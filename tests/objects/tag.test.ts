/** Tags and `contents`: what comparison helpers see. The other helpers are tried by `npm run equality`. */
import assert from 'node:assert';
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { oddExporters } from './layouts.js';

const tag = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

function releasedView(): MemoryView {
  const view = new MemoryView(new ByteArray(2));
  view.release();
  return view;
}

test('a tag is type and content, in one word', () => {
  expect([
    tag(b`a ]\x00`),
    tag(new ByteArray(b`ab`)),
    tag(new Bytes()),
    tag(new MemoryView(b`ab`)),
    tag(new MemoryView(b`abcdef`).cast('B', [2, 3])),
    tag(releasedView()),
    tag(new PyArray('w', 'a b')),
    tag(new PyArray('Zd', [{ re: 1, im: 2 }])),
  ]).toEqual([
    "bytes:b'a\\x20\\x5d\\x00'",
    "bytearray:b'ab'",
    "bytes:b''",
    'memoryview(2,):97,98',
    'memoryview(2,3):97,98,99,100,101,102',
    'memoryview:released',
    'array:"a","\\x20","b"',
    'array:1+2j',
  ]);
});

test('it is bounded, and differs wherever contents do', () => {
  const bytes = Uint8Array.from({ length: 500 }, (_, i) => i);
  const tags = new Set<string>();
  for (let i = 0; i < 500; i++) {
    bytes[i]! ^= 1;
    tags.add(tag(new Bytes(bytes)));
    tags.add(tag(new MemoryView(bytes)));
    bytes[i]! ^= 1;
  }
  for (let i = 60; i < 200; i++) tags.add(tag(new Bytes(i)));
  expect(tags.size).toBe(1000 + 140);
  expect(Math.max(...[...tags].map((text) => text.length))).toBeLessThan(64 * 4 + 20);
  expect(tag(new Bytes(bytes))).toMatch(/^bytes:500#[0-9a-f]{32}$/);
});

test("a view's tag follows the equality of its values", () => {
  const equal: [MemoryView<unknown>, MemoryView<unknown>][] = [
    [new MemoryView(Float64Array.of(1, -0, 2 ** 53)), new MemoryView(BigInt64Array.of(1n, 0n, 2n ** 53n))],
    [new MemoryView(Uint8Array.of(1, 0)), new MemoryView(Uint8Array.of(2, 0)).cast('?')],
    [new MemoryView(b`abcdef`).slice(null, null, 2), new MemoryView(b`ace`)],
    [new MemoryView(new Uint8Array(100)), new MemoryView(new Float32Array(100))],
  ];
  for (const [left, right] of equal) {
    expect([left.equals(right), tag(left)]).toEqual([true, tag(right)]);
  }
  const different: [MemoryView<unknown>, MemoryView<unknown>][] = [
    [new MemoryView(b`a`).cast('c'), new MemoryView(b`a`)],
    [new MemoryView(b`abcd`), new MemoryView(b`abcd`).cast('B', [2, 2])],
    [new MemoryView(BigInt64Array.of(2n ** 53n + 1n)), new MemoryView(Float64Array.of(2 ** 53))],
  ];
  for (const [left, right] of different) {
    expect([left.equals(right), tag(left) === tag(right)]).toEqual([false, false]);
  }
});

test('items of struct formats, pointers and formats that nobody reads have texts too', () => {
  expect(oddExporters().map((exporter) => tag(new MemoryView(exporter)))).toEqual([
    'memoryview(2,):(1,\\x202),(3,\\x204)',
    'memoryview(1,):unknown:01020304',
    'memoryview():7',
  ]);
});

test('it never throws', () => {
  const lost = new MemoryView(new Uint8Array(8));
  structuredClone((lost.obj as Uint8Array).buffer, { transfer: [(lost.obj as Uint8Array).buffer] });
  const values = [
    lost,
    ...[Bytes, ByteArray, MemoryView, PyArray].map(({ prototype }) => prototype as object),
    Object.create(MemoryView.prototype) as object,
    Object.create(PyArray.prototype) as object,
    new Proxy(b`abc`, {}),
    new Proxy(new PyArray('b', [1]), {}),
  ];
  for (const value of values) expect(tag(value)).toMatch(/^(bytes|bytearray|memoryview|array)/);
});

test('a for...in lists the contents and nothing else', () => {
  for (const value of [b`ab`, new ByteArray(b`ab`), new MemoryView(b`ab`), new PyArray('b', [1])]) {
    const names: string[] = [];
    for (const name in value) names.push(name);
    expect([names, Object.keys(value), value.contents]).toEqual([['contents'], [], tag(value)]);
  }
});

test('assert.deepEqual tells contents and types apart, and accepts equal ones', () => {
  const text = new Bytes('a longer value', 'ascii').slice(2, 8);
  assert.deepEqual(text, b`longer`);
  assert.deepEqual({ x: [new ByteArray(text)] }, { x: [new ByteArray(b`longer`)] });
  assert.deepEqual(new MemoryView(text), new MemoryView(b`longer`));
  assert.deepEqual(new PyArray('b', [1]), new PyArray('b', [1]));
  const different: [unknown, unknown][] = [
    [b`abc`, b`abd`],
    [b`abc`, new ByteArray(b`abc`)],
    [new MemoryView(b`abc`), new MemoryView(b`abd`)],
    [releasedView(), new MemoryView(new ByteArray(2))],
    [new PyArray('b', [1]), new PyArray('b', [2])],
  ];
  for (const [left, right] of different) {
    assert.notDeepEqual(left, right);
    assert.throws(() => assert.deepStrictEqual(left, right), /abc|memoryview|array/);
    expect(left).not.toEqual(right);
    expect([left]).not.toContainEqual(right);
  }
  expect([text]).toContainEqual(b`longer`);
});
