/**
 * User code that runs in the middle of a call cannot resize the receiver, or the call sees the change, as in
 * CPython 3.15.
 */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyBufferError, PyException } from '../../src/exceptions/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { Slice } from '../../src/python/index.js';
import { latin1 } from './values.js';

type Deed = 'clear' | 'grow';

/** What a hostile argument does to the bytearray while the call converts it. */
class Evil {
  error: string | null = null;
  constructor(
    readonly target: ByteArray,
    readonly deed: Deed,
  ) {}
  strike(): void {
    try {
      if (this.deed === 'clear') this.target.clear();
      else this.target.extend(new Bytes(1000));
    } catch (error) {
      if (!(error instanceof PyBufferError)) throw error;
      this.error = error.message;
    }
  }
}
class EvilBuffer extends Evil {
  constructor(
    target: ByteArray,
    deed: Deed = 'clear',
    readonly content = latin1('a'),
  ) {
    super(target, deed);
  }
  __buffer__(_flags: number): MemoryView {
    this.strike();
    return new MemoryView(this.content);
  }
}
class EvilIndex extends Evil {
  constructor(
    target: ByteArray,
    deed: Deed,
    readonly value = 2,
  ) {
    super(target, deed);
  }
  __index__(): number {
    this.strike();
    return this.value;
  }
}

const LOCKED = 'Existing exports of data: object cannot be re-sized';
const abc = () => new ByteArray(latin1('abc'));
const text = (value: unknown) => String(value);

test('the receiver is pinned while a needle, a part or an operand is asked for its buffer', () => {
  const calls: Record<string, (b: ByteArray, e: EvilBuffer) => unknown> = {
    find: (b, e) => b.find(e),
    rfind: (b, e) => b.rfind(e),
    index: (b, e) => b.index(e),
    rindex: (b, e) => b.rindex(e),
    count: (b, e) => b.count(e),
    startswith: (b, e) => b.startswith(e),
    endswith: (b, e) => b.endswith(e),
    includes: (b, e) => b.includes(e),
    split: (b, e) => b.split(e),
    rsplit: (b, e) => b.rsplit(e),
    concat: (b, e) => b.concat(e),
    join: (b, e) => b.join([latin1('x'), e]),
    equals: (b, e) => b.equals(e),
    compare: (b, e) => b.compare(e),
  };
  const wrong = Object.entries(calls).flatMap(([name, call]) => {
    const b = abc();
    const evil = new EvilBuffer(b);
    const result = call(b, evil);
    return evil.error === LOCKED && b.length === 3 && result !== undefined
      ? []
      : [[name, evil.error, text(b)]];
  });
  expect(wrong).toEqual([]);
  const b = abc();
  expect(text(b.join([latin1('x'), new EvilBuffer(b)]))).toBe("bytearray(b'xabca')");
  b.append(1);
  expect(b.length).toBe(4);
});

test('where CPython does not pin, the rest of the call sees the change', () => {
  const calls: Record<string, (b: ByteArray, e: EvilBuffer) => unknown> = {
    strip: (b, e) => b.strip(e),
    lstrip: (b, e) => b.lstrip(e),
    rstrip: (b, e) => b.rstrip(e),
    removeprefix: (b, e) => b.removeprefix(e),
    removesuffix: (b, e) => b.removesuffix(e),
    replace: (b, e) => b.replace(e, latin1('z')),
    replacement: (b, e) => b.replace(latin1('a'), e),
    delete: (b, e) => b.translate(null, e),
  };
  const wrong = Object.entries(calls).flatMap(([name, call]) => {
    const b = abc();
    const evil = new EvilBuffer(b);
    const result = text(call(b, evil));
    return evil.error === null && result === "bytearray(b'')" && b.length === 0
      ? []
      : [[name, evil.error, result]];
  });
  expect(wrong).toEqual([]);
  const b = abc();
  expect(b.partition(new EvilBuffer(b)).map(text)).toEqual(Array(3).fill("bytearray(b'')"));
});

