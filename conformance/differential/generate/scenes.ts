// Scenes: several steps that belong together, with fitting values, so that programs get past the checks of
// arguments. Each step is made after the previous one has run. Caller: index.ts.
import type { MemoryView } from 'pybuffer';
import type { Step, Value } from '../program.js';
import * as words from '../vocabulary/contents.js';
import { METHODS } from '../vocabulary/methods.js';
import { aliased, shaped } from './aliases.js';
import { hexOf } from './context.js';
import { mutationOf } from './hooks.js';
import type { Stage, Variable } from './stage.js';
import { fitting } from './structs.js';

/** Groups of formats with the same item size. */
const SAME_SIZE = [
  ['B', 'b', 'c', '?', '@B', '@b'],
  ['H', 'h', 'e', '@H'],
  ['I', 'i', 'f', '@i'],
  ['Q', 'q', 'd', '@d', 'Zf'],
] as const;

/** A content of `length` bytes, all different or in a short pattern. */
function contentOf(length: number): Value {
  if (length > 256) return { y: [hexOf('\x01\x02\x03\x04\x05\x06\x07\x80'), Math.ceil(length / 8)] };
  return { b: hexOf(String.fromCharCode(...Array.from({ length }, (_, i) => (i * 7 + 1) & 255))) };
}

/** A slice of `count` items out of `length`, with any step; both fit. */
function fittingSlice(stage: Stage, length: number, count: number): Value {
  const { choose } = stage;
  const most = count > 1 ? Math.floor((length - 1) / (count - 1)) : 3;
  const step = Math.max(1, 1 + choose.below(Math.min(3, Math.max(most, 1))));
  const span = (count - 1) * step + 1;
  const low = choose.below(Math.max(1, length - span + 1));
  if (choose.below(2) === 0) return { s: [low, low + span, step] };
  const stop = low - 1;
  return { s: [low + span - 1, stop < 0 ? null : stop, -step] };
}

/** Assigns views of one memory to each other, with the same or different formats. */
function overlapping(stage: Stage): void {
  const { choose } = stage;
  const bytes = choose.of([16, 24, 64, 256, 4096, 65536, 70000]);
  const source = stage.call('bytearray', contentOf(bytes));
  const formats = choose.of(SAME_SIZE);
  const view = (format: string) => stage.method(stage.call('memoryview', source), 'cast', format);
  const first = choose.of(formats);
  const left = view(first);
  const right = view(choose.rarely(3) ? choose.of(formats) : first);
  const length = (stage.value(left) as MemoryView | null)?.length ?? 0;
  if (length === 0) return;
  for (let n = 1 + choose.below(3); n > 0; n--) {
    const count = choose.of([1, 2, 3, 8, length >> 1, length - 1]);
    if (count < 1 || count > length) continue;
    const to = fittingSlice(stage, length, count);
    const from = stage.operator('getitem', right, fittingSlice(stage, length, count));
    if (choose.rarely(4)) {
      // Through a view that already has a step.
      const target = stage.operator('getitem', left, to);
      stage.operator('setitem', target, { s: [null, null, choose.of([null, -1])] }, from);
    } else stage.operator('setitem', left, to, from);
    if (choose.rarely(3)) stage.operator(choose.of(['eq', 'ne']), left, right);
  }
  if (choose.rarely(4)) stage.operator('setitem', source, fittingSlice(stage, bytes, 4), left);
}

