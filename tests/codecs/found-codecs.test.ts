/** How long the registry remembers the codecs of spellings that callers used, and of search functions. */
import { decode } from '../../src/codecs/index.js';
import type { Codec } from '../../src/codecs/codec.js';
import { registerSearch, unregisterSearch } from '../../src/codecs/registry.js';
import { Range } from '../../src/memory/index.js';

const content = new Range(new Uint8Array(1), 0, 1);

/** Runs work with a search function that knows names beginning with `tests-found`, and counts its calls. */
function counted(
  work: (read: (encoding: string) => string, counts: { asked: number; made: number }) => void,
) {
  const counts = { asked: 0, made: 0 };
  const search = (name: string) => {
    counts.asked++;
    if (!name.startsWith('tests-found')) return null;
    return (encoding: string): Codec => {
      counts.made++;
      return { decode: () => encoding, encode: () => content };
    };
  };
  registerSearch(search);
  try {
    work((encoding) => decode(content, encoding, 'strict', content), counts);
  } finally {
    unregisterSearch(search);
  }
}

test('a spelling is searched once, and another spelling of its name makes another codec', () => {
  counted((read, counts) => {
    for (let i = 0; i < 3; i++) expect(read('tests-found')).toBe('tests-found');
    expect(counts).toEqual({ asked: 1, made: 1 });
    for (let i = 0; i < 3; i++) expect(read('Tests Found')).toBe('Tests Found');
    expect(read('tests-found')).toBe('tests-found');
    expect(counts).toEqual({ asked: 1, made: 2 });
  });
});

test('at most 256 spellings and 256 names are remembered', () => {
  counted((read, counts) => {
    for (let i = 0; i < 256; i++) read(`tests-found-${i}`);
    for (let i = 0; i < 256; i++) read(`tests-found-${i}`);
    expect(counts).toEqual({ asked: 256, made: 256 });
    // One more name: all are forgotten.
    read('tests-found-256');
    expect(counts).toEqual({ asked: 257, made: 257 });
    read('tests-found-0');
    read('tests-found-0');
    expect(counts).toEqual({ asked: 258, made: 258 });
    read('TESTS-FOUND-0');
    expect(counts).toEqual({ asked: 258, made: 259 });
  });
});

test('removing a search function forgets what it found', () => {
  counted((read) => expect(read('tests-found-gone')).toBe('tests-found-gone'));
  for (let i = 0; i < 2; i++) {
    expect(() => decode(content, 'tests-found-gone', 'strict', content)).toThrow(
      'unknown encoding: tests-found-gone',
    );
  }
  counted((read, counts) => {
    unregisterSearch(() => null);
    expect(read('tests-found-gone')).toBe('tests-found-gone');
    unregisterSearch(() => null);
    expect(read('tests-found-gone')).toBe('tests-found-gone');
    expect(counts).toEqual({ asked: 1, made: 1 });
  });
});
