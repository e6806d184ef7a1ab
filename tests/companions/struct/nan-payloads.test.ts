/**
 * NaNs keep their signs and payloads through `struct`, whichever compiler of the engine runs it. Recorded
 * from CPython 3.15.
 */
import { Bytes } from '../../../src/bytes/index.js';
import { MemoryView } from '../../../src/memoryview/index.js';
import { pack, unpack } from '../../../src/companions/struct/index.js';

/** Format, bytes, and the bytes of the value that they encode, in the format itself, `>d`, `>f` and `>e`. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['>e', '7e01', ['7e01', '7ff8040000000000', '7fc02000', '7e01']],
  ['>e', '7c01', ['7c01', '7ff0040000000000', '7f802000', '7c01']],
  ['>e', 'fdff', ['fdff', 'fff7fc0000000000', 'ffbfe000', 'fdff']],
  ['<e', '017e', ['017e', '7ff8040000000000', '7fc02000', '7e01']],
  ['>f', '7fc00001', ['7fc00001', '7ff8000020000000', '7fc00001', '7e00']],
  ['>f', '7f800001', ['7f800001', '7ff0000020000000', '7f800001', '7e00']],
  ['>f', 'ffbfffff', ['ffbfffff', 'fff7ffffe0000000', 'ffbfffff', 'fdff']],
  ['>f', '7fa00000', ['7fa00000', '7ff4000000000000', '7fa00000', '7d00']],
  // The processor quiets a signalling NaN in its own byte order.
  ['<f', '0100807f', ['0100c07f', '7ff8000020000000', '7fc00001', '7e00']],
  ['<f', 'ffffbfff', ['ffffffff', 'ffffffffe0000000', 'ffffffff', 'ffff']],
  ['>d', '7ff8000000000001', ['7ff8000000000001', '7ff8000000000001', '7fc00000', '7e00']],
  ['>d', '7ff0000000000fff', ['7ff0000000000fff', '7ff0000000000fff', '7fc00000', '7e00']],
  ['>d', 'fff0000000000001', ['fff0000000000001', 'fff0000000000001', 'ffc00000', 'fe00']],
];

test('100,000 times', () => {
  const sources = CASES.map(([, bytes]) => Bytes.fromhex(bytes));
  const wrong = new Set<string>();
  for (let i = 0; i < 100_000; i++) {
    const c = i % CASES.length;
    const [format, bytes, expected] = CASES[c]!;
    const [value] = unpack(format, sources[c]!) as [number];
    const formats = [format, '>d', '>f', '>e'];
    for (let k = 0; k < 4; k++) {
      const got = pack(formats[k]!, value).hex();
      if (got !== expected[k]) wrong.add(`${format} ${bytes} ${formats[k]}: ${got}, not ${expected[k]}`);
    }
  }
  expect([...wrong]).toEqual([]);
});

test('several in one structure, complex numbers, and the items of a view', () => {
  const doubles = Bytes.fromhex('fff80000000000017ff0000000000003');
  for (let i = 0; i < 1000; i++) {
    expect(pack('>2d', ...unpack('>2d', doubles)).hex()).toBe(doubles.hex());
    expect(pack('>Zd', ...unpack('>Zd', doubles)).hex()).toBe(doubles.hex());
  }
  const floats = Bytes.fromhex('7fc000017f800001');
  expect(pack('>Zf', ...unpack('>Zf', floats)).hex()).toBe(floats.hex());
  const view = new MemoryView(Bytes.fromhex('017cfffd')).cast('e');
  expect(pack('>2e', view.get(0), view.get(1)).hex()).toBe('7c01fdff');
});
