/** Attributes, and methods called on classes: each row has a Python expression and CPython 3.15's answer. */
import { ByteArray, Bytes, MemoryView, PyException, PyValueError } from 'pybuffer';
import {
  bind,
  builtins,
  call,
  callMethod,
  callStruct,
  deleteAttribute,
  dir,
  getAttribute,
  setAttribute,
  signatureOf,
  signatures,
} from 'pybuffer/runtime';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { Struct } from 'pybuffer/struct';
import { attributes } from '../../src/runtime/signatures.data.js';

class B extends Bytes {}
class M extends Struct {
  constructor(format = 'B') {
    super(format);
  }
  own(): string {
    return 'own';
  }
  override pack(): never {
    return 'mine' as never;
  }
}
class A extends ByteArray {
  foo = 1;
}

const bytes = new Bytes('ab', 'ascii');
const array = () => new ByteArray(bytes);
const view = () => new MemoryView(array());

function said(run: () => unknown): string {
  try {
    return builtins.repr(run() ?? null);
  } catch (error) {
    if (error instanceof PyException) return `${error.name}: ${error.message}`;
    throw error;
  }
}

const missingOf = (type: string) => `AttributeError: '${type}' object has no attribute 'nope'`;
const missingIn = (type: string) => `AttributeError: type object '${type}' has no attribute 'nope'`;

