// str() of bytes, and its errors, as in CPython 3.15.
import { Bytes } from 'pybuffer';
import { builtins } from 'pybuffer/runtime';

const a = new Bytes('a', 'ascii');
const wrong = new Bytes([0xff]);

test.each([
  [[a, null], "str() argument 'encoding' must be str, not NoneType"],
  [[a, { encoding: null }], "str() argument 'encoding' must be str, not None"],
  [[a, { errors: null }], "str() argument 'errors' must be str, not None"],
  [[a, 'ascii', null], "str() argument 'errors' must be str, not NoneType"],
  [[a, { encoding: 5 }], "str() argument 'encoding' must be str, not int"],
  [[wrong, 'utf-8'], "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"],
  [[wrong, { errors: 'strict' }], "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"],
  [
    [wrong, { encoding: 'ascii' }],
    "'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)",
  ],
] as const)('%#: %s', (args, message) => {
  expect(() => builtins.str(...args)).toThrow(message);
});

test('str decodes by position and by name', () => {
  expect(builtins.str(a, 'ascii')).toBe('a');
  expect(builtins.str({ object: a, encoding: 'ascii' })).toBe('a');
  expect(builtins.str(wrong, { errors: 'replace' })).toBe('\ufffd');
});

test('int reads a text in a base', () => {
  expect(builtins.int('12', { base: 8 })).toBe(10);
  expect(builtins.int(new Bytes('12', 'ascii'), 36)).toBe(38);
  expect(builtins.int()).toBe(0);
  expect(() => builtins.int('z', 37)).toThrow('int() base must be >= 2 and <= 36, or 0');
  expect(() => builtins.int(5, 10)).toThrow("int() can't convert non-string with explicit base");
});

test.each([
  ['1_0', 10],
  ['1e1_0', 1e10],
  ['inf', Infinity],
  ['-Infinity', -Infinity],
  ['+nan', NaN],
  ['1.', 1],
  ['.5', 0.5],
  ['+.5e-3', 0.0005],
  [' 1 ', 1],
  ['1_0.5_0', 10.5],
])('float(%p)', (text, value) => {
  expect(builtins.float(text)).toBe(value);
  expect(builtins.float(new Bytes(text, 'ascii'))).toBe(value);
});

test.each([
  'e5',
  '.e5',
  '+e5',
  '+.e5',
  '1__0',
  '_1',
  '1_',
  'a',
  '.',
  '+.',
  '',
  '1e',
  'e',
  'abc.5',
  'x1',
  '1x',
  '1.5.2',
  '1e5.',
  'infin',
  'in',
  '--1',
  '+ 1',
  '- 1',
  '1_.5',
  '1._5',
  '1e_5',
  '0x1',
  'nan1',
])('float refuses %p', (text) => {
  expect(() => builtins.float(text)).toThrow(`could not convert string to float: ${builtins.repr(text)}`);
});
