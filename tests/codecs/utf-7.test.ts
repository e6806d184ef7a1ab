// The characters that UTF-7 writes unchanged, as in CPython.
import { Bytes } from 'pybuffer';
import { testCombinations } from './combinations.js';

testCombinations('utf-7');

const ASCII = String.fromCharCode(...Array(128).keys());

test('whitespace and all printable characters but four are written unchanged', () => {
  const written = [
    '+AAAAAQACAAMABAAFAAYABwAI\t\n+AAsADA\r+AA4ADwAQABEAEgATABQAFQAWABcAGAAZABoAGwAcAB0AHgAf',
    ' !"#$%&\'()*+-,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[+AFw]^_`abcdefghijklmnopqrstuvwxyz{|}+AH4Afw-',
  ].join('');
  expect(new Bytes(ASCII, 'utf-7').decode('ascii')).toBe(written);
  expect(new Bytes(written, 'ascii').decode('utf-7')).toBe(ASCII);
});
