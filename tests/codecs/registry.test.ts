// Registering codecs, aliases and search functions, and what a lookup finds afterwards.
import { decode, encode } from '../../src/codecs/index.js';
import type { Codec } from '../../src/codecs/codec.js';
import {
  announceCodecs,
  registerAliases,
  registerCodecs,
  registerNonTextCodecs,
  registerSearch,
  unregisterSearch,
} from '../../src/codecs/registry.js';
import { PyLookupError } from '../../src/exceptions/index.js';
import { LENGTH, Range } from '../../src/memory/index.js';

/** A codec that decodes everything to one text. */
const constant = (text: string): Codec => ({
  decode: () => text,
  encode: () => new Range(new Uint8Array(text.length), 0, text.length),
});
const content = new Range(new Uint8Array(1), 0, 1);
const read = (encoding: string): string => decode(content, encoding, 'strict', content);

test('a registered codec is found by its name and its aliases, and made once', () => {
  let made = 0;
  registerCodecs({
    tests_own() {
      made++;
      return constant('own');
    },
  });
  registerAliases({ tests_own: 'tests_other tests_third' });
  expect(['tests-own', 'Tests Other', 'tests_third'].map(read)).toEqual(['own', 'own', 'own']);
  expect(encode('x', 'TESTS.OTHER', 'strict')[LENGTH]).toBe(3);
  expect(made).toBe(1);
});

test('registering a codec forgets the codecs that were found before', () => {
  registerCodecs({ tests_again: constant('first') });
  expect(read('tests_again')).toBe('first');
  expect(read('tests_again')).toBe('first');
  registerCodecs({ tests_again: constant('second') });
  expect(read('tests_again')).toBe('second');
});

test('an alias forgets the codec that was found under its name before', () => {
  registerCodecs({ tests_first: constant('first'), tests_second: constant('second') });
  registerAliases({ tests_first: 'tests_moving' });
  expect(read('tests_moving')).toBe('first');
  registerAliases({ tests_second: 'tests_moving' });
  expect(read('tests_moving')).toBe('second');
});

test('a codec that is announced only names the import that brings it', () => {
  announceCodecs(['tests_far'], 'pybuffer/tests');
  expect(() => read('Tests-Far')).toThrow(
    new PyLookupError("encoding Tests-Far is not loaded: import 'pybuffer/tests' to register it"),
  );
  registerCodecs({ tests_far: constant('here') });
  expect(read('tests_far')).toBe('here');
});

test('no codec of bytes to bytes decodes to text', () => {
  registerNonTextCodecs(['tests_binary']);
  expect(() => read('tests_binary')).toThrow(
    "'tests_binary' is not a text encoding; use codecs.decode() to handle arbitrary codecs",
  );
  expect(() => encode('x', 'hex', 'strict')).toThrow(
    "'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs",
  );
});

test('search functions are called in order, with names in lower case and hyphens for spaces, for names that no part has', () => {
  const asked: string[] = [];
  const none = (name: string): null => {
    asked.push(name);
    return null;
  };
  const any = () => (): Codec => constant('any');
  registerSearch(none);
  registerSearch(any);
  expect(read('No-Such  Codec')).toBe('any');
  expect(read('utf-8')).toBe('\0');
  expect(asked).toEqual(['no-such--codec']);
  unregisterSearch(any);
  unregisterSearch(none);
  expect(() => read('No-Such  Codec')).toThrow(new PyLookupError('unknown encoding: No-Such  Codec'));
});
