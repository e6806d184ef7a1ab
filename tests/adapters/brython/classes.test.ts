/** Brython's classes of our types: what hangs in them, and a session that CPython 3.15 answered. */
import { install } from 'pybuffer/brython';
import type { Brython, BrythonClass } from '../../../src/adapters/brython/brython.js';
import { freshBrython, runnerOf, testSession } from './host.js';
import { waysOf } from './noted.js';
import type { Way } from '../ways.js';

const fresh = freshBrython();
const $B = fresh as unknown as Brython;
const { bytes, bytearray, memoryview, object } = $B.builtins as Record<string, BrythonClass>;
const { bytes_iterator, bytearray_iterator, memory_iterator } = $B;
const own = { bytes, bytearray, memoryview, bytes_iterator, bytearray_iterator, memory_iterator };
const before = Object.entries(own).map(([name, cls]) => [name, cls!, { ...cls }] as const);
install(fresh);

const run = runnerOf(fresh);

/** What describes a class and is no slot. */
const DESCRIPTION =
  'tp_name tp_base tp_bases tp_flags tp_doc tp_basicsize tp_itemsize tp_weakrefoffset tp_dictoffset ob_type'.split(
    ' ',
  );

test.each(before)('%s keeps its identity and description, and no slot of its own', (_, cls, old) => {
  for (const name of DESCRIPTION) expect([name, cls[name]]).toEqual([name, old[name]]);
  const isSlot = (name: string) =>
    /^(tp|nb|sq|mp|bf|am)_|^classmethods$|^staticmethods$|^\$fast_attr$/.test(name);
  const kept = Object.keys(old).filter(
    (name) =>
      isSlot(name) && !DESCRIPTION.includes(name) && cls[name] === old[name] && cls[name] !== object![name],
  );
  expect(kept).toEqual([]);
  expect(cls.tp_subclasses).not.toBe(old.tp_subclasses);
  expect(object!.tp_subclasses!.filter((each) => each === cls)).toEqual([cls]);
});

/** The names of CPython's method descriptors, static methods and attributes. */
const METHODS = {
  bytes: [
    '__bytes__ __getnewargs__ capitalize center count decode endswith expandtabs find hex index isalnum isalpha',
    'isascii isdigit islower isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix',
    'replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate',
    'upper zfill',
  ],
  bytearray: [
    '__alloc__ __reduce__ __reduce_ex__ __sizeof__ append capitalize center clear copy count decode endswith',
    'expandtabs extend find hex index insert isalnum isalpha isascii isdigit islower isspace istitle isupper join',
    'ljust lower lstrip partition pop remove removeprefix removesuffix replace resize reverse rfind rindex rjust',
    'rpartition rsplit rstrip split splitlines startswith strip swapcase take_bytes title translate upper zfill',
  ],
  memoryview: ['__enter__ __exit__ cast count hex index release tobytes tolist toreadonly'],
  bytes_iterator: ['__length_hint__ __reduce__ __setstate__'],
  bytearray_iterator: ['__length_hint__ __reduce__ __setstate__'],
  memory_iterator: [],
};

/** Methods that CPython's classes have as slots, or inherit from `object`. */
const ELSEWHERE =
  '__buffer__ __release_buffer__ __format__ __getstate__ __reduce__ __reduce_ex__ __sizeof__'.split(' ');

test.each(Object.entries(METHODS))('the methods of %s are those of CPython', (name, lines) => {
  const names = lines.join(' ').split(' ').filter(Boolean);
  const cls = own[name as keyof typeof own]!;
  expect(cls.tp_methods.filter((each) => names.includes(each)).sort()).toEqual(names);
  expect(cls.tp_methods.filter((each) => !names.includes(each) && !ELSEWHERE.includes(each))).toEqual([]);
  expect(new Set(cls.tp_methods).size).toBe(cls.tp_methods.length);
  expect(cls.staticmethods).toEqual(/^byte(s|array)$/.test(name) ? ['maketrans'] : []);
  // Set in the dict, where they keep the derived class.
  expect(cls.classmethods).toEqual([]);
});

