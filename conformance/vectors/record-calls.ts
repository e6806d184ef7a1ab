// Records calls.jsonl, the final release's answers to every function, operator and method with arguments of
// every kind, one by one and in pairs: node --import tsx conformance/vectors/record-calls.ts. It needs the
// native CPython, on 64-bit memory.
import { writeFileSync } from 'node:fs';
import { MISSING } from '../../scripts/cpython.mjs';
import { startNativeOracle } from '../differential/native.js';
import type { Program, Step, Value } from '../differential/program.js';
import { TEXT_FUNCTIONS } from '../differential/vocabulary/functions.js';
import {
  BINARY,
  FUNCTIONS,
  IN_PLACE,
  NOT_OURS,
  OTHERS,
  UNARY,
  bytes,
  call,
  method,
  methodsOf,
} from './surface.js';
import { CALLS } from './vector.js';

/** The number of equal answers kept for one name; more would show nothing new. */
const MOST_EQUAL = 2;

/** The number of calls in one program, which share its objects. */
const CALLS_OF_PROGRAM = 25;

/** The objects of each program, its first variables. */
const OBJECTS: readonly Step[] = [
  call('bytearray', [bytes('YWJj')]),
  call('memoryview', [{ v: 0 }]),
  call('array.array', ['H', { l: [1, 2, 513] }]),
  call('array.array', ['d', { l: [{ f: '1.5' }, { f: '-0.0' }] }]),
  call('array.array', ['w', 'a\u20ac']),
  call('io.BytesIO', [bytes('ab\ncd\n\nef')]),
  call('struct.Struct', ['<Ih']),
  method({ v: 1 }, 'cast', ['H']),
  method({ v: 1 }, 'cast', ['B', { l: [2, 2] }]),
  call('iter', [bytes('abc')]),
];
const objects: readonly Value[] = OBJECTS.map((_, v) => ({ v }));

const MANY: readonly Value[] = [
  ...[null, true, false, 0, 1, -1, 3, 65, 255, 256, 300].map((value) => value as Value),
  { i: '9223372036854775808' },
  { i: '-9223372036854775809' },
  { i: '100000000000000000000000' },
  ...['0.5', '2.5', '-3.7', '-0.0', '1e+300', 'nan', 'inf'].map((f) => ({ f })),
  { c: ['1.5', '-2.0'] },
  ...[
    '',
    'a',
    'abc',
    '12',
    ' -1_2 ',
    '0x1f',
    '1e3',
    'nan',
    'é',
    '€',
    '\u{1f600}',
    'B',
    '<Ih',
    'big',
    'utf-8',
    'strict',
    'hex',
  ],
  ...[
    '',
    'a',
    'abc',
    ' 12 ',
    '1e3',
    'YWJj',
    'YQ==',
    '61 62',
    'ME======',
    '9jqo^',
    '\xff\x00',
    '#86)C\n',
    'a=3D\t\n',
    '\xe2\x82\xac',
  ].map(bytes),
  { t: [] },
  { t: [1, 2] },
  { t: [{ f: '1.5' }, 'a'] },
  { l: [] },
  { l: [3, 1, 2] },
  { l: [bytes('b'), bytes('a')] },
  { l: [1, { f: '0.5' }, true] },
  { l: [1, 'a'] },
  { l: [300] },
  { d: [[1, 2]] },
  { s: [0, 2, 1] },
  { s: [null, null, -1] },
  { e: 0 },
  ...objects,
];
const FEW: readonly Value[] = [
  ...[null, true, 0, -1, 2, 65, 256].map((value) => value as Value),
  { i: '9223372036854775808' },
  { f: '2.5' },
  { c: ['1.5', '-2.0'] },
  ...['', 'a', 'big', 'utf-8', 'replace', '<H'],
  ...['', 'a', 'YWJj', '\xff\x00'].map(bytes),
  { t: [1, 2] },
  { l: [3, 1, 2] },
  { s: [0, 2, 1] },
  ...objects,
];
const THIRD: readonly Value[] = [null, 0, 2, 'strict', bytes('a'), { l: [7, 8, 9] }, { v: 0 }];
const KEYWORDS: readonly Value[] = [
  null,
  true,
  false,
  0,
  3,
  8,
  76,
  'a',
  bytes('+/'),
  bytes(' \n'),
  bytes(''),
];
const ENCODED: readonly Value[] = [
  ...[
    'YWJj\nZA==',
    'MFRGG===',
    '616263',
    '<~87cUR~>',
    'VPaz',
    'y+\xff',
    '!86%A',
    'a =3D=\nb',
    'y?',
    'aGk',
  ].map(bytes),
  { y: [Buffer.from('ab  \t').toString('hex'), 20] },
];

