// Scenes in which a call receives bytes in an unusual form, or the same memory twice: as the object and as an
// argument, or as two arguments that overlap. Caller: scenes.ts.
import type { Value } from '../program.js';
import { LENT, SHAPES } from '../shapes.js';
import * as words from '../vocabulary/contents.js';
import { TEXT_FUNCTIONS } from '../vocabulary/functions.js';
import { METHODS } from '../vocabulary/methods.js';
import { hexOf } from './context.js';
import type { Stage, Variable } from './stage.js';

/** Kinds of arguments that bytes can stand for. */
const TAKES_BYTES =
  /^(?:bytes|sub|set|affix|pieces|content|assigned|table|separator|buffer|items|any|item|arrayassigned|fill|hextext|piece|encoded)$/;

/** An argument of a kind: mostly one of these values, itself or inside a container that the kind allows. */
function argument(stage: Stage, kind: string, values: readonly Value[]): Value {
  const { choose } = stage;
  const c = stage.context;
  if (!TAKES_BYTES.test(kind) || choose.rarely(5)) return c.fitting(kind === 'encoded' ? 'bytes' : kind);
  const value = choose.of(values);
  const other = choose.of(values);
  if (kind === 'pieces')
    return choose.of<Value>([{ l: [value, other] }, { t: [value, c.literal('-'), other] }, value]);
  if (kind === 'affix' && choose.rarely(3)) return { t: [c.literal('z'), value] };
  return value;
}

/** Calls a method of `self` with these values wherever bytes may stand. */
function callWith(stage: Stage, type: string, self: Value, values: readonly Value[]): void {
  const { choose } = stage;
  const methods = METHODS[type]!;
  const taking = Object.keys(methods).filter((name) =>
    methods[name]!.split(' ').some((spec) => TAKES_BYTES.test(spec.replace(/^.*=|\?$/g, ''))),
  );
  const name = choose.of(taking);
  const specs = methods[name]!.split(' ');
  const needed = specs.filter((spec) => !spec.endsWith('?')).length;
  const given = needed + choose.below(specs.length - needed + 1);
  const args = specs
    .slice(0, Math.max(given, 1))
    .map((spec) => argument(stage, spec.replace(/^.*=/, '').replace('?', ''), values));
  stage.method(self, name, ...args);
}

/** Calls a function with these values wherever bytes may stand. */
function callFunction(stage: Stage, values: readonly Value[]): Variable {
  const { choose } = stage;
  const value = choose.of(values);
  const other = choose.of(values);
  switch (choose.below(9)) {
    case 0: {
      const name = choose.of(Object.keys(TEXT_FUNCTIONS));
      return stage.call(name, ...TEXT_FUNCTIONS[name]!.args.map((kind) => argument(stage, kind, values)));
    }
    case 1:
      return stage.call(
        choose.of(['codecs.decode', 'str']),
        value,
        choose.of(words.ENCODINGS),
        choose.of(words.ERRORS.slice(0, 5)),
      );
    case 2: {
      const format = choose.of(['2s', '<H', '3p', 'c', '<2sB', 'B', '']);
      return stage.call('struct.pack_into', format, value, choose.of([0, 1, 2, -2]), other, 1);
    }
    case 3:
      return stage.call(
        choose.of(['struct.unpack_from', 'struct.iter_unpack', 'struct.unpack']),
        choose.of(['B', '<H', '2s', '<bxb', 'd']),
        value,
      );
    case 4:
      return stage.call('int.from_bytes', value, choose.of(['big', 'little']));
    case 5:
      return stage.call(choose.of(['hmac.compare_digest', 'bytes.maketrans']), value, other);
    case 6:
      return stage.call(choose.of(['zlib.crc32', 'zlib.adler32', 'binascii.crc32']), value);
    case 7:
      return stage.operator('mod', stage.context.literal(choose.of(['%b|%s', '%a', '%b', '%c'])), {
        t: choose.below(2) === 0 ? [value] : [value, other],
      });
    default:
      return stage.call(
        choose.of([
          'bytes',
          'bytearray',
          'memoryview',
          'io.BytesIO',
          'list',
          'sorted',
          'int',
          'float',
          'sum',
          'ord',
        ]),
        value,
      );
  }
}

