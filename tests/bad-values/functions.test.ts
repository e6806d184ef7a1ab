/**
 * Passes every hostile value to every parameter, by position and by keyword, of the functions of binascii,
 * base64, zlib, hmac and codecs, and of each codec's methods. functions.mjs records CPython's answers; a
 * JavaScript error is never one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes, recordStacks } from 'pybuffer';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import * as codecs from 'pybuffer/codecs';
import 'pybuffer/codecs-binary';
import 'pybuffer/codecs-cjk';
import * as hmac from 'pybuffer/hmac';
import { BytesIO } from 'pybuffer/io';
import * as zlib from 'pybuffer/zlib';
import { VALUES, addressless, answer } from './values.js';
import { withoutStacks } from '../stacks.js';

withoutStacks();

type Written = { v: string } | { b: string } | string | number | boolean | null;
type Kind = 'POSITIONAL_ONLY' | 'POSITIONAL_OR_KEYWORD' | 'KEYWORD_ONLY';
interface Recorded {
  values: string[];
  signatures: [name: string, parameters: [name: string, kind: Kind, byDefault: string | null][]][];
  keywords: [
    name: string,
    args: Written[],
    keyword: string,
    value: Written,
    without: string,
    given: string,
  ][];
  cases: [name: string, args: Written[], keyword: [name: string, value: Written] | null, outcome: number][];
  methods: [codec: string, method: string, good: Written[], outcomes: (number | null)[]][];
  texts: string[];
}

const recorded = JSON.parse(readFileSync(join(__dirname, 'functions.generated.json'), 'utf8')) as Recorded;

type Callable = (...args: unknown[]) => unknown;
const modules = { base64, binascii, codecs, hmac, zlib } as unknown as Record<
  string,
  Record<string, Callable>
>;
/** Functions whose names follow JavaScript's style here. */
const RENAMED: Readonly<Record<string, string>> = { 'codecs.lookup_error': 'lookupError' };

function functionOf(name: string): Callable {
  const [module, own] = name.split('.') as [string, string];
  return modules[module]![RENAMED[name] ?? own]!;
}

function valueOf(written: Written): unknown {
  if (typeof written !== 'object' || written === null) return written;
  return 'v' in written ? VALUES[written.v]!() : new Bytes(Buffer.from(written.b, 'hex'));
}

/** Calls a function as JavaScript does: keywords are the fields of a trailing object. */
function call(name: string, args: Written[], keyword: [string, Written] | null): string {
  const values = args.map(valueOf);
  if (keyword !== null) values.push({ [keyword[0]]: valueOf(keyword[1]) });
  return addressless(
    answer(() => {
      const result = functionOf(name)(...values);
      // Compare only whether something is found, because it prints differently from Python's.
      return /^codecs\.(lookup|get)/.test(name) ? result === null : result;
    }),
  );
}

const show = (value: Written): string =>
  typeof value === 'object' && value !== null && 'v' in value ? value.v : JSON.stringify(value);

beforeAll(() => recordStacks(false));
afterAll(() => recordStacks(true));

test.each(Object.keys(modules))('every parameter of the functions of %s', (module) => {
  const rows = recorded.cases.filter(([name]) => name.startsWith(`${module}.`));
  const wrong: string[] = [];
  for (const [name, args, keyword, outcome] of rows) {
    const ours = call(name, args, keyword);
    if (ours === recorded.texts[outcome]) continue;
    const given = [...args.map(show), ...(keyword === null ? [] : [`${keyword[0]}=${show(keyword[1])}`])];
    wrong.push(`${name}(${given.join(', ')}): ${ours} instead of ${recorded.texts[outcome]}`);
  }
  expect(wrong).toEqual([]);
  expect(rows.length).toBeGreaterThan(50);
});

test('each keyword with a value that changes the answer', () => {
  const keywords = recorded.signatures.flatMap(([name, parameters]) =>
    parameters
      .slice(1)
      .flatMap(([keyword, kind]) => (kind === 'POSITIONAL_ONLY' ? [] : `${name} ${keyword}`)),
  );
  expect(
    keywords.filter((key) => !recorded.keywords.some(([name, , keyword]) => key === `${name} ${keyword}`)),
  ).toEqual([]);
  for (const [name, args, keyword, value, without, given] of recorded.keywords) {
    expect([name, keyword, call(name, args, null)]).toEqual([name, keyword, without]);
    expect([name, keyword, call(name, args, [keyword, value])]).toEqual([name, keyword, given]);
    expect([name, keyword, given]).not.toEqual([name, keyword, without]);
  }
});

