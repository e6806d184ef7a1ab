/**
 * The objects that count as `bytes` or `bytearray`: this library's, those of another release with other
 * fields, and no others.
 */
import { BufferFlags, ByteArray, Bytes, MemoryView } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { fillInfo } from 'pybuffer/protocol';
import { LENGTH, MEMORY, START } from '../../src/memory/index.js';
import { contentOf, contentOfBytes, isBufferExporter, kindOf } from '../../src/protocol/index.js';
import { BRAND } from '../../src/python/brand.js';
import { TYPE_NAME } from '../../src/python/index.js';

let taken = 0;
let returned = 0;

/** An object of a release with other fields, which describes itself as given. */
function distant(described: object): object {
  const exporter: object = {
    getBuffer: (flags: number) => {
      taken++;
      return fillInfo(exporter, Uint8Array.of(0, 1, 2, 3, 0), 1, 3, true, flags);
    },
    releaseBuffer: () => void returned++,
    ...described,
  };
  return exporter;
}

class Derived extends Bytes {}
class DerivedArray extends ByteArray {}
const text = (value: unknown): string | null => {
  const content = contentOf(value);
  if (content === null) return null;
  return content[MEMORY].slice(content[START], content[START] + content[LENGTH]).join();
};

test.each<[string, () => unknown, string | undefined]>([
  ['Bytes', () => new Bytes([1, 2, 3]), 'bytes'],
  ['a class derived from Bytes', () => new Derived([1, 2, 3]), 'bytes'],
  ['ByteArray', () => new ByteArray([1, 2, 3]), 'bytearray'],
  ['a class derived from ByteArray', () => new DerivedArray([1, 2, 3]), 'bytearray'],
  ['bytes of another release', () => distant({ [BRAND]: 'bytes', kind: 'bytes' }), 'bytes'],
  ['a bytearray of another release', () => distant({ [BRAND]: 'bytearray', kind: 'bytearray' }), 'bytearray'],
  ['bytes of 0.1.0', () => distant({ kind: 'bytes', [TYPE_NAME]: 'bytes' }), 'bytes'],
  ['a bytearray of 0.1.0', () => distant({ kind: 'bytearray', [TYPE_NAME]: 'bytearray' }), 'bytearray'],
  ['a memoryview of another release', () => distant({ [BRAND]: 'memoryview' }), undefined],
  ['an array of another release', () => distant({ [BRAND]: 'array', kind: 'bytes' }), undefined],
  ['an exporter that has a kind', () => distant({ kind: 'bytes' }), undefined],
  ['an exporter that has a type name', () => distant({ [TYPE_NAME]: 'bytes' }), undefined],
  ['an exporter of another kind', () => distant({ kind: 'array', [TYPE_NAME]: 'array' }), undefined],
  [
    'a namesake that exports nothing',
    () => ({ kind: 'bytes', [TYPE_NAME]: 'bytes', [BRAND]: 'bytes' }),
    undefined,
  ],
  ['MemoryView', () => new MemoryView(new Bytes([1, 2, 3])), undefined],
  ['PyArray', () => new PyArray('B', [1, 2, 3]), undefined],
  ['Uint8Array', () => Uint8Array.of(1, 2, 3), undefined],
  ['a text', () => 'bytes', undefined],
  ['null', () => null, undefined],
])('%s', (_, make, kind) => {
  [taken, returned] = [0, 0];
  const value = make();
  expect(kindOf(value)).toBe(kind);
  expect(text(value)).toBe(kind === undefined ? null : '1,2,3');
  expect(contentOfBytes(value) !== null).toBe(kind === 'bytes');
  expect(returned).toBe(taken);
});

test('an object without one of the two methods is not an exporter', () => {
  const getBuffer = () => null;
  const releaseBuffer = () => undefined;
  expect(
    [
      { getBuffer, releaseBuffer },
      { getBuffer },
      { releaseBuffer },
      { getBuffer: 1, releaseBuffer },
      { getBuffer, releaseBuffer: 1 },
      null,
      getBuffer,
    ].map(isBufferExporter),
  ).toEqual([true, false, false, false, false, false, false]);
  expect(BufferFlags.SIMPLE).toBe(0);
});
