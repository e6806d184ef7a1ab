/** The names that an entry publishes, pinned so that no internal one is exported unnoticed. */
import * as algorithms from 'pybuffer/algorithms';
import * as protocol from 'pybuffer/protocol';
import { LENGTH, MEMORY, Range, START, find, replace } from 'pybuffer/algorithms';

test('pybuffer/algorithms', () => {
  expect(Object.keys(algorithms).sort().join(' ')).toBe(
    'LENGTH MEMORY Range START capitalize compare count countByte equal expandtabs find findByte fromHexBytes ' +
      'fromHexText hashBytes hex isalnum isalpha isascii isdigit islower isspace istitle isupper join lower maketrans ' +
      'pad places repeat replace repr rfind rfindByte rsplit rsplitWhitespace siphash13 skipSet skipSetBack ' +
      'skipSpace skipSpaceBack split splitWhitespace splitlines swapcase title translate translateDelete upper zfill',
  );
});

test('pybuffer/protocol', () => {
  expect(Object.keys(protocol).sort().join(' ')).toBe(
    'BufferFlags BufferView Exports LENGTH MAX_NDIM MEMORY NDExporter Range START Scope acquireView answerRequest copyItems ' +
      'debugExports fillContiguousStrides fillInfo fromContiguous isBufferExporter isBytesLike isContiguous ' +
      'isHostBuffer itemAddress lifetimePolicy liveViews releaseView requests scope setLifetimePolicy shapeOf ' +
      'stridesOf toContiguous',
  );
});

test('a result can be read with what the entry has', () => {
  const m = Uint8Array.of(97, 98, 97);
  expect(find(m, 0, 3, m, 1, 2)).toBe(1);
  const result = replace(m, 0, 3, m, 0, 1, m, 0, 2, -1)!;
  expect(result).toBeInstanceOf(Range);
  const start = result[START];
  expect([...result[MEMORY].subarray(start, start + result[LENGTH])]).toEqual([97, 98, 98, 97, 98]);
});
