// Runs abc-to-azc.cjs, the tutorial's program with its live exports, on the source; check-package.mjs runs it
// on the package.
import * as pybuffer from 'pybuffer';
import abcToAzc from './abc-to-azc.cjs';

test('from ABC to AZC on the source: each step with its number of live exports', () => {
  expect(abcToAzc(pybuffer)).toEqual(abcToAzc.EXPECTED);
});

test('a library that loses an export, or keeps one, is noticed', () => {
  const leaky = { ...pybuffer, liveViews: () => pybuffer.liveViews().slice(1) };
  expect(abcToAzc(leaky)).not.toEqual(abcToAzc.EXPECTED);
  // Views of this class see a copy, so a write through one does not reach the bytearray.
  class Copied extends pybuffer.ByteArray {
    override getBuffer(flags: number) {
      return new pybuffer.ByteArray(this).getBuffer(flags);
    }
  }
  expect(abcToAzc({ ...pybuffer, ByteArray: Copied })).not.toEqual(abcToAzc.EXPECTED);
});
