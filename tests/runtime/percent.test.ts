/** `%` for generated code, where a list is one value, and a mapping is looked up by unchanged keys. */
import { runInNewContext } from 'node:vm';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { operator, tuple } from '../../src/runtime/index.js';
import { pythonOf } from '../python-of.js';

const b = (text: string) => new Bytes(text, 'latin-1');
const mod = (format: unknown, args: unknown) => pythonOf(() => operator.mod(format, args));

test.each<[string, unknown, unknown, string]>([
  ['an empty bytearray', new ByteArray(), tuple(), "bytearray(b'')"],
  ['a bytearray that becomes empty', new ByteArray('%b', 'ascii'), new Bytes(), "bytearray(b'')"],
  ['empty bytes', new Bytes(), tuple(), "b''"],
  ['a text key', b('%(a)d'), new Map([['a', 1]]), "KeyError: b'a'"],
  ['a text key of a plain object', b('%(a)d'), { a: 1 }, "KeyError: b'a'"],
  ['a key of bytes', b('%(a)d'), new Map([[b('a'), 1]]), "b'1'"],
  ['a key that is a bytearray', b('%(a)d'), { __getitem__: (key: Bytes) => key.length }, "b'1'"],
  ['a list', b('%a'), [1], "b'[1]'"],
])('%s', (_, format, args, expected) => {
  expect(mod(format, args)).toBe(expected);
});

test('a Map of another realm is a mapping, and a dict everywhere', () => {
  const foreign = runInNewContext('new Map()') as Map<unknown, unknown>;
  foreign.set(b('a'), 5);
  expect(foreign instanceof Map).toBe(false);
  expect(mod(b('%(a)d'), foreign)).toBe("b'5'");
  expect(pythonOf(() => b('%(a)d').mod(foreign as never))).toBe("b'5'");
  expect(pythonOf(() => operator.getitem(foreign, b('a')))).toBe('5');
  expect(pythonOf(() => [foreign])).toBe("[{b'a': 5}]");
});

test('without the runtime a text key represents its latin-1 bytes', () => {
  expect(pythonOf(() => b('%(a)d').mod({ a: 1 }))).toBe("b'1'");
});

// The message uses double quotes only around a single quote; a backslash is not escaped.
test.each<[string, string]>([
  ["abc %'", `stray % at position 4 or unexpected format character "'" at position 5`],
  ['%"', `stray % at position 0 or unexpected format character '"' at position 1`],
  ['%\\', "stray % at position 0 or unexpected format character '\\' at position 1"],
  ['%\n', 'stray % at position 0 or unexpected format character with code 0x0a at position 1'],
  ['%\xff', 'stray % at position 0 or unexpected format character with code 0xff at position 1'],
  ['%y', 'unsupported format %y at position 0'],
  ['%', 'stray % at position 0'],
])('the format %j', (format, message) => {
  expect(mod(b(format), 1)).toBe(`ValueError: ${message}`);
  expect(mod(new ByteArray(format, 'latin-1'), tuple(1))).toBe(`ValueError: ${message}`);
});
