// Base64 in lines, on every tier, against the lines and the bytes that Node's Buffer makes.
import { Bytes } from 'pybuffer';
import { b64decode, b64encode } from 'pybuffer/base64';
import { a2b_base64, b2a_base64 } from 'pybuffer/binascii';
import { compileKernels } from '../../../src/accelerate/load.js';
import { setTiers, tiers } from '../../../src/accelerate/tiers.js';

const data = Uint8Array.from({ length: 70000 }, (_, i) => Math.imul(i, 2654435761) >>> 13);
const SIZES = [0, 1, 57, 58, 191, 192, 193, 300, 1000, 12289, 70000];

/** Every `column` characters of the base64 of some bytes, joined by `end`. */
function linesOf(size: number, column: number, end: string): string {
  const text = Buffer.from(data.subarray(0, size)).toString('base64');
  return (text.match(new RegExp(`.{1,${column}}`, 'g')) ?? []).join(end);
}

/** Whether a result is bytes with this content. Jest compares long ones item by item. */
const are = (result: unknown, bytes: Bytes) => result instanceof Bytes && result.equals(bytes);

beforeAll(() => {
  compileKernels();
});

const before = { ...tiers };
afterEach(() => {
  setTiers(before);
});

describe.each([
  [{ natives: false, wasm: false }],
  [{ natives: true, wasm: false }],
  [{ natives: false, wasm: true }],
  [{ natives: true, wasm: true }],
])('%j', (used) => {
  beforeEach(() => {
    setTiers(used);
  });

  test.each([4, 8, 60, 64, 76, 1000, 16384, 16388, 60000])('lines of %i characters', (column) => {
    for (const size of SIZES) {
      const lines = linesOf(size, column, '\n');
      const bytes = new Bytes(data.subarray(0, size));
      expect(b2a_base64(bytes, { wrapcol: column }).decode('ascii')).toBe(`${lines}\n`);
      expect(b64encode(bytes, { wrapcol: column + 3 }).decode('ascii')).toBe(lines);
      expect(are(a2b_base64(lines), bytes)).toBe(true);
      expect(are(a2b_base64(new Bytes(`${lines}\n`, 'ascii')), bytes)).toBe(true);
      const ignorechars = new Bytes(' \t\r\n', 'ascii');
      expect(are(b64decode(linesOf(size, column, '\r\n\t '), { ignorechars }), bytes)).toBe(true);
    }
  });

  test('strict mode refuses lines, and those that are not to be ignored', () => {
    const lines = linesOf(1000, 76, '\r\n');
    for (const options of [{ strict_mode: true }, { ignorechars: new Bytes('\n', 'ascii') }])
      expect(() => a2b_base64(lines, options)).toThrow('Only base64 data is allowed');
  });

  test('a line feed that is a digit stays', () => {
    const digits = Buffer.from(data.subarray(0, 3000)).toString('base64');
    const alphabet = new Bytes('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\n ', 'ascii');
    const text = digits.replaceAll('+', '\n').replaceAll('/', ' ');
    expect(a2b_base64(text, { alphabet })).toEqual(new Bytes(data.subarray(0, 3000)));
    expect(a2b_base64(text.replace(/(.{76})/gs, '$1\r\t'), { alphabet })).toEqual(
      new Bytes(data.subarray(0, 3000)),
    );
  });

  test('other characters and padding among the lines', () => {
    const lines = linesOf(1000, 76, '\n');
    expect(a2b_base64(lines.replaceAll('\n', '\n~\n'))).toEqual(new Bytes(data.subarray(0, 1000)));
    expect(a2b_base64(lines.replace('==', '=\n='))).toEqual(new Bytes(data.subarray(0, 1000)));
    expect(() => a2b_base64(lines.replace('==', ' '))).toThrow('Incorrect padding');
    expect(() => a2b_base64(lines.slice(0, 402))).toThrow('number of data characters (397) cannot be 1 more');
  });
});
