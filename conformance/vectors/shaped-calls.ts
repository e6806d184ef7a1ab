// Calls whose arguments, or whose object, are bytes in every form: each is a pattern with a place for them,
// tried with every content and every shape. Callers: record-shapes.ts.
import type { Program, Step, Value } from '../differential/program.js';
import { LENT, SHAPES } from '../differential/shapes.js';
import { COMMON_ENCODINGS, TYPE_CODES } from '../differential/vocabulary/contents.js';
import { BINARY, FUNCTIONS, IN_PLACE, OTHERS, UNARY, bytes, call, method, methodsOf } from './surface.js';

/** A call with a place for the bytes. */
export interface Pattern {
  readonly name: string;
  /** The first steps of the program. */
  readonly before: readonly Step[];
  readonly call: (place: Value) => Step;
  /**
   * Whether the place is the object whose method is called; an object that only lends a view does not have
   * the methods.
   */
  readonly isSelf?: true;
}

/** The contents that every pattern is tried with. */
export const CONTENTS = [
  '',
  'a',
  ' ',
  'ab',
  'abc',
  'abca',
  'abcabcabc',
  ' 12 ',
  'YWJj',
  '616263',
  '<~87cUR~>',
  'a+=3D\r\n\xff\x00',
  '\xe2\x82\xac\xf0\x9f\x98\x80\xe2',
  '%b %(a)s',
  '\xef\xbb\xbfab',
  '\xef\x00\xbb\x00\xbf\x00a\x00',
  '\x01\x00\x02\x00\x00\x00\x00\x00\x00\x00\xf8\x3f\x03\x00\x00\x80',
  'abcd'.repeat(70),
  'YWJj'.repeat(33),
  '\xc3\xa9'.repeat(300),
  String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i ^ 32)),
].map((text) => Buffer.from(text, 'latin1').toString('hex'));

const [A, AB, EMPTY] = [bytes('a'), bytes('abca'), bytes('')];

/** Arguments around the place, for everything. */
const ARGUMENTS: readonly ((place: Value) => Value[])[] = [
  (place) => [place],
  (place) => [place, place],
  (place) => [place, A],
  (place) => [A, place],
  (place) => [AB, place],
  (place) => [place, 1],
  (place) => [1, place],
  (place) => [place, A, 1],
  (place) => [place, null, 'big'],
  (place) => [place, 'big'],
  (place) => [place, 16],
  (place) => [null, place],
  (place) => [{ l: [place, A, place] }],
  (place) => [{ t: [A, place] }],
  (place) => [A, { l: [place] }],
  (place) => [place, { t: [place, 1] }],
  (place) => [{ t: [place, 1, null] }],
  (place) => [{ s: [1, 2, null] }, place],
  (place) => [{ s: [null, null, -1] }, place],
  (place) => [{ d: [[A, place]] }],
  (place) => [{ s: [place, null, null] }],
];

/** The keywords of a signature. */
function keywordsOf(signature: string): string[] {
  if (!signature.startsWith('keywords')) return [];
  return [...signature.matchAll(/(\w+)=/g)].map(([, name]) => name!);
}

/** Objects whose methods are called. */
const SELVES: readonly (readonly [type: string, before: readonly Step[], self: Value])[] = [
  ['bytes', [], bytes('abcaXab c')],
  ['bytes', [], EMPTY],
  ['bytearray', [call('bytearray', [bytes('abcaXab c')])], { v: 0 }],
  ['memoryview', [call('bytearray', [bytes('abcaXabc')]), call('memoryview', [{ v: 0 }])], { v: 1 }],
  [
    'memoryview',
    [call('array.array', ['H', { l: [97, 98, 99] }]), call('memoryview', [{ v: 0 }])],
    { v: 1 },
  ],
  ...['H', 'B', 'd', 'w', 'Zf'].map(
    (code): (typeof SELVES)[number] => ['array', [call('array.array', [code])], { v: 0 }],
  ),
  ['array', [call('array.array', ['H', { l: [97, 25185] }])], { v: 0 }],
  [
    'BytesIO',
    [call('io.BytesIO', [bytes('abcab\nab')]), method({ v: 0 }, 'seek', [2])],
    { v: 0 },
  ],
  ...['<H', '2s', '<4sxB', 'c'].map(
    (format): (typeof SELVES)[number] => ['Struct', [call('struct.Struct', [format])], { v: 0 }],
  ),
  ['int', [], 3],
  ['str', [], 'abc'],
];
const NO_METHODS =
  /^$|sizeof|reduce|__(dir|class|new|doc|subclasshook|init_subclass|getattribute|delattr|setattr|getstate)|buffer_info/;

