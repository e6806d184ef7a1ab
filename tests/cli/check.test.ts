/** `pybuffer check`: a port that agrees, ports that differ, and the comparison of values of both languages. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as main from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { difference, spell } from '../../cli/difference.js';
import { fromPort, toPort } from '../../cli/values.js';
import type { Side, Value } from '../../cli/values.js';
import { buildCommand } from './command.js';
import { cpython, testOnCPython } from '../native-cpython.js';

const command = buildCommand();
const folder = mkdtempSync(join(tmpdir(), 'pybuffer-check-'));
afterAll(() => {
  command.remove();
  rmSync(folder, { recursive: true, force: true });
});

const PYTHON = readFileSync(join(__dirname, 'shapes.py'), 'utf8');
const PORT = readFileSync(join(__dirname, 'shapes.mjs'), 'utf8');
const FACTS = join(__dirname, 'facts.generated.json');

/** Checks the port with one change. */
function checkPort(was = '', is = '') {
  const changed = PORT.replace(was, is);
  if (was !== '') expect(changed).not.toBe(PORT);
  const port = join(folder, 'shapes.mjs');
  writeFileSync(port, changed);
  return command.run(['check', FACTS, port]);
}

const { python, steps } = JSON.parse(readFileSync(FACTS, 'utf8')) as { python: string; steps: unknown[] };
const AND = `shapes.py on Python ${python} and shapes.mjs`;

test('a port that agrees', () => {
  expect(checkPort()).toEqual({ status: 0, stdout: `ok: ${steps.length} calls, ${AND} agree\n`, stderr: '' });
});

test.each([
  [
    'a value',
    ['w * 2n', 'w * 3n'],
    `call 12 of 12 (shapes.py:63)
  area(1180591620717411303424)
  Python  2361183241434822606848
  port    3541774862152233910272`,
  ],
  [
    'a byte',
    ["order = '<'", "order = '>'"],
    `call 3 of 12 (shapes.py:54)
  pack_point(1, 2)
  Python  b'\\x01\\x00\\x02\\x00'
  port    b'\\x00\\x01\\x00\\x02'
  at [0]: 1 in Python, 0 in the port`,
  ],
  [
    'an item deep inside',
    ['data: new Uint8Array(data)', 'data'],
    `call 11 of 12 (shapes.py:62)
  <Counter>.add(bytearray(b'd'))
  Python  {'n': 6, 'data': b'd'}
  port    {'n': 6, 'data': bytearray(b'd')}
  at ['data']: b'd' in Python, bytearray(b'd') in the port`,
  ],
  [
    'a message',
    ['bad ${', 'wrong ${'],
    `call 8 of 12 (shapes.py:60)
  bad(b'x')
  Python  raises ShapeError: bad b'x'
  port    raises ShapeError: wrong b'x'`,
  ],
  [
    'an exception that does not come',
    ['throw new ShapeError(`bad ${x}`)', 'return x'],
    `call 8 of 12 (shapes.py:60)
  bad(b'x')
  Python  raises ShapeError: bad b'x'
  port    b'x'`,
  ],
  [
    'what a call leaves in its argument',
    ['b.set(i, v)', 'b.set(0, v)'],
    `call 5 of 12 (shapes.py:56)
  fill(bytearray(b'\\x00\\x00\\x00'), 7)
  after the call, argument 1 is
  Python  bytearray(b'\\x07\\x07\\x07')
  port    bytearray(b'\\x07\\x00\\x00')
  at [1]: 7 in Python, 0 in the port`,
  ],
  [
    'a function that is not there',
    ['export const origin', 'const origin'],
    `call 6 of 12 (shapes.py:57)
  origin()
  the port has no function origin`,
  ],
  [
    'a method that is not there',
    ['  add(', '  plus('],
    `call 10 of 12 (shapes.py:62)
  <Counter>.add(b'abc')
  Counter has no function add`,
  ],
  [
    'what an iterator yields',
    ['i < n', 'i <= n'],
    `call 7 of 12 (shapes.py:58)
  numbers(3)
  Python  iter([0, 1, 2])
  port    iter([0, 1, 2, 3])
  at [3]: nothing in Python, 3 in the port`,
  ],
])('%s', (_, [was, is], shown) => {
  const [first, ...rest] = shown.split('\n');
  expect(checkPort(was, is)).toEqual({
    status: 1,
    stdout: [`differs: ${first}, ${AND}`, ...rest, ''].join('\n'),
    stderr: '',
  });
});