test('an int that resizes its bytearray', () => {
  const run = (deed: Deed, value: number, call: (b: ByteArray, e: EvilIndex) => unknown) => {
    const b = new ByteArray(latin1('abcd'));
    const evil = new EvilIndex(b, deed, value);
    let result: string;
    try {
      result = text(call(b, evil));
    } catch (error) {
      if (!(error instanceof PyException)) throw error;
      result = `${error.name}: ${error.message}`;
    }
    return `${result} | ${evil.error === LOCKED ? 'pinned' : evil.error} | ${b.length}`;
  };
  const range = 'IndexError: bytearray index out of range | null | 0';
  expect([
    run('clear', 97, (b, e) => b.find(e)),
    run('clear', 97, (b, e) => b.includes(e)),
    run('clear', 0, (b, e) => b.find(latin1(''), e)),
    run('clear', 2, (b, e) => b.center(e)),
    run('clear', 2, (b, e) => b.hex('-', e)),
    run('clear', 2, (b, e) => b.repeat(e)),
    run('grow', 2, (b, e) => b.imul(e).length),
    run('clear', 2, (b, e) => b.pop(e)),
    run('grow', 2, (b, e) => b.pop(e)),
    run('clear', 2, (b, e) => b.insert(e, 1)),
    run('clear', 2, (b, e) => b.insert(0, e)),
    run('clear', 2, (b, e) => b.append(e)),
    run('clear', 2, (b, e) => b.remove(e)),
    run('clear', 2, (b, e) => b.resize(e)),
    run('clear', 2, (b, e) => b.take_bytes(e)),
    run('clear', 2, (b, e) => b.get(e)),
    run('clear', 2, (b, e) => b.set(e, 1)),
    run('clear', 2, (b, e) => b.set(0, e)),
    run('grow', 2, (b, e) => b.set(0, e)),
    run('clear', 2, (b, e) => b.delete(e)),
    run('clear', 2, (b, e) => b.get(new Slice(e, null))),
    run('clear', 2, (b, e) => b.set(new Slice(e, null), latin1('xy'))),
    run('grow', 2, (b, e) => b.set(new Slice(e, null), latin1('xy'))),
    run('clear', 2, (b, e) => b.set(new Slice(null, null, e), latin1('xy'))),
    run('grow', 2, (b, e) => b.set(new Slice(null, null, e), latin1('xy'))),
    run('clear', 2, (b, e) => b.delete(new Slice(e, null))),
    run('clear', 2, (b, e) => b.replace(latin1('a'), latin1('b'), e)),
  ]).toEqual([
    '0 | pinned | 4',
    'true | pinned | 4',
    '0 | null | 0',
    "bytearray(b'  ') | null | 0",
    ' | null | 0',
    "bytearray(b'') | null | 0",
    '2008 | null | 2008',
    'IndexError: pop from empty bytearray | null | 0',
    '99 | null | 1003',
    'undefined | null | 1',
    'undefined | null | 1',
    'undefined | null | 1',
    'ValueError: value not found in bytearray | null | 0',
    'undefined | null | 2',
    "IndexError: can't take 2 bytes outside size 0 | null | 0",
    range,
    range,
    range,
    'undefined | null | 1004',
    range,
    "bytearray(b'') | null | 0",
    'undefined | null | 2',
    'undefined | null | 4',
    'ValueError: attempt to assign bytes of size 2 to extended slice of size 0 | null | 0',
    'ValueError: attempt to assign bytes of size 2 to extended slice of size 1002 | null | 2004',
    'undefined | null | 0',
    "bytearray(b'') | null | 0",
  ]);
});

test('iterables that change the bytearray they are put into', () => {
  function* three(b: ByteArray, deed: Deed) {
    yield 49;
    if (deed === 'clear') b.clear();
    else b.extend(latin1('ZZ'));
    yield 50;
    yield 51;
  }
  const run = (deed: Deed, call: (b: ByteArray, items: Iterable<number>) => void) => {
    const b = new ByteArray(latin1('abcd'));
    call(b, three(b, deed));
    return text(b);
  };
  expect([
    run('clear', (b, it) => b.extend(it)),
    run('grow', (b, it) => b.extend(it)),
    run('clear', (b, it) => b.set(new Slice(1, 3), it)),
    run('grow', (b, it) => b.set(new Slice(1, 3), it)),
    run('grow', (b, it) => b.set(new Slice(0, 5, 2), it)),
    run('clear', (b, it) => b.__init__(it)),
    run('grow', (b, it) => b.__init__(it)),
  ]).toEqual([
    "bytearray(b'123')",
    "bytearray(b'abcdZZ123')",
    "bytearray(b'123')",
    "bytearray(b'a123dZZ')",
    "bytearray(b'1b2d3Z')",
    "bytearray(b'23')",
    "bytearray(b'1ZZ23')",
  ]);
});

