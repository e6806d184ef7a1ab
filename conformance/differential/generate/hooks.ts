// Kinds of values that run code: objects whose special methods answer oddly, change or release the object of
// the call, or raise; generators; error handlers; classes derived from ours. Callers: index.ts.
import type { Answer, ClassSpec, Step, Value, Values } from '../program.js';
import type { Context, Kinds } from './context.js';

type Methods = Record<string, readonly Answer[] | null>;

const EXCEPTIONS: readonly (readonly [string, string])[] = [
  ['Boom', 'own'],
  ['TypeError', 'own'],
  ['ValueError', 'own'],
  ['IndexError', 'own'],
  ['KeyError', 'own'],
  ['AttributeError', 'own'],
  ['BufferError', 'own'],
  ['OverflowError', 'own'],
  ['StopIteration', ''],
];

/** The steps of a callback before it answers: mostly none, otherwise some on the objects of the call. */
function steps(c: Context): readonly Step[] {
  if (c.depth > 1 || c.count === 0 || c.choose.below(2) === 0) return [];
  return [mutation(c)];
}

function mutation(c: Context): Step {
  const { choose } = c;
  if (choose.rarely(5)) return c.anyStep(c.inside());
  const self = c.variableOf(['bytearray', 'memoryview', 'array.array', 'io.BytesIO']);
  if (self === null) return c.anyStep(c.inside());
  return mutationOf(c, self, c.typeOf(self.v));
}

/** A step that changes, releases or exports an object of a type. */
export function mutationOf({ choose }: Context, self: { v: number }, type: string | null): Step {
  const method = (name: string, ...args: Values): Step => ({ op: 'method', self, name, args });
  const view: Step = { op: 'call', name: 'memoryview', args: [self] };
  switch (type) {
    case 'bytearray':
      return choose.of<Step>([
        method('clear'),
        method('extend', { b: '6162636465666768' }),
        method('resize', 1),
        method('append', 1),
        method('take_bytes'),
        method('pop'),
        { op: 'operator', name: 'delitem', args: [self, { s: [0, 2, null] }] },
        { op: 'operator', name: 'imul', args: [self, 3] },
        view,
      ]);
    case 'memoryview':
      return choose.of<Step>([
        method('release'),
        method('release'),
        { op: 'operator', name: 'setitem', args: [self, 0, 7] },
        { op: 'operator', name: 'getitem', args: [self, { s: [1, null, null] }] },
        view,
      ]);
    case 'array.array':
      return choose.of<Step>([
        method('append', 1),
        method('extend', { l: [1, 2, 3] }),
        method('clear'),
        method('pop'),
        view,
      ]);
    default:
      return choose.of<Step>([
        method('close'),
        method('getbuffer'),
        method('write', { b: '6162636465666768' }),
        method('truncate', 1),
        method('seek', 2),
        method('read'),
      ]);
  }
}

function answer(c: Context, gives: Value): Answer {
  if (c.choose.rarely(8)) return { steps: steps(c), raises: c.choose.of(EXCEPTIONS) };
  return { steps: steps(c), gives };
}

/** Mostly one answer for all calls. */
function answers(c: Context, make: () => Value): readonly Answer[] {
  const list = [answer(c, make())];
  while (c.choose.rarely(5)) list.push(answer(c, make()));
  return list;
}

/** A finite list of answers. */
function series(c: Context, make: () => Value, end: readonly [string, string]): readonly Answer[] {
  return [...c.choose.some(5, () => answer(c, make())), { raises: end }];
}

function object(methods: Methods): Value {
  return { o: { args: [], methods } };
}

/** A result of a method that should return a number. */
function numeral(c: Context): Value {
  return c.choose.of<Value>([
    0,
    1,
    97,
    -1,
    2,
    255,
    true,
    'text',
    { f: '1.0' },
    null,
    { i: '18446744073709551616' },
  ]);
}

/** A result of `__buffer__`: a view of a variable, or something else. */
function lent(c: Context): Value {
  const view = c.variableOf(['memoryview']);
  if (view !== null && !c.choose.rarely(4)) return view;
  return c.choose.of<Value>([{ r: 0 }, { r: 0 }, { r: 0 }, { b: '6162' }, null, c.anyVariable()]);
}

/** `__buffer__`: makes a view of something, does something to other objects, and returns the view. */
function buffer(c: Context): readonly Answer[] {
  const source = c.choose.below(2) === 0 ? c.variableOf(null) : null;
  const first: Step = { op: 'call', name: 'memoryview', args: [source ?? c.fitting('literal')] };
  const gives = c.choose.rarely(4) ? lent(c) : { r: 0 };
  if (c.choose.rarely(8)) return [{ steps: [first, ...steps(c)], raises: c.choose.of(EXCEPTIONS) }];
  return [{ steps: [first, ...steps(c)], gives }];
}

