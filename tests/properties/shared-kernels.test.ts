/**
 * Every algorithm and every decoder, on each tier, over shared memory that a worker writes: each byte that is
 * read may be old or new, so the result must be possible for some content of the memory. Nothing is written
 * beside it.
 */
import { ByteArray, Bytes, MemoryView, PyException, PyUnicodeDecodeError } from 'pybuffer';
import * as a from 'pybuffer/algorithms';
import { PyArray } from 'pybuffer/array';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import { decode, getincrementaldecoder } from 'pybuffer/codecs';
import 'pybuffer/codecs-binary';
import 'pybuffer/codecs-cjk';
import { intFromBytes } from 'pybuffer/int';
import { BytesIO } from 'pybuffer/io';
import { Struct, iter_unpack } from 'pybuffer/struct';
import * as zlib from 'pybuffer/zlib';
import { setTiers } from '../../src/accelerate/tiers.js';
import { ALIASES_OF } from '../../src/codecs/aliases.generated.js';
import { TIERS } from '../algorithms/support.js';
import { SAMPLE, memories, whileWritten } from './shared-writer.js';

/** Tests that wait for a worker have no time limit, which a slow machine could exceed. */
jest.setTimeout(2 ** 31 - 1);

const ROUNDS = 12;
const SIZE = 3000;
const latin1 = (value: Uint8Array) => Buffer.from(value).toString('latin1');
const bytesOf = (range: a.Range) =>
  range[a.MEMORY].subarray(range[a.START], range[a.START] + range[a.LENGTH]);
const textOf = (range: a.Range) => latin1(bytesOf(range));
/** A table of letters, so that its results are recognizable. */
const letters = Uint8Array.from({ length: 256 }, (_, i) => 97 + (i % 20));

/**
 * Runs an algorithm on the window [s, e) and returns a true value if the result is wrong. `target` is memory
 * for a result of as many bytes, with bytes on both sides that must stay 0.
 */
type Check = (m: Uint8Array, s: number, e: number, target: Uint8Array) => unknown;

const GUARD = 64;

/** Checks an algorithm that writes a result of the same length, which must not match `never`. */
const into =
  (
    work: (m: Uint8Array, s: number, e: number, target: Uint8Array, at: number) => void,
    never: RegExp,
  ): Check =>
  (m, s, e, target) => {
    target.fill(0);
    work(m, s, e, target, GUARD);
    const end = GUARD + e - s;
    const beside = [...target.subarray(0, GUARD), ...target.subarray(end)];
    return never.test(latin1(target.subarray(GUARD, end))) || beside.some((byte) => byte !== 0);
  };

/** Whether a position from `find` and the like is outside the window or too close to its end for the needle. */
const within = (found: readonly number[], s: number, e: number, size: number) =>
  found.some((at) => !(at >= s && at <= e - size));

/** Whether pieces, as pairs of start and end, are out of order or outside the window. */
function isTorn(pieces: readonly number[], s: number, e: number): boolean {
  let last = s;
  for (const at of pieces) {
    if (!(at >= last && at <= e)) return true;
    last = at;
  }
  return pieces.length % 2 !== 0;
}

const boolean = (value: unknown) => typeof value !== 'boolean';