test('a buffer that changes the bytearray it is put into', () => {
  const run = (deed: Deed, call: (b: ByteArray, e: EvilBuffer) => unknown) => {
    const b = new ByteArray(latin1('abcd'));
    const evil = new EvilBuffer(b, deed);
    call(b, evil);
    return `${b.length} ${text(b.slice(0, 6))} ${evil.error}`;
  };
  expect([
    run('grow', (b, e) => b.extend(e)),
    run('grow', (b, e) => b.iadd(e)),
    run('clear', (b, e) => b.set(new Slice(1, 3), e)),
    run('grow', (b, e) => b.__init__(e)),
  ]).toEqual([
    "1005 bytearray(b'abcda\\x00') null",
    "1005 bytearray(b'abcd\\x00\\x00') null",
    "1 bytearray(b'a') null",
    "1 bytearray(b'a') null",
  ]);
});

test('itself as the argument', () => {
  const b = new ByteArray(latin1('abc'));
  expect(() => b.iadd(b)).toThrow(new PyBufferError(LOCKED));
  expect(() => b.iadd(new MemoryView(b))).toThrow(PyBufferError);
  const c = new ByteArray(latin1('abc'));
  c.extend(c);
  c.set(new Slice(1, 2), c);
  c.set(new Slice(), c);
  c.set(new Slice(null, null, -1), c);
  expect(text(c)).toBe("bytearray(b'cbaccbacbaa')");
  c.__init__(c);
  expect(text(c)).toBe("bytearray(b'')");
});

test('a list of join that is not the same when it is read again', () => {
  for (const [first, second] of [
    ['ab', 'abcdef'],
    ['abcdef', 'ab'],
  ] as const) {
    for (const count of [3, 40]) {
      const reads = new Map<string | symbol, number>();
      const items = new Proxy(
        Array.from({ length: count }, () => latin1('xy')),
        {
          get(target, key) {
            if (key !== '1') return Reflect.get(target, key) as unknown;
            reads.set(key, (reads.get(key) ?? 0) + 1);
            return latin1(reads.get(key) === 1 ? first : second);
          },
        },
      );
      expect(() => latin1(', ').join(items)).toThrow('sequence changed size during iteration');
    }
  }
});

test('a list of join that its own items change', () => {
  const items: unknown[] = [];
  class Grows {
    __buffer__(_flags: number): MemoryView {
      items.push(latin1('x'));
      return new MemoryView(latin1('a'));
    }
  }
  items.push(new Grows(), latin1('q'));
  expect(() => latin1(',').join(items as Bytes[])).toThrow('sequence changed size during iteration');
});

test('order in which the parts of a call are asked for', () => {
  const asked: string[] = [];
  const int = (name: string, value: number) => ({
    __index__: () => {
      asked.push(name);
      return value;
    },
  });
  const buffer = (name: string) => ({
    __buffer__: (flags: number) => {
      asked.push(`${name}:${flags}`);
      return new MemoryView(latin1('a'));
    },
  });
  const take = () => asked.splice(0).join(' ');
  const b = new ByteArray(latin1('abcdef'));
  b.get(new Slice(int('start', 1), int('stop', 4), int('step', 1)));
  expect(take()).toBe('step start stop');
  b.find(buffer('sub'), int('start', 0), int('end', 3));
  expect(take()).toBe('start end sub:0');
  b.startswith(buffer('prefix'), int('start', 0));
  expect(take()).toBe('start prefix:0');
  b.replace(buffer('old'), buffer('new'), int('count', 1));
  expect(take()).toBe('old:0 new:0 count');
  b.split(buffer('sep'), int('maxsplit', 1));
  expect(take()).toBe('maxsplit sep:0');
  b.insert(int('index', 0), int('item', 3));
  expect(take()).toBe('index item');
  b.set(int('key', 0), int('value', 3));
  expect(take()).toBe('key value');
  new Bytes(buffer('bytes'));
  new ByteArray(buffer('bytearray'));
  b.set(new Slice(1, 2), buffer('values'));
  b.partition(buffer('mutable'));
  latin1('a').partition(buffer('immutable'));
  expect(take()).toBe('bytes:284 bytearray:284 values:284 mutable:284 immutable:0');
});
