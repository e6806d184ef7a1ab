// The characters that UTF-7 writes unchanged, as in CPython.
import { Bytes, registerError } from 'pybuffer';
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

// CPython 3.15.2, with the same handler.
test.each([
  ['+A', '<0-2>A'],
  ['a+A', 'a<1-3>A'],
  ['+AGEA', 'a<0-5>AGEA'],
  ['+AGEA+', 'a<0-6>AGEA'],
  ['+2D0', '<0-4>2D0'],
  ['+2D3YPQ', '\ud83d<0-7>2D3YPQ'],
  ['x+A+A', 'x\u03e0'],
  ['+A\x80', '<0-3>A<2-3>'],
  ['+A!b', '<0-3>A!b'],
  ['+A-b', '<0-3>A-b'],
  ['+AGF-', 'a<0-5>AGF-'],
  ['+', ''],
])('%j: a handler that continues behind the plus', (bytes, text) => {
  registerError('utf-7.behind', ({ start, end }) => [`<${start}-${end}>`, start + 1]);
  expect(new Bytes(bytes, 'latin-1').decode('utf-7', 'utf-7.behind')).toBe(text);
});