test.each([
  ['bytes', []],
  [
    'memoryview',
    'c_contiguous contiguous f_contiguous format itemsize nbytes ndim obj readonly shape strides suboffsets'.split(
      ' ',
    ),
  ],
  ['bytes_iterator', []],
] as const)('the attributes of %s are those of CPython', (name, attributes) => {
  expect([...own[name]!.tp_getset].sort()).toEqual(attributes);
});

test("Brython's own code reads the bytes of handles as a list of numbers, and makes bytes of one", () => {
  const handle = (value: string) =>
    $B.module_getattr(fresh.runPythonSource(`made = ${value}`, 'made') as never, 'made') as {
      source?: unknown;
      ob_type: unknown;
    };
  expect(handle("b'ab'").source).toEqual([97, 98]);
  expect(handle("bytearray(b'ab')").source).toEqual([97, 98]);
  expect(handle("memoryview(b'ab')").source).toBeUndefined();
  const made = [$B.fast_bytes([1, 2]), $B.fast_bytes(), bytes!.$factory([3] as never)];
  expect(made.map((each) => String(fresh.$call(fresh.builtins['repr'], each)))).toEqual([
    "b'\\x01\\x02'",
    "b''",
    "b'\\x03'",
  ]);
  expect(made.map((each) => (each as { ob_type: unknown }).ob_type)).toEqual([bytes, bytes, bytes]);
});

test.each([
  [
    "bytes('a', encoding='ascii', **{'encoding': 'ascii'})",
    "bytes() got multiple values for argument 'encoding'",
  ],
  ["bytearray(source=b'', **{'source': b''})", "bytearray() got multiple values for argument 'source'"],
  [
    "bytearray().__init__(source=b'', **{'source': b''})",
    "__init__() got multiple values for argument 'source'",
  ],
  ["b'a b'.split(maxsplit=1, **{'maxsplit': 1})", "split() got multiple values for argument 'maxsplit'"],
  ["b''.hex(sep='-', **{'sep': '-'})", "hex() got multiple values for argument 'sep'"],
  ["bytes.fromhex(string='', **{'string': ''})", "fromhex() got multiple values for argument 'string'"],
  ["int.from_bytes(bytes=b'', **{'bytes': b''})", "from_bytes() got multiple values for argument 'bytes'"],
  ["''.encode(errors='', **{'errors': ''})", "encode() got multiple values for argument 'errors'"],
])("a keyword given twice is Brython's to refuse, by the name of the function: %s", (call, message) => {
  expect(run(call)).toBe(`TypeError: ${message}\n`);
});

testSession(run, 'classes');

test('plain ints become bytes without the tables', () => {
  const classes = `
b = b'ab'
class D(bytes):
    pass
`;
  const ways: Way[] = [
    [
      'bytes([1, 2]), bytes((1, 2)), bytes(range(2))',
      String.raw`(b'\x01\x02', b'\x01\x02', b'\x00\x01')`,
      '',
    ],
    ['bytes.__new__(bytes, [1])', String.raw`b'\x01'`, ''],
    ['bytes.__new__(bytes, source=[1])', String.raw`b'\x01'`, 'bytes.create'],
    ['bytes.__new__(D, [1]), D([1])', String.raw`(b'\x01', b'\x01')`, 'bytes.create'],
    ['bytes.__new__(bytes)', "b''", 'bytes.create'],
    ['bytes(b), bytes(2), bytes()', String.raw`(b'ab', b'\x00\x00', b'')`, 'bytes.construct'],
    ["bytes('a', 'ascii')", "b'a'", 'bytes.construct'],
    ['bytearray([1])', String.raw`bytearray(b'\x01')`, 'bytearray.construct'],
    ['bytearray.__new__(bytearray, [1])', "bytearray(b'')", 'bytearray.create'],
  ];
  expect(waysOf({}, classes, ways)).toEqual(ways);
});