const cases: [string, () => unknown, string][] = [
  ['(5).nope', () => getAttribute(5, 'nope'), missingOf('int')],
  ["'abc'.nope", () => getAttribute('abc', 'nope'), missingOf('str')],
  ['True.nope', () => getAttribute(true, 'nope'), missingOf('bool')],
  ['(1.5).nope', () => getAttribute(1.5, 'nope'), missingOf('float')],
  ['None.nope', () => getAttribute(null, 'nope'), missingOf('NoneType')],
  ['[].nope', () => getAttribute([], 'nope'), missingOf('list')],
  [
    '[].length, which only JavaScript has',
    () => getAttribute([], 'length'),
    "AttributeError: 'list' object has no attribute 'length'",
  ],
  [
    "'abc'.length, which only JavaScript has",
    () => getAttribute('abc', 'length'),
    "AttributeError: 'str' object has no attribute 'length'",
  ],
  ['array.array.nope', () => getAttribute(PyArray, 'nope'), missingIn('array.array')],
  ['struct.Struct.nope', () => getAttribute(Struct, 'nope'), missingIn('_struct.Struct')],
  ['io.BytesIO.nope', () => getAttribute(BytesIO, 'nope'), missingIn('_io.BytesIO')],
  ['M().own(), of the derived class', () => call(getAttribute(new M(), 'own'), []), "'own'"],
  ['M().pack(1), which M overrides', () => callMethod(new M('B'), 'pack', [1]), "'mine'"],
  ['M().size, which it does not', () => getAttribute(new M('H'), 'size'), '2'],
  ['b.foo', () => getAttribute(bytes, 'foo'), "AttributeError: 'bytes' object has no attribute 'foo'"],
  ['b.foo()', () => callMethod(bytes, 'foo'), "AttributeError: 'bytes' object has no attribute 'foo'"],
  ['B().foo', () => getAttribute(new B(), 'foo'), "AttributeError: 'B' object has no attribute 'foo'"],
  [
    'bytes.foo',
    () => getAttribute(Bytes, 'foo'),
    "AttributeError: type object 'bytes' has no attribute 'foo'",
  ],
  ['B.foo', () => callMethod(B, 'foo'), "AttributeError: type object 'B' has no attribute 'foo'"],
  [
    'b.__radd__',
    () => getAttribute(bytes, '__radd__'),
    "AttributeError: 'bytes' object has no attribute '__radd__'",
  ],
  [
    'm.__add__',
    () => getAttribute(view(), '__add__'),
    "AttributeError: 'memoryview' object has no attribute '__add__'",
  ],
  ['a.__hash__', () => getAttribute(array(), '__hash__'), 'None'],
  ['a.__hash__()', () => callMethod(array(), '__hash__'), "TypeError: 'NoneType' object is not callable"],
  ['a2.foo', () => getAttribute(new A(), 'foo'), '1'],
  ['a2.__getstate__()', () => callMethod(new A(), '__getstate__'), "{'foo': 1}"],
  ['m.shape', () => getAttribute(view(), 'shape'), '(2,)'],
  ['m.format', () => getAttribute(view(), 'format'), "'B'"],
  ['m.format()', () => callMethod(view(), 'format'), "TypeError: 'str' object is not callable"],
  ['b.find(b"b")', () => call(getAttribute(bytes, 'find'), [new Bytes('b', 'ascii')]), '1'],
  [
    'b.split(sep=b"b")',
    () => call(getAttribute(bytes, 'split'), [], { sep: new Bytes('b', 'ascii') }),
    "[b'a', b'']",
  ],
  [
    'm.format = 1',
    () => setAttribute(view(), 'format', 1),
    "AttributeError: attribute 'format' of 'memoryview' objects is not writable",
  ],
  [
    'del m.format',
    () => deleteAttribute(view(), 'format'),
    "AttributeError: attribute 'format' of 'memoryview' objects is not writable",
  ],
  [
    'b.x = 1',
    () => setAttribute(bytes, 'x', 1),
    "AttributeError: 'bytes' object has no attribute 'x' and no __dict__ for setting new attributes",
  ],
  [
    'a.find = 1',
    () => setAttribute(array(), 'find', 1),
    "AttributeError: 'bytearray' object attribute 'find' is read-only",
  ],
  [
    'del a.find',
    () => deleteAttribute(array(), 'find'),
    "AttributeError: 'bytearray' object attribute 'find' is read-only",
  ],
  [
    'del a2.nope',
    () => deleteAttribute(new A(), 'nope'),
    "AttributeError: 'A' object has no attribute 'nope'",
  ],
  [
    'bytes.find()',
    () => callMethod(Bytes, 'find'),
    'TypeError: unbound method bytes.find() needs an argument',
  ],
  [
    'bytes.find(1)',
    () => callMethod(Bytes, 'find', [1]),
    "TypeError: descriptor 'find' for 'bytes' objects doesn't apply to a 'int' object",
  ],
  ['bytes.find(b, b"b")', () => callMethod(Bytes, 'find', [bytes, new Bytes('b', 'ascii')]), '1'],
  [
    'bytes.__add__()',
    () => callMethod(Bytes, '__add__'),
    "TypeError: descriptor '__add__' of 'bytes' object needs an argument",
  ],
  [
    'bytes.__add__(1)',
    () => callMethod(Bytes, '__add__', [1]),
    "TypeError: descriptor '__add__' requires a 'bytes' object but received a 'int'",
  ],
  [
    'bytes.__getitem__(b)',
    () => callMethod(Bytes, '__getitem__', [bytes]),
    'TypeError: expected 1 argument, got 0',
  ],
  [
    'memoryview.__len__(b)',
    () => callMethod(MemoryView, '__len__', [bytes]),
    "TypeError: descriptor '__len__' requires a 'memoryview' object but received a 'bytes'",
  ],
  [
    'bytearray.append(b, 1)',
    () => callMethod(ByteArray, 'append', [bytes, 1]),
    "TypeError: descriptor 'append' for 'bytearray' objects doesn't apply to a 'bytes' object",
  ],
  [
    'bytes.join(b",", [b], 3)',
    () => callMethod(Bytes, 'join', [bytes, [bytes], 3]),
    'TypeError: bytes.join() takes exactly one argument (2 given)',
  ],
  [
    'bytes.fromhex()',
    () => callMethod(Bytes, 'fromhex'),
    'TypeError: bytes.fromhex() takes exactly one argument (0 given)',
  ],
  [
    'B.fromhex()',
    () => callMethod(B, 'fromhex'),
    'TypeError: B.fromhex() takes exactly one argument (0 given)',
  ],
  ['type(B.fromhex("61"))', () => builtins.typeName(callMethod(B, 'fromhex', ['61'])), "'B'"],
  ['type(B(b"a").fromhex("61"))', () => builtins.typeName(callMethod(new B(), 'fromhex', ['61'])), "'B'"],
  ['B(x=1)', () => call(B, [], { x: 1 }), "TypeError: bytes() got an unexpected keyword argument 'x'"],
  [
    'B(b"a", source=1)',
    () => call(B, [bytes], { source: 1 }),
    "TypeError: argument for bytes() given by name ('source') and position (1)",
  ],
  ['bytes.__new__()', () => callMethod(Bytes, '__new__'), 'TypeError: bytes.__new__(): not enough arguments'],
  [
    'bytes.__new__(1)',
    () => callMethod(Bytes, '__new__', [1]),
    'TypeError: bytes.__new__(X): X is not a type object (int)',
  ],
  [
    'bytes.__new__(int)',
    () => callMethod(Bytes, '__new__', [builtins.int]),
    'TypeError: bytes.__new__(int): int is not a subtype of bytes',
  ],
  [
    'bytes.__new__(ValueError)',
    () => callMethod(Bytes, '__new__', [PyValueError]),
    'TypeError: bytes.__new__(ValueError): ValueError is not a subtype of bytes',
  ],
  [
    'bytes.__new__(list)',
    () => callMethod(Bytes, '__new__', [builtins.list]),
    'TypeError: bytes.__new__(list): list is not a subtype of bytes',
  ],
  [
    'bytearray.__new__(bytes)',
    () => callMethod(ByteArray, '__new__', [Bytes]),
    'TypeError: bytearray.__new__(bytes): bytes is not a subtype of bytearray',
  ],
  [
    'bytes.__new__(len)',
    () => callMethod(Bytes, '__new__', [builtins.len]),
    'TypeError: bytes.__new__(X): X is not a type object (builtin_function_or_method)',
  ],
  ...(
    [
      ['iter(b"")', builtins.iter(new Bytes()), 'bytes_iterator'],
      ['iter(bytearray())', builtins.iter(new ByteArray()), 'bytearray_iterator'],
      ['iter(memoryview(b""))', builtins.iter(new MemoryView(new Bytes())), 'memory_iterator'],
      ['iter(array("b"))', builtins.iter(new PyArray('b')), 'array.arrayiterator'],
      ['iter_unpack("b", b"")', callStruct('iter_unpack', ['b', new Bytes()]), '_struct.unpack_iterator'],
    ] as const
  ).flatMap(([text, iterator, type]): [string, () => unknown, string][] => {
    const make = (...args: unknown[]) => callMethod(iterator, '__new__', args);
    const row = (args: string, given: unknown[], answer: string): [string, () => unknown, string] => [
      `${text}.__new__(${args})`,
      () => make(...given),
      answer,
    ];
    return [
      row('', [], 'TypeError: object.__new__(): not enough arguments'),
      row('1', [1], 'TypeError: object.__new__(X): X is not a type object (int)'),
      row(
        'len',
        [builtins.len],
        'TypeError: object.__new__(X): X is not a type object (builtin_function_or_method)',
      ),
      row('int', [builtins.int], 'TypeError: object.__new__(int) is not safe, use int.__new__()'),
      row('str', [builtins.str], 'TypeError: object.__new__(str) is not safe, use str.__new__()'),
      row('bytes', [builtins.bytes], 'TypeError: object.__new__(bytes) is not safe, use bytes.__new__()'),
      row('B', [B], 'TypeError: object.__new__(B) is not safe, use B.__new__()'),
      row(
        'BytesIO',
        [BytesIO],
        'TypeError: object.__new__(_io.BytesIO) is not safe, use _io.BytesIO.__new__()',
      ),
      row(
        'ValueError',
        [PyValueError],
        'TypeError: object.__new__(ValueError) is not safe, use ValueError.__new__()',
      ),
      row('type(self)', [builtins.type(iterator)], `TypeError: cannot create '${type}' instances`),
      [`type(${text}.__new__(A))`, () => builtins.typeName(make(class A {})), "'A'"],
    ];
  }),
  [
    'reversed(b"").__new__()',
    () => callMethod(builtins.reversed(new Bytes()), '__new__'),
    'TypeError: reversed.__new__(): not enough arguments',
  ],
  [
    'reversed(b"").__new__(1)',
    () => callMethod(builtins.reversed(new Bytes()), '__new__', [1]),
    'TypeError: reversed.__new__(X): X is not a type object (int)',
  ],
  [
    'reversed(b"").__new__(str)',
    () => callMethod(builtins.reversed(new Bytes()), '__new__', [builtins.str]),
    'TypeError: reversed.__new__(str): str is not a subtype of reversed',
  ],
  ['bytes.__new__(B, b"q")', () => builtins.typeName(callMethod(Bytes, '__new__', [B, bytes])), "'B'"],
  [
    'bytearray.__new__(bytearray, 1, 2, 3, 4, x=1)',
    () => callMethod(ByteArray, '__new__', [ByteArray, 1, 2, 3, 4], { x: 1 }),
    "bytearray(b'')",
  ],
  [
    'memoryview.__new__(memoryview)',
    () => callMethod(MemoryView, '__new__', [MemoryView]),
    "TypeError: memoryview() missing required argument 'object' (pos 1)",
  ],
  ['bytes(b"a").__init__(1)', () => callMethod(bytes, '__init__', [1]), 'None'],
  [
    'a.__init__(b"zz"); a',
    () => {
      const target = array();
      callMethod(target, '__init__', [new Bytes('zz', 'ascii')]);
      return target;
    },
    "bytearray(b'zz')",
  ],
  [
    'a.__init__(x=1)',
    () => callMethod(array(), '__init__', [], { x: 1 }),
    "TypeError: bytearray() got an unexpected keyword argument 'x'",
  ],
  ['memoryview[int]', () => callMethod(MemoryView, '__class_getitem__', [builtins.int]), 'memoryview[int]'],
  [
    'a.__reduce__()',
    () => builtins.list(builtins.list(callMethod(array(), '__reduce__'))[1]),
    "['ab', 'latin-1']",
  ],
  ['a.__reduce_ex__(3)', () => builtins.list(callMethod(array(), '__reduce_ex__', [3]))[1], "(b'ab',)"],
  [
    'b.__reduce_ex__(1)',
    () => callMethod(bytes, '__reduce_ex__', [1]),
    "TypeError: cannot pickle 'bytes' object",
  ],
  [
    'm.__reduce_ex__(4)',
    () => callMethod(view(), '__reduce_ex__', [4]),
    'TypeError: cannot pickle memoryview objects',
  ],
  ['m.__reduce__()', () => callMethod(view(), '__reduce__'), "TypeError: cannot pickle 'memoryview' object"],
  ['b.__bytes__() is b', () => callMethod(bytes, '__bytes__') === bytes, 'True'],
  ['b.__buffer__(1)', () => callMethod(bytes, '__buffer__', [1]), 'BufferError: Object is not writable.'],
  [
    'm = memoryview(a); w = m.__buffer__(0); m.release()',
    () => {
      const first = view();
      callMethod(first, '__buffer__', [0]);
      return callMethod(first, 'release');
    },
    'BufferError: memoryview has 1 exported buffer',
  ],
  [
    'a.__release_buffer__(m)',
    () => callMethod(array(), '__release_buffer__', [view()]),
    "ValueError: memoryview's buffer is not this object",
  ],
  [
    'b.startswith([b"a"])',
    () => callMethod(bytes, 'startswith', [[bytes]]),
    'TypeError: startswith first arg must be bytes or a tuple of bytes, not list',
  ],
  ['b.startswith((b"a",))', () => callMethod(bytes, 'startswith', [Object.freeze([bytes])]), 'True'],
  [
    'b.split({})',
    () => callMethod(bytes, 'split', [{}]),
    "TypeError: a bytes-like object is required, not 'dict'",
  ],
  ['b"".join({b"ab": 1})', () => callMethod(new Bytes(), 'join', [new Map([[bytes, 1]])]), "b'ab'"],
  ['(5).nope', () => callMethod(5, 'nope'), "AttributeError: 'int' object has no attribute 'nope'"],
  ['int.from_bytes(b"ab")', () => callMethod(builtins.int, 'from_bytes', [bytes]), '24930'],
  ['int.to_bytes(5)', () => callMethod(builtins.int, 'to_bytes', [5]), "b'\\x05'"],
  ['True.to_bytes()', () => callMethod(true, 'to_bytes'), "b'\\x01'"],
  [
    '"é".encode("ascii")',
    () => callMethod('é', 'encode', ['ascii']),
    "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)",
  ],
  ['bytes.__name__', () => getAttribute(Bytes, '__name__'), "'bytes'"],
  ['array.array.__name__', () => getAttribute(PyArray, '__name__'), "'array'"],
  ['struct.Struct.__name__', () => getAttribute(Struct, '__name__'), "'Struct'"],
  ['io.BytesIO.__name__', () => getAttribute(BytesIO, '__name__'), "'BytesIO'"],
  ['B.__name__', () => getAttribute(B, '__name__'), "'B'"],
  ['bytes.__doc__()', () => callMethod(Bytes, '__doc__'), "TypeError: 'str' object is not callable"],
  [
    'array.array.__module__()',
    () => callMethod(PyArray, '__module__'),
    "TypeError: 'str' object is not callable",
  ],
  [
    'io.BytesIO.__dict__()',
    () => callMethod(BytesIO, '__dict__'),
    "TypeError: 'mappingproxy' object is not callable",
  ],
  [
    'bytearray.__hash__()',
    () => callMethod(ByteArray, '__hash__'),
    "TypeError: 'NoneType' object is not callable",
  ],
  [
    'bytes.__hash__()',
    () => callMethod(Bytes, '__hash__'),
    "TypeError: descriptor '__hash__' of 'bytes' object needs an argument",
  ],
  [
    'memoryview.format()',
    () => callMethod(MemoryView, 'format'),
    "TypeError: 'getset_descriptor' object is not callable",
  ],
  [
    'struct.Struct.size()',
    () => callMethod(Struct, 'size'),
    "TypeError: 'member_descriptor' object is not callable",
  ],
  [
    'array.array.typecode()',
    () => callMethod(PyArray, 'typecode'),
    "TypeError: 'getset_descriptor' object is not callable",
  ],
  ['b.__doc__()', () => callMethod(bytes, '__doc__'), "TypeError: 'str' object is not callable"],
  ['m.shape()', () => callMethod(view(), 'shape'), "TypeError: 'tuple' object is not callable"],
  ['M().size()', () => callMethod(new M(), 'size'), "TypeError: 'int' object is not callable"],
  [
    'io.BytesIO().closed()',
    () => callMethod(new BytesIO(), 'closed'),
    "TypeError: 'bool' object is not callable",
  ],
  [
    'io.BytesIO().__dict__()',
    () => callMethod(new BytesIO(), '__dict__'),
    "TypeError: 'dict' object is not callable",
  ],
  [
    'iter(b).__doc__()',
    () => callMethod(bytes[Symbol.iterator](), '__doc__'),
    "TypeError: 'NoneType' object is not callable",
  ],
  [
    'iter(b).__class__()',
    () => callMethod(bytes[Symbol.iterator](), '__class__'),
    "TypeError: cannot create 'bytes_iterator' instances",
  ],
  ['iter(b).__init__(1)', () => callMethod(bytes[Symbol.iterator](), '__init__', [1]), 'None'],
  [
    'iter(b).__module__',
    () => getAttribute(bytes[Symbol.iterator](), '__module__'),
    "AttributeError: 'bytes_iterator' object has no attribute '__module__'",
  ],
  [
    'iter(array.array("b")).__module__',
    () => getAttribute(new PyArray('b')[Symbol.iterator](), '__module__'),
    "'array'",
  ],
  ['b.__new__(bytes, b)', () => callMethod(bytes, '__new__', [Bytes, bytes]), "b'ab'"],
  ['b.__new__()', () => callMethod(bytes, '__new__'), 'TypeError: bytes.__new__(): not enough arguments'],
  ['b.__class__(b"ab")', () => callMethod(bytes, '__class__', [bytes]), "b'ab'"],
  ['B().__class__(b"ab") is a B', () => callMethod(new B(), '__class__', [bytes]) instanceof B, 'True'],
  ['"%d".__mod__(1)', () => callMethod('%d', '__mod__', [1]), "'1'"],
  ['"%d".__mod__()', () => callMethod('%d', '__mod__'), 'TypeError: expected 1 argument, got 0'],
  ['"%d".__mod__(1, 2)', () => callMethod('%d', '__mod__', [1, 2]), 'TypeError: expected 1 argument, got 2'],
  ['S("3b").pack(1, 2, 3)', () => callMethod(new Struct('3b'), 'pack', [1, 2, 3]), "b'\\x01\\x02\\x03'"],
  [
    'S("4b").pack(1, 2, 3, 4)',
    () => callMethod(new Struct('4b'), 'pack', [1, 2, 3, 4]),
    "b'\\x01\\x02\\x03\\x04'",
  ],
  ['S("b").pack(1)', () => callMethod(new Struct('b'), 'pack', [1]), "b'\\x01'"],
  ['S("2b").pack(1, 2)', () => callMethod(new Struct('2b'), 'pack', [1, 2]), "b'\\x01\\x02'"],
  ['S("").pack()', () => callMethod(new Struct(''), 'pack', []), "b''"],
  [
    'S("b").pack(1, x=2)',
    () => callMethod(new Struct('b'), 'pack', [1], { x: 2 }),
    'TypeError: Struct.pack() takes no keyword arguments',
  ],
  [
    'S("b").pack({})',
    () => callMethod(new Struct('b'), 'pack', [{}]),
    'error: required argument is not an integer',
  ],
  [
    'S("b").pack(1) and an omitted value',
    () => callMethod(new Struct('b'), 'pack', [1, undefined]),
    "b'\\x01'",
  ],
  [
    'S("b").pack(1), which its own attribute hides',
    () => callMethod(Object.assign(new Struct('b'), { pack: () => 'own' }), 'pack', [1]),
    "'own'",
  ],
  [
    'S("3b").pack(1, 2)',
    () => callMethod(new Struct('3b'), 'pack', [1, 2]),
    'error: pack expected 3 items for packing (got 2)',
  ],
  ['5()', () => call(5), "TypeError: 'int' object is not callable"],
];

