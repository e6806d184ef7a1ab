/**
 * The library's answers to the questions of `answers.py`, in the same order; both files must change together.
 * The tests compare digests with recorded ones, `check.mjs` compares answers with CPython's.
 */
import { createHash } from 'node:crypto';
import 'pybuffer/codecs-cjk';
import { getincrementaldecoder, getincrementalencoder } from 'pybuffer/codecs';
import { Bytes, PyException, PyUnicodeError, registerError } from 'pybuffer';
import type { ErrorHandler } from 'pybuffer';
import { PIECES_OF } from './codecs.js';

const HANDLERS =
  'strict ignore replace backslashreplace surrogateescape surrogatepass xmlcharrefreplace namereplace nope show back skip raw wide'.split(
    ' ',
  );
const PIECES = (
  '1b2442 1b2842 1b284a 1b2849 1b242844 1b24284f 1b242850 1b242851 1b2440 1b2441 1b242943 1b2e41 1b2e46 1b4e 1b 1b24 1b2628 ' +
  '1b26401b2442 1b5b41 1b2a4242 0e 0f 0a 7e7b 7e7d 7e7e 7e0a 7e 5c 2b 2b2d 2d a4d4 a4d4a4a1a4bfa4d4 a4d4a4bea4d3a4be 8e 8e b1 8f ' +
  '8fa2af 81308130 8431a439 90308130 e3329a35 fe 80 ff 61 41 30 5c7834 5c75 5c7530303431 5c5530303131303030 5c4e7b4c467d 5c4e7b 5c'
)
  .split(' ')
  .map((hex) => [...Buffer.from(hex, 'hex')]);
const PIECES_OF_TEXT = (
  'a|\n|~|\\|+|-|\x1b|\x0e|\x80|\xa0|\xa5|\xb7|\xca|\xea|\u0304|\u030c|\xe6|\u0300|' +
  '\u0254|\u0301|\u028c|\u02e9|\u02e5|\u304b|\u309a|\u30ab|\u31f7|\u203e|\u2014|\u2015|\u30fb|' +
  '\uff3c|\uff5e|\uff71|\u3042|\u4e9c|\u4e02|\u4e28|\u9ed1|\u9b1c|\uac00|\uac02|\uac01|\ud7a3|' +
  '\u3131|\u4e00|\u4e04|\u20ac|\ue000|\ue5e5|\ue7c7|\uf8f0|\ufffd|\u{20089}|\u{2000b}|\u{2a6d6}|' +
  '\u{1f600}|\ud800|\udc80|\udcff|\u0391|\u5516|\u7e6b|\u1e3f|\u9fb4|\ue815|\u2225|\uffe2'
).split('|');

const LABEL_BLOCKS = [
  [0, 0x3400],
  [0xa000, 0xac00],
  [0xd700, 0x20000],
  [0x2f800, 0x2fb00],
  [0xe0000, 0xe0200],
] as const;

/** The suffix of the names that seed random questions. */
let further = '';

/** Draws other random questions. */
export function setSeed(seed: string): void {
  further = seed;
}

/** xorshift32. */
class Random {
  #state: number;

  constructor(name: string) {
    const text = name + further;
    let seed = 17;
    for (let i = 0; i < text.length; i++) seed = (Math.imul(seed, 31) + text.charCodeAt(i)) >>> 0;
    this.#state = seed || 1;
  }

  below(limit: number): number {
    let s = this.#state;
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    this.#state = s >>> 0;
    return this.#state % limit;
  }
}

/** The length of an error's object in Python. */
function sizeOf(object: unknown): number {
  return typeof object === 'string' ? Array.from(object).length : (object as Bytes).length;
}

const handlersOfOurs: Record<string, ErrorHandler> = {
  show: ({ start, end, reason }) => [`<${start}-${end} ${reason}>`, end],
  back: ({ start, end, object }) => {
    const size = sizeOf(object);
    return [`<${start}:${end}>`, end < size ? end - size : size];
  },
  skip: ({ end, object }) => ['?', Math.min(end + 1, sizeOf(object))],
  raw: ({ end }) => [new Bytes([0xff, 0, 0xfe, 0]), end],
  wide: ({ end }) => ['\u20ac', end],
};

/** Registers the handlers that the questions name. Call it before asking. */
export function registerHandlers(): void {
  for (const [name, handler] of Object.entries(handlersOfOurs)) registerError(name, handler);
}

function latin1(bytes: Bytes): string {
  return Buffer.from(bytes.toUint8Array()).toString('latin1');
}

function outcome(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    if (!(error instanceof PyUnicodeError) || error.encoding === '') return `!${error.name}|${error.message}`;
    const { name, message, encoding, start, end, reason } = error;
    return `!${[name, message, encoding, start, end, reason].join('|')}`;
  }
}

const decoded = (data: Bytes, codec: string, errors: string): string =>
  outcome(() => data.decode(codec, errors));
const encoded = (text: string, codec: string, errors: string): string =>
  outcome(() => latin1(new Bytes(text, codec, errors)));

