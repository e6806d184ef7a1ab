/** How calls, keywords and bytes of Brython cross: on a Brython of a few plain objects. */
import { ByteArray, Bytes } from 'pybuffer';
import { Border, VALUE } from '../../../src/adapters/brython/border.js';
import type { Brython, BrythonClass, Instance } from '../../../src/adapters/brython/brython.js';

type Entries = readonly { key: unknown; value: unknown }[];

const bytesClass = { tp_name: 'bytes', tp_mro: [] as unknown[] } as unknown as BrythonClass;
const otherClass = { tp_name: 'other', tp_mro: [] as unknown[] } as unknown as BrythonClass;

/** A border, and what it told the runtime to adopt. */
function borderOf(): { border: Border; adopted: [object, unknown][] } {
  const $B = {
    builtins: { bytes: bytesClass, dict: { $iter_items: (dict: Entries) => dict } },
    // Brython's own function takes the keywords off the end.
    parse_args_kw: (name: string, args: readonly unknown[]) => [
      Object.assign(args.slice(0, -1), { name }),
      (args.at(-1) as { $kw: [object, Entries] }).$kw[1],
    ],
  };
  const border = new Border($B as unknown as Brython);
  const adopted: [object, unknown][] = [];
  border.runtime = {
    adopt: (object: object, value: unknown) => adopted.push([object, value]),
  } as unknown as Border['runtime'];
  return { border, adopted };
}

/** What a call with `sep=1` passes, and one with `**{'sep': 1}`. */
const keywords = { $kw: [{ sep: 1 }] };
const noKeywords = { $kw: [{}] };
const unpacked = { $kw: [{}, [{ key: 'sep', value: 1 }]] };
const unpackedNone = { $kw: [{}, []] };

test.each<[string, readonly unknown[], readonly unknown[], unknown]>([
  ['no arguments', [], [], null],
  ['positional ones', [1, 'two'], [1, 'two'], null],
  ['an object without keywords', [{ a: 1 }], [{ a: 1 }], null],
  ['JavaScript nulls', [1, null], [1, null], null],
  ['undefined', [undefined], [undefined], null],
  [
    'a number that has the name of keywords',
    [Object.assign(() => 0, keywords)],
    [expect.any(Function)],
    null,
  ],
  ['keywords', [1, keywords], [1], { sep: 1 }],
  ['only keywords', [keywords], [], { sep: 1 }],
  ['keywords, all of them empty', [1, noKeywords], [1], null],
  ['keywords of a dict', [1, unpacked], [1], { sep: 1 }],
  ['keywords of an empty dict', [unpackedNone], [], null],
])('call: %s', (_, args, positional, named) => {
  const { border } = borderOf();
  const run = jest.fn((given: readonly unknown[], kwargs: unknown) => [[...given], kwargs]);
  expect(border.call(run, 'f', args)).toEqual([positional, named]);
  expect(run).toHaveBeenCalledTimes(1);
});

test.each<[string, readonly unknown[], readonly unknown[], unknown]>([
  ['no arguments', [], [], null],
  ['positional ones', [1, 'two'], [1, 'two'], null],
  ['JavaScript nulls', [1, null], [1, null], null],
  ['undefined', [undefined], [undefined], null],
  ['keywords', [1, keywords], [1], { sep: 1 }],
  ['keywords, all of them empty', [noKeywords], [], null],
  ['keywords of a dict', [unpacked], [], { sep: 1 }],
  ['keywords of an empty dict', [1, unpackedNone], [1], null],
])('separate: %s', (_, args, positional, named) => {
  const [given, kwargs] = borderOf().border.separate('f', args);
  expect([[...given], kwargs]).toEqual([positional, named]);
});

test('keywords: none are null, and keys become text', () => {
  const { border } = borderOf();
  expect(border.keywords(null)).toBeNull();
  expect(border.keywords(undefined)).toBeNull();
  expect(border.keywords([])).toBeNull();
  expect(
    border.keywords([
      { key: { toString: () => 'a' }, value: 1 },
      { key: 'b', value: undefined },
    ]),
  ).toEqual({ a: 1, b: undefined });
});

test('an object is ours if it holds a value of ours, or is a bytes that Brython made', () => {
  const { border } = borderOf();
  expect(border.bytes).toBe(bytesClass);
  expect([{ [VALUE]: new ByteArray() }, { ob_type: bytesClass }].map((each) => border.isOurs(each))).toEqual([
    true,
    true,
  ]);
  const others = [
    {},
    { ob_type: otherClass },
    null,
    undefined,
    1,
    'text',
    () => 0,
    Object.assign(() => 0, { ob_type: bytesClass }),
  ];
  expect(others.map((each) => border.isOurs(each))).toEqual(others.map(() => false));
});

test.each([
  ['a list of numbers', [1, 255]],
  ['a Uint8Array', new Uint8Array([1, 255])],
])('bytes that Brython made of %s are adopted once', (_, source) => {
  const { border, adopted } = borderOf();
  const made = { ob_type: bytesClass, source } as unknown as Instance;
  const value = border.contentOf(made);
  expect(value).toEqual(new Bytes([1, 255]));
  expect(border.contentOf(made)).toBe(value);
  expect(adopted).toEqual([[made, value]]);
  expect(adopted[0]![1]).toBe(value);
});

test('nothing else is adopted', () => {
  const { border, adopted } = borderOf();
  const others = [
    { ob_type: otherClass, source: [1] },
    { ob_type: otherClass, source: new Uint8Array(1) },
    { ob_type: bytesClass, source: 'text' },
    { ob_type: bytesClass },
  ];
  expect(others.map((each) => border.contentOf(each as unknown as Instance))).toEqual(
    others.map(() => undefined),
  );
  const held = new ByteArray();
  expect(border.contentOf({ ob_type: otherClass, [VALUE]: held } as unknown as Instance)).toBe(held);
  expect(adopted).toEqual([]);
});

test('the base of a class is the first of ours in its order', () => {
  const { border } = borderOf();
  border.names.set(bytesClass, 'bytes');
  border.names.set(otherClass, 'bytearray');
  const derived = (...order: unknown[]) => ({ tp_mro: order }) as unknown as BrythonClass;
  expect(border.baseOf(derived({}, otherClass, bytesClass))).toBe('bytearray');
  expect(border.baseOf(derived(bytesClass))).toBe('bytes');
  expect(border.baseOf(derived({}, {}))).toBeUndefined();
  expect(border.baseOf({} as BrythonClass)).toBeUndefined();
});
