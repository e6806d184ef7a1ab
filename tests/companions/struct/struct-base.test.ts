/** A Struct that is initialized again, and formats that are no dictionary keys: CPython 3.15's answers. */
import { Bytes, ILP32, LP64, b, setWarningHandler, useABI } from 'pybuffer';
import { Struct, calcsize, iter_unpack, unpack, unpack_from } from 'pybuffer/struct';
import { UnpackIterator } from '../../../src/companions/struct/unpack-iterator.js';
import { shown } from '../../written.js';

function warnings(run: () => void): string[] {
  const seen: string[] = [];
  const before = setWarningHandler((warning) => void seen.push(String(warning)));
  run();
  setWarningHandler(before);
  return seen;
}

const AGAIN =
  'FutureWarning: Re-initialization of Struct by calling the __init__() method will not work in future Python versions';
const DIFFERENT = 'FutureWarning: Different format arguments for __new__() and __init__() methods of Struct';

test('it has the new format in everything, and warns when it changes', () => {
  const struct = new Struct('b' as string);
  const pieces = struct.iter_unpack(b`abcd`);
  expect(pieces.next().value).toEqual([97]);
  expect(warnings(() => struct.__init__('h'))).toEqual([AGAIN]);
  expect([struct.format, struct.size, `${struct}`, struct.pack(1).length]).toEqual([
    'h',
    2,
    "Struct('h')",
    2,
  ]);
  expect(struct.unpack(b`\x01\x00`)).toEqual([1]);
  expect(warnings(() => struct.__init__('h'))).toEqual([]);
  expect(warnings(() => struct.__init__(b`h` as never))).toEqual([]);
  expect(warnings(() => struct.__init__(b`i` as never))).toEqual([AGAIN]);
  expect([struct.format, struct.size]).toEqual(['i', 4]);
  expect(shown(() => struct.__init__('z'))).toBe('error: bad char in struct format');
  expect([struct.format, struct.size]).toEqual(['i', 4]);
});

test('the first call with another format warns as well, unless there was none', () => {
  const struct = new Struct('b' as string);
  expect(warnings(() => struct.__init__('h', true))).toEqual([DIFFERENT]);
  expect(struct.format).toBe('h');
  const empty = new Struct('' as string);
  expect(warnings(() => empty.__init__('i', true))).toEqual([]);
  expect([empty.format, empty.size]).toEqual(['i', 4]);
  const again = new Struct('' as string);
  expect(warnings(() => again.__init__('i'))).toEqual([AGAIN]);
});

class OddHash {
  __hash__(): unknown {
    return 'x';
  }
}
class TypeErrorInHash {
  __hash__(): unknown {
    return calcsize(1 as never);
  }
}
class ErrorInHash {
  __hash__(): unknown {
    return unpack('b', b`ab`);
  }
}
class NoHash {
  __eq__(): boolean {
    return true;
  }
}
class NoneAsHash {
  __hash__ = null;
}
class Plain {}
class WithHash {
  __hash__(): unknown {
    return 5;
  }
}

const NO_FORMAT = 'TypeError: Struct() argument 1 must be a str or bytes object, not';
test.each<[format: object, expected: string]>([
  [new OddHash(), "TypeError: cannot use 'OddHash' as a dict key (__hash__ method should return an integer)"],
  [
    new TypeErrorInHash(),
    `TypeError: cannot use 'TypeErrorInHash' as a dict key (${NO_FORMAT.slice(11)} int)`,
  ],
  [new ErrorInHash(), 'error: unpack requires a buffer of 1 bytes'],
  [new NoHash(), "TypeError: cannot use 'NoHash' as a dict key (unhashable type: 'NoHash')"],
  [new NoneAsHash(), "TypeError: cannot use 'NoneAsHash' as a dict key (unhashable type: 'NoneAsHash')"],
  [new Plain(), `${NO_FORMAT} Plain`],
  [new WithHash(), `${NO_FORMAT} WithHash`],
])('calcsize of a format without a hash, %#', (format, expected) => {
  expect(shown(() => calcsize(format as never))).toBe(expected);
});

test('more formats than are kept, and those of another machine', () => {
  for (let round = 0; round < 2; round++) {
    for (let i = 1; i < 130; i++) expect(calcsize(`${i}s`)).toBe(i);
    for (let i = 1; i < 130; i++) expect(unpack(`${i}x`, new Bytes(i))).toEqual([]);
  }
  expect(calcsize('lb')).toBe(9);
  useABI(ILP32);
  expect([calcsize('lb'), calcsize('lb'), calcsize(b`lb`)]).toEqual([5, 5, 5]);
  useABI(LP64);
  expect([calcsize(b`lb`), calcsize('lb')]).toEqual([9, 9]);
});

test('large memory, which is read in turn', () => {
  const [one, two] = [new Uint8Array(70_000).fill(1), new Uint8Array(70_000).fill(2)];
  for (let i = 0; i < 3; i++) {
    expect(unpack_from('<HI', one, 69_994)).toEqual([0x0101, 0x01010101]);
    expect(unpack_from('<HI', two, 4 * i)).toEqual([0x0202, 0x02020202]);
  }
  const resizable = new (ArrayBuffer as unknown as new (size: number, options: object) => ArrayBuffer)(
    70_000,
    { maxByteLength: 90_000 },
  );
  const grown = new Uint8Array(resizable);
  expect(unpack_from('<I', grown, 69_996)).toEqual([0]);
  (resizable as unknown as { resize(size: number): void }).resize(80_000);
  grown[79_996] = 5;
  expect(unpack_from('<I', grown, 79_996)).toEqual([5]);
});

test('iterators of structs are made by iter_unpack only, and keep their place', () => {
  const make = UnpackIterator as unknown as new (...args: unknown[]) => unknown;
  for (const args of [[], [null], [{}], ['b', b`a`]]) {
    expect(shown(() => new make(...args))).toBe(
      "TypeError: cannot create '_struct.unpack_iterator' instances",
    );
  }
  const iterator = iter_unpack('<h', b`abcdef`);
  expect([...iterator].length).toBe(3);
  expect([iterator.__length_hint__(), iterator.next().done]).toEqual([0, true]);
});
