// Character names on platforms that load them, and on those that cannot.
import { PyLookupError } from '../../src/exceptions/index.js';
import type { CharacterNames } from '../../src/codecs/character-names.js';
import type * as NameSource from '../../src/codecs/name-source.js';

/** The module on a platform whose loader returns `names`. */
function sourceWith(names: CharacterNames | null): {
  source: typeof NameSource;
  loads: () => number;
} {
  let loads = 0;
  jest.resetModules();
  jest.doMock('../../src/codecs/name-loader.js', () => ({
    loadNames() {
      loads++;
      return names;
    },
  }));
  const source = jest.requireActual<typeof NameSource>('../../src/codecs/name-source.js');
  return { source, loads: () => loads };
}
const names: CharacterNames = { characterName: () => 'NAME', codePointOfName: () => 65 };

afterEach(() => {
  jest.dontMock('../../src/codecs/name-loader.js');
  jest.resetModules();
});

test('names are loaded once, at their first use', () => {
  const { source, loads } = sourceWith(names);
  expect(loads()).toBe(0);
  expect(source.characterNames('x')).toBe(names);
  expect(source.characterNames('x')).toBe(names);
  expect(loads()).toBe(1);
});

test('if they cannot be loaded, the error names the import that provides them', () => {
  const { source } = sourceWith(null);
  expect(() => source.characterNames("'namereplace'")).toThrow(
    "'namereplace' needs the names of characters: import 'pybuffer/unicode-names'",
  );
  try {
    source.characterNames('x');
  } catch (error) {
    expect((error as Error).name).toBe(new PyLookupError('').name);
  }
  source.provideNames(names);
  expect(source.characterNames('x').codePointOfName('A')).toBe(65);
});