/** Every special method, with answers that fit it. */
const SPECIAL: Readonly<Record<string, (c: Context) => readonly Answer[]>> = {
  __index__: (c) => answers(c, () => numeral(c)),
  __int__: (c) => answers(c, () => numeral(c)),
  __float__: (c) => answers(c, () => c.choose.of<Value>([{ f: '1.5' }, { f: 'nan' }, { i: '1' }, 3, 'text'])),
  __complex__: (c) => answers(c, () => c.choose.of<Value>([{ c: ['1.5', '2.0'] }, 1, null])),
  __bool__: (c) => answers(c, () => c.choose.of<Value>([true, false, 1, null])),
  __len__: (c) => answers(c, () => c.choose.of<Value>([0, 1, 3, 5, -1, 'text'])),
  __length_hint__: (c) => answers(c, () => c.choose.of<Value>([0, 3, 100, -1, null, 'text'])),
  __bytes__: (c) =>
    answers(c, () => c.choose.of<Value>([c.fitting('literal'), { b: '6162' }, c.anyVariable(), 'text'])),
  __buffer__: buffer,
  __release_buffer__: (c) => answers(c, () => null),
  __getitem__: (c) => series(c, () => element(c), ['IndexError', 'end']),
  __next__: (c) => series(c, () => element(c), ['StopIteration', '']),
  __iter__: (c) => answers(c, () => iterator(c)),
  __contains__: (c) => answers(c, () => c.choose.of<Value>([true, 0, null])),
  __eq__: (c) => answers(c, () => c.choose.of<Value>([true, false, 1, null, 'x'])),
  __ne__: (c) => answers(c, () => c.choose.of<Value>([true, false, null])),
  __lt__: (c) => answers(c, () => c.choose.of<Value>([true, false, null])),
  __gt__: (c) => answers(c, () => c.choose.of<Value>([true, false, 'x'])),
  __hash__: (c) => answers(c, () => c.choose.of<Value>([1, -1, 'text'])),
  __repr__: (c) => answers(c, () => c.choose.of<Value>(['R', '\u00e9', 1])),
  __str__: (c) => answers(c, () => c.choose.of<Value>(['S', '\u00e9', 1])),
  __ge__: (c) => answers(c, () => c.choose.of<Value>([true, false, null])),
  __le__: (c) => answers(c, () => c.choose.of<Value>([true, false, 0])),
  __format__: (c) => answers(c, () => c.choose.of<Value>(['formatted', '', 1, null])),
  __reversed__: (c) => answers(c, () => iterator(c)),
  __mod__: (c) => answers(c, () => 'mod'),
  __imul__: (c) => answers(c, () => c.choose.of<Value>(['imul', { a: 0 }])),
  __add__: (c) => answers(c, () => c.choose.of<Value>(['added', null])),
  __radd__: (c) => answers(c, () => c.choose.of<Value>(['radded', null])),
  __rmod__: (c) => answers(c, () => 'rmod'),
  __mul__: (c) => answers(c, () => 'mul'),
  __rmul__: (c) => answers(c, () => 'rmul'),
  __iadd__: (c) => answers(c, () => c.choose.of<Value>(['iadded', { a: 0 }])),
};
const NAMES = Object.keys(SPECIAL);

/** One item of a program's iterable. */
function element(c: Context): Value {
  switch (c.choose.below(6)) {
    case 0:
      return c.value('bytes');
    case 1:
      return c.value('indexed');
    case 2:
      return c.value('item');
    default:
      return c.choose.of<Value>([1, 97, 255, 0, { b: '61' }, 256]);
  }
}

function iterator(c: Context): Value {
  switch (c.choose.below(6)) {
    case 0:
      return { l: [1, 2] };
    case 1:
      return { a: 0 };
    case 2:
      return object({ __next__: SPECIAL['__next__']!(c) });
    default:
      return { g: c.choose.some(5, () => answer(c, element(c))).map(withoutStop) };
  }
}

/** A generator that raises StopIteration fails with another error in Python, which does not concern the library. */
function withoutStop(answer: Answer): Answer {
  return answer.raises?.[0] === 'StopIteration' ? { gives: 1 } : answer;
}

/** An object with some of these methods; now and then one that is None, or one more. */
function objectWith(c: Context, names: readonly string[]): Value {
  const methods: Methods = {};
  for (const name of names) methods[name] = SPECIAL[name]!(c);
  if (c.choose.rarely(5)) {
    const extra = c.choose.of(NAMES);
    methods[extra] ??= SPECIAL[extra]!(c);
  }
  if (c.choose.rarely(8)) methods[c.choose.of([...names, ...NAMES])] = null;
  return object(methods);
}

const DERIVED = ['bytes', 'bytearray', 'bytearray', 'array.array', 'io.BytesIO', 'struct.Struct'];
const OVERRIDDEN = [
  '__getitem__',
  '__len__',
  '__iter__',
  '__eq__',
  '__lt__',
  '__hash__',
  '__bytes__',
  '__buffer__',
  '__release_buffer__',
  '__index__',
  '__float__',
  '__contains__',
  '__add__',
  '__radd__',
  '__mul__',
  '__rmul__',
  '__rmod__',
  '__repr__',
  '__str__',
  '__bool__',
  '__format__',
  '__reversed__',
  '__mod__',
  '__imul__',
  '__iadd__',
  '__ge__',
];

