// Makes programs. It chooses each step by the values of the variables so far on our side, and runs it there
// at once. The oracle runs the finished program. Callers: run.ts, the recorder of vectors.
import { typeName } from 'pybuffer/runtime';
import type { Callables } from '../ours.js';
import type { Answer, Program, Step, Value } from '../program.js';
import * as words from '../vocabulary/contents.js';
import { ATTRIBUTES, BINARY, FUNCTIONS, METHODS, ODD_BINARY } from '../vocabulary/methods.js';
import type { Context, Kinds, Memory } from './context.js';
import { HOOKS } from './hooks.js';
import { moduleStep } from './modules.js';
import { percentStep } from './percent.js';
import { PLAIN } from './plain.js';
import { playScene } from './scenes.js';
import { Stage } from './stage.js';
import { structStep } from './structs.js';
import { viewStep } from './views.js';

export type { Memory } from './context.js';

const KINDS: Kinds = { ...PLAIN, ...HOOKS };

/** One decision in this many is a scene: several steps that belong together. */
const SCENE = 12;

/** A program and its results on our side. */
export interface Generated {
  readonly program: Program;
  /** The result of each step, then the final state of each variable. */
  readonly results: readonly string[];
}

/**
 * Makes and runs a program.
 *
 * @param steps the largest number of steps
 */
export function generate(
  callables: Callables,
  memory: Memory,
  seed: number,
  number: number,
  steps: number,
): Generated {
  const stage = new Stage(callables, memory, seed, number, KINDS, anyStep);
  for (let n = 1 + stage.choose.below(steps); n > 0; n--) {
    if (stage.choose.rarely(SCENE)) n -= playScene(stage);
    else stage.do(anyStep(stage.context));
  }
  return { program: stage.program, results: stage.finish() };
}

function anyStep(c: Context): Step {
  const self = c.variableOf(null);
  if (self === null) return construct(c);
  switch (c.choose.below(25)) {
    case 0:
    case 1:
      return construct(c);
    case 2:
      return { op: 'operator', name: 'getitem', args: [self, c.value('key')] };
    case 3:
      return { op: 'operator', name: 'setitem', args: [self, c.value('key'), c.value('assigned')] };
    case 4:
    case 5:
      return binary(c, self);
    case 6:
    case 7:
      return functionCall(c, self);
    case 8:
      return { op: 'call', name: 'memoryview', args: [self] };
    case 9:
      return attribute(c, self);
    case 10:
      return { op: 'operator', name: 'delitem', args: [self, c.value('key')] };
    case 11:
      return structStep(c);
    case 12:
      return percentStep(c);
    case 13:
    case 14:
      return viewStep(c) ?? method(c, self);
    case 15:
      return ofInt(c);
    case 16:
      return convert(c);
    case 17:
      return moduleStep(c);
    case 18:
      return oddCall(c, self);
    case 19:
      return iteratorStep(c) ?? method(c, self);
    default:
      return method(c, self);
  }
}

function construct(c: Context): Step {
  const { choose } = c;
  const call = (name: string, ...args: Value[]): Step => ({ op: 'call', name, args });
  switch (choose.below(12)) {
    case 0:
    case 1:
      return call('bytearray', c.value('bytes'));
    case 2:
      return call('bytes', c.value('bytes'));
    case 3:
      return call('memoryview', c.value('bytes'));
    case 4:
      return call(choose.of(['bytearray', 'bytes']), c.value('content'));
    case 5:
      return convert(c);
    case 6:
      return call('array.array', choose.of(words.TYPE_CODES), ...choose.some(2, () => c.value('items')));
    case 7:
      return call('array.array', choose.of(['B', 'i', 'H', 'd', 'q', 'b']), { l: [1, 2, 3, 4] });
    case 8:
      return call('io.BytesIO', c.value('bytes'));
    case 9:
      return call('struct.Struct', choose.of(['<HB', 'i', '3s?', '>d', '', 'bxh']));
    case 10:
      return call('same', c.value('derived'));
    default:
      return call(
        choose.of(['bytes', 'bytearray', 'memoryview', 'io.BytesIO']),
        ...choose.some(4, () => c.value('any')),
      );
  }
}

/**
 * Keywords of constructors, class methods, assignments to attributes, numbers read from bytes, and unknown
 * keywords.
 */
