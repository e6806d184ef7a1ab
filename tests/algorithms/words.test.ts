/** How much the loops over words read and write, and where they stop. The tests of their callers compare results. */
import {
  copyInWords,
  flipCaseInWords,
  isAsciiInWords,
  mismatchInWords,
  replaceByteInWords,
} from '../../src/algorithms/words.js';
import { counted, noise } from './support.js';

/** The views of a memory that the words are read through: its buffer, offset and length. */
const VIEW = 3;

test('only the bytes behind the last whole words are read one by one', () => {
  for (let size = 60; size < 80; size++) {
    const { memory, reads } = counted(new Uint8Array(100).fill(97));
    expect(isAsciiInWords(memory, 5, 5 + size)).toBe(true);
    expect(reads()).toBe(VIEW + (size % 16));
    const [a, b] = [counted(noise(100)), counted(noise(100))];
    expect(mismatchInWords(a.memory, 5, b.memory, 5, size)).toBe(size);
    expect([a.reads(), b.reads()]).toEqual([VIEW + (size % 4), VIEW + (size % 4)]);
  }
});

test('a word is copied once, and the last one may overlap the word before it', () => {
  for (let length = 0; length < 20; length++) {
    const source = new DataView(noise(30).buffer);
    const target = new DataView(new ArrayBuffer(30));
    const words = [jest.spyOn(source, 'getInt32'), jest.spyOn(target, 'setInt32')];
    const bytes = [jest.spyOn(source, 'getUint8'), jest.spyOn(target, 'setUint8')];
    copyInWords(source, 3, target, 5, length);
    const whole = length < 4 ? 0 : Math.ceil(length / 4);
    const single = length < 4 ? length : 0;
    expect(words.map((spy) => spy.mock.calls.length)).toEqual([whole, whole]);
    expect(bytes.map((spy) => spy.mock.calls.length)).toEqual([single, single]);
    const copied = new Uint8Array(target.buffer);
    const expected = new Uint8Array(30);
    expected.set(new Uint8Array(source.buffer).subarray(3, 3 + length), 5);
    expect([...copied]).toEqual([...expected]);
  }
});

test('what changes words stops fewer than four bytes before the end', () => {
  const target = new Uint8Array(100);
  for (let size = 0; size < 40; size++) {
    const stop = 7 + size - (size % 4);
    expect(flipCaseInWords(noise(100), 7, 7 + size, target, 3, 0x61, 0x7a, 0x20)).toBe(stop);
    expect(replaceByteInWords(noise(100), 7, 7 + size, target, 3, 1, 2)).toBe(stop);
  }
});
