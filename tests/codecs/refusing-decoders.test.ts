/**
 * A browser's `TextDecoder` refuses shared or resizable memory; the codecs then decode a copy. Node's accepts
 * it, so these tests replace it with one that refuses, and remove `Buffer`.
 */
type Library = typeof import('../../src/index.js');

const taken = ['Buffer', 'TextDecoder'] as const;
const kept = new Map<string, unknown>();
let library: Library;
let codecs: typeof import('../../src/codecs/index.js');
let protocol: typeof import('../../src/protocol/index.js');
let refused = 0;

beforeAll(async () => {
  const globals = globalThis as unknown as Record<string, unknown>;
  for (const name of taken) kept.set(name, globals[name]);
  const Decoder = TextDecoder;
  delete globals['Buffer'];
  globals['TextDecoder'] = class extends Decoder {
    override decode(bytes?: Uint8Array): string {
      const { buffer } = bytes!;
      const kind = Object.prototype.toString.call(buffer);
      if (kind === '[object SharedArrayBuffer]' || (buffer as { resizable?: boolean }).resizable === true) {
        refused++;
        throw new TypeError('The provided ArrayBufferView value must not be shared or resizable.');
      }
      return super.decode(bytes);
    }
  };
  jest.resetModules();
  library = await import('../../src/index.js');
  codecs = await import('../../src/codecs/index.js');
  protocol = await import('../../src/protocol/index.js');
});

afterAll(() => {
  for (const [name, value] of kept) (globalThis as Record<string, unknown>)[name] = value;
});

type Maker = (size: number) => ArrayBuffer | SharedArrayBuffer;
const MEMORIES: Record<string, Maker> = {
  shared: (size) => new SharedArrayBuffer(size),
  'growable shared': (size) =>
    new (SharedArrayBuffer as unknown as new (size: number, o: object) => SharedArrayBuffer)(size, {
      maxByteLength: 2 * size,
    }),
  resizable: (size) =>
    new (ArrayBuffer as unknown as new (size: number, o: object) => ArrayBuffer)(size, {
      maxByteLength: 2 * size,
    }),
};

const TEXTS: readonly [encoding: string, unit: string][] = [
  ['ascii', 'a'],
  ['latin-1', '\xe9'],
  ['utf-8', 'a'],
  ['utf-8', '\xe9'],
  ['utf-8', '\u20ac'],
  ['utf-8', '\u{1f600}'],
  ['utf-16', '\u{1f600}'],
  ['utf-16-le', 'a'],
  ['utf-32', '\u20ac'],
  ['cp1252', '\u20ac'],
];

test.each(Object.keys(MEMORIES))('text in %s memory', (name) => {
  const { Bytes, MemoryView } = library;
  const wrong: string[] = [];
  for (const [encoding, unit] of TEXTS) {
    for (const count of [1, 20, 100, 3000, 70_000]) {
      const text = unit.repeat(count);
      const encoded = new Bytes(text, encoding).toUint8Array();
      const shared = new Uint8Array(MEMORIES[name]!(encoded.length));
      shared.set(encoded);
      if (new MemoryView(shared).tobytes().decode(encoding) !== text)
        wrong.push(`${encoding} ${count} copied`);
      if (codecs.decode(protocol.lease(shared), encoding, 'strict', null) !== text)
        wrong.push(`${encoding} ${count}`);
      if (encoding === 'utf-8' && codecs.decode(protocol.lease(shared), encoding, 'replace', null) !== text) {
        wrong.push(`${encoding} ${count} replace`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(refused).toBe(0);
});