function* methodPatterns(): Generator<Pattern> {
  for (const [type, before, self] of SELVES) {
    for (const [name, signature] of methodsOf(type, NO_METHODS)) {
      const pattern = (step: (place: Value) => Step): Pattern => ({
        name: `${type}.${name}`,
        before,
        call: step,
      });
      for (const args of ARGUMENTS) yield pattern((place) => method(self, name, args(place)));
      for (const keyword of keywordsOf(signature)) {
        yield pattern((place) => method(self, name, [], { [keyword]: place }));
        yield pattern((place) => method(self, name, [A], { [keyword]: place }));
      }
    }
  }
  // The view itself in every form.
  for (const [name] of methodsOf('memoryview', NO_METHODS)) {
    const pattern = (...args: Value[]): Pattern => ({
      name: `memoryview.${name}, of itself`,
      before: [],
      isSelf: true,
      call: (place) => method(place, name, args),
    });
    const lists: readonly Value[][] = [
      [],
      [0],
      [-1],
      [97],
      [A],
      ['B'],
      ['b'],
      ['C'],
      ['F'],
      ['A'],
      [null],
      [284],
      ['B', { l: [1, 1] }],
      [{ s: [0, 1, null] }],
      [{ s: [null, null, -1] }],
      [{ t: [0, 0] }],
      [{ s: [0, 1, null] }, A],
      [0, 98],
      [0, A],
      [{ t: [0, 0] }, 98],
      [97, 0, 1],
      [':', 2],
      [AB],
    ];
    for (const args of lists) yield pattern(...args);
  }
  for (const name of ['c_contiguous', 'f_contiguous', 'nbytes', 'shape', 'strides', 'suboffsets']) {
    yield {
      name: `memoryview.${name}`,
      before: [],
      call: (self) => ({ op: 'attribute', self, name }),
    };
  }
}

const STREAM = call('io.BytesIO', [AB]);
const TARGET = call('bytearray', [bytes('abcdefgh')]);

/** Calls that need special arguments. */
function* specialPatterns(): Generator<Pattern> {
  const pattern = (name: string, step: (place: Value) => Step, before: readonly Step[] = []): Pattern => ({
    name,
    before,
    call: step,
  });
  const plain = (name: string, args: (place: Value) => Value[], kwargs?: Record<string, Value>) =>
    pattern(name, (place) => call(name, args(place), kwargs));
  for (const format of ['', 'B', '<H', '>I', '3s', '4p', '<2sxB', 'd', 'e', '?c', 'x', '2Hb']) {
    yield plain('struct.unpack', (place) => [format, place]);
    yield plain('struct.unpack_from', (place) => [format, place]);
    yield plain('struct.unpack_from', (place) => [format, place, 1]);
    yield plain('struct.unpack_from', (place) => [format, place, -2]);
    yield plain('struct.iter_unpack', (place) => [format, place]);
  }
  for (const [format, ...values] of [
    ['<H', 513],
    ['2s', bytes('zz')],
    ['', ...[]],
    ['b', 1],
  ] as [string, ...Value[]][]) {
    for (const offset of [0, 1, -1, -2])
      yield plain('struct.pack_into', (place) => [format, place, offset, ...values]);
  }
  for (const format of ['s', '3s', '0s', 'p', '5p', '400s', 'c', '<H2s']) {
    yield plain('struct.pack', (place) => [format, place]);
    yield plain('struct.pack', (place) => [format, 1, place]);
    yield pattern('struct.pack_into', (place) => call('struct.pack_into', [format, { v: 0 }, 1, place]), [
      TARGET,
    ]);
  }
  yield plain('struct.Struct', (place) => [place]);
  for (const code of new Set([...TYPE_CODES, 'e'])) {
    yield plain('array.array', (place) => [code, place]);
    yield pattern('array.frombytes', (place) => method({ v: 0 }, 'frombytes', [place]), [
      call('array.array', [code]),
    ]);
  }
  for (const encoding of [
    ...COMMON_ENCODINGS,
    ...['utf-8-sig', 'utf-32', 'utf-7', 'unicode_escape', 'raw_unicode_escape', 'idna', 'punycode'],
    ...['gb18030', 'iso2022_jp', 'shift_jis', 'big5', 'hz', 'hex', 'base64', 'uu', 'quopri', 'rot13'],
  ]) {
    for (const errors of ['strict', 'replace', 'surrogateescape', 'backslashreplace']) {
      yield plain('codecs.decode', (place) => [place, encoding, errors]);
      yield plain('str', (place) => [place, encoding, errors]);
    }
    yield plain('codecs.encode', (place) => [place, encoding]);
    yield plain('codecs.iterdecode', (place) => [{ l: [place, A, place] }, encoding, 'replace']);
    yield plain('codecs.decode_in_steps', (place) => [
      encoding,
      'replace',
      {
        l: [
          { t: [place, false] },
          { t: [place, false] },
          { t: [A, true] },
        ],
      },
    ]);
  }
  for (const [order, signed] of [
    ['big', false],
    ['little', true],
  ] as const) {
    yield plain('int.from_bytes', (place) => [place, order], { signed });
  }
  for (const base of [0, 2, 10, 16, 36]) yield plain('int', (place) => [place, base]);
  for (const typecode of ['b', 'H', 'd', 'w'])
    for (const format of [0, 1, 4, 16, 18])
      yield plain('array.reconstruct', (place) => [typecode, format, place]);
  // Formatting, with views as values.
  for (const format of ['%b', '%s|%s', '%a', '%r', '%c', '%5.2b', '%-4s.', '%%', '%d', '%(a)b']) {
    for (const make of [
      (place: Value): Value => place,
      (place: Value): Value => ({ t: [place] }),
      (place: Value): Value => ({ t: [place, place] }),
      (place: Value): Value => ({ d: [[A, place]] }),
    ]) {
      yield pattern('%', (place) => ({ op: 'operator', name: 'mod', args: [bytes(format), make(place)] }));
    }
    yield pattern(
      '%',
      (place) => ({ op: 'operator', name: 'mod', args: [{ v: 0 }, { t: [place] }] }),
      [call('bytearray', [bytes(format)])],
    );
  }
  // Streams, which read into the place or write from it.
  for (const name of ['readinto', 'readinto1', 'write']) {
    for (const at of [0, 1, 4, 9]) {
      yield pattern(`BytesIO.${name}`, (place) => method({ v: 0 }, name, [place]), [
        STREAM,
        method({ v: 0 }, 'seek', [at]),
      ]);
    }
  }
  for (const position of [0, 1, 2]) {
    yield pattern('bytes.translate', (place) => method(AB, 'translate', [place, A]));
    yield pattern('bytearray.insert', (place) => method({ v: 0 }, 'insert', [position, place]), [TARGET]);
  }
  for (const slice of [
    [1, 3, null],
    [0, 0, null],
    [null, null, 2],
    [null, null, -1],
    [7, 2, -2],
    [5, null, null],
  ] as const) {
    for (const before of [
      [TARGET],
      [TARGET, call('memoryview', [{ v: 0 }])],
      [call('array.array', ['B', bytes('abcdefgh')])],
    ]) {
      yield pattern(
        'setitem',
        (place) => ({
          op: 'operator',
          name: 'setitem',
          args: [{ v: before.length - 1 }, { s: [...slice] }, place],
        }),
        before,
      );
    }
  }
}