/** Packs a struct format, and reads the bytes in every way. */
function structures(stage: Stage): void {
  const { choose, context: c } = stage;
  const codes: string[] = [];
  for (let n = 1 + choose.below(5); n > 0; n--) {
    const code = choose.of(words.STRUCT_CODES);
    codes.push(
      choose.rarely(10) ? choose.of([' ', '\t', '0q', '2x', '3c', '0s', 'x', '1', 'y', '-1i', '\x00']) : code,
    );
  }
  const format = choose.of(words.BYTE_ORDERS) + codes.join(choose.rarely(6) ? ' ' : '');
  const values = codes.flatMap((code) => {
    const [, count, letter] = /^(\d*)(.+)$/.exec(code)!;
    if (letter === 'x' || /^[\s\0]/.test(code)) return [];
    const times = count === '' || /[sp]/.test(letter!) ? 1 : Number(count);
    return Array.from({ length: times }, () => fitting(c, letter!));
  });
  const packed = stage.call('struct.pack', format, ...values);
  stage.call('struct.calcsize', format);
  if (stage.value(packed) === null) return;
  stage.call('struct.unpack', format, packed);
  const twice = stage.operator('mul', packed, choose.of([1, 2, 3]));
  const maker = stage.call('struct.Struct', format);
  if (choose.below(2) === 0) stage.call('list', stage.method(maker, 'iter_unpack', twice));
  const target = stage.call('bytearray', choose.of<Value>([64, contentOf(48)]));
  stage.method(
    maker,
    'pack_into',
    choose.below(2) === 0 ? target : stage.call('memoryview', target),
    choose.of([0, 1, -40, -1, 60]),
    ...values,
  );
  stage.method(maker, 'unpack_from', target, choose.of([0, 1, 3, -48, -2]));
}

const ARRAY_CODES = [...words.TYPE_CODES, 'e'];

function itemOf(stage: Stage, code: string): Value {
  const { choose } = stage;
  if (/^[uw]$/.test(code)) return choose.of(['a', '\u00e9', '\u20ac', '\u{1f600}', 'b']);
  if (/^[efd]$/.test(code))
    return choose.of<Value>([{ f: '1.5' }, { f: '-0.0' }, { f: 'nan' }, 2, { f: 'inf' }]);
  if (code.startsWith('Z'))
    return choose.of<Value>([{ c: ['1.0', '2.0'] }, { f: '0.5' }, 3, { c: ['nan', '-0.0'] }]);
  return choose.of([0, 1, 2, 3, 97, 127, 1, 2]);
}

/** Arrays of every type with items that fit. */
function arrays(stage: Stage): void {
  const { choose } = stage;
  const code = choose.of(ARRAY_CODES);
  const make = () =>
    stage.call('array.array', code, {
      l: Array.from({ length: choose.below(7) }, () => itemOf(stage, code)),
    });
  const self = make();
  const other = choose.rarely(3) ? self : make();
  const length = () => (stage.value(self) as { length: number } | null)?.length ?? 0;
  const slice = (): Value => ({
    s: [choose.of([null, 0, 1, -1, 2]), choose.of([null, 3, -1, 5]), choose.of([null, 1, 2, -1, -2])],
  });
  for (let n = 2 + choose.below(6); n > 0; n--) {
    switch (choose.below(20)) {
      case 0:
        stage.operator('setitem', self, slice(), other);
        break;
      case 1:
        stage.operator('setitem', self, slice(), stage.operator('getitem', other, slice()));
        break;
      case 2:
        stage.operator('delitem', self, slice());
        break;
      case 3:
        stage.method(self, choose.of(['count', 'index', 'remove', '__contains__']), itemOf(stage, code));
        break;
      case 4:
        stage.method(self, 'insert', choose.of([0, 1, -1, 100, -100]), itemOf(stage, code));
        break;
      case 5:
        stage.method(self, 'extend', choose.below(2) === 0 ? other : { l: [itemOf(stage, code)] });
        break;
      case 6:
        stage.method(self, 'fromlist', { l: [itemOf(stage, code), itemOf(stage, choose.of(ARRAY_CODES))] });
        break;
      case 7:
        stage.method(self, 'frombytes', stage.method(other, 'tobytes'));
        break;
      case 8:
        stage.operator(
          choose.of(['eq', 'ne', 'lt', 'le', 'gt', 'ge']),
          self,
          choose.below(2) === 0
            ? other
            : stage.call('array.array', choose.of(ARRAY_CODES), stage.method(self, 'tolist')),
        );
        break;
      case 9:
        stage.operator(choose.of(['add', 'iadd']), self, other);
        break;
      case 10:
        if (length() < 100) stage.operator(choose.of(['mul', 'imul']), self, choose.of([0, 1, 2, 3, -1]));
        break;
      case 11:
        stage.method(
          self,
          choose.of(['byteswap', 'reverse', 'tolist', 'tobytes', 'tounicode', '__copy__', '__reduce__']),
        );
        break;
      case 12:
        stage.method(self, '__reduce_ex__', choose.below(6));
        break;
      case 13: {
        const view = stage.call('memoryview', self);
        stage.method(view, choose.of(['tolist', 'tobytes', 'hex', 'release']));
        stage.method(self, choose.of(['pop', 'clear', 'reverse']));
        break;
      }
      case 14:
        stage.call(
          choose.of(['list', 'bytes', 'bytearray', 'repr', 'sorted', 'sum', 'max', 'len', 'bool']),
          self,
        );
        break;
      case 15:
        stage.call('array.array', choose.of(ARRAY_CODES), self);
        break;
      case 16:
        stage.call('array.array', code, stage.method(self, 'tobytes'));
        break;
      case 17: {
        const stream = stage.call('io.BytesIO');
        stage.method(self, 'tofile', stream);
        stage.method(stream, 'seek', 0);
        stage.method(other, 'fromfile', stream, choose.of([0, 1, 2, -1, 50]));
        break;
      }
      case 18:
        stage.operator('setitem', self, choose.of([0, -1, 1, 9]), itemOf(stage, code));
        break;
      default:
        stage.method(self, 'pop', choose.of([0, -1, 1, 9, -9]));
    }
  }
}

