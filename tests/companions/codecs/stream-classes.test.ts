/** Readers and writers of multi-byte codecs, and what writers join: CPython 3.15's answers. */
import { Bytes, b } from 'pybuffer';
import * as codecs from 'pybuffer/codecs';
import 'pybuffer/codecs-cjk';
import { BytesIO } from 'pybuffer/io';
import { PyFloat, tuple } from 'pybuffer/runtime';
import { shown } from '../../written.js';

test.each([
  ['iso2022_jp', '日', "(b'\\x1b$BF|', b'\\x1b$BF|', b'\\x1b$BF|\\x1b(Ba')"],
  ['hz', '日', "(b'~{HU', b'~{HU', b'~{HU~}a')"],
  ['shift_jis', '日', "(b'\\x93\\xfa', b'\\x93\\xfa', b'\\x93\\xfaa')"],
  ['euc_jis_2004', '日', "(b'\\xc6\\xfc', b'\\xc6\\xfc', b'\\xc6\\xfca')"],
  ['euc_jis_2004', 'か', "(b'', b'\\xa4\\xab', b'\\xa4\\xaba')"],
  ['euc_jis_2004', 'æ', "(b'', b'\\xa9\\xdc', b'\\xa9\\xdca')"],
  ['euc_jis_2004', 'e\u0300', "(b'e\\xab\\xdc', b'e\\xab\\xdc', b'e\\xab\\xdca')"],
  ['big5hkscs', 'Ê', "(b'', b'\\x88f', b'\\x88fa')"],
  ['iso2022_kr', 'か', "(b'\\x1b$)C\\x0e*+', b'\\x1b$)C\\x0e*+', b'\\x1b$)C\\x0e*+\\x0fa')"],
  ['utf-16', '日', "(b'\\xff\\xfe\\xe5e', b'\\xff\\xfe\\xe5e', b'\\xff\\xfe\\xe5e\\xff\\xfea\\x00')"],
])('a writer of %s after %s, reset, and after another letter', (codec, text, expected) => {
  const stream = new BytesIO();
  const writer = new (codecs.getwriter(codec))(stream);
  const steps = [() => writer.write(text), () => writer.reset(), () => writer.write('a')];
  expect(
    shown(() =>
      tuple(
        ...steps.map((step) => {
          step();
          return stream.getvalue();
        }),
      ),
    ),
  ).toBe(expected);
});

const NO_INT = 'TypeError: arg 1 must be an integer';
const TOO_LARGE = 'OverflowError: Python int too large to convert to C ssize_t';
test.each<[unknown, string, string, string]>([
  ['x', NO_INT, NO_INT, NO_INT],
  [new PyFloat(1.5), NO_INT, NO_INT, NO_INT],
  [[], NO_INT, NO_INT, NO_INT],
  [null, "'a\\nb'", "'a\\n'", "['a\\n', 'b']"],
  [true, "'a'", "'a'", "['a']"],
  [2n ** 63n, TOO_LARGE, TOO_LARGE, TOO_LARGE],
  [-(2n ** 63n) - 1n, TOO_LARGE, TOO_LARGE, TOO_LARGE],
  [-1, "'a\\nb'", "'a\\n'", "['a\\n', 'b']"],
  [0, "''", "''", '[]'],
  [2, "'a\\n'", "'a\\n'", "['a\\n']"],
])('a multi-byte reader reads sizes, %#', (size, ...answers) => {
  const answer = (name: 'read' | 'readline' | 'readlines') =>
    shown(() => new (codecs.getreader('shift_jis'))(new BytesIO(b`a\nb`))[name](size as never));
  expect([answer('read'), answer('readline'), answer('readlines')]).toEqual(answers);
});

test('a stream that returns no bytes', () => {
  const odd = { read: () => 5, readline: () => 'x' };
  const reader = new (codecs.getreader('shift_jis'))(odd as never);
  const returned = 'TypeError: stream function returned a non-bytes object';
  expect(shown(() => reader.read())).toBe(`${returned} (int)`);
  expect(shown(() => reader.readline())).toBe(`${returned} (str)`);
  expect(shown(() => reader.readlines())).toBe(`${returned} (int)`);
});

const NO_SEQUENCE = 'TypeError: arg must be a sequence object';
const item = (place: number, type: string) =>
  `TypeError: sequence item ${place}: expected str instance, ${type} found`;
test.each<[unknown, string, string]>([
  [
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    "b'ab'",
    NO_SEQUENCE,
  ],
  [new Map(), "b''", NO_SEQUENCE],
  [new Set(['a']), "b'a'", NO_SEQUENCE],
  [['a', 1], item(1, 'int'), "b'a1'"],
  [5, 'TypeError: can only join an iterable', NO_SEQUENCE],
  [null, 'TypeError: can only join an iterable', NO_SEQUENCE],
  ['ab', "b'ab'", "b'ab'"],
  [tuple('x'), "b'x'", "b'x'"],
  [[b`x`], item(0, 'bytes'), `b"b'x'"`],
  [new Map([[1, 2]]), item(0, 'int'), NO_SEQUENCE],
])('writelines, %#', (texts, whole, multibyte) => {
  const answer = (codec: string) => {
    const stream = new BytesIO();
    return shown(() => {
      new (codecs.getwriter(codec))(stream).writelines(texts as never);
      return stream.getvalue();
    });
  };
  expect([answer('utf-8'), answer('shift_jis')]).toEqual([whole, multibyte]);
});

