/** Codecs that a program registers and takes away, and the wrong values for both: CPython 3.15's answers. */
import { b } from 'pybuffer';
import * as codecs from 'pybuffer/codecs';
import { BytesIO } from 'pybuffer/io';
import { shown } from '../../written.js';

const loosely = codecs as unknown as Record<string, (...args: unknown[]) => unknown>;

test('a search function is asked until it is unregistered', () => {
  const { encode, decode } = codecs.lookup('ascii');
  const search = (name: string) => (name === 'mine' ? new codecs.CodecInfo({ name, encode, decode }) : null);
  expect(shown(() => codecs.lookup('mine'))).toBe('LookupError: unknown encoding: mine');
  codecs.registerCodec(search);
  expect(b`a`.decode('mine')).toBe('a');
  codecs.unregisterCodec(search);
  codecs.unregisterCodec(search);
  expect(shown(() => codecs.lookup('other'))).toBe('LookupError: unknown encoding: other');
  expect(shown(() => loosely['unregisterCodec']!(5))).toBe('None');
  expect(shown(() => loosely['registerCodec']!(5))).toBe('TypeError: argument must be callable');
  expect(shown(() => loosely['registerCodec']!())).toBe(
    'TypeError: _codecs.register() takes exactly one argument (0 given)',
  );
  expect(shown(() => loosely['unregisterCodec']!())).toBe(
    'TypeError: _codecs.unregister() takes exactly one argument (0 given)',
  );
});

test('a search function returns a CodecInfo or None', () => {
  const search = ((name: string) => (name === 'odd' ? 5 : undefined)) as never;
  codecs.registerCodec(search);
  try {
    expect(shown(() => codecs.lookup('odd'))).toBe('TypeError: codec search functions must return 4-tuples');
    expect(shown(() => codecs.lookup('even'))).toBe('LookupError: unknown encoding: even');
  } finally {
    codecs.unregisterCodec(search);
  }
});

test.each([
  [null, 'NoneType'],
  [5, 'int'],
  ['x', 'str'],
])('CodecInfo(%p)', (parts, type) => {
  expect(shown(() => new codecs.CodecInfo(parts as never))).toBe(
    `TypeError: CodecInfo() takes an object with the codec's parts, not ${type}`,
  );
});

test.each<[unknown, string]>([
  [null, 'None'],
  [5, 'int'],
  [b`utf-8`, 'bytes'],
])('lookup(%#) wants a name', (name, type) => {
  expect(shown(() => codecs.lookup(name as never))).toBe(
    `TypeError: lookup() argument must be str, not ${type}`,
  );
  expect(shown(() => codecs.lookup('utf-8\0'))).toBe('ValueError: embedded null character');
});

test('a codec without readers and writers', () => {
  const search = (name: string) => {
    const { encode, decode } = codecs.lookup('ascii');
    return name === 'whole' ? new codecs.CodecInfo({ name, encode, decode }) : null;
  };
  codecs.registerCodec(search);
  try {
    for (const name of ['getreader', 'getwriter', 'getincrementaldecoder', 'getincrementalencoder']) {
      expect(shown(() => loosely[name]!('whole'))).toBe('LookupError: whole');
    }
    expect(codecs.lookup('whole').isTextEncoding).toBe(true);
  } finally {
    codecs.unregisterCodec(search);
  }
});

test('readers, writers, both and recoders close their stream', () => {
  const make: (() => [BytesIO, Disposable])[] = [
    () => {
      const stream = new BytesIO(b`a`);
      return [stream, new (codecs.getreader('utf-8'))(stream)];
    },
    () => {
      const stream = new BytesIO(b`a`);
      return [stream, new (codecs.getwriter('utf-8'))(stream)];
    },
    () => {
      const stream = new BytesIO(b`a`);
      return [
        stream,
        new codecs.StreamReaderWriter(stream, codecs.getreader('utf-8'), codecs.getwriter('utf-8')),
      ];
    },
    () => {
      const stream = new BytesIO(b`a`);
      return [stream, codecs.EncodedFile(stream, 'utf-8', 'latin-1')];
    },
  ];
  for (const each of make) {
    const [stream, user] = each();
    expect(stream.closed).toBe(false);
    user[Symbol.dispose]();
    expect(stream.closed).toBe(true);
  }
  const without = new (codecs.getreader('utf-8'))({ read: () => b`a` } as never);
  expect(without[Symbol.dispose]()).toBeUndefined();
});