/** A view of every format, and everything that reads it. */
function views(stage: Stage): void {
  const { choose, context: c } = stage;
  const source = stage.call(choose.of(['bytearray', 'bytes']), contentOf(choose.of([0, 16, 48, 96])));
  const format = choose.of(words.FORMATS);
  const shape: Value[] = choose.rarely(3)
    ? [{ l: choose.of([[2, 3], [3, 2], [2, 2, 2], [1, 6], [6, 1], [4, 3], [3, 2, 2], [], [1], [2, 0]]) }]
    : [];
  const whole = stage.method(stage.call('memoryview', source), 'cast', format, ...shape);
  let view = whole;
  if (choose.rarely(2)) {
    view = stage.operator('getitem', whole, {
      s: [choose.of([null, 1, -1]), choose.of([null, -1, 4, 0]), choose.of([null, 2, -1, -2, 3])],
    });
  }
  for (let n = 2 + choose.below(5); n > 0; n--) {
    switch (choose.below(14)) {
      case 0:
        stage.method(view, 'tolist');
        break;
      case 1: {
        const item = stage.operator(
          'getitem',
          view,
          choose.of<Value>([0, 1, -1, { t: [0, 1] }, { t: [1, 0, 1] }, { t: [] }]),
        );
        stage.method(view, choose.of(['index', 'count', '__contains__']), item);
        break;
      }
      case 2:
        stage.method(
          view,
          'index',
          fitting(c, format.replace('@', '')),
          ...choose.some(3, () => choose.of<Value>([0, 1, -1, -2, 100])),
        );
        break;
      case 3:
        stage.method(view, 'hex', ...choose.some(3, () => choose.of<Value>([':', 1, 2, -3, { b: '2d' }])));
        break;
      case 4:
        stage.method(view, 'tobytes', choose.of(['C', 'F', 'A', null]));
        break;
      case 5:
        stage.call(
          choose.of(['list', 'iter', 'reversed', 'hash', 'bytes', 'len', 'bool', 'sum', 'min', 'tuple']),
          view,
        );
        break;
      case 6:
        stage.operator(
          'setitem',
          view,
          choose.of<Value>([0, 1, -1, { t: [0, 1] }, { t: [1, 0, 1] }]),
          fitting(c, format.replace('@', '')),
        );
        break;
      case 7: {
        const again = stage.method(
          stage.call('memoryview', source),
          'cast',
          choose.of(words.FORMATS),
          ...shape,
        );
        stage.operator(choose.of(['eq', 'ne']), view, again);
        break;
      }
      case 8:
        stage.operator(
          'eq',
          view,
          stage.call('array.array', choose.of(ARRAY_CODES), stage.method(view, 'tolist')),
        );
        break;
      case 9:
        stage.method(
          view,
          'cast',
          choose.of(words.FORMATS),
          ...(choose.rarely(3) ? [{ l: [choose.of([1, 2, 3, 4]), choose.of([1, 2, 4, 6])] }] : []),
        );
        break;
      case 10:
        stage.do({
          op: 'attribute',
          self: view,
          name: choose.of([
            'shape',
            'strides',
            'nbytes',
            'itemsize',
            'contiguous',
            'c_contiguous',
            'f_contiguous',
          ]),
        });
        break;
      case 11:
        stage.call('memoryview', view);
        break;
      case 12:
        stage.call(
          choose.of(['bytes', 'bytearray', 'array.array', 'io.BytesIO', 'int.from_bytes']),
          ...(choose.rarely(3) ? ['B'] : []),
          view,
        );
        break;
      default:
        stage.operator(
          'getitem',
          view,
          choose.of<Value>([
            { e: 0 },
            { t: [{ s: [null, null, null] }, 0] },
            { t: [] },
            { s: [1, null, null] },
            { t: [{ s: [null, null, 2] }] },
          ]),
        );
    }
  }
}