/** The check of each algorithm; true, or a text, means that the result is wrong. */
const ALGORITHMS: Readonly<Record<string, Check>> = {
  lower: into(a.lower, /[A-Z]/),
  upper: into(a.upper, /[a-z]/),
  swapcase: into(a.swapcase, /(?!)/),
  capitalize: into(a.capitalize, /^[a-z]|.[A-Z]/s),
  title: into(a.title, /(?!)/),
  isalnum: (m, s, e) => boolean(a.isalnum(m, s, e)),
  isalpha: (m, s, e) => boolean(a.isalpha(m, s, e)),
  isascii: (m, s, e) => boolean(a.isascii(m, s, e)),
  isdigit: (m, s, e) => boolean(a.isdigit(m, s, e)),
  islower: (m, s, e) => boolean(a.islower(m, s, e)),
  isspace: (m, s, e) => boolean(a.isspace(m, s, e)),
  istitle: (m, s, e) => boolean(a.istitle(m, s, e)),
  isupper: (m, s, e) => boolean(a.isupper(m, s, e)),
  compare: (m, s, e) => ![-1, 0, 1].includes(Math.sign(a.compare(m, s, e, m, s + 1, e))),
  equal: (m, s, e) => boolean(a.equal(m, s, m, s + 1, e - s - 1)),
  siphash13: (m, s, e) => BigInt.asIntN(64, a.siphash13(m, s, e)) !== a.siphash13(m, s, s + 1) && false,
  hex: (m, s, e) => !new RegExp(`^[0-9a-f]{${2 * (e - s)}}$`).test(a.hex(m, s, e, 0, 0)),
  'hex in groups': (m, s, e) => {
    const text = a.hex(m, s, e, 58, 2);
    return !/^[0-9a-f]{2,4}(:[0-9a-f]{4})*$/.test(text) || text.replaceAll(':', '').length !== 2 * (e - s);
  },
  fromHexBytes: (m, s, e) => a.fromHexBytes(m, s, e)[a.LENGTH] > (e - s) / 2,
  join: (m, s, e) =>
    a.join(new a.Range(m, s, 2), [new a.Range(m, s, e - s), new a.Range(m, s, 5)])[a.LENGTH] !== e - s + 7,
  expandtabs: (m, s, e) => a.expandtabs(m, s, e, 8)[a.LENGTH] > 8 * (e - s),
  pad: (m, s, e) => !/^x{9}[^]*x{7}$/.test(textOf(a.pad(m, s, e, 9, 7, 120))),
  zfill: (m, s, e) => a.zfill(m, s, e, e - s + 9)![a.LENGTH] !== e - s + 9,
  repeat: (m, s, e) => a.repeat(m, s, e, 3)[a.LENGTH] !== 3 * (e - s),
  repr: (m, s, e) => {
    const text = a.repr(m, s, e);
    // A quote may be escaped or not, because `repr` chooses the enclosing quotes before it writes.
    return !/^b(['"])([ -[\]-~]|\\[\\'nrt]|\\x[0-9a-f]{2})*\1$/.test(text) || text.length < e - s + 3;
  },
  findByte: (m, s, e) =>
    within(
      [a.findByte(m, s, e, 98)].filter((at) => at !== -1),
      s,
      e,
      1,
    ),
  rfindByte: (m, s, e) =>
    within(
      [a.rfindByte(m, s, e, 98)].filter((at) => at !== -1),
      s,
      e,
      1,
    ),
  countByte: (m, s, e) => !(a.countByte(m, s, e, 97) <= e - s),
  splitWhitespace: (m, s, e) => isTorn(a.splitWhitespace(m, s, e, -1), s, e),
  'splitWhitespace, some': (m, s, e) => isTorn(a.splitWhitespace(m, s, e, 5), s, e),
  rsplitWhitespace: (m, s, e) => isTorn(a.rsplitWhitespace(m, s, e, 5), s, e),
  splitlines: (m, s, e) => isTorn(a.splitlines(m, s, e, false), s, e),
  'splitlines with ends': (m, s, e) => isTorn(a.splitlines(m, s, e, true), s, e),
  skipSpace: (m, s, e) => within([a.skipSpace(m, s, e)], s, e, 0),
  skipSpaceBack: (m, s, e) => within([a.skipSpaceBack(m, s, e)], s, e, 0),
  skipSet: (m, s, e) => within([a.skipSet(m, s, e, m, s, s + 30)], s, e, 0),
  skipSetBack: (m, s, e) => within([a.skipSetBack(m, s, e, m, s, s + 3)], s, e, 0),
  translate: (m, s, e) => !/^[a-t]+$/.test(textOf(a.translate(m, s, e, letters, 0)!)),
  'translate by shared memory': (m, s, e) => (a.translate(m, s, e, m, 0)?.[a.LENGTH] ?? e - s) !== e - s,
  translateDelete: (m, s, e) =>
    !/^[a-t]*$/.test(textOf(a.translateDelete(m, s, e, letters, 0, letters, 0, 3)!)),
  'translateDelete of a shared set': (m, s, e) =>
    (a.translateDelete(m, s, e, null, 0, m, s, s + 9)?.[a.LENGTH] ?? 0) > e - s,
  maketrans: (m, s) => !/^[^]{256}$/.test(textOf(a.maketrans(m, s, s + 50, m, s + 50, s + 100))),
  ...Object.fromEntries(
    [1, 2, 3, 9, 40, 300].flatMap((size): [string, Check][] => [
      [
        `find ${size}`,
        (m, s, e) =>
          within(
            [a.find(m, s, e, m, 0, size)].filter((at) => at !== -1),
            s,
            e,
            size,
          ),
      ],
      [
        `rfind ${size}`,
        (m, s, e) =>
          within(
            [a.rfind(m, s, e, m, 0, size)].filter((at) => at !== -1),
            s,
            e,
            size,
          ),
      ],
      [`count ${size}`, (m, s, e) => !(a.count(m, s, e, m, 0, size) <= (e - s) / size)],
      [`places ${size}`, (m, s, e) => within([...a.places(m, s, e, m, 0, size, Infinity)], s, e, size)],
      [`split ${size}`, (m, s, e) => isTorn(a.split(m, s, e, m, 0, size, -1), s, e)],
      [`rsplit ${size}`, (m, s, e) => isTorn(a.rsplit(m, s, e, m, 0, size, -1), s, e)],
      [
        `replace ${size}`,
        (m, s, e) => {
          const result = a.replace(m, s, e, m, 0, size, m, 50, 57, -1);
          return result !== null && result[a.LENGTH] > 7 * (e - s);
        },
      ],
    ]),
  ),
};