function* functionPatterns(): Generator<Pattern> {
  for (const name of FUNCTIONS) {
    for (const args of ARGUMENTS)
      yield { name, before: [], call: (place) => call(name, args(place)) };
    for (const keyword of KEYWORDS[name] ?? []) {
      yield { name, before: [], call: (place) => call(name, [AB], { [keyword]: place }) };
      yield { name, before: [], call: (place) => call(name, [], { [keyword]: place }) };
    }
  }
  for (const name of [...BINARY, ...OTHERS]) {
    const pattern = (args: (place: Value) => Value[]): Pattern => ({
      name,
      before: [],
      call: (place) => ({ op: 'operator', name, args: args(place) }),
    });
    yield pattern((place) => [place, AB]);
    yield pattern((place) => [AB, place]);
    yield pattern((place) => [place, place]);
    yield pattern((place) => [place, 2]);
    yield pattern((place) => [place, 97]);
  }
  for (const name of IN_PLACE) {
    for (const first of [TARGET, call('array.array', ['B', AB]), call('array.array', ['H', AB])]) {
      yield {
        name,
        before: [first],
        call: (place) => ({ op: 'operator', name, args: [{ v: 0 }, place] }),
      };
      // Both objects have the same type.
      yield {
        name: `${name} of itself`,
        before: [first],
        call: (place) => ({ op: 'operator', name, args: [place, { v: 0 }] }),
      };
    }
  }
  for (const name of UNARY)
    yield { name, before: [], call: (place) => ({ op: 'operator', name, args: [place] }) };
}

/** Keywords of functions that take bytes. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  bytes: ['source'],
  bytearray: ['source'],
  memoryview: ['object'],
  'io.BytesIO': ['initial_bytes'],
  'struct.Struct': ['format'],
  'base64.b64encode': ['altchars'],
  'base64.b64decode': ['altchars', 'ignorechars'],
  'base64.b32decode': ['map01', 'ignorechars'],
  'base64.a85decode': ['ignorechars'],
  'binascii.a2b_base64': ['ignorechars', 'alphabet'],
  'binascii.b2a_base64': ['alphabet'],
  'binascii.unhexlify': ['ignorechars'],
  'binascii.b2a_hex': ['sep'],
};

/** Every pattern. */
export const PATTERNS: readonly Pattern[] = [
  ...methodPatterns(),
  ...specialPatterns(),
  ...functionPatterns(),
];

/** The program of a pattern with a content in a shape; null if the content has no such shape. */
export function programOf({ before, call: step, isSelf }: Pattern, content: string, shape: string): Program | null {
  if (isSelf && shape === LENT) return null;
  const steps = SHAPES[shape]!(content, before.length);
  return steps === null
    ? null
    : [...before, ...steps, step({ v: before.length + steps.length - 1 })];
}