const LINES = ['a\nbc\n\nd', 'line\r\nline\rline\n', '\n\n\n', 'no end', '', 'abc\n'];

/** A stream that is read, moved and written, sometimes while a view exists. */
function streams(stage: Stage): void {
  const { choose, context: c } = stage;
  const self = stage.call('io.BytesIO', choose.rarely(4) ? contentOf(4096) : c.literal(choose.of(LINES)));
  const size = (): Value =>
    choose.of<Value>([
      null,
      -1,
      0,
      1,
      2,
      3,
      100,
      -5,
      c.value('indexed'),
      { i: '18446744073709551616' },
      { f: '1.0' },
    ]);
  for (let n = 3 + choose.below(8); n > 0; n--) {
    switch (choose.below(16)) {
      case 0:
      case 1:
        stage.method(self, choose.of(['read', 'read1', 'readline', 'readlines']), ...choose.some(2, size));
        break;
      case 2:
        stage.method(
          self,
          'readinto',
          choose.of<Value>([
            stage.call('bytearray', choose.of([0, 3, 10])),
            stage.call('array.array', 'i', { l: [1, 2] }),
            c.value('buffer'),
          ]),
        );
        break;
      case 3:
        stage.method(
          self,
          'seek',
          choose.of<Value>([0, 1, 2, 100, -1, -3, c.value('indexed')]),
          ...choose.some(2, () => choose.of<Value>([0, 1, 2, 3, null])),
        );
        break;
      case 4:
        stage.method(self, 'truncate', ...choose.some(2, size));
        break;
      case 5:
        stage.method(
          self,
          'write',
          choose.of<Value>([
            c.literal('xyz'),
            c.literal(''),
            c.value('buffer'),
            c.value('lender'),
            'text',
            5,
          ]),
        );
        break;
      case 6:
        stage.method(self, 'writelines', c.value('pieces'));
        break;
      case 7:
        stage.call('next', self);
        break;
      case 8: {
        const view = stage.method(self, 'getbuffer');
        stage.method(
          self,
          choose.of(['truncate', 'write', 'close', 'getvalue', 'writelines', '__init__']),
          ...choose.of<Value[]>([[], [c.literal('q')], [1]]),
        );
        if (choose.rarely(2)) stage.operator('setitem', view, choose.of<Value>([0, -1, 50]), 90);
        if (!choose.rarely(4)) stage.method(view, 'release');
        break;
      }
      case 9:
        stage.method(
          self,
          choose.of([
            'tell',
            'getvalue',
            'flush',
            'isatty',
            '__getstate__',
            'seekable',
            'fileno',
            '__iter__',
            '__enter__',
            'readable',
            '__reduce__',
          ]),
        );
        break;
      case 10:
        stage.method(self, '__setstate__', c.value('state'));
        break;
      case 11:
        stage.method(self, '__reduce_ex__', choose.below(6));
        break;
      case 12:
        stage.call(choose.of(['list', 'bytes', 'sorted', 'tuple', 'bool', 'len']), self);
        break;
      case 13:
        stage.method(self, '__init__', c.literal(choose.of(LINES)));
        break;
      case 14:
        if (choose.rarely(3)) stage.method(self, 'close');
        break;
      default:
        stage.method(self, choose.of(['read', 'readline']), size());
    }
  }
}

