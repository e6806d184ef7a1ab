/** The codecs on a platform without `Buffer` and the like: plain JavaScript computes every answer. */
describe('codecs without help from the platform', () => {
  const taken = ['Buffer', 'TextDecoder', 'TextEncoder'] as const;
  const kept = new Map<string, unknown>();
  let codecs: typeof import('../../src/codecs/index.js');

  beforeAll(async () => {
    for (const name of taken) {
      kept.set(name, (globalThis as Record<string, unknown>)[name]);
      delete (globalThis as Record<string, unknown>)[name];
    }
    jest.resetModules();
    codecs = await import('../../src/codecs/index.js');
    await import('../../src/codecs/all.js');
  });

  afterAll(() => {
    for (const [name, value] of kept) (globalThis as Record<string, unknown>)[name] = value;
  });

  test('encoded text decodes to itself', () => {
    const wrong: string[] = [];
    for (const length of [1, 24, 25, 5000]) {
      for (const [encoding, character] of [
        ['ascii', 'a'],
        ['latin-1', '\xe9'],
        ['utf-8', 'a'],
        ['utf-8', '\u20ac'],
        ['utf-8', '\u{1f600}'],
        ['utf-16', '\u{1f600}'],
        ['utf-16-be', '\ufffd'],
      ] as const) {
        const text = character.repeat(length);
        const content = codecs.encode(text, encoding, 'strict');
        if (codecs.decode(content, encoding, 'strict', null) !== text) wrong.push(`${encoding} ${length}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('errors are found and handled', () => {
    const content = codecs.encode('a'.repeat(40) + '\xff\xfe', 'latin-1', 'strict');
    expect(codecs.decode(content, 'utf-8', 'replace', null)).toBe('a'.repeat(40) + '\ufffd\ufffd');
    expect(codecs.decode(content, 'ascii', 'ignore', null)).toBe('a'.repeat(40));
    expect(() => codecs.encode('a'.repeat(40) + '\ud800', 'utf-8', 'strict')).toThrow(
      "'utf-8' codec can't encode character '\\ud800' in position 40: surrogates not allowed",
    );
  });
});
