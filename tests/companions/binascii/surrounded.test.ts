/** Bytes beside the data in its memory make no difference to `binascii` and `base64`. */
import { Bytes } from 'pybuffer';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import * as zlib from 'pybuffer/zlib';
import { pythonOf } from '../../python-of.js';

type Convert = (data: Bytes) => unknown;
const CALLS: readonly [name: string, run: Convert][] = [base64, binascii, zlib].flatMap((module) =>
  Object.entries(module)
    .filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name) && !/combine/.test(name))
    .map(([name, value]): [string, Convert] => [
      name,
      name === 'crc_hqx' ? (data) => binascii.crc_hqx(data, 0) : (value as Convert),
    ]),
);

const CONTENTS = [
  '',
  'a',
  'ab=',
  'YWJj',
  'YWJjZA==',
  'NBUQ====',
  '61626364',
  'a b\t',
  'line\r\nline ',
  'line\nline',
  '\r',
  '=3',
  '=',
  "#>'EZ\n",
  'long line with = and \xe9 that has to be broken in two because it is too long for one line of mail',
  'x'.repeat(300),
];
const AROUND = ['\r\n', '\n', '=', 'A', '3d', '~>', ' ', '\0', '\xff', 'zzzzz'];

test.each(CALLS)('%s', (_, run) => {
  const wrong: string[] = [];
  for (const content of CONTENTS) {
    const alone = pythonOf(() => run(new Bytes(content, 'latin-1')));
    for (const around of AROUND) {
      const memory = new Bytes(around + content + around, 'latin-1');
      const inside = memory.slice(around.length, around.length + content.length);
      const surrounded = pythonOf(() => run(inside));
      if (surrounded !== alone)
        wrong.push(`${JSON.stringify([content, around])}: ${surrounded}, not ${alone}`);
    }
  }
  expect(wrong).toEqual([]);
});