/** Runs every check on each tier and returns what was wrong. */
async function violations(
  checks: Readonly<Record<string, Check>>,
  sizes: readonly number[],
  sample: Uint8Array = SAMPLE,
): Promise<string[]> {
  const [, shared] = memories(2 ** 16, sample);
  const wrong = new Set<string>();
  const kept: Bytes[] = [];
  const target = new Uint8Array(SIZE + 2 * GUARD);
  const before = setTiers({});
  try {
    await whileWritten(
      shared,
      () => {
        for (const tiers of TIERS) {
          setTiers(tiers);
          for (const [name, check] of Object.entries(checks)) {
            for (let round = 0; round < ROUNDS; round++) {
              kept.push(new Bytes(`kept ${kept.length}`, 'ascii'));
              for (const size of sizes) {
                const start = 400 + round;
                try {
                  const verdict = check(shared, start, start + size, target.subarray(0, size + 2 * GUARD));
                  if (verdict !== false) wrong.add(`${name}, ${size} bytes: ${String(verdict)}`);
                } catch (error) {
                  if (!(error instanceof PyException)) wrong.add(`${name}, ${size} bytes: ${String(error)}`);
                }
              }
            }
          }
        }
      },
      sample,
    );
  } finally {
    setTiers(before);
  }
  for (const [i, value] of kept.entries()) {
    if (!value.equals(new Bytes(`kept ${i}`, 'ascii'))) wrong.add(`kept ${i} changed`);
  }
  expect(kept).toHaveLength(TIERS.length * ROUNDS * Object.keys(checks).length);
  return [...wrong];
}

test('the memory changes while it is read', async () => {
  const [, shared] = memories(64);
  let changes = 0;
  await whileWritten(shared, () => {
    const before = latin1(shared);
    while (latin1(shared) === before) changes--;
    changes = 1;
  });
  expect(changes).toBe(1);
});

test('every algorithm is here', () => {
  const functions = Object.entries(a as Record<string, unknown>)
    .filter(([name, value]) => typeof value === 'function' && !['Range', 'hashBytes'].includes(name))
    .map(([name]) => name)
    // It reads text, which cannot change.
    .filter((name) => name !== 'fromHexText');
  const known = new Set(Object.keys(ALGORITHMS).map((name) => name.split(/[ ,]/)[0]));
  expect(functions.filter((name) => !known.has(name))).toEqual([]);
});

test('algorithms', async () => {
  expect(await violations(ALGORITHMS, [40, 1000, SIZE])).toEqual([]);
});

/** Whether text has no lone surrogates, which only a few codecs and handlers decode. */
const isWhole = (text: string) => (text as unknown as { isWellFormed(): boolean }).isWellFormed();

function decoders(encoding: string): Record<string, Check> {
  const made: Record<string, Check> = {};
  for (const errors of ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape']) {
    const mayBreak = errors === 'surrogateescape' || /escape|utf.?7/.test(encoding);
    const isWrong = (text: string, size: number) =>
      (!mayBreak && !isWhole(text)) || text.includes('undefined') || text.length > 8 * size;
    made[`${encoding}, ${errors}`] = (m, s, e) => {
      try {
        return isWrong(decode(m.subarray(s, e), encoding, errors) as string, e - s);
      } catch (error) {
        if (error instanceof PyUnicodeDecodeError) return !(error.start < error.end && error.end <= e - s);
        throw error;
      }
    };
    made[`${encoding} in steps, ${errors}`] = (m, s, e) => {
      const decoder = new (getincrementaldecoder(encoding))(errors);
      let text = '';
      for (let at = s; at < e; at += 100) {
        text += decoder.decode(m.subarray(at, Math.min(at + 100, e)), at + 100 >= e) as string;
      }
      return isWrong(text, e - s);
    };
  }
  return made;
}

