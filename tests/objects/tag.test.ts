/** Tags and `contents`: what comparison helpers see. `npm run equality` tests other helpers. */
import assert from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { ByteArray, Bytes, BytesMap, BytesSet, MemoryView, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { array, record } from 'pybuffer/record';
import { MEMORY } from '../../src/memory/index.js';
import { PyComplex } from '../../src/python/index.js';
import { SHOWN, itemText, tagOfBytes, tagOfItems } from '../../src/objects/index.js';
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

test('it is bounded, and differs if contents do', () => {
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

test('items of struct formats, of pointers and of unreadable formats have texts too', () => {
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

describe('helpers that compare own properties', () => {
  const text = new Bytes('a longer value', 'ascii').slice(2, 8);
  const exported = new ByteArray(b`abc`);
  new MemoryView(exported);
  const equal: [string, unknown, unknown][] = [
    ['bytes', text, b`longer`],
    ['long bytes', new Bytes(300), new Bytes(301).slice(1)],
    ['bytearrays', new ByteArray(text), new ByteArray(b`longer`)],
    ['a bytearray with an export', exported, new ByteArray(b`abc`)],
    ['views', new MemoryView(text).slice(1), new MemoryView(new ByteArray(b`onger`))],
    ['views of two formats', new MemoryView(Float64Array.of(1)), new MemoryView(Uint16Array.of(1))],
    ['arrays', new PyArray('H', [1, 2]), new PyArray('H', [1, 2])],
    ['at any depth', new Map([[1, [text]]]), new Map([[1, [b`longer`]]])],
  ];

  test.each(equal)('assert.deepStrictEqual accepts %s', (_, left, right) => {
    assert.deepStrictEqual(left, right);
    assert.deepStrictEqual(right, left);
    expect(left).toEqual(right);
  });

  test('once its tag was read, a value shows it instead of its fields', () => {
    class Named extends Bytes {
      name = 'a';
    }
    const shown = (value: object): unknown[] =>
      Reflect.ownKeys(value).filter((key) => isEnumerable(value, key));
    const isEnumerable = (value: object, key: PropertyKey): boolean =>
      Object.prototype.propertyIsEnumerable.call(value, key);
    const value = Object.assign(new Named(b`ab`), { [Symbol.for('mine')]: 1 });
    expect(shown(value).map(String)).toEqual(expect.arrayContaining([String(MEMORY)]));
    const first = tag(value);
    expect(shown(value).map(String)).toEqual(['name', 'Symbol(mine)', 'Symbol(pybuffer.tag)']);
    expect((value as never)[shown(value)[2] as never]).toBe(`[object ${first}]`);
    expect([value.get(0), value.concat(b`c`).repr(), tag(value)]).toEqual([97, "b'abc'", first]);
    // The prototype has nothing to show.
    const before = Reflect.ownKeys(Bytes.prototype);
    tag(Bytes.prototype);
    expect(Reflect.ownKeys(Bytes.prototype)).toEqual(before);
  });

  test('the shown text follows the contents', () => {
    const data = new ByteArray(b`abc`);
    const other = new ByteArray(b`abc`);
    const before = isDeepStrictEqual(data, other);
    data.set(0, 1);
    const changed = isDeepStrictEqual(data, other);
    other.set(0, 1);
    expect([before, changed, isDeepStrictEqual(data, other)]).toEqual([true, false, true]);
  });

  test.each([
    ['frozen', Object.freeze],
    ['sealed', Object.seal],
    ['not extensible', Object.preventExtensions],
  ])('different values are different when they are %s', (_, close) => {
    const closed = (content: Bytes) => close(new ByteArray(content) as object);
    expect(tag(closed(b`abc`))).toBe("bytearray:b'abc'");
    expect(isDeepStrictEqual(closed(b`abc`), closed(b`abd`))).toBe(false);
    expect(isDeepStrictEqual([closed(b`abc`)], [new ByteArray(b`abd`)])).toBe(false);
  });
});

describe('companions', () => {
  const Point = record({ x: 'h', y: 'h' });
  const Line = record({ ends: array(Point, 2) });
  const different: [string, object, object][] = [
    ['keys of a map', new BytesMap([[b`a`, 1]]), new BytesMap([[b`b`, 1]])],
    ['values of a map', new BytesMap([[b`a`, { x: 1 }]]), new BytesMap([[b`a`, { x: 2 }]])],
    ['elements of a set', new BytesSet([b`a`]), new BytesSet([b`b`])],
    ['streams', new BytesIO(b`a`), new BytesIO(b`a`)],
    ['records', Point.at(b`abcd`), Point.at(b`abce`)],
    ['arrays of records', Line.at(b`abcdefgh`).ends, Line.at(b`abcdefgi`).ends],
  ];

  test.each(different)('no helper takes different %s for equal', (_, left, right) => {
    assert.notDeepEqual(left, right);
    assert.notDeepStrictEqual(left, right);
    expect(left).not.toEqual(right);
    expect(left).not.toStrictEqual(right);
  });

  const equal: [string, object, object][] = [
    ['maps in another order', new BytesMap([[b`a`, 1], [b`b`, 2]]), new BytesMap([[b`b`, 2], [b`a`, 1]])], // prettier-ignore
    ['sets', new BytesSet([b`a`, b`b`]), new BytesSet([b`b`, b`a`])],
    ['records', Point.at(b`  abcd`, 2), Point.at(b`abcd`)],
    ['arrays of records', Line.at(b`  abcdefgh`, 2).ends, Line.at(b`abcdefgh`).ends],
  ];

  test.each(equal)('equal %s are', (_, left, right) => {
    assert.deepEqual(left, right);
    expect(isDeepStrictEqual(left, right)).toBe(true);
  });

  test('as text', () => {
    const Mixed = record({ id: 'q', name: '3s', ends: array(Point, 1), share: 'd' });
    const mixed = Mixed.at(
      new ByteArray(Mixed.pack({ id: -1n, name: b`ab`, ends: [{ x: 1, y: 2 }], share: 0.5 })),
    );
    expect(String(mixed)).toBe('{"id": -1, "name": b\'ab\\x00\', "ends": [{"x": 1, "y": 2}], "share": 0.5}');
    expect(String(mixed.ends)).toBe('[{"x": 1, "y": 2}]');
    expect(tag(Point.at(b`\x01\0\x02\0`))).toBe('record:{"x":\\x201,\\x20"y":\\x202}');
    expect(String(new BytesIO())).toMatch(/^<_io\.BytesIO object at 0x[0-9a-f]+>$/);
  });
});

test('contents are shown up to a size; larger ones are hashed, without the bytes beside them', () => {
  const memory = new Uint8Array(SHOWN + 9).fill(1);
  const show = () => 'shown';
  expect(tagOfBytes('bytes', memory, 3, SHOWN, show)).toBe('bytes:shown');
  const hashed = tagOfBytes('bytes', memory, 3, SHOWN + 1, show);
  expect(hashed).toMatch(/^bytes:65#[0-9a-f]{32}$/);
  memory[2] = memory[3 + SHOWN + 1] = 2;
  expect(tagOfBytes('bytes', memory, 3, SHOWN + 1, show)).toBe(hashed);
  for (const at of [3, 3 + SHOWN]) {
    memory[at]!++;
    expect(tagOfBytes('bytes', memory, 3, SHOWN + 1, show)).not.toBe(hashed);
    memory[at]!--;
  }
});

test('items are shown up to a count, and beyond it they are hashed one by one', () => {
  const items = (...texts: string[]) => [...texts, ...new Array<string>(SHOWN).fill('x')];
  expect(tagOfItems('array', SHOWN, items().slice(0, SHOWN))).toBe(
    `array:${'x,'.repeat(SHOWN).slice(0, -1)}`,
  );
  const tags = [items('ab', 'c'), items('a', 'bc'), items('', 'abc'), items('abc', '')].map((texts) =>
    tagOfItems('array', texts.length, texts),
  );
  expect(new Set(tags).size).toBe(4);
  for (const each of tags) expect(each).toMatch(/^array:66#[0-9a-f]{32}$/);
  expect(tagOfItems('array', SHOWN + 1, items('x'))).toMatch(/^array:65#/);
});

test("items that are equal in Python have one text, whatever JavaScript's type they are of", () => {
  const equal: unknown[][] = [
    [1, 1n, true, new PyComplex(1, 0)],
    [0, -0, 0n, false, new PyComplex(0, -0)],
    [1e21, 10n ** 21n, new PyComplex(1e21, 0)],
    [2 ** 53, 2n ** 53n],
    [1.5, new PyComplex(1.5, 0)],
  ];
  for (const values of equal) expect(new Set(values.map(itemText)).size).toBe(1);
  expect([1.5, 1e21, -7n, Infinity, new PyComplex(1.5, -2), '1', 'a"'].map(itemText)).toEqual([
    '1.5',
    '1000000000000000000000',
    '-7',
    'Infinity',
    '1.5+-2j',
    '"1"',
    '"a\\""',
  ]);
});

test('a property that somebody gave an object stays, and the tag that takes the place of the fields can be deleted', () => {
  const value = b`ab` as Bytes & Record<symbol, unknown>;
  const [plain, named] = [Symbol(), Symbol('mine')];
  value[plain] = 1;
  value[named] = 2;
  expect([tag(value), tag(value)]).toEqual(["bytes:b'ab'", "bytes:b'ab'"]);
  const shown = Object.getOwnPropertySymbols(value).filter(
    (key) => Object.getOwnPropertyDescriptor(value, key)!.enumerable,
  );
  expect(shown.map((key) => key.description)).toEqual([undefined, 'mine', 'pybuffer.tag']);
  expect(Reflect.deleteProperty(value, shown[2]!)).toBe(true);
  expect(tag(value)).toBe("bytes:b'ab'");
});

test("npm's util shows values as Node's does, by a method that no for...in lists", () => {
  for (const [value, shown] of [
    [b`ab`, "b'ab'"],
    [new ByteArray(b`ab`), "bytearray(b'ab')"],
    [new PyArray('b', [1]), "array('b', [1])"],
  ] as const) {
    const { inspect } = value as unknown as { inspect(): string };
    expect(inspect.call(value)).toBe(shown);
    const names: string[] = [];
    for (const name in value) names.push(name);
    expect(names).toEqual(['contents']);
  }
});
