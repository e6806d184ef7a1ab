// The alphabets, functions that get no data, and long data in an alphabet that shares no position with the standard
// one: no fast path may treat it as standard.
import { Bytes } from 'pybuffer';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import { BASE64_ALPHABET, a2b_base64, b2a_base64 } from 'pybuffer/binascii';

const REVERSED = new Bytes([...BASE64_ALPHABET].reverse());
/** The same digits one place further, with the last two of the alphabet for URLs. */
const SHIFTED = new Bytes([...BASE64_ALPHABET.slice(1, 62), 0x41, 0x2d, 0x5f]);
const data = new Bytes(Array.from({ length: 3000 }, (_, i) => (i * 7) % 256));

test.each([
  ['reversed', REVERSED, '//jx6uPc1c7HwLmyq6Sd'],
  ['shifted', SHIFTED, 'BBdPGSxkLkF5Q1aOWGuj'],
])('a %s alphabet writes and reads 3000 bytes', (_, alphabet, beginning) => {
  const text = b2a_base64(data, { alphabet, newline: false });
  expect(text.slice(0, 20).decode()).toBe(beginning);
  const table = new Map([...BASE64_ALPHABET].map((digit, i) => [digit, [...alphabet][i]]));
  const standard = b2a_base64(data, { newline: false });
  expect([...text]).toEqual(Array.from(standard, (digit) => table.get(digit) ?? digit));
  expect(a2b_base64(text, { alphabet })).toEqual(data);
  expect(a2b_base64(text.decode('ascii'), { alphabet })).toEqual(data);
});

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ASCII = String.fromCharCode(...Array.from({ length: 85 }, (_, i) => 0x21 + i));

test.each([
  ['ASCII85', ASCII],
  ['BASE32', `${UPPER}234567`],
  ['BASE32HEX', '0123456789ABCDEFGHIJKLMNOPQRSTUV'],
  ['BASE64', `${UPPER}${LOWER}0123456789+/`],
  ['BASE85', `0123456789${UPPER}${LOWER}!#$%&()*+-;<=>?@^_\`{|}~`],
  ['BINHEX', '!"#$%&\'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr'],
  ['CRYPT', `./0123456789${UPPER}${LOWER}`],
  ['URLSAFE_BASE64', `${UPPER}${LOWER}0123456789-_`],
  ['UU', ` ${ASCII.slice(0, 63)}`],
  ['Z85', `0123456789${LOWER}${UPPER}.-:+=^!/*?&<>()[]{}@%$#`],
] as const)('the digits of %s', (name, digits) => {
  expect(binascii[`${name}_ALPHABET`].decode('ascii')).toBe(digits);
});

test.each([
  ['hexlify', 'a bytes-like object is required'],
  ['crc32', 'a bytes-like object is required'],
  ['a2b_base64', 'argument should be bytes, buffer or ASCII string'],
] as const)('%s({}) takes the object as its data', (name, complaint) => {
  expect(() => (binascii[name] as (data: unknown) => unknown)({})).toThrow(`${complaint}, not 'dict'`);
});

const functions = Object.entries({ ...base64, ...binascii }).filter(([name]) => /^[a-z]/.test(name)) as [
  string,
  (data?: unknown) => unknown,
][];

test.each(functions)('%s(undefined) lacks its argument', (_, run) => {
  const answer = (call: () => unknown) => {
    try {
      return call();
    } catch (error) {
      return String(error);
    }
  };
  expect(answer(() => run(undefined))).toMatch(/^TypeError: /);
  expect(answer(() => run(null))).toMatch(/^(?:TypeError|AttributeError): /);
});