const pairs = (first: readonly Value[], second: readonly Value[]) =>
  first.flatMap((one) => second.map((other): readonly Value[] => [one, other]));
const triples = pairs(FEW, FEW)
  .filter((_, i) => i % 7 === 0)
  .flatMap((pair) => THIRD.map((third) => [...pair, third]));

/** Calls of functions and types. */
function* callsOf(name: string): Generator<Step> {
  for (const one of MANY) yield call(name, [one]);
  for (const pair of pairs(FEW, FEW)) yield call(name, pair);
  for (const triple of triples) yield call(name, triple);
  for (const keyword of Object.keys(TEXT_FUNCTIONS[name]?.keywords ?? {})) {
    for (const [value, given] of pairs(KEYWORDS, ENCODED)) yield call(name, [given!], { [keyword]: value! });
  }
}

function* operatorsOf(name: string): Generator<Step> {
  if (UNARY.includes(name)) for (const one of MANY) yield { op: 'operator', name, args: [one] };
  else for (const args of pairs(FEW, MANY)) yield { op: 'operator', name, args };
}

/** Methods of one of the objects, or of a plain value. */
function* callsOfMethod(self: Value, name: string): Generator<Step> {
  yield method(self, name, []);
  for (const one of MANY) yield method(self, name, [one]);
  for (const pair of pairs(THIRD, FEW)) yield method(self, name, pair);
}

const SELVES: readonly (readonly [string, readonly Value[]])[] = [
  ['bytes', [bytes('a,b')]],
  ['bytearray', [{ v: 0 }]],
  ['memoryview', [{ v: 7 }, { v: 8 }]],
  ['array', [{ v: 2 }, { v: 3 }, { v: 4 }]],
  ['BytesIO', [{ v: 5 }]],
  ['Struct', [{ v: 6 }]],
  ['int', [1, { i: '-4294967297' }]],
  ['str', ['a\u20ac,b']],
  ['bytes_iterator', [{ v: 9 }]],
];
const ENCODINGS = [
  ...[
    'utf-8',
    'utf-8-sig',
    'utf-16',
    'utf-16-le',
    'utf-32',
    'utf-32-be',
    'utf-7',
    'latin-1',
    'cp1252',
    'ascii',
  ],
  ...[
    'unicode_escape',
    'raw_unicode_escape',
    'idna',
    'punycode',
    'hex',
    'base64',
    'rot13',
    'quopri',
    'uu',
    'nope',
  ],
];
const HANDLERS = [
  'strict',
  'ignore',
  'replace',
  'backslashreplace',
  'surrogateescape',
  'surrogatepass',
  'nope',
];
const CONTENTS = [
  'a\xe2\x82\xacb',
  '\xef\xbb\xbf\xe2',
  '\xff\xfea\x00',
  'a+AGE-\\u20',
  '\xed\xa0\x80',
  'YWJj',
  '616',
];
const TEXTS = ['a\u20acb', '\ud83d\ude00', '\ud800', 'xn--a', '\u00e9.\u00df'];

/** Input of codecs in pieces, cut at every place; only the last piece is final. */
function* stepsOf(way: 'decode' | 'encode', encoding: string): Generator<Step> {
  const wholes = way === 'decode' ? CONTENTS : TEXTS;
  const piece = (text: string) => (way === 'decode' ? bytes(text) : text);
  for (const errors of HANDLERS) {
    for (const whole of wholes) {
      for (let at = 0; at <= whole.length; at += way === 'decode' ? 1 : 2) {
        const pieces = [whole.slice(0, at), whole.slice(at)].map((part, i): Value => ({
          t: [piece(part), i === 1],
        }));
        yield call(`codecs.${way}_in_steps`, [encoding, errors, { l: pieces }]);
      }
    }
  }
  yield call(`codecs.${way}_in_steps`, [encoding, 'strict', { l: [{ t: [null, true] }] }]);
}

