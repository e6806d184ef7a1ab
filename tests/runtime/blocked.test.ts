/**
 * Classes that set a special method to None, wherever the method is looked up. scripts/record-blocked.py
 * recorded CPython 3.15's answer for each base class, blocked name and use.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyArray } from '../../src/companions/array/index.js';
import { intFromBytes, intToBytes } from '../../src/companions/int/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { pack, pack_into, unpack } from '../../src/companions/struct/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { PyFloat, Slice } from '../../src/python/index.js';
import { builtins, call, operator } from '../../src/runtime/index.js';
import { pythonOf } from '../python-of.js';

const b = (text: string) => new Bytes(text, 'latin-1');
const view = (code: string) => new MemoryView(new ByteArray(16)).cast(code as 'B');

const BASES: Readonly<Record<string, () => new (content?: Bytes) => object>> = {
  object: () => class F {},
  bytes: () => class F extends Bytes {},
  bytearray: () => class F extends ByteArray {},
};
const ITEMS = [1, 2, 3];
const OTHERS: Readonly<Record<string, unknown>> = {
  __index__: () => 3,
  __float__: () => new PyFloat(3.5),
  __len__: () => 2,
  __iter__: () => [1, 2][Symbol.iterator](),
  __getitem__: (i: number) => operator.getitem(ITEMS, i),
};

type Use = (x: never) => unknown;
const USES: Record<string, Use> = {
  bytes: (x) => new Bytes(x),
  bytearray: (x) => new ByteArray(x),
  memoryview: (x) => new MemoryView(x),
  list: builtins.list,
  tuple: builtins.tuple,
  sorted: builtins.sorted,
  sum: builtins.sum,
  any: builtins.any,
  min: builtins.min,
  reversed: (x) => builtins.list(builtins.reversed(x)),
  len: builtins.len,
  bool: builtins.bool,
  int: builtins.int,
  float: builtins.float,
  repr: (x) => [builtins.repr(x)],
  str: (x) => [builtins.str(x)],
  ascii: (x) => [builtins.ascii(x)],
  format: (x) => [builtins.format(x)],
  'format x': (x) => [builtins.format(x, 'x')],
  hash: builtins.hash,
  next: builtins.next,
  round: builtins.round,
  chr: builtins.chr,
  'hex()': builtins.hex,
  divmod: (x) => builtins.divmod(x, 1),
  rdivmod: (x) => builtins.divmod(1, x),
  call: (x) => call(x),
  enumerate: (x) => builtins.list(builtins.enumerate(x)),
  'bytes([x])': (x) => new Bytes([x]),
  'repr([x])': (x) => [builtins.repr([x])],
  'hash((x,))': (x) => builtins.hash(Object.freeze([x])),
  index: operator.index,
  length_hint: operator.length_hint,
  countOf: (x) => operator.countOf(x, 1),
  indexOf: (x) => operator.indexOf(x, 1),
  concat: (x) => operator.concat(x, x),
  'b.join(x)': (x) => new Bytes().join(x),
  'b.join([x])': (x) => new Bytes().join([x]),
  'b.find(x)': (x) => b('abc').find(x),
  'b + x': (x) => operator.add(b('q'), x),
  'x in b': (x) => b('abc').includes(x),
  'b[x]': (x) => b('abc').get(x),
  'b[x:]': (x) => b('abc').slice(x),
  'b * x': (x) => operator.mul(b('a'), x),
  'b.ljust(x)': (x) => b('a').ljust(x),
  'b.count(b, x)': (x) => b('abc').count(b('a'), x),
  'b.split(x)': (x) => b('a').split(x),
  'b.strip(x)': (x) => b('a').strip(x),
  'b.startswith(x)': (x) => b('a').startswith(x),
  'b.replace(x, b)': (x) => b('a').replace(x, new Bytes()),
  'b.translate(x)': (x) => b('a').translate(x),
  'b.partition(x)': (x) => b('abc').partition(x),
  'b.removeprefix(x)': (x) => b('abc').removeprefix(x),
  'b.hex(x)': (x) => b('abc').hex(x),
  'b.splitlines(x)': (x) => b('a\n').splitlines(x),
  'bytes.fromhex': (x) => Bytes.fromhex(x),
  maketrans: (x) => Bytes.maketrans(x, x),
  'str(x, ascii)': (x) => [builtins.str(x, 'ascii')],
  'ba.append': (x) => new ByteArray().append(x),
  'ba.extend': (x) => new ByteArray().extend(x),
  'ba[0:1] = x': (x) => new ByteArray(3).set(new Slice(0, 1), x),
  'ba += x': (x) => operator.iadd(new ByteArray(), x),
  'ba *= x': (x) => operator.imul(new ByteArray(b('a')), x),
  'ba.resize': (x) => new ByteArray().resize(x),
  'ba == x': (x) => operator.eq(new ByteArray(), x),
  'ba < x': (x) => operator.lt(new ByteArray(), x),
  'mv == x': (x) => operator.eq(new MemoryView(new Bytes()), x),
  'mv[0] = x': (x) => view('B').set(0, x),
  'mv[x]': (x) => view('B').get(x),
  'mv.cast': (x) => view('B').cast('B', [x]),
  'mv d': (x) => view('d').set(0, x),
  'mv ?': (x) => view('?').set(0, x),
  'mv.count': (x) => new MemoryView(b('a')).count(x),
  'mv.index': (x) => new MemoryView(b('a')).index(x),
  'hash(mv)': (x) => builtins.hash(new MemoryView(x)),
  'array(x)': (x) => new PyArray('B', x),
  'array([x])': (x) => new PyArray('B', [x]),
  'array d': (x) => new PyArray('d', [x]),
  'array Zd': (x) => new PyArray('Zd', [x]),
  'array.extend': (x) => new PyArray('B').extend(x),
  'array[x]': (x) => new PyArray('B', b('abc')).get(x),
  'array.frombytes': (x) => new PyArray('B').frombytes(x),
  'array.count': (x) => new PyArray('B', b('a')).count(x),
  'x in array': (x) => new PyArray('B', b('a')).includes(x),
  'array.remove': (x) => new PyArray('B', b('a')).remove(x),
  from_bytes: (x) => intFromBytes(x),
  to_bytes: (x) => intToBytes(1, x),
  'pack B': (x) => pack('B', x),
  'pack d': (x) => pack('d', x),
  'pack ?': (x) => pack('?', x),
  'pack Zd': (x) => pack('Zd', x),
  unpack: (x) => unpack('3B', x),
  pack_into: (x) => pack_into('B', x, 0, 1),
  'io.write': (x) => new BytesIO().write(x),
  'io.writelines': (x) => new BytesIO().writelines(x),
  BytesIO: (x) => new BytesIO(x).getvalue(),
  'io.readinto': (x) => new BytesIO(b('a')).readinto(x),
  'io.seek': (x) => new BytesIO().seek(x),
  'io.read': (x) => new BytesIO().read(x),
  '%b': (x) => b('%b').mod(x),
  '%a': (x) => b('%a').mod(x),
  '%d': (x) => b('%d').mod(x),
  '%x': (x) => b('%x').mod(x),
  '%c': (x) => b('%c').mod(x),
  '%f': (x) => b('%f').mod(x),
  '%(a)s': (x) => b('%(a)s').mod(x),
  'no %': (x) => b('abc').mod(x),
  'x[0]': (x) => operator.getitem(x, 0),
  'x[0] = 1': (x) => operator.setitem(x, 0, 1),
  'del x[0]': (x) => operator.delitem(x, 0),
  '1 in x': (x) => operator.contains(x, 1),
  '97 in x': (x) => operator.contains(x, 97),
  'x in [1]': (x) => operator.contains([1], x),
  '[1, 2][x]': (x) => operator.getitem([1, 2], x),
  '[] += x': (x) => operator.iadd([], x),
  'x is a key': (x) => operator.setitem(new Map(), x, 1),
};
const functions = operator as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;
for (const op of ['lt', 'le', 'eq', 'ne', 'gt', 'ge']) {
  USES[`${op}(x, b)`] = (x) => functions[op]!(x, b('a'));
  USES[`${op}(b, x)`] = (x) => functions[op]!(b('a'), x);
}
for (const op of 'add sub mul mod truediv floordiv pow lshift rshift and_ or_ xor matmul'.split(' ')) {
  const inPlace = functions[`i${op.replace('_', '')}`]!;
  for (const [label, value] of [
    ['2', () => 2],
    ['b', () => b('q')],
  ] as const) {
    USES[`${op}(x, ${label})`] = (x) => functions[op]!(x, value());
    USES[`${op}(${label}, x)`] = (x) => functions[op]!(value(), x);
    USES[`i${op}(x, ${label})`] = (x) => inPlace(x, value());
  }
}
for (const op of ['neg', 'pos', 'abs', 'invert']) USES[op] = (x) => functions[op]!(x);

type Row = [base: string, blocked: string, others: string[], use: string, answer: string];
const rows = JSON.parse(readFileSync(join(__dirname, 'blocked.generated.json'), 'utf8')) as Row[];

test('None blocks each special method wherever Python looks it up', () => {
  expect(rows.length).toBeGreaterThan(900);
  const different: unknown[] = [];
  for (const [base, blocked, others, use, expected] of rows) {
    const cls = BASES[base]!();
    for (const name of others) Object.assign(cls.prototype as object, { [name]: OTHERS[name] });
    Object.assign(cls.prototype as object, { [blocked]: null });
    const value = base === 'object' ? new cls() : new cls(b('ab'));
    const run = USES[use]!;
    const actual = pythonOf(() => {
      const result = run(value as never);
      // Functions with a str result return it in a list, so that its repr is compared.
      return Array.isArray(result) && result.length === 1 && typeof result[0] === 'string'
        ? builtins.repr(result[0])
        : (result ?? null);
    });
    if (actual !== expected)
      different.push(`${base} ${blocked}=None ${others.join()} | ${use} | ${actual} | ${expected}`);
  }
  expect(different).toEqual([]);
});