test('an error of JavaScript says where it comes from', () => {
  const { stdout } = checkPort('new Uint8Array(data)', 'data.nothing()');
  expect(stdout).toMatch(
    / {2}port {4}raises TypeError: data.nothing is not a function\n {4}at .*shapes.mjs:\d+:\d+/,
  );
});

test('a port that does not load', () => {
  const run = checkPort('export class Counter', 'export classy Counter');
  expect(run.status).toBe(2);
  expect(run.stderr).toMatch(/^pybuffer: .*shapes\.mjs does not load: .*\n$/);
});

const NEVER = 'waits for a promise that nothing will settle';

test.each([
  ['hangs', 'for (;;);', 'has not returned after 1 s'],
  ['waits for ever', 'return new Promise(() => {})', NEVER],
  ['ends the process', 'process.exit(0)', 'ended its process with status 0'],
  ['is killed', 'process.kill(process.pid, "SIGKILL"); for (;;);', 'was ended by SIGKILL'],
  ['throws null', 'throw null', 'raises null, which is no Error'],
  ['throws a text', 'throw "text"', "raises 'text', which is no Error"],
  [
    'throws what cannot be shown',
    'throw Object.defineProperty(new Error(), "message", { get() { throw 1 } })',
    'raises an Error that cannot be shown',
  ],
  [
    'fails in a timer',
    'setTimeout(() => { throw new Error("late") }); return new Promise((resolve) => setTimeout(resolve, 1e6))',
    'raises Error: late, outside of the call',
  ],
  ['returns a function', 'return () => 1', '() => 1'],
  ['returns itself in a list', 'const list = []; list.push(list); return list', 'raises RangeError: Maximum'],
])('a call that %s', (_what, body, shown) => {
  const facts = join(folder, 'f.json');
  const step = {
    kind: 'call',
    name: 'f',
    text: 'f(1)',
    where: 'm.py:1',
    args: [1],
    kwargs: {},
    value: ['b', '01'],
  };
  writeFileSync(facts, JSON.stringify({ module: 'm.py', python: '3.15.2', steps: [step] }));
  const port = join(folder, 'f.mjs');
  writeFileSync(port, `export const f = () => { ${body} };\n`);
  // Only the port that must time out gets a limit.
  const { status, stdout, stderr } = command.run([
    'check',
    facts,
    port,
    ...(shown.includes('1 s') ? ['--timeout', '1'] : []),
  ]);
  const begin =
    "differs: call 1 of 1 (m.py:1), m.py on Python 3.15.2 and f.mjs\n  f(1)\n  Python  b'\\x01'\n  port    ";
  expect(stdout.slice(0, begin.length + shown.length)).toBe(begin + shown);
  expect([status, stderr]).toEqual([1, '']);
});

test.each([
  ['throws', 'throw new Error("no\\nmore")', 'no'],
  ['throws null', 'throw null', 'null'],
  ['ends the process', 'process.exit(0)', 'it ended its process with status 0'],
  ['waits for ever', 'await new Promise(() => {})', `it ${NEVER}`],
])('a port that %s while it is loaded', (_what, source, why) => {
  const port = join(folder, 'loads.mjs');
  writeFileSync(port, `${source};\n`);
  expect(command.run(['check', FACTS, port])).toEqual({
    status: 2,
    stdout: '',
    stderr: `pybuffer: ${port} does not load: ${why}\n`,
  });
});

