/**
 * Which views block a resize: on frames and objects of a Brython of plain objects, and in a session that CPython 3.15
 * answered.
 */
import { ByteArray, MemoryView } from 'pybuffer';
import { VALUE } from '../../../src/adapters/brython/border.js';
import type { Border } from '../../../src/adapters/brython/border.js';
import { lifetimesOf } from '../../../src/adapters/brython/lifetimes.js';
import { brythonWithAdapter, testSession } from './host.js';

const DICT = Symbol('dict');
const type = { tp_name: 'type' };
const modules = { tp_name: 'module' };
const exception = { tp_name: 'BaseException' };

const data = new ByteArray('abc', 'ascii');
const view = { [VALUE]: new MemoryView(data) };

interface Frame {
  readonly locals?: unknown;
  readonly globals?: unknown;
  readonly handled?: unknown;
}

/** What a resize does while calls run in these frames, the innermost first. */
function policyOf(frames: readonly Frame[], running: readonly unknown[] = []): unknown {
  let frame_obj: unknown = null;
  for (const { locals, globals, handled } of [...frames].reverse()) {
    // The names of the function and of the module are no roots.
    const frame = Object.assign([view, locals, view, globals], { $current_exception: handled });
    frame_obj = { prev: frame_obj, frame };
  }
  const $B = { DICT, frame_obj, module: modules, builtins: { type, BaseException: exception } };
  const border = { $B, runtime: { running: () => running } } as unknown as Border;
  return lifetimesOf(border)(data);
}

afterAll(() => view[VALUE].release());

test.each<[string, readonly Frame[], string]>([
  ['no variables', [{}], 'detach'],
  ['no frames', [], 'detach'],
  ['a local variable', [{ locals: { a: 1, b: view } }], 'strict'],
  ['a global variable', [{ globals: { a: view } }], 'strict'],
  ['a variable of a caller', [{ locals: {} }, { locals: {} }, { locals: { v: view } }], 'strict'],
  [
    'the traceback of the exception that is being handled',
    [{ handled: { __traceback__: [view] } }],
    'strict',
  ],
  ['another property of that exception', [{ handled: { other: [view] } }], 'detach'],
  ['a list', [{ locals: { a: [[1, view]] } }], 'strict'],
  [
    'a property of a list that is no item',
    [{ locals: { a: Object.assign([1], { other: view }) } }],
    'detach',
  ],
  ['an attribute', [{ locals: { a: { [DICT]: { x: view } } } }], 'strict'],
  [
    'a property of an object whose class has no order',
    [{ locals: { a: { ob_type: {}, slot: view } } }],
    'strict',
  ],
  ['a slot', [{ locals: { a: { ob_type: { tp_mro: [] }, slot: view } } }], 'strict'],
  ['the namespace of a class', [{ locals: { C: { ob_type: type, v: view } } }], 'detach'],
  ['the namespace of a module', [{ locals: { m: { ob_type: modules, v: view } } }], 'detach'],
  ['a generator that waits', [{ locals: { g: { js_gen: {}, v: view } } }], 'strict'],
  ['a generator with an end ahead', [{ locals: { g: { js_gen: { $finished: false }, v: view } } }], 'strict'],
  ['a generator that has ended', [{ locals: { g: { js_gen: { $finished: true }, v: view } } }], 'detach'],
])('%s: %#', (_, frames, policy) => {
  expect(policyOf(frames)).toBe(policy);
});

test.each([
  ['args', 'strict'],
  ['__cause__', 'strict'],
  ['__context__', 'strict'],
  [DICT, 'strict'],
  ['__traceback__', 'detach'],
  ['other', 'detach'],
] as const)('a view in %p of an exception that a variable holds', (key, policy) => {
  const raised = { ob_type: { tp_mro: [{}, exception] }, [key]: [view] };
  expect(policyOf([{ locals: { raised } }])).toBe(policy);
});

test('the search ends where Brython has no frame, however it says so', () => {
  const search = (frame_obj: unknown) =>
    lifetimesOf({
      $B: { DICT, frame_obj, module: modules, builtins: { type, BaseException: exception } },
      runtime: { running: () => [] },
    } as unknown as Border)(data);
  expect(search(undefined)).toBe('detach');
  expect(search({ prev: undefined, frame: ['f', { view }, 'm', {}] })).toBe('strict');
});

test('a running call on a view holds it', () => {
  expect(policyOf([], [view[VALUE]])).toBe('strict');
  expect(policyOf([], [data])).toBe('detach');
});

testSession(brythonWithAdapter(), 'lifetimes');