test('attributes and calls on classes, as CPython answers', () => {
  const different = cases
    .map(([python, run, expected]) => ({ python, expected, actual: said(run) }))
    .filter(({ expected, actual }) => expected !== actual);
  expect(different).toEqual([]);
});

test('methods of a derived class are called, with keywords at the end', () => {
  class Greeting extends Bytes {
    greet(name: string, options?: { loud: boolean }) {
      return options?.loud === true ? `HELLO ${name}` : `hello ${name}`;
    }
    override find(): number {
      return 42;
    }
  }
  const greeting = new Greeting('a', 'ascii');
  expect(callMethod(greeting, 'greet', ['x'])).toBe('hello x');
  expect(callMethod(greeting, 'greet', ['x'], { loud: true })).toBe('HELLO x');
  expect(callMethod(greeting, 'find', [1, 2, 3, 4])).toBe(42);
  expect(callMethod(Bytes, 'find', [greeting, 97])).toBe(0);
});

test('dir() is that of CPython', () => {
  for (const [cls, type] of [
    [Bytes, 'bytes'],
    [ByteArray, 'bytearray'],
    [MemoryView, 'memoryview'],
  ] as const) {
    const names = [...Object.keys(signatures[type]), ...attributes[type].split(' ')].filter(
      (name) => name !== '',
    );
    expect(dir(cls)).toEqual(names.sort());
  }
  expect(dir(new A())).toContain('foo');
});