function oddCall(c: Context, self: { v: number }): Step {
  const { choose } = c;
  const call = (name: string, args: Value[], kwargs: Record<string, Value> = {}): Step => ({
    op: 'call',
    name,
    args,
    kwargs,
  });
  switch (choose.below(8)) {
    case 0: {
      const kwargs: Record<string, Value> = { source: c.value(choose.of(['text', 'bytes', 'content'])) };
      if (choose.below(2) === 0) kwargs['encoding'] = c.value('encoding');
      if (choose.below(2) === 0) kwargs['errors'] = c.value('errors');
      if (choose.rarely(4)) delete kwargs['source'];
      return call(choose.of(['bytes', 'bytearray']), [], kwargs);
    }
    case 1:
      return choose.of([
        call('memoryview', [], { object: c.value('bytes') }),
        call('io.BytesIO', [], { initial_bytes: c.value('bytes') }),
        call('struct.Struct', [], { format: c.fitting('format') }),
      ]);
    case 2:
      return call(choose.of(['bytes.fromhex', 'bytearray.fromhex']), [c.value('hextext')]);
    case 3:
      return call('bytes.maketrans', [c.value('piece'), c.value('piece')]);
    case 4:
      return call('setattr', [
        self,
        choose.of(['nonsense', 'obj', 'format', 'typecode', 'closed', 'size', '__len__']),
        1,
      ]);
    case 5:
      return call('int', [
        c.value(choose.of(['numeral', 'bytes'])),
        choose.of<Value>([10, 16, 0, 2, 36, 37, 1, null, { i: '18446744073709551616' }]),
      ]);
    case 6:
      return call(choose.of(['int', 'float']), [c.value('numeral')]);
    default: {
      const name = choose.of(Object.keys(METHODS[c.typeOf(self.v)!]!));
      return { op: 'method', self, name, args: [], kwargs: { [choose.of(['nonsense', 'sep', 'x'])]: 1 } };
    }
  }
}

/** Methods of the iterators of our types. */
function iteratorStep(c: Context): Step | null {
  const { choose } = c;
  const iterators = Array.from({ length: c.count }, (_, v) => v).filter((v) => c.isOurIterator(v));
  if (iterators.length === 0) return null;
  const self = { v: choose.of(iterators) };
  if (choose.rarely(4)) return { op: 'call', name: 'next', args: [self, choose.of<Value>([null, 1, 'end'])] };
  const name = choose.of(['__next__', '__next__', '__length_hint__', '__setstate__', '__iter__', 'nonsense']);
  const args = name === '__setstate__' ? [c.value('index')] : choose.rarely(12) ? [1] : [];
  return { op: 'method', self, name, args };
}

/** Text to bytes, or bytes to text. */
function convert(c: Context): Step {
  const { choose } = c;
  const names: Value[] = choose.rarely(5) ? [] : [c.value('encoding')];
  if (names.length > 0 && choose.below(2) === 0) names.push(c.value('errors'));
  switch (choose.below(4)) {
    case 0:
      return { op: 'method', self: c.fitting('text'), name: 'encode', args: names };
    case 1:
      return { op: 'call', name: 'str', args: [c.value('bytes'), ...names] };
    case 2:
      return { op: 'method', self: c.fitting('literal'), name: 'decode', args: names };
    default:
      return { op: 'call', name: choose.of(['bytes', 'bytearray']), args: [c.value('text'), ...names] };
  }
}

function binary(c: Context, self: Value): Step {
  const { choose } = c;
  const name = choose.of(choose.rarely(8) ? ODD_BINARY : BINARY);
  const args = [self, c.value(name.endsWith('mul') ? 'small' : 'any')];
  // Skip str operators with our types on the right, and augmented assignment to other types: they do not
  // concern the library.
  const reversible = !name.includes('mod') && !name.startsWith('i');
  return { op: 'operator', name, args: reversible && choose.rarely(4) ? args.reverse() : args };
}

