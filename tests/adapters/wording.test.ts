/** Messages where text, lists and tuples meet bytes: those of CPython 3.15. */
import {
  NUMBER_FUNCTIONS,
  SEQUENCE_COMPLAINTS,
  TEXT_METHODS,
  joinComplaint,
  keyComplaint,
  sumComplaint,
  textComplaint,
  typeError,
} from '../../src/adapters/wording.js';

/** Names of types for a few objects; all others are the host's. */
const nameOf = (object: unknown) => (object instanceof Uint8Array ? 'bytes' : null);
const bytes = new Uint8Array();

const FIRST = {
  find: 'find() argument 1 must be str, not bytes',
  rfind: 'rfind() argument 1 must be str, not bytes',
  index: 'index() argument 1 must be str, not bytes',
  rindex: 'rindex() argument 1 must be str, not bytes',
  count: 'count() argument 1 must be str, not bytes',
  replace: 'replace() argument 1 must be str, not bytes',
  partition: 'must be str, not bytes',
  rpartition: 'must be str, not bytes',
  split: 'must be str or None, not bytes',
  rsplit: 'must be str or None, not bytes',
  strip: 'strip arg must be None or str',
  lstrip: 'lstrip arg must be None or str',
  rstrip: 'rstrip arg must be None or str',
  removeprefix: 'removeprefix() argument must be str, not bytes',
  removesuffix: 'removesuffix() argument must be str, not bytes',
  startswith: 'startswith first arg must be str or a tuple of str, not bytes',
  endswith: 'endswith first arg must be str or a tuple of str, not bytes',
};

const SECOND = {
  replace: 'replace() argument 2 must be str, not bytes',
  center: 'The fill character must be a unicode character, not bytes',
  ljust: 'The fill character must be a unicode character, not bytes',
  rjust: 'The fill character must be a unicode character, not bytes',
};

test('the methods of text that complain', () => {
  expect([...TEXT_METHODS].sort()).toEqual([...new Set(Object.keys({ ...FIRST, ...SECOND }))].sort());
});

test.each(Object.entries(FIRST))("'a'.%s(b'')", (method, message) => {
  expect(textComplaint(method, bytes, 'x', nameOf)).toBe(message);
  expect(textComplaint(method, 'x', 'y', nameOf)).toBeNull();
});

test.each(Object.entries(SECOND))("'a'.%s(_, b'')", (method, message) => {
  expect(textComplaint(method, 'x', bytes, nameOf)).toBe(message);
  expect(textComplaint(method, 'x', undefined, nameOf)).toBeNull();
});

test('the first argument is named first, and only arguments that the method has', () => {
  expect(textComplaint('replace', bytes, bytes, nameOf)).toBe(FIRST.replace);
  expect(textComplaint('find', 'x', bytes, nameOf)).toBeNull();
  expect(textComplaint('center', bytes, 'x', nameOf)).toBeNull();
  expect(textComplaint('center', bytes, bytes, nameOf)).toBe(SECOND.center);
  expect(textComplaint('upper', bytes, bytes, nameOf)).toBeNull();
});

test.each<[string, unknown[], string | null]>([
  ['only text', ['a', 'b'], null],
  ['nothing', [], null],
  ['bytes first', [bytes, 'a'], 'sequence item 0: expected str instance, bytes found'],
  ['bytes after text', ['a', 'b', bytes, bytes], 'sequence item 2: expected str instance, bytes found'],
  ['bytes after an int', ['a', 5, bytes], null],
])("''.join: %s", (_, items, message) => {
  expect(joinComplaint(items, (item) => typeof item === 'string', nameOf)).toBe(message);
});

test('operators of sequences', () => {
  expect(SEQUENCE_COMPLAINTS['+']('list', 'bytes')).toBe('can only concatenate list (not "bytes") to list');
  expect(SEQUENCE_COMPLAINTS['*']('str', 'bytes')).toBe("can't multiply sequence by non-int of type 'bytes'");
  expect(SEQUENCE_COMPLAINTS.in('str', 'bytes')).toBe(
    "'in <string>' requires string as left operand, not bytes",
  );
});

test('sum', () => {
  expect(sumComplaint('bytes')).toBe("sum() can't sum bytes [use b''.join(seq) instead]");
  expect(sumComplaint('bytearray')).toBe("sum() can't sum bytearray [use b''.join(seq) instead]");
  expect(sumComplaint(null)).toBeNull();
});

test('the functions of numbers', () => {
  expect(NUMBER_FUNCTIONS).toEqual(['abs', 'bin', 'divmod', 'hex', 'oct', 'pow', 'round']);
});

test("typeError makes the host's exception of the message", () => {
  const made = {};
  const makeError = jest.fn(() => made);
  expect(typeError({ makeError } as never, 'wrong')).toBe(made);
  expect(makeError.mock.calls).toEqual([
    [
      {
        name: 'TypeError',
        module: 'builtins',
        message: 'wrong',
        fields: {},
        notes: [],
        error: new Error('wrong'),
      },
    ],
  ]);
});

test.each([
  ["unhashable type: 'list'", 'dict key', "cannot use 'tuple' as a dict key (unhashable type: 'list')"],
  ["unhashable type: 'A'", 'set element', "cannot use 'tuple' as a set element (unhashable type: 'A')"],
  ["an unhashable type: 'A'", 'set element', null],
  ['other', 'dict key', null],
] as const)('keyComplaint: %s as a %s', (message, place, complaint) => {
  expect(keyComplaint(message, 'tuple', place)).toBe(complaint);
});