test('binding at compile time needs no object', () => {
  const split = signatureOf('bytes', 'split')!;
  expect(bind(split, [], { maxsplit: 1 })).toEqual([undefined, 1]);
  expect(split.parameters.map(({ name, default: value }) => [name, value])).toEqual([
    ['sep', 'None'],
    ['maxsplit', '-1'],
  ]);
  expect(signatureOf('bytes', 'nope')).toBeNull();
  expect(signatureOf('bytes', 'constructor')).toBeNull();
});

// In CPython: `e.args` of what each call raises.
test.each([
  ["b'ab'.index(b'z')", () => bytes.index(new Bytes('z', 'ascii')), "('subsection not found',)"],
  ["b'\\xff'.decode()", () => new Bytes([255]).decode(), "('utf-8', b'\\xff', 0, 1, 'invalid start byte')"],
  ['next(iter([]))', () => builtins.next(builtins.iter([])), '()'],
  [
    "struct.unpack('B', b'ab')",
    () => new Struct('B').unpack(bytes),
    "('unpack requires a buffer of 1 bytes',)",
  ],
])('the arguments of the exception of %s', (_, raise, expected) => {
  let raised: unknown;
  try {
    raise();
  } catch (error) {
    raised = error;
  }
  expect(builtins.repr(getAttribute(raised, 'args'))).toBe(expected);
  setAttribute(raised, 'args', Object.freeze([1]));
  expect(builtins.repr(getAttribute(raised, 'args'))).toBe('(1,)');
});

// In CPython: `memoryview[int].__origin__`, and a function in `object.__dict__`, which is not bound.
test('a function that an object holds itself is a value, not a method', () => {
  expect(getAttribute(callMethod(MemoryView, '__class_getitem__', [1]), '__origin__')).toBe(MemoryView);
  const own = () => 1;
  class Holder {
    own = own;
    method() {
      return 2;
    }
  }
  expect(getAttribute(new Holder(), 'own')).toBe(own);
  expect(call(getAttribute(new Holder(), 'method'))).toBe(2);
});