const OPERATORS = ['add', 'eq', 'lt', 'contains', 'iadd', 'mod', 'concat', 'ne', 'ge', 'imul'];

/** Passes bytes in an unusual form to methods and functions. */
export function shaped(stage: Stage): void {
  const { choose } = stage;
  const content = hexOf(choose.of(choose.below(2) === 0 ? words.CONTENTS : words.PIECES));
  const values: Variable[] = [];
  for (let n = 1 + choose.below(2); n > 0; n--) {
    const name = choose.of(Object.keys(SHAPES));
    const steps = SHAPES[name]!(content, stage.program.length);
    // The interpreter in WebAssembly has no exporter with arbitrary strides, and an object that only lends
    // bytes has no methods.
    if (steps === null || name === LENT) continue;
    if (stage.memory !== 'LP64' && JSON.stringify(steps).includes('"ndarray"')) continue;
    for (const step of steps) stage.do(step);
    values.push({ v: stage.program.length - 1 });
  }
  if (values.length === 0) return;
  const types = ['bytes', 'bytearray', 'array.array', 'io.BytesIO', 'struct.Struct'];
  for (let n = 2 + choose.below(3); n > 0; n--) {
    const type = choose.of(types);
    if (choose.below(3) === 0) callFunction(stage, values);
    else if (type === 'bytes')
      callWith(stage, type, stage.context.literal(choose.of(words.CONTENTS)), values);
    else {
      const self = objectOf(stage, type);
      if (stage.value(self) !== null) callWith(stage, type, self, values);
    }
  }
}

/** A new object of a type. */
function objectOf(stage: Stage, type: string): Variable {
  const { choose } = stage;
  switch (type) {
    case 'array.array':
      return stage.call(type, choose.of(['B', 'H', 'b', 'd', 'w']));
    case 'io.BytesIO':
      return stage.call(type, stage.context.literal('abcabc\nabc'));
    case 'struct.Struct':
      return stage.call(type, choose.of(['<H', '2s', 'B', '<bxH']));
    default:
      return stage.call(type, stage.context.literal(choose.of(words.CONTENTS)));
  }
}

/** One memory shared by its owner, overlapping views of parts of it, and objects derived from them. */
export function aliased(stage: Stage): void {
  const { choose } = stage;
  const type = choose.of(['bytearray', 'bytearray', 'array.array', 'io.BytesIO']);
  const content = choose.of([
    'abcabcabcabc',
    'aaaa,bb,,aa',
    '  ab\n ab\t ',
    '\x00\x01\xff\x00\x01\xff\x00\x01',
    words.TABLE,
  ]);
  const literal: Value = content === words.TABLE ? { b: content } : stage.context.literal(content);
  const owner =
    type === 'array.array'
      ? stage.call(type, choose.of(['B', 'H', 'b', 'I']), literal)
      : stage.call(type, literal);
  if (stage.value(owner) === null) return;
  const whole = type === 'io.BytesIO' ? stage.method(owner, 'getbuffer') : stage.call('memoryview', owner);
  const part = (): Value => choose.of<Value>([null, null, 0, 1, 2, 3, 4, -1, -2, -4]);
  const values: Variable[] = [owner, whole];
  for (let n = 1 + choose.below(3); n > 0; n--) {
    values.push(
      stage.operator('getitem', whole, { s: [part(), part(), choose.of<Value>([null, null, 1, 2, -1])] }),
    );
  }
  for (let n = 2 + choose.below(4); n > 0; n--) {
    switch (choose.below(6)) {
      case 0:
        stage.operator(choose.of(OPERATORS), owner, choose.of(values));
        break;
      case 1:
        stage.operator(
          'setitem',
          choose.of([owner, whole, ...values]),
          { s: [part(), part(), choose.of<Value>([null, 1, -1, 2])] },
          choose.of(values),
        );
        break;
      case 2:
        callFunction(stage, values);
        break;
      case 3:
        callWith(stage, 'bytes', stage.context.literal(content.slice(0, 12)), values);
        break;
      default:
        callWith(stage, type, owner, values);
    }
  }
  if (choose.below(2) === 0) return;
  for (const { v } of values.slice(1)) stage.method({ v }, 'release');
  callWith(stage, type, owner, [owner]);
}