/** All characters, each on a line, in blocks; made once, because every codec is asked for them. */
const blocks: string[] = [];

function allBlocks(): readonly string[] {
  for (let block = blocks.length * 0x1000; block < 0x110000; block += 0x1000) {
    blocks.push(Array.from({ length: 0x1000 }, (_, i) => `${String.fromCodePoint(block + i)}\n`).join(''));
  }
  return blocks;
}

function* points(codec: string): Generator<string> {
  for (const text of allBlocks()) yield latin1(new Bytes(text, codec, 'ignore'));
}

function* bytes(codec: string): Generator<string> {
  for (let byte = 0; byte < 256; byte++) yield new Bytes([byte]).decode(codec, 'show');
}

function* pairs(codec: string): Generator<string> {
  for (let first = 0; first < 256; first++) {
    yield new Bytes([first]).decode(codec, 'show');
    for (let second = 0; second < 256; second++) yield new Bytes([first, second]).decode(codec, 'show');
  }
}

function randomBytes(random: Random): Bytes {
  const length = 1 + random.below(12);
  const mode = random.below(4);
  const data: number[] = [];
  for (let i = 0; i < length; i++) {
    if (random.below(4) === 0) data.push(...PIECES[random.below(PIECES.length)]!);
    else if (mode === 0) data.push(random.below(256));
    else if (mode === 1) data.push(0x80 + random.below(128));
    else if (mode === 2) data.push(0x21 + random.below(94));
    else data.push(0x81 + random.below(126), 0x30 + random.below(207));
  }
  return new Bytes(data);
}

function randomText(random: Random): string {
  const length = 1 + random.below(8);
  let text = '';
  for (let i = 0; i < length; i++) {
    const mode = random.below(8);
    if (mode < 4) text += PIECES_OF_TEXT[random.below(PIECES_OF_TEXT.length)]!;
    else if (mode === 4) text += String.fromCodePoint(0x4e00 + random.below(0x51a6));
    else if (mode === 5) text += String.fromCodePoint(random.below(0xd800));
    else if (mode === 6) text += String.fromCodePoint(0xac00 + random.below(11172));
    else text += String.fromCodePoint(0x20000 + random.below(0xa6d7));
  }
  return text;
}

function* handlers(codec: string): Generator<string> {
  const random = new Random(`${codec} handlers`);
  for (let i = 0; i < 40; i++) {
    const data = randomBytes(random);
    const text = randomText(random);
    for (const handler of HANDLERS) {
      yield decoded(data, codec, handler);
      yield encoded(text, codec, handler);
    }
  }
}

function* sequences(codec: string): Generator<string> {
  const random = new Random(`${codec} random`);
  for (let i = 0; i < 1500; i++) {
    const data = randomBytes(random);
    yield decoded(data, codec, 'show');
    yield decoded(data, codec, 'strict');
    const text = randomText(random);
    yield encoded(text, codec, 'show');
    yield encoded(text, codec, 'strict');
  }
}

function* labels(codec: string): Generator<string> {
  const ace = new Bytes('xn--', 'ascii');
  const starts = LABEL_BLOCKS.flatMap(([first, last]) =>
    Array.from({ length: (last - first) / 0x100 }, (_, i) => first + 0x100 * i),
  );
  for (const block of starts) {
    const answers: string[] = [];
    for (let point = block; point < block + 0x100; point++) {
      const label = `a${String.fromCodePoint(point)}B`;
      answers.push(encoded(label, codec, 'strict'));
      answers.push(decoded(ace.concat(new Bytes(label, 'punycode')), codec, 'strict'));
    }
    yield answers.join('\n');
  }
}

function* sets(codec: string): Generator<string> {
  const escapes = PIECES.filter(([first]) => first === 0x1b);
  const further = ['1b2429430e', '7e7b', '1b2e411b4e', '1b2e461b4e', '1b4e'].map((hex) => [
    ...Buffer.from(hex, 'hex'),
  ]);
  for (const escape of [...escapes, ...further]) {
    for (let row = 0x20; row < 0x80; row++) {
      const data = [...escape];
      for (let column = 0x21; column < 0x7f; column++) data.push(row, column);
      yield new Bytes(data).decode(codec, 'show');
    }
  }
}

function* numbers(codec: string): Generator<string> {
  for (const first of [0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x8f, 0x90, 0x91, 0xe2, 0xe3, 0xe4, 0xff]) {
    for (let second = 0x30; second < 0x3a; second++) {
      for (let third = 0x80; third < 0x100; third++) {
        for (let fourth = 0x2f; fourth < 0x3b; fourth++) {
          yield new Bytes([first, second, third, fourth]).decode(codec, 'show');
        }
      }
    }
  }
}