/** An object of a class derived from one of ours. */
function derived(c: Context): Value {
  const base = c.choose.of(DERIVED);
  const methods: Methods = {};
  for (const name of c.choose.some(3, () => c.choose.of(OVERRIDDEN))) {
    if (c.choose.rarely(8)) methods[name] = null;
    else if (c.choose.rarely(4)) methods[name] = [{ steps: steps(c), gives: inherited(base, name) }];
    else methods[name] = SPECIAL[name]!(c);
  }
  const args: Values =
    base === 'array.array'
      ? [c.choose.of(['B', 'i', 'd']), { l: [1, 2, 3] }]
      : [base === 'struct.Struct' ? c.choose.of(['<HB', '3s?', 'i']) : c.fitting('literal')];
  const spec: ClassSpec = { base, args, methods };
  return { o: spec };
}

/** The result of the base class's method, if there is one. */
function inherited(base: string, name: string): Value {
  const all = ['__eq__', '__lt__', '__ge__', '__hash__', '__repr__', '__str__', '__format__'];
  const sequence = ['__getitem__', '__len__', '__contains__', '__add__', '__mul__', '__rmul__'];
  if (all.includes(name) || (name === '__iter__' && base !== 'struct.Struct')) return { u: 0 };
  if (!/IO|Struct/.test(base) && sequence.includes(name)) return { u: 0 };
  return null;
}

/** A handler's answer: a replacement, and the position at which to continue. */
function handled(c: Context): Answer {
  const { choose } = c;
  const attribute = choose.of(['end', 'end', 'start', 'reason']);
  const first: Step = { op: 'attribute', self: { a: 1 }, name: attribute };
  const more: Step[] = [];
  if (choose.rarely(5)) {
    const [name, to] = choose.of<readonly [string, Value]>([
      ['object', { b: '616263' }],
      ['object', { b: '' }],
      ['object', 'text'],
      ['object', { y: ['61', 100] }],
      ['start', 0],
      ['end', 1],
      ['end', 100],
    ]);
    more.push({ op: 'call', name: 'setattr', args: [{ a: 1 }, name, to] });
  }
  if (choose.rarely(6)) more.push(...steps(c));
  if (choose.rarely(8)) return { steps: [first, ...more], raises: choose.of(EXCEPTIONS) };
  const replacement = choose.of<Value>([
    '?',
    '',
    'long text',
    '\u20ac',
    '\ud800',
    { b: '3f' },
    { b: 'ff' },
    null,
    1,
  ]);
  const position = choose.rarely(4) ? choose.of<Value>([1, 0, -1, 100, -100, null, { f: '1.0' }]) : { r: 0 };
  const gives = choose.rarely(10)
    ? choose.of<Value>([
        { l: [replacement, position] },
        { t: [replacement] },
        null,
        'text',
        { t: [replacement, position, 1] },
      ])
    : { t: [replacement, position] };
  return { steps: [first, ...more], gives };
}

export const HOOKS: Kinds = {
  indexed: (c) => objectWith(c, ['__index__']),
  number: (c) => objectWith(c, [c.choose.of(['__index__', '__float__', '__complex__', '__int__'])]),
  lender: (c) => objectWith(c, [c.choose.of(['__buffer__', '__buffer__', '__bytes__'])]),
  iterable: (c) =>
    c.choose.rarely(3)
      ? { g: c.choose.some(5, () => answer(c, element(c))).map(withoutStop) }
      : objectWith(c, [c.choose.of(['__iter__', '__getitem__'])]),
  comparer: (c) =>
    objectWith(c, [c.choose.of(['__eq__', '__lt__', '__gt__', '__ne__', '__add__', '__radd__', '__rmul__'])]),
  odd: (c) =>
    objectWith(
      c,
      c.choose.some(4, () => c.choose.of(NAMES)),
    ),
  derived,
  /** The last answer ends every loop. */
  handler: (c) => ({ h: [...c.choose.some(4, () => handled(c)), { raises: ['ValueError', 'no more'] }] }),
  hostile: (c) => {
    const { choose } = c;
    switch (choose.below(9)) {
      case 0:
        return null;
      case 1:
        return { f: choose.of(['1.0', '1.5', 'nan', 'inf']) };
      case 2:
        return choose.of(['text', '', '\u20ac']);
      case 3:
        return { i: choose.of(beyond(c)) };
      case 4:
        return true;
      case 5:
        return choose.of<Value>([{ e: 0 }, { c: ['1.0', '2.0'] }, { d: [['a', 1]] }]);
      case 6:
        return { l: [] };
      default:
        return c.fitting(choose.of(['indexed', 'odd', 'odd', 'derived']));
    }
  },
};

/** Ints that do not fit into `ssize_t`: large ones that do might allocate gigabytes. */
function beyond(c: Context): readonly string[] {
  const all = ['18446744073709551616', '-9223372036854775809', '9223372036854775808'];
  return c.memory === 'ILP32' ? [...all, '2147483648', '-2147483649'] : all;
}