/** An object of a derived class, and everything with it. */
function overriding(stage: Stage): void {
  const { choose } = stage;
  const self = stage.call('same', stage.context.fitting('derived'));
  const base = stage.context.typeOf(self.v);
  if (base === null) return;
  const methods = METHODS[base]!;
  for (let n = 2 + choose.below(4); n > 0; n--) {
    const c = stage.context;
    switch (choose.below(5)) {
      case 0:
        stage.call(
          choose.of([
            'bytes',
            'bytearray',
            'memoryview',
            'list',
            'iter',
            'int',
            'float',
            'hash',
            'repr',
            'str',
            'len',
            'bool',
            'io.BytesIO',
            'int.from_bytes',
            'sorted',
            'reversed',
            'ascii',
            'sum',
          ]),
          self,
        );
        break;
      case 1: {
        const args: Value[] = [self, c.value('any')];
        stage.operator(
          choose.of(['add', 'eq', 'lt', 'contains', 'mul', 'getitem', 'ne', 'ge', 'concat']),
          ...(choose.rarely(2) ? args : args.reverse()),
        );
        break;
      }
      case 2: {
        // As an argument of another object's method.
        const other = stage.call(choose.of(['bytes', 'bytearray']), c.literal('abc'));
        stage.method(
          other,
          choose.of([
            'join',
            'find',
            'replace',
            'startswith',
            'split',
            'strip',
            '__add__',
            '__contains__',
            'extend',
            'partition',
            'translate',
            'removeprefix',
            'append',
            'hex',
          ]),
          ...choose.of<Value[]>([[self], [self, self], [{ l: [self, c.literal('x')] }], [{ t: [self] }]]),
        );
        break;
      }
      default: {
        const name = choose.of(Object.keys(methods));
        const specs = methods[name]!.split(' ').filter((text) => text !== '' && !text.includes('='));
        stage.method(self, name, ...specs.map((spec) => c.value(spec.replace('?', ''))));
      }
    }
  }
}