test.each(['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-32', 'utf-32-be', 'utf-7', 'ascii', 'latin-1'])(
  'decoder of %s',
  async (encoding) => {
    const sample = {
      'utf-16-le': Buffer.from('a\u{1f600}é\ud83d', 'utf16le'),
      'utf-16': Buffer.from('\ufeffa\u{1f600}é', 'utf16le'),
    }[encoding];
    expect(await violations(decoders(encoding), [60, SIZE], sample)).toEqual([]);
  },
);

test('decoders of all other encodings', async () => {
  const encodings = Object.keys(ALIASES_OF).filter((name) => !/^(utf|ascii|latin)|_codec$/.test(name));
  expect(encodings.length).toBeGreaterThan(75);
  const checks = Object.assign({}, ...encodings.map(decoders)) as Record<string, Check>;
  const some = Object.entries(checks).filter(([name]) => /, (strict|replace)$/.test(name));
  expect(await violations(Object.fromEntries(some), [300])).toEqual([]);
});

const text = (value: string) => new Bytes(value, 'ascii');
/** Whether bytes have the wrong length, or bytes outside an alphabet. */
const isOther = (value: Bytes, size: number, alphabet = /^[^]*$/) =>
  value.length !== size || !alphabet.test(latin1(value.toUint8Array()));
const isLonger = (value: Bytes, size: number) => !(value.length <= size);