testOnCPython('Python files that do not run')('Python files that do not run', () => {
  const file = join(folder, 'broken.py');
  const why = (source: string) => {
    writeFileSync(file, source);
    const { status, stderr } = command.run(['check', file, join(folder, 'shapes.mjs'), '--python', cpython]);
    const end = `pybuffer: ${file} did not run to its end on ${cpython}\n`;
    expect([status, stderr.slice(-end.length)]).toEqual([2, end]);
    return stderr.slice(0, -end.length).replaceAll(file, 'broken.py');
  };
  expect(why('def f(:\n')).toBe(
    '  File "broken.py", line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n',
  );
  expect(why('1/0\n')).toBe(
    'Traceback (most recent call last):\n  File "broken.py", line 1, in <module>\n    1/0\n    ~^~\n' +
      'ZeroDivisionError: division by zero\n',
  );
  expect(why('raise SystemExit(3)\n')).toBe('broken.py ended itself by SystemExit: 3\n');
  expect(
    why('async def f(): return object()\nasync def cases():\n try: await f()\n except Exception: pass\n'),
  ).toBe('broken.py:3: f(): the result: object objects cannot be compared\n');
});

/** Python, a port that agrees with it, and the number of recorded calls. */
const RECORDED: [what: string, python: string, port: string, calls: number][] = [
  [
    'a SystemExit',
    'import sys\ndef f(): sys.exit(3)\ndef cases():\n try: f()\n except SystemExit: pass',
    'class SystemExit extends Error {}\nexport const f = () => { throw new SystemExit("3") }',
    1,
  ],
  [
    'binascii.Error, whose name is that of JavaScript errors without one',
    'import binascii\ndef f(): return binascii.unhexlify("0")\ndef cases():\n try: f()\n except ValueError: pass',
    `class BinasciiError extends Error { get name() { return 'Error' } }
export const f = () => { throw new BinasciiError('Odd number of hexadecimal digits') }`,
    1,
  ],
  [
    'classes with __new__ or derived from bytes, and one without arguments',
    `class Key(bytes):
  def first(self): return self[0]
class A: pass
class N:
  def __new__(cls, x):
    made = super().__new__(cls)
    made.x = x
    return made
  def get(self): return self.x
def cases():
  try: A(1)
  except TypeError: pass
  N(2).get(), Key(b"ab").first()`,
    `export class A { constructor() { throw new TypeError('A() takes no arguments') } }
export class N { constructor(x) { this.x = x } get() { return this.x } }
export class Key { constructor(x) { this.x = x } first() { return this.x.get(0) } }`,
    5,
  ],
  [
    'a function with lru_cache',
    'import functools\n@functools.lru_cache\ndef f(x): return x\ndef cases(): f(1), f.cache_clear(), f.cache_info()',
    'export const f = (x) => x',
    1,
  ],
  [
    'nothing of what a __repr__ calls',
    `class A:
  def text(self): return "A"
  def __repr__(self): return self.text()
def f(a): return 1
def cases(): f(A())`,
    'export class A {}\nexport const f = () => 1',
    2,
  ],
  [
    'floats and tuples in sets and as keys',
    'def f(): return [{2.0, 3.5}, {1.0: "a"}, {(1, 2), (3, 4.0)}, {(1, 2): 3}]\ndef cases(): f()',
    'export const f = () => [new Set([2, 3.5]), new Map([[1, "a"]]), new Set([[3, 4], [1, 2]]), new Map([[[1, 2], 3]])]',
    1,
  ],
  [
    'dicts and sets of bytes, in which a port finds what it looks for',
    'def f(d, s): return d, s\ndef cases(): f({b"a": 1}, {b"b", b"c"})',
    `export const f = (d, s) => {
  const [[key]] = d, [item] = s;
  const copy = (x) => x.slice(0);
  if (d.get(copy(key)) !== 1 || !s.has(copy(item))) throw new Error('not found');
  return [d, s];
}`,
    1,
  ],
];

