import * as pybuffer from 'pybuffer';
import abcToAzc from './abc-to-azc.cjs';

test('from ABC to AZC on the source: each step with its number of live exports', () => {
  expect(abcToAzc(pybuffer)).toEqual(abcToAzc.EXPECTED);
});

test('a library that loses an export, or keeps one, is found out', () => {
  const leaky = { ...pybuffer, liveViews: () => pybuffer.liveViews().slice(1) };
  expect(abcToAzc(leaky)).not.toEqual(abcToAzc.EXPECTED);
  // The memory changes hands in the middle: the write no longer reaches what was viewed.
  class Copied extends pybuffer.ByteArray {
    override getBuffer(flags: number) {
      return new pybuffer.ByteArray(this).getBuffer(flags);
    }
  }
  expect(abcToAzc({ ...pybuffer, ByteArray: Copied })).not.toEqual(abcToAzc.EXPECTED);
});