test.each<[codec: string, state: unknown, answer: string]>([
  ['shift_jis', 'x', 'TypeError: setstate() argument must be int, not str'],
  ['iso2022_jp', null, 'TypeError: setstate() argument must be int, not None'],
  ['hz', [], 'TypeError: setstate() argument must be int, not list'],
  ['shift_jis', true, "(1, b'\\x00a')"],
  ['iso2022_jp', 5, "(5, b'\\x1b(B\\x00\\x00\\x00\\x00\\x00a')"],
  ['utf-16', 'x', "(2, b'\\xff\\xfea\\x00')"],
  ['utf-16', null, "(0, b'a\\x00')"],
  ['utf-16', [], "(0, b'a\\x00')"],
  ['utf-16', true, "(2, b'\\xff\\xfea\\x00')"],
  ['utf-16', 5, "(2, b'\\xff\\xfea\\x00')"],
  ['utf-8', 5, "(0, b'a')"],
  ['ascii', 'x', "(0, b'a')"],
  ['utf-7', true, "(0, b'a')"],
])('the encoder of %s gets the state %p', (codec, state, answer) => {
  const encoder = new (codecs.getincrementalencoder(codec))();
  expect(
    shown(() => {
      encoder.setstate(state as never);
      return tuple(encoder.getstate(), encoder.encode('a'));
    }),
  ).toBe(answer);
});

test.each([
  [5, 'int'],
  [null, 'NoneType'],
])('readers and writers are made by something callable, not %p', (maker, type) => {
  const none = maker as never;
  const message = `TypeError: '${type}' object is not callable`;
  const stream = new BytesIO();
  const writer = codecs.getwriter('utf-8');
  expect(shown(() => new codecs.StreamReaderWriter(stream, none, writer))).toBe(message);
  expect(shown(() => new codecs.StreamReaderWriter(stream, codecs.getreader('utf-8'), none))).toBe(message);
  expect(shown(() => new codecs.StreamRecoder(stream, none, none, none, writer))).toBe(message);
});

test.each([
  ['reset', '\\xff\\xfea\\x00b\\x00\\xff\\xfec\\x00'],
  ['seek', '\\xff\\xfec\\x00b\\x00'],
] as const)('%s of both sides writes the mark again', (how, expected) => {
  const [reader, writer] = [codecs.getreader('utf-16'), codecs.getwriter('utf-16')];
  for (const [make, text] of [
    [(stream: BytesIO) => new codecs.StreamReaderWriter(stream, reader, writer), (letter: string) => letter],
    [
      (stream: BytesIO) => codecs.EncodedFile(stream, 'ascii', 'utf-16'),
      (letter: string) => codecs.encode(letter),
    ],
  ] as const) {
    const stream = new BytesIO();
    const both = make(stream);
    const write = (letter: string) => both.write(text(letter) as never);
    write('a');
    write('b');
    if (how === 'reset') both.reset();
    else both.seek(0);
    write('c');
    expect(stream.getvalue().repr()).toBe(`b'${expected}'`);
  }
});

test('a writer with a pending letter and another character set returns to ASCII', () => {
  const stream = new BytesIO();
  const writer = new (codecs.getwriter('iso2022_jp_2004'))(stream);
  writer.write('か');
  expect(stream.getvalue().length).toBe(0);
  writer.reset();
  expect(stream.getvalue().repr()).toBe("b'\\x1b$B$+\\x1b(B'");
  writer.write('a');
  expect(stream.getvalue().repr()).toBe("b'\\x1b$B$+\\x1b(Ba'");
});

test('sizes of a reader may be bigints, booleans and floats', () => {
  const reader = () => new (codecs.getreader('utf-8'))(new BytesIO(b`abcdef`));
  const read = (...args: unknown[]) => shown(() => reader().read(...(args as [number, number])));
  expect([read(-1, 3n), read(3n), read(2, true), read(2, new PyFloat(-1))]).toEqual([
    "'abc'",
    "'abc'",
    "'a'",
    "'ab'",
  ]);
  expect(read('x')).toBe("TypeError: '>=' not supported between instances of 'str' and 'int'");
  expect(read(2, null)).toBe("TypeError: '>=' not supported between instances of 'NoneType' and 'int'");
});

test('a reader counts characters, also those of two code units', () => {
  const reader = (text: string) => new (codecs.getreader('utf-8'))(new BytesIO(new Bytes(text, 'utf-8')));
  const two = reader('😀a😀b');
  expect([two.read(2, 2), two.read(3), two.read()]).toEqual(['😀a', '😀b', '']);
  expect(reader('😀😀').read(4, 2)).toBe('😀😀');
});

test.each(['gbk', 'iso2022_jp', 'shift_jis'])('the handler of %s has no null character', (codec) => {
  const errors = 'stri\0ct';
  const info = codecs.lookup(codec);
  const calls = [
    () => info.encode('a', errors),
    () => info.decode(b`a`, errors),
    () => new (codecs.getincrementalencoder(codec))(errors),
    () => new (codecs.getincrementaldecoder(codec))(errors),
    () => new (codecs.getreader(codec))(new BytesIO(b`abc`), errors),
    () => new (codecs.getwriter(codec))(new BytesIO(), errors),
  ];
  expect(calls.map((call) => shown(call))).toEqual(calls.map(() => 'ValueError: embedded null character'));
});

test('the end of `using` closes the stream, if it can be closed', () => {
  const closed: string[] = [];
  const stream = (close?: () => void) => ({ read: () => b``, write: () => 0, close });
  const recoder = (over: object) => codecs.EncodedFile(over as never, 'utf-8', 'latin-1');
  recoder(stream(() => closed.push('closed')))[Symbol.dispose]();
  recoder(stream())[Symbol.dispose]();
  expect(closed).toEqual(['closed']);
});