testOnCPython('what check records')('what check records', () => {
  // Any file name works, even one that cannot name a module.
  const [file, port] = [join(folder, 'the python'), join(folder, 'the port.mjs')];
  const args = ['check', file, port, '--python', cpython];
  for (const [what, source, ported, calls] of RECORDED) {
    writeFileSync(file, `${source}\n`);
    writeFileSync(port, `${ported}\n`);
    const { stdout, stderr } = command.run(args);
    const said = `ok: ${calls} call${calls === 1 ? '' : 's'}, the python on Python ${python} and the port.mjs agree\n`;
    expect([what, stdout, stderr]).toEqual([what, said, '']);
  }
});

testOnCPython('what check refuses to record')('what check refuses to record', () => {
  const file = join(folder, 'refused.py');
  const why = (source: string) => {
    writeFileSync(file, source);
    const { status, stderr } = command.run(['check', file, join(folder, 'shapes.mjs'), '--python', cpython]);
    expect(status).toBe(2);
    return stderr.split('\n')[0];
  };
  const CYCLE = 'values that contain themselves or are nested too deep cannot be compared';
  const list = 'x = []; x.append(x)';
  expect(why(`def f(x): pass\ndef cases():\n ${list}\n f(x)\n`)).toBe(
    `refused.py:4: f([[...]]): an argument: ${CYCLE}`,
  );
  expect(why(`def f():\n ${list}; return x\ndef cases():\n try: f()\n except Exception: pass\n`)).toBe(
    `refused.py:4: f(): the result: ${CYCLE}`,
  );
  expect(why('import io\ndef f(): return io.BytesIO(b"a")\ndef cases(): f()\n')).toBe(
    'refused.py:3: f(): the result: BytesIO objects cannot be compared',
  );
  expect(why('import itertools\ndef f(): yield from itertools.count()\ndef cases(): f()\n')).toBe(
    'refused.py:3: f(): the result: iterators of more than 1000000 items cannot be compared',
  );
  // doctest catches every exception of an example.
  expect(why('def f():\n  """\n  >>> f()\n  1\n  """\n  return object()\n')).toMatch(
    /: f\(\): the result: object objects cannot be compared$/,
  );
  expect(why('def area(x): return x\ncases = [("area", 1), ("aera", 2)]\n')).toBe(
    'cases: aera is not a public function or class of refused.py whose calls can be recorded',
  );
});

testOnCPython('what check says with Python')('CPython says what was recorded', () => {
  const file = join(folder, 'shapes.py');
  const saved = join(folder, 'saved.json');
  writeFileSync(file, PYTHON);
  writeFileSync(join(folder, 'shapes.mjs'), PORT);
  const args = ['check', file, join(folder, 'shapes.mjs'), '--python', cpython, '--save', saved];
  expect(command.run(args)).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(saved, 'utf8')).toBe(readFileSync(FACTS, 'utf8'));

  // Cases in a separate list, examples in docstrings, no cases at all.
  const cases = join(folder, 'more.py');
  writeFileSync(cases, 'import shapes\ncases = [(shapes.area, 2, 3), ("origin",), (shapes.bad, 1)]\n');
  expect(command.run([...args.slice(0, 5), '--cases', cases]).stdout).toMatch(/^ok: 3 calls, /);
  writeFileSync(file, PYTHON.replace('def cases()', 'def _cases()'));
  expect(command.run(args.slice(0, 5)).stdout).toMatch(/^ok: 1 call, /);
  writeFileSync(file, 'x = 1\n');
  expect(command.run(args.slice(0, 5)).stderr).toMatch(
    /^pybuffer: .*shapes\.py made no calls to record: give it/,
  );
  writeFileSync(file, 'def f(x): pass\ndef cases(): f(object())\n');
  const run = command.run(args.slice(0, 5));
  expect(run.stderr).toMatch(/^shapes.py:2: f\(<object object at \w+>\): an argument: object objects cannot/);
  expect(run.status).toBe(2);
});

