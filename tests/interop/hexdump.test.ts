// `hexdump` against lines of `hexdump -C`.
import { ByteArray, Bytes, MemoryView, b, hexdump } from 'pybuffer';
import type { HexdumpOptions } from 'pybuffer';

const data = b`ABC\x00\xff ~\n0123456789abcdefXY`;

test('lines of sixteen bytes in two groups', () => {
  expect(hexdump(data).split('\n')).toEqual([
    '00000000  41 42 43 00 ff 20 7e 0a  30 31 32 33 34 35 36 37  |ABC.. ~.01234567|',
    '00000010  38 39 61 62 63 64 65 66  58 59                    |89abcdefXY|',
  ]);
  expect(hexdump(b``)).toBe('');
});

test('other widths, groups and offsets', () => {
  expect(hexdump(data, { width: 5, group: 2, offset: 0xfffffffe }).split('\n').slice(0, 2)).toEqual([
    '0fffffffe  41 42  43 00  ff  |ABC..|',
    '100000003  20 7e  0a 30  31  | ~.01|',
  ]);
  for (const options of [{ width: 0 }, { group: 0 }, { offset: -1 }, { width: 1.5 }, { offset: NaN }]) {
    expect(() => hexdump(data, options)).toThrow(
      'width, group and offset have to be ints, not below 1, 1 and 0',
    );
  }
});

test('repeated lines are omitted on request, but never the last line', () => {
  const zeros = new Bytes(64);
  expect(hexdump(zeros, { squeeze: true }).split('\n')).toEqual([
    `00000000  ${'00 '.repeat(8)} ${'00 '.repeat(8)} |${'.'.repeat(16)}|`,
    '*',
    `00000030  ${'00 '.repeat(8)} ${'00 '.repeat(8)} |${'.'.repeat(16)}|`,
  ]);
  expect(hexdump(zeros).split('\n').length).toBe(4);
});

test('views, in the order of their items; no export is left', () => {
  const bytes = new ByteArray(b`abcd`);
  expect(hexdump(new MemoryView(b`abcd`).slice(null, null, -1))).toContain('64 63 62 61');
  expect(hexdump(new Uint16Array([0x6261]))).toContain('|ab|');
  hexdump(bytes);
  bytes.append(1);
  expect(() => hexdump('x' as never)).toThrow("memoryview: a bytes-like object is required, not 'str'");
});

test.each<[options: HexdumpOptions, lines: string[]]>([
  [{ width: 4, group: 1 }, ['00000000  1f  20  7e  7f  |. ~.|', '00000004  80  ff          |..|']],
  [{ width: 4, group: 3 }, ['00000000  1f 20 7e  7f  |. ~.|', '00000004  80 ff         |..|']],
  [{ width: 4, group: 4 }, ['00000000  1f 20 7e 7f  |. ~.|', '00000004  80 ff        |..|']],
  [{ width: 1, offset: 0xfffffff0 }, ['fffffff0  1f  |.|', 'fffffff1  20  | |', 'fffffff2  7e  |~|']],
  [{ width: 6, offset: 0xfffffff9 }, ['fffffff9  1f 20 7e 7f 80 ff  |. ~...|']],
  [{ width: 6, offset: 0xfffffffa }, ['0fffffffa  1f 20 7e 7f 80 ff  |. ~...|']],
])('bytes at the edges of what is text, %j', (options, lines) => {
  const shown = hexdump(b`\x1f\x20\x7e\x7f\x80\xff`, options).split('\n');
  expect(shown.slice(0, 3)).toEqual(lines);
});

test('several runs of lines that repeat, each with its own star', () => {
  const runs = new Bytes([1, 1, 1, 2, 3, 3, 3, 3, 4, 4]);
  expect(hexdump(runs, { width: 1, squeeze: true }).split('\n')).toEqual([
    '00000000  01  |.|',
    '*',
    '00000003  02  |.|',
    '00000004  03  |.|',
    '*',
    '00000008  04  |.|',
    '00000009  04  |.|',
  ]);
});