function functionCall(c: Context, self: { v: number }): Step {
  const { choose } = c;
  const iterators = Array.from({ length: c.count }, (_, v) => v).filter((v) => c.isIterator(v));
  if (iterators.length > 0 && choose.below(2) === 0) {
    return {
      op: 'call',
      name: choose.of(['next', 'next', 'list', 'bytes']),
      args: [{ v: choose.of(iterators) }],
    };
  }
  const name = choose.of(FUNCTIONS);
  // Iterators over values of other types do not concern the library.
  const isIteration = name === 'iter' || name === 'reversed';
  return { op: 'call', name, args: [!isIteration && choose.rarely(6) ? c.value('any') : self] };
}

/** `int.to_bytes` and `int.from_bytes`, each keyword at times by name. */
function ofInt(c: Context): Step {
  const { choose } = c;
  const kwargs: Record<string, Value> = {};
  if (choose.below(2) === 0) kwargs['signed'] = c.value('bool');
  const order = c.value('byteorder');
  if (choose.below(2) === 0) {
    const args = [c.value(choose.of(['bytes', 'content']))];
    if (choose.rarely(3)) kwargs['byteorder'] = order;
    else if (!choose.rarely(3)) args.push(order);
    return { op: 'call', name: 'int.from_bytes', args, kwargs };
  }
  const self = choose.of<Value>([
    0,
    1,
    -1,
    255,
    256,
    -128,
    -129,
    true,
    { i: '18446744073709551615' },
    { i: '-12345678901234567890' },
  ]);
  const args: Value[] = [];
  if (choose.rarely(3)) kwargs['length'] = c.value('size');
  else args.push(choose.of<Value>([1, 2, 4, 8, 9, 0, c.value('indexed')]));
  if (choose.rarely(3) || args.length === 0) kwargs['byteorder'] = order;
  else args.push(order);
  return { op: 'method', self, name: 'to_bytes', args, kwargs };
}

/**
 * Methods of an array that convert an item twice: in between, CPython makes room of uninitialized memory.
 */
const GROWING = ['append', 'insert', 'extend', 'fromlist', '__iadd__'];

/**
 * Whether an item answers differently the second time, or does something in between, which would show that
 * memory.
 */
function shifts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { methods } = value as { methods?: Readonly<Record<string, readonly Answer[] | null>> };
  for (const name of ['__index__', '__float__', '__complex__']) {
    const answers = methods?.[name];
    if (answers && (answers.length > 1 || (answers[0]!.steps ?? []).length > 0)) return true;
  }
  return Object.values(value).some(shifts);
}

/** An array that is extended by its own iterator grows until memory runs out. */
function feedsItself(c: Context, value: Value): boolean {
  if (typeof value !== 'object' || value === null || !('v' in value)) return false;
  return typeName(c.run.variable(value.v)).endsWith('arrayiterator');
}

function method(c: Context, self: { v: number }): Step {
  const { choose } = c;
  const methods = METHODS[c.typeOf(self.v)!]!;
  const name = choose.of(Object.keys(methods));
  const grows = methods === METHODS['array.array'] && GROWING.includes(name);
  // Never empty: CPython 3.15.2 then returns with an exception set, which is a bug.
  if (name === 'fromunicode') return { op: 'method', self, name, args: [c.fitting('fulltext')] };
  const tame = (value: Value) => (grows && (shifts(value) || feedsItself(c, value)) ? 1 : value);
  if (choose.rarely(16)) {
    const any = choose.some(4, () => c.value('any'));
    return { op: 'method', self, name, args: any.map(tame) };
  }
  const args: Value[] = [];
  const kwargs: Record<string, Value> = {};
  for (const spec of methods[name]!.split(' ').filter((text) => text !== '')) {
    const optional = spec.endsWith('?');
    const [left, right] = spec.replace('?', '').split('=') as [string, string | undefined];
    if (optional && choose.below(2) === 0) break;
    const value = c.value(right ?? left);
    if (right !== undefined && choose.rarely(3)) kwargs[left] = value;
    else if (Object.keys(kwargs).length > 0) break;
    else {
      args.push(tame(value));
      // Passed twice, by position and by name.
      if (right !== undefined && choose.rarely(40)) kwargs[left] = value;
    }
  }
  return Object.keys(kwargs).length > 0
    ? { op: 'method', self, name, args, kwargs }
    : { op: 'method', self, name, args };
}

function attribute(c: Context, self: { v: number }): Step {
  return { op: 'attribute', self, name: c.choose.of(ATTRIBUTES[c.typeOf(self.v)!]!) };
}