function* steps(codec: string): Generator<string> {
  const random = new Random(`${codec} steps`);
  for (let round = 0; round < 150; round++) {
    const data = randomBytes(random);
    const text = Array.from(randomText(random));
    const errors = round % 3 === 0 ? 'strict' : 'show';
    const decoder = new (getincrementaldecoder(codec))(errors);
    const seen: string[] = [];
    for (let at = 0; at < data.length;) {
      const size = 1 + random.below(3);
      const piece = data.slice(at, at + size);
      at += size;
      seen.push(outcome(() => decoder.decode(piece, at >= data.length)));
      const [pending, state] = decoder.getstate();
      seen.push(`${pending.hex()} ${state}`);
      if (round % 5 === 0) decoder.setstate([pending, state]);
    }
    if (round % 7 === 0) {
      decoder.reset();
      seen.push(String(decoder.getstate()[1]));
    }
    yield seen.join('\n');
    const encoder = new (getincrementalencoder(codec))(errors);
    seen.length = 0;
    for (let at = 0; at < text.length;) {
      const size = 1 + random.below(3);
      const piece = text.slice(at, at + size).join('');
      at += size;
      seen.push(outcome(() => latin1(encoder.encode(piece, at >= text.length))));
      seen.push(String(encoder.getstate()));
      if (round % 5 === 0) encoder.setstate(encoder.getstate());
    }
    if (round % 7 === 0) {
      encoder.reset();
      seen.push(String(encoder.getstate()));
    }
    yield seen.join('\n');
  }
}

function* back(codec: string): Generator<string> {
  for (const text of allBlocks()) yield new Bytes(text, codec, 'ignore').decode(codec, 'show');
}

function* triples(codec: string): Generator<string> {
  for (const first of [0x8e, 0x8f]) {
    for (let second = 0; second < 256; second++) {
      const texts: string[] = [];
      for (let third = 0; third < 256; third++)
        texts.push(new Bytes([first, second, third]).decode(codec, 'show'));
      yield texts.join('|');
    }
  }
}

function* alone(codec: string): Generator<string> {
  for (let block = 0; block < 0x110000; block += 0x100) {
    const answers: string[] = [];
    for (let point = block; point < block + 0x100; point++) {
      const answer = encoded(String.fromCodePoint(point), codec, 'strict');
      answers.push(answer);
      if (!answer.startsWith('!'))
        answers.push(decoded(new Bytes(Buffer.from(answer, 'latin1')), codec, 'strict'));
    }
    yield answers.join('\n');
  }
  for (let first = 0; first < 256; first++) {
    const answers: string[] = [];
    for (let second = 0; second < 256; second++)
      answers.push(decoded(new Bytes([first, second]), codec, 'strict'));
    yield answers.join('\n');
  }
}

/** All sequences of a number of pieces. */
function products<T>(list: readonly T[], count: number): T[][] {
  return Array.from({ length: count }).reduce<T[][]>(
    (all) => all.flatMap((chosen) => list.map((piece) => [...chosen, piece])),
    [[]],
  );
}

function* combinations(codec: string): Generator<string> {
  const [bytes, texts] = PIECES_OF[codec]!;
  const data = bytes.map((hex) => Buffer.from(hex, 'hex'));
  const Decoder = getincrementaldecoder(codec);
  const Encoder = getincrementalencoder(codec);
  for (let count = 0; count < 4; count++) {
    const errors = count === 2 ? HANDLERS : ['strict', 'show'];
    for (const chosen of products(data, count)) {
      const whole = new Bytes(Buffer.concat(chosen));
      for (const handler of errors) yield decoded(whole, codec, handler);
      for (let at = 0; count === 2 && at <= whole.length; at++) {
        const machine = new Decoder(at % 2 === 0 ? 'strict' : 'show');
        for (const [piece, final] of [
          [whole.slice(0, at), false],
          [whole.slice(at), true],
        ] as const) {
          yield outcome(() => machine.decode(piece, final));
          const [pending, state] = machine.getstate();
          yield `${pending.hex()} ${state}`;
        }
      }
    }
    for (const chosen of products(texts, count)) {
      const whole = chosen.join('');
      for (const handler of errors) yield encoded(whole, codec, handler);
      const points = Array.from(whole);
      for (let at = 0; count === 2 && at <= points.length; at++) {
        const machine = new Encoder(at % 2 === 0 ? 'strict' : 'show');
        for (const [piece, final] of [
          [points.slice(0, at).join(''), false],
          [points.slice(at).join(''), true],
        ] as const) {
          yield outcome(() => latin1(machine.encode(piece, final)));
          yield String(machine.getstate());
        }
      }
    }
  }
}

/** The kinds of questions: each yields the answers of one codec. */
export const KINDS: Readonly<Record<string, (codec: string) => Generator<string>>> = {
  points,
  bytes,
  pairs,
  handlers,
  sequences,
  labels,
  sets,
  numbers,
  steps,
  back,
  triples,
  alone,
  combinations,
};

/** A digest of answers, as `answers.py` makes it. */
export function digest(answers: Iterable<string>): string {
  const total = createHash('sha256');
  for (const answer of answers) total.update(Buffer.from(`${answer}\n`, 'utf16le'));
  return total.digest('hex').slice(0, 16);
}
