/**
 * examples/runtime/codes.ts: a runtime whose calls return codes, whose ints are objects and whose text is
 * code points.
 */
import { Class, Codes, int, none, text, textOf } from '../../examples/runtime/codes.js';
import type { Value } from '../../examples/runtime/codes.js';

/** A runtime, and shorthands for calls to it. */
function start() {
  const host = new Codes();
  const { classes } = host;
  const show = (value: Value): string => {
    if ('n' in value) return String(value.n);
    if ('text' in value) return JSON.stringify(textOf(value));
    if ('constant' in value) return value.constant;
    if ('items' in value) return `${value.kind}(${value.items.map(show).join(', ')})`;
    if ('error' in value) return `${value.error}: ${value.message}`;
    host.call(value, '__repr__');
    return textOf(host.register);
  };
  /** The outcome of a call as text, with the code before an exception. */
  const run = (...call: Parameters<Codes['call']>): string => {
    const code = host.call(...call);
    return code === 1 ? `1 ${show(host.register)}` : show(host.register);
  };
  const make = (cls: Class, ...args: Value[]): Value => {
    expect(host.call(cls, '()', args)).toBe(0);
    return host.register;
  };
  const list = (...items: Value[]): Value => ({ items, kind: 'list' });
  const bytes = (...values: number[]) => make(classes.bytes, list(...values.map(int)));
  return { host, classes, show, run, make, list, bytes };
}

test('values of another model, both ways', () => {
  const { host, classes, run, make, bytes } = start();
  const abc = bytes(97, 98, 99);
  expect(run(abc, '__getitem__', [int(-1)])).toBe('99');
  expect(run(abc, 'hex', [text('-')])).toBe('"61-62-63"');
  expect(run(abc, '__getitem__', [{ items: [none, none, int(-1)], kind: 'slice' }])).toBe("b'cba'");
  expect(run(abc, 'decode', [], { encoding: text('ascii') })).toBe('"abc"');
  expect(run(make(classes.bytes, text('é😀'), text('utf-8')), 'decode')).toBe('"é😀"');
  expect(run(abc, 'partition', [bytes(98)])).toBe("tuple(b'a', b'b', b'c')");
  const sixteen = make(classes.bytes, int(16));
  expect(host.runtime.builtins['int.from_bytes']([sixteen, text('big')], null)).toEqual(int(0));
  const large = host.runtime.builtins['int.from_bytes']([bytes(...new Array<number>(9).fill(255))], null);
  expect(large).toEqual(int(2n ** 72n - 1n));
  expect(run(make(classes.bytearray, abc), 'append', [int(256)])).toBe(
    '1 ValueError: byte must be in range(0, 256)',
  );
});

test('an exception of the runtime is a code again, and the same object', () => {
  const { host, classes, run, make } = start();
  const mine: Value = { error: 'Mine', message: 'own', notes: [] };
  const Odd = new Class('Odd');
  Odd.body.set('__index__', {
    code: () => {
      host.register = mine;
      return 1;
    },
  });
  const odd: Value = { fields: new Map(), of: Odd };
  expect(host.call(make(classes.bytearray), 'append', [odd])).toBe(1);
  expect(host.register).toBe(mine);
  expect(run(make(classes.bytes, text('a'), text('ascii')), 'join', [odd])).toBe(
    '1 TypeError: can only join an iterable',
  );
  Odd.body.set('__index__', none);
  expect(run(make(classes.bytearray), 'append', [odd])).toBe(
    "1 TypeError: 'NoneType' object is not callable",
  );
});

test('objects that export their own memory are viewed in place', () => {
  const { host, classes, run, make } = start();
  const grid: Value = { memory: new Uint8Array([1, 2, 3]) };
  const view = make(classes.memoryview, grid);
  expect(run(view, '__setitem__', [int(1), int(9)])).toBe('None');
  expect([...grid.memory]).toEqual([1, 9, 3]);
  expect(host.call(view, '.obj')).toBe(0);
  expect(host.register).toBe(grid);
  expect(run(view, 'tolist')).toBe('list(1, 9, 3)');
  expect(run(make(classes.bytes, grid), 'hex')).toBe('"010903"');
});

test('a tuple of a derived class keeps its class, and returns as the same object', () => {
  const { host, classes, run, make, list } = start();
  const Point = new Class('Point');
  Point.body.set(
    '__repr__',
    host.code(() => text('Point!')),
  );
  const point: Value = { items: [int(1), int(2)], kind: 'tuple', named: Point };
  const pair = make(classes.bytes, text('%a'), text('ascii'));
  expect(run(pair, '__mod__', [{ items: [point], kind: 'tuple' }])).toBe("b'Point!'");
  expect(run(pair, '__add__', [point])).toBe("1 TypeError: can't concat Point to bytes");
  const seen: Value[] = [];
  const Keeper = new Class('Keeper');
  Keeper.body.set(
    '__eq__',
    host.code(([, other]) => {
      seen.push(other!);
      return { constant: 'True' };
    }),
  );
  host.runtime.run(() =>
    (host.runtime.fromHost({ fields: new Map(), of: Keeper }) as { __eq__(x: unknown): unknown }).__eq__(
      host.runtime.fromHost(point),
    ),
  );
  expect(seen[0]).toBe(point);
  const own = list();
  (own as { items: Value[] }).items.push(own);
  expect(run(make(classes.bytes), 'join', [own])).toBe(
    '1 TypeError: sequence item 0: expected a bytes-like object, list found',
  );
});

test('derived classes and two runtimes', () => {
  const { host, classes, make, run } = start();
  const Tagged = new Class('Tagged', classes.bytearray);
  Tagged.body.set(
    '__len__',
    host.code(() => int(42)),
  );
  const tagged = make(Tagged, text('ab'), text('ascii'));
  expect(run(tagged, '__repr__')).toBe(`"Tagged(b'ab')"`);
  expect(run(tagged, '__len__')).toBe('42');
  expect(run(make(classes.memoryview, tagged), '__len__')).toBe('2');
  const other = start();
  expect(other.run(other.bytes(1), 'hex')).toBe('"01"');
  expect(other.classes.bytes).not.toBe(classes.bytes);
});

test('a handler of errors of codecs runs once, also if it raises', () => {
  const { host, run, bytes } = start();
  let calls = 0;
  const handler = host.code(() => {
    calls++;
    return { items: [text('?'), int(-3)], kind: 'tuple' };
  });
  host.runtime.modules['codecs']!.functions['register_error']!([text('codes.counted'), handler], null);
  expect(run(bytes(255, 48), 'decode', [text('ascii'), text('codes.counted')])).toBe(
    '1 IndexError: position -1 from error handler out of bounds',
  );
  expect(calls).toBe(1);
});