type Info = codecs.CodecInfo;
const errorsOf = (run: (errors: string) => unknown) => run as Callable;
const bytes = (...values: number[]) => new Bytes(values);
const METHODS: Readonly<Record<string, (info: Info) => Callable>> = {
  encode: (info) => info.encode as Callable,
  decode: (info) => info.decode as Callable,
  'encoder.encode': (info) => methodOf(new info.incrementalencoder!(), 'encode'),
  'decoder.decode': (info) => methodOf(new info.incrementaldecoder!(), 'decode'),
  'encoder.setstate': (info) => methodOf(new info.incrementalencoder!(), 'setstate'),
  'decoder.setstate': (info) => methodOf(new info.incrementaldecoder!(), 'setstate'),
  encoder: (info) => errorsOf((errors) => new info.incrementalencoder!(errors).encode('\x80a\ud800', true)),
  decoder: (info) =>
    errorsOf((errors) => new info.incrementaldecoder!(errors).decode(bytes(0xff, 0x2b, 0x41, 0x80), true)),
  writer: (info) => errorsOf((errors) => new info.streamwriter!(new BytesIO(), errors).write('\x80a\ud800')),
  reader: (info) =>
    errorsOf((errors) => new info.streamreader!(new BytesIO(bytes(0xff, 0x2b, 0x41, 0x80)), errors).read()),
  'writer.write': (info) => methodOf(new info.streamwriter!(new BytesIO()), 'write'),
  'writer.writelines': (info) => methodOf(new info.streamwriter!(new BytesIO()), 'writelines'),
  'reader.read': (info) => methodOf(readerOf(info), 'read'),
  'reader.readline': (info) => methodOf(readerOf(info), 'readline'),
  'reader.readlines': (info) => methodOf(readerOf(info), 'readlines'),
  'bytes.decode': (info) => errorsOf((errors) => bytes(0xff, 0x2b, 0x41, 0x80).decode(info.name, errors)),
  'str.encode': (info) => errorsOf((errors) => new Bytes('\x80a\ud800', info.name, errors)),
};

function methodOf(object: object, name: string): Callable {
  return (...args) => (object as Record<string, Callable>)[name]!(...args);
}

function readerOf(info: Info): codecs.StreamReader {
  return new info.streamreader!(new BytesIO(new Bytes('61\n62', 'ascii')));
}

/** Removes addresses and the like, which a JavaScript object does not print. */
const withoutAddress = (text: string) =>
  / object( at 0x)?>/.test(text)
    ? text.replaceAll(' object at 0x>', ' object>').replace(/\d+\)$/, 'n)')
    : text;

/** Answers that differ from CPython's on purpose, with the reason. They must still be Python errors. */
const EXCUSED: readonly { codec: RegExp; method: RegExp; hostile: RegExp; answer: RegExp; reason: string }[] =
  [
    {
      codec: /./,
      method: /^(encoder.encode|decoder.decode|encoder.setstate)$/,
      hostile: /^released$/,
      answer: /^!ValueError: operation forbidden/,
      reason: 'where a codec does not look at `final` or at a state, CPython does not ask whether it is true',
    },
    {
      codec: /^zlib$/,
      method: /^(encoder.encode|decoder.decode)$/,
      hostile: /./,
      answer: /^bytes b''$/,
      reason: 'a library converts all pieces at once, when the last one has come',
    },
    {
      codec: /./,
      method: /^decoder.setstate$/,
      hostile: /^\[/,
      answer: /^!TypeError: setstate\(\): illegal state argument/,
      reason: 'C takes tuples only; in JavaScript a state that was written down is an array',
    },
  ];

const used = new Set<(typeof EXCUSED)[number]>();

test.each([...new Set(recorded.methods.map(([codec]) => codec))])('the methods of the codec %s', (codec) => {
  const info = codecs.lookup(codec);
  const wrong: string[] = [];
  for (const [name, method, good, outcomes] of recorded.methods) {
    if (name !== codec) continue;
    outcomes.forEach((outcome, i) => {
      if (outcome === null) return;
      const hostile = recorded.values[i]!;
      const ours = addressless(
        answer(() => METHODS[method]!(info)(...good.map(valueOf), VALUES[hostile]!())),
      );
      const theirs = recorded.texts[outcome]!;
      if (ours === theirs || withoutAddress(ours) === withoutAddress(theirs)) return;
      const excuse = EXCUSED.find(
        (rule) =>
          rule.codec.test(codec) &&
          rule.method.test(method) &&
          rule.hostile.test(hostile) &&
          rule.answer.test(ours),
      );
      if (excuse !== undefined) used.add(excuse);
      else wrong.push(`${method}(${[...good.map(show), hostile].join(', ')}): ${ours} instead of ${theirs}`);
    });
  }
  expect(wrong).toEqual([]);
});

test('each excuse is needed', () => {
  expect(EXCUSED.filter((rule) => !used.has(rule))).toEqual([]);
});