const side: Side = {
  library: { main, PyArray },
  port: {},
  objects: new Map(),
  plainObjects: false,
  boxFloats: false,
};
const EVERY: [Value, string][] = [
  [null, 'None'],
  [true, 'True'],
  ['a\ud800\u00e9', "'a\\ud800é'"],
  [-5, '-5'],
  [['i', '18446744073709551616'], '18446744073709551616'],
  [['f', '2.0'], '2.0'],
  [['f', '-0.0'], '-0.0'],
  [['f', 'nan'], 'nan'],
  [['f', '1e+22'], '1e+22'],
  [['f', '-inf'], '-inf'],
  [['c', '1.0', '-2.5'], '(1-2.5j)'],
  [['b', '00ff'], "b'\\x00\\xff'"],
  [['B', '61'], "bytearray(b'a')"],
  [
    ['m', '01000200', '<H'.slice(1), [2], true],
    "memoryview(b'\\x01\\x00\\x02\\x00', format='H', shape=(2,))",
  ],
  [['a', 'H', 1, 2], "array('H', [1, 2])"],
  [['l', 1, ['l']], '[1, []]'],
  [['t', 1], '(1,)'],
  [['t', 1, 'x'], "(1, 'x')"],
  [['g', 1, 2], 'iter([1, 2])'],
  [['s', 1, ['b', '61']], "{1, b'a'}"],
  [['s'], 'set()'],
  [['d', ['k', ['l', 1]], [['b', '6b'], null]], "{'k': [1], b'k': None}"],
  [['n', 'Point', ['x', 1], ['y', ['f', '2.0']]], 'Point(x=1, y=2.0)'],
];

test('every kind of value survives the way to a port and back, and prints as in Python', () => {
  const wrong = EVERY.filter(([value, text]) => {
    const back = fromPort(toPort(value, side), value, side);
    return difference(value, back) !== null || spell(value) !== text;
  });
  expect(wrong).toEqual([]);
});

test('values of different kinds never compare equal', () => {
  // JavaScript has no distinct type for the items of an iterator, nor for named fields.
  const values = EVERY.map(([value]) => value).filter((value) => !/^\["[gn]"/.test(JSON.stringify(value)));
  for (const a of values) {
    for (const b of values) {
      const equal = difference(a, fromPort(toPort(b, side), a, side)) === null;
      expect([spell(a), spell(b), equal]).toEqual([spell(a), spell(b), a === b]);
    }
  }
});

test('where JavaScript has one type for two Python types, the recorded one decides', () => {
  const same = (expected: Value, actual: unknown) =>
    difference(expected, fromPort(actual, expected, side)) === null;
  expect(same(['t', 1, 2], [1, 2])).toBe(true);
  expect(same(['l', 1, 2], Object.freeze([1, 2]))).toBe(true);
  expect(same(['f', '2.0'], 2)).toBe(true);
  expect(same(['f', '2.0'], new main.PyFloat(2))).toBe(true);
  expect(same(2, new main.PyFloat(2))).toBe(false);
  expect(same(2, 2n)).toBe(true);
  expect(same(['B', '61'], Uint8Array.of(97))).toBe(true);
  expect(same(['b', '61'], Buffer.from('a'))).toBe(true);
  expect(same(['B', '61'], main.b`a`)).toBe(false);
  expect(same(['d', ['b', 1], ['a', 2]], { a: 2, b: 1 })).toBe(true);
  expect(
    same(
      ['d', ['a', 2]],
      new Map<string, number>([
        ['a', 2],
        ['b', 1],
      ]),
    ),
  ).toBe(false);
  expect(same(['n', 'P', ['max_size', 1]], { maxSize: 1 })).toBe(true);
  expect(same(null, undefined)).toBe(true);
  expect(toPort(['f', '2.0'], { ...side, boxFloats: true })).toEqual(new main.PyFloat(2));
  expect(toPort(['f', '2.5'], { ...side, boxFloats: true })).toBe(2.5);
  expect(toPort(['d', ['a', 1]], { ...side, plainObjects: true })).toEqual({ a: 1 });
  expect(toPort(['d', [1, 1]], { ...side, plainObjects: true })).toEqual(new Map([[1, 1]]));
  expect(same(null, 0)).toBe(false);
});