/** The companions' functions that read a buffer. */
const COMPANIONS: Readonly<Record<string, Check>> = {
  b64encode: (m, s, e) =>
    isOther(base64.b64encode(m.subarray(s, e)), 4 * Math.ceil((e - s) / 3), /^[\w+/]*={0,2}$/),
  'b64encode with other characters': (m, s, e) =>
    isLonger(base64.b64encode(m.subarray(s, e), m.subarray(s, s + 2)), 2 * (e - s)),
  b64decode: (m, s, e) => isLonger(base64.b64decode(m.subarray(s, e)), e - s),
  b32encode: (m, s, e) =>
    isOther(base64.b32encode(m.subarray(s, e)), 8 * Math.ceil((e - s) / 5), /^[A-Z2-7]*=*$/),
  b32decode: (m, s, e) => isLonger(base64.b32decode(m.subarray(s, e)), e - s),
  b16encode: (m, s, e) => isOther(base64.b16encode(m.subarray(s, e)), 2 * (e - s), /^[0-9A-F]*$/),
  b16decode: (m, s, e) => isLonger(base64.b16decode(m.subarray(s, e)), e - s),
  a85encode: (m, s, e) => isLonger(base64.a85encode(m.subarray(s, e)), 2 * (e - s)),
  a85decode: (m, s, e) => isLonger(base64.a85decode(m.subarray(s, e)), 4 * (e - s)),
  b85encode: (m, s, e) => isLonger(base64.b85encode(m.subarray(s, e)), 2 * (e - s)),
  b85decode: (m, s, e) => isLonger(base64.b85decode(m.subarray(s, e)), e - s),
  z85decode: (m, s, e) => isLonger(base64.z85decode(m.subarray(s, e)), e - s),
  encodebytes: (m, s, e) => isLonger(base64.encodebytes(m.subarray(s, e)), 2 * (e - s)),
  b2a_hex: (m, s, e) => isOther(binascii.b2a_hex(m.subarray(s, e)), 2 * (e - s), /^[0-9a-f]*$/),
  a2b_hex: (m, s, e) => isLonger(binascii.a2b_hex(m.subarray(s, e)), e - s),
  b2a_qp: (m, s, e) => isLonger(binascii.b2a_qp(m.subarray(s, e)), 4 * (e - s)),
  a2b_qp: (m, s, e) => isLonger(binascii.a2b_qp(m.subarray(s, e)), e - s),
  b2a_uu: (m, s) => isLonger(binascii.b2a_uu(m.subarray(s, s + 45)), 62),
  a2b_uu: (m, s, e) => isLonger(binascii.a2b_uu(m.subarray(s, e)), 64),
  crc32: (m, s, e) => !(binascii.crc32(m.subarray(s, e)) < 2 ** 32),
  crc_hqx: (m, s, e) => !(binascii.crc_hqx(m.subarray(s, e), 0) < 2 ** 16),
  adler32: (m, s, e) => !(zlib.adler32(m.subarray(s, e)) < 2 ** 32),
  'int.from_bytes': (m, s, e) => BigInt(intFromBytes(m.subarray(s, e), 'big')) < 0n,
  'int.from_bytes, little and signed': (m, s, e) =>
    BigInt(intFromBytes(m.subarray(s, e), 'little', { signed: true })) >= 1n << BigInt(8 * (e - s)),
  'bytes.replace of a shared needle': (m, s) =>
    isLonger(new Bytes(SAMPLE).repeat(20).replace(m.subarray(s, s + 2), text('xyz')), 30 * SAMPLE.length),
  'bytes of it': (m, s, e) => isOther(new Bytes(m.subarray(s, e)), e - s),
  'bytes of a list of views': (m, s, e) =>
    isOther(text('').join([m.subarray(s, e), m.subarray(s, e)]), 2 * (e - s)),
  'bytes.fromhex': (m, s, e) => isLonger(Bytes.fromhex(m.subarray(s, e)), e - s),
  '%b': (m, s, e) => isOther(text('<%b|%s>').mod([m.subarray(s, e), m.subarray(s, e)]), 2 * (e - s) + 3),
  'shared format': (m, s, e) => isLonger(new Bytes(m.subarray(s, e)).mod(1), 50 * (e - s)),
  'bytearray, in place': (m, s, e) => {
    const data = new ByteArray(m.subarray(s, e));
    data.extend(m.subarray(s, e));
    data.iadd(m.subarray(s, e));
    data.set(1, 7);
    return data.length !== 3 * (e - s);
  },
  'BytesIO.write': (m, s, e) => new BytesIO().write(m.subarray(s, e)) !== e - s,
  ...Object.fromEntries(
    ['B', 'c', 's', 'p', 'h', 'I', 'q', 'n', 'e', 'f', 'd', '?'].map((format): [string, Check] => [
      `struct ${format}`,
      (m, s, e) => {
        const one = new Struct(format === 's' || format === 'p' ? `20${format}` : `2${format}`);
        const values = [
          ...one.unpack_from(m.subarray(s, e)),
          ...[...iter_unpack(one.format, m.subarray(s, s + 20 * one.size))].flat(),
        ] as unknown[];
        return values.some((value) => value === undefined || (value instanceof Bytes && value.length > 20));
      },
    ]),
  ),
  ...Object.fromEntries(
    ['b', 'B', 'h', 'H', 'i', 'I', 'q', 'Q', 'f', 'd', 'w', 'u'].map((code): [string, Check] => [
      `array ${code}`,
      (m, s, e) => {
        const size = new PyArray(code as 'H').itemsize;
        const array = new PyArray(code as 'H', new Bytes(m.subarray(s, s + 8 * Math.floor((e - s) / 8))));
        array.frombytes(m.subarray(s, s + 8 * size));
        return array.length !== (8 * Math.floor((e - s) / 8)) / size + 8;
      },
    ]),
  ),
  ...Object.fromEntries(
    ['B', 'b', 'c', 'h', 'I', 'q', 'P', 'e', 'f', 'd', '?'].map((format): [string, Check] => [
      `memoryview ${format}`,
      (m, s, e) => {
        const size = 8 * Math.floor((e - s) / 8);
        const view = new MemoryView(m.subarray(s, s + size)).cast(format as 'H');
        const other = new MemoryView(m.subarray(s, s + size)).cast(format as 'H');
        const list = view.tolist() as unknown[];
        view.equals(other);
        view.equals(other.slice(null, null, -1));
        view.count(list[0] as number);
        const copies = [view.tobytes(), view.slice(null, null, 2).tobytes(), new Bytes(view)];
        return (
          list.some((value) => value === undefined) ||
          copies[0]!.length !== size ||
          copies[2]!.length !== size ||
          view.hex().length !== 2 * size
        );
      },
    ]),
  ),
};

test('companions and constructors', async () => {
  expect(await violations(COMPANIONS, [40, 1000, SIZE])).toEqual([]);
});

test.each([
  ['base64', 'QUJD+/8=\n'],
  ['base32', 'MFRGGZDF'],
  ['hexadecimal digits', '4142 6f'],
  ['Ascii85', '<~9jqo^Bl~>'],
  ['quoted-printable', 'a=3D=\n=20 b\t\n'],
  ['uuencode', '#86)C\n'],
])('decoders of text of bytes: %s', async (_name, sample) => {
  const names = Object.keys(COMPANIONS).filter((name) => /decode|a2b|fromhex/.test(name));
  expect(names.length).toBeGreaterThan(8);
  const checks = Object.fromEntries(names.map((name) => [name, COMPANIONS[name]!]));
  expect(await violations(checks, [24, 400, SIZE], Buffer.from(sample))).toEqual([]);
});