/** Arguments whose code changes the object of the call. */
function turnedOn(stage: Stage): void {
  const { choose } = stage;
  const type = choose.of(['bytearray', 'bytearray', 'array.array', 'io.BytesIO', 'memoryview']);
  const c = stage.context;
  let self: Variable;
  if (type === 'bytearray')
    self = stage.call('bytearray', choose.of<Value>([c.literal('abcabcabc'), { y: ['6162', 40] }]));
  else if (type === 'array.array')
    self = stage.call('array.array', choose.of(['B', 'i', 'd', 'H']), { l: [1, 2, 3, 1, 97] });
  else if (type === 'io.BytesIO') self = stage.call('io.BytesIO', c.literal('abc\ndef\nghi'));
  else self = stage.call('memoryview', stage.call('bytearray', c.literal('abcdefgh')));
  const hook = (kind: string): Value => {
    const steps: Step[] = [mutationOf(stage.context, self, type)];
    const gives = (value: Value) => [{ steps, gives: value }];
    const object = (methods: Record<string, ReturnType<typeof gives>>): Value => ({
      o: { args: [], methods },
    });
    const view: Step = {
      op: 'call',
      name: 'memoryview',
      args: [choose.of<Value>([self, { b: '6162' }, { b: '616263646566' }])],
    };
    const lent = object({ __buffer__: [{ steps: [view, ...steps], gives: { r: 0 } }] });
    if (
      /index|byte$|small|width|size|count|offset|item|item|bool|flags|sub/.test(kind) &&
      !choose.rarely(4)
    ) {
      if (kind.startsWith('item') && choose.rarely(3))
        return object({ __eq__: gives(choose.of([true, false])) });
      if (kind.startsWith('item') && choose.rarely(3)) return object({ __float__: gives({ f: '1.5' }) });
      return object({ __index__: gives(choose.of([0, 1, 2, 3, 97, -1])) });
    }
    if (/pieces|content|items|assigned/.test(kind) && choose.rarely(2)) {
      return {
        g: [
          { gives: choose.of<Value>([1, { b: '61' }]) },
          { steps, gives: choose.of<Value>([2, { b: '62' }]) },
        ],
      };
    }
    if (/key/.test(kind)) {
      const index = object({ __index__: gives(choose.of([0, 1, -1, 5])) });
      return choose.below(2) === 0
        ? index
        : { s: [choose.of<Value>([null, index]), index, choose.of<Value>([null, 1, 2, -1])] };
    }
    return lent;
  };
  const methods = METHODS[type]!;
  const taking = Object.keys(methods).filter((name) => methods[name] !== '' && name !== 'fromunicode');
  for (let n = 1 + choose.below(3); n > 0; n--) {
    const name = choose.of(taking);
    const grows = type === 'array.array' && /append|insert|extend|fromlist|__iadd__/.test(name);
    const specs = methods[name]!.split(' ');
    const turning = choose.below(specs.length);
    const args = specs.map((spec, i) => {
      const kind = spec.replace('?', '').replace(/^.*=/, '');
      // Between two conversions of such an item, CPython makes room of uninitialized memory.
      if (grows && kind !== 'index') return 1;
      return i === turning ? hook(kind) : stage.context.fitting(kind);
    });
    stage.method(self, name, ...args);
  }
}

/** Equality and hashes of values that may be the same key. */
function keys(stage: Stage): void {
  const { choose, context: c } = stage;
  const content = c.literal(choose.of(words.CONTENTS));
  const values = [
    stage.call('bytes', content),
    stage.call('bytearray', content),
    stage.call('memoryview', content),
    stage.call('same', { o: { base: 'bytes', args: [content], methods: {} } }),
    stage.method(stage.call('memoryview', content), 'cast', choose.of(['b', 'c', 'B'])),
    stage.call('same', choose.of<Value>(['abc', 97, null, { f: '1.0' }, { l: [97] }, { t: [97, 98] }])),
  ];
  for (let n = 2 + choose.below(4); n > 0; n--) {
    const [a, b] = [choose.of(values), choose.of(values)];
    switch (choose.below(4)) {
      case 0:
        stage.operator(choose.of(['eq', 'ne', 'lt', 'ge']), a, b);
        break;
      case 1:
        // On 32-bit memory CPython computes other hashes.
        stage.call(stage.memory === 'LP64' ? 'hashed' : 'hash', a);
        break;
      case 2:
        stage.operator(
          'getitem',
          {
            d: [
              [a, 1],
              [b, 2],
            ],
          },
          choose.of(values),
        );
        break;
      default:
        stage.operator('contains', { d: [[a, 1]] }, b);
    }
  }
}

const SCENES = [
  overlapping,
  structures,
  arrays,
  arrays,
  views,
  views,
  streams,
  overriding,
  overriding,
  turnedOn,
  turnedOn,
  keys,
  shaped,
  shaped,
  aliased,
  aliased,
];

/** Plays one scene, and returns its number of steps. */
export function playScene(stage: Stage): number {
  stage.choose.of(SCENES)(stage);
  return 3;
}
