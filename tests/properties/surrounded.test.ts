/**
 * A call reads nothing beside the values that it is given: every method of the three types returns the same
 * for a value that fills its memory and for one in the middle of other bytes.
 */
import { ByteArray, Bytes, MemoryView, PyException, Slice } from 'pybuffer';
import type { Item } from 'pybuffer';
import { methodsOf } from './callables.js';
import { withoutStacks } from '../stacks.js';

withoutStacks();

/** The contents of a value, and the bytes that may stand on both sides of it. */
const CONTENTS = ['', 'a', ' ', 'ab', 'aab', 'abca', '  a\r\n', 'a.b,c', 'Aa1 bB', 'abcabcabcabc'];
const AROUND = ['a', ' ', '\n', '0', 'abcabcab', '\xff'];

/** The arguments of the calls: contents of bytes-like values, or other values unchanged. */
type Part = { readonly bytes: string } | { readonly plain: unknown };
const bytes = (value: string): Part => ({ bytes: value });
const plain = (value: unknown): Part => ({ plain: value });

const PARTS: readonly Part[] = ['', 'a', ' ', 'ab', 'abc', 'aabbccdd ee'].map(bytes);
const NUMBERS: readonly Part[] = [-3, 0, 1, 2].map(plain);
const TABLE = bytes(String.fromCharCode(...Array.from({ length: 256 }, (_, i) => 255 - i)));

function* argumentLists(): Generator<readonly Part[]> {
  yield [];
  for (const one of [...PARTS, ...NUMBERS, TABLE]) yield [one];
  for (const one of PARTS) {
    for (const other of [...PARTS, ...NUMBERS]) yield [one, other];
    yield [TABLE, one];
    yield [one, plain(1), plain(3)];
  }
  for (const number of NUMBERS) for (const one of PARTS) yield [number, one];
}

/** A value of each type, which fills its memory or is in the middle of `around`. */
type Make = (content: string, around: string) => Bytes | ByteArray | MemoryView<Item>;
const RECEIVERS: Readonly<Record<string, Make>> = {
  bytes: (content, around) =>
    new Bytes(around + content + around, 'latin-1').slice(around.length, around.length + content.length),
  bytearray: (content, around) => {
    const made = new ByteArray(around + content + around, 'latin-1');
    made.delete(new Slice(around.length + content.length, null));
    made.delete(new Slice(null, around.length));
    return made;
  },
  memoryview: (content, around) =>
    new MemoryView(new ByteArray(around + content + around, 'latin-1')).slice(
      around.length,
      around.length + content.length,
    ),
};

/**
 * Methods that end the value, show its address, or return how much memory it keeps, which is more in the
 * middle of other bytes.
 */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  bytes: ['__sizeof__'],
  bytearray: ['__alloc__', '__sizeof__'],
  memoryview: ['release', 'exit', '__exit__', 'repr', 'toString', 'toJSON', '__sizeof__'],
};

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (value instanceof MemoryView) return `memoryview of ${shown(value.tolist())}`;
  if (typeof value === 'object' && value !== null && Symbol.iterator in value && !('length' in value)) {
    return `iterator of ${shown([...(value as Iterable<unknown>)])}`;
  }
  if (value instanceof Uint8Array) return `Uint8Array of ${value.join()}`;
  return String(value);
}

/** The result of a call or its exception, and its receiver's content afterwards. */
function outcome(self: ReturnType<Make>, call: () => unknown): string {
  let result;
  try {
    result = shown(call());
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    result = `${error.name}: ${error.message}`;
  }
  return `${result}; ${new Bytes(self).hex()}`;
}

const argument = (part: Part, around: string): unknown =>
  'plain' in part ? part.plain : RECEIVERS['memoryview']!(part.bytes, around);

describe.each(Object.keys(RECEIVERS))('%s', (type) => {
  const make = RECEIVERS[type]!;
  const names = methodsOf(make('', '')).filter(
    (name) => !LEFT_OUT[type]!.includes(String(name)) && !String(name).includes('dispose'),
  );

  test.each(names.map((name) => [String(name), name] as const))('%s', (_, name) => {
    const lists = [...argumentLists()];
    const wrong: string[] = [];
    for (const [number, content] of CONTENTS.entries()) {
      for (const [place, parts] of lists.entries()) {
        // Each pair of a content and a list gets one kind of surroundings, and each kind meets all contents
        // and all lists.
        const around = AROUND[(number + place) % AROUND.length]!;
        const [alone, surrounded] = ['', around].map((bytes) => {
          const self = make(content, bytes) as unknown as Record<
            string | symbol,
            (...args: unknown[]) => unknown
          >;
          const args = parts.map((part) => argument(part, bytes));
          return outcome(self as never, () => self[name]!(...args));
        });
        if (alone !== surrounded)
          wrong.push(`${JSON.stringify([content, parts, around])}: ${surrounded}, not ${alone}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