/** Arrays as in pickles: items in another machine's format. */
function* arraysOf(typecode: Value): Generator<Step> {
  for (let format = -1; format < 23; format++) {
    for (const items of [
      '\x01\x02\x00\x80\x00\x00\x00\x00\x00\x00\xf8\x3f\x00\x00\x80\xbf',
      'a\x00\x00',
      'a\x00\x00\x00',
      '',
    ]) {
      yield call('array.reconstruct', [typecode, format, bytes(items)]);
    }
  }
  yield call('array.reconstruct', [typecode, 0, { v: 0 }]);
  yield call('array.reconstruct', [typecode, 'a', bytes('')]);
}
const TYPE_CODES: readonly Value[] = [...'bBuwhHiIlLqQefd', 'Zf', 'Zd', 'x', '', 'bb', 1];

/** Groups of calls, each of one name. */
const groups: Step[][] = [
  ...ENCODINGS.flatMap((name) => [[...stepsOf('decode', name)], [...stepsOf('encode', name)]]),
  ...TYPE_CODES.map((typecode) => [...arraysOf(typecode)]),
  ...FUNCTIONS.map((name) => [...callsOf(name)]),
  ...[...BINARY, ...IN_PLACE, ...OTHERS, ...UNARY].map((name) => [...operatorsOf(name)]),
  ...SELVES.flatMap(([type, selves]) =>
    methodsOf(type).flatMap(([name]) => selves.map((self) => [...callsOfMethod(self, name)])),
  ),
];

/** Powers of floats, whose last bits depend on the C library. */
const isRoundedPower = (step: Step) => /"name":"pow".*"[fc]":/.test(JSON.stringify(step));

/** A size that would make a constructor allocate that much memory. */
const HUGE = /"i":"?\d{10,}|"name":"(bytes|bytearray|array\.array|io\.BytesIO)","args":\[\{"i"/;
const parts = (steps: readonly Step[]): Program[] =>
  Array.from({ length: Math.ceil(steps.length / CALLS_OF_PROGRAM) }, (_, i) => [
    ...OBJECTS,
    ...steps.slice(i * CALLS_OF_PROGRAM, (i + 1) * CALLS_OF_PROGRAM),
  ]);

const oracle = await startNativeOracle();
if (oracle === null) throw new Error(MISSING);
const lines: string[] = [];
let count = 0;
for (const group of groups) {
  const safe = group.filter(
    (step) =>
      !isRoundedPower(step) &&
      (!/"(lshift|pow|mul|imul|zfill|ljust|rjust|center|resize|bytes|bytearray|to_bytes)"/.test(
        JSON.stringify(step),
      ) ||
        !HUGE.test(JSON.stringify(step))),
  );
  const answers = await oracle.ask(safe.map((step) => [...OBJECTS, step]));
  const answerOf = (i: number) => answers[i]![OBJECTS.length]!;
  const seen = new Map<string, number>();
  const kept = safe.filter((_, i) => {
    if (NOT_OURS.test(answerOf(i))) return false;
    const answer = answerOf(i);
    const times = seen.get(answer) ?? 0;
    seen.set(answer, times + 1);
    return times < (answer.startsWith('!') ? 1 : MOST_EQUAL);
  });
  count += kept.length;
  const programs = parts(kept);
  const results = await oracle.ask(programs);
  programs.forEach((program, i) =>
    lines.push(
      JSON.stringify([
        program.slice(OBJECTS.length),
        results[i]!.slice(OBJECTS.length, program.length + OBJECTS.length),
      ]),
    ),
  );
}
writeFileSync(CALLS, `${JSON.stringify(OBJECTS)}\n${lines.join('\n')}\n`);
console.log(`${groups.length} names, ${count} calls`);
process.exit();
