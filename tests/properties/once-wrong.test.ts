/**
 * Past faults, one example of each kind, under the names that tests/README.md lists. Expected is CPython
 * 3.15's answer or, if Python has nothing like it, the library's own error. Each test was seen to fail with
 * its fault put back.
 */
import {
  ByteArray,
  Bytes,
  ILP32,
  LP64,
  MemoryView,
  PyIndexError,
  PyValueError,
  Slice,
  setLifetimePolicy,
  useABI,
} from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { builtins, call, callMethod, codecs, operator, tuple } from 'pybuffer/runtime';
import { Struct, pack_into, unpack } from 'pybuffer/struct';
import { pythonOf } from '../python-of.js';

const b = (text: string) => new Bytes(text, 'latin-1');
const lost = 'LostMemory: the underlying ArrayBuffer was detached or has shrunk';
const detach = (buffer: ArrayBufferLike) =>
  void structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });

/** The result of a call as Python prints it, or its error, of Python or not. */
function outcome(run: () => unknown): string {
  try {
    return builtins.repr(run());
  } catch (error) {
    return String(error);
  }
}

interface Resizable extends ArrayBuffer {
  resize(size: number): void;
}
const resizable = (size: number) =>
  new (ArrayBuffer as unknown as new (size: number, options: object) => Resizable)(size, {
    maxByteLength: size,
  });

describe('memory', () => {
  test('M1: memory that was handed out cannot write into immutable bytes', () => {
    const data = new ByteArray(b('abc'));
    const view = new MemoryView(data);
    const items = view.asTypedArray();
    view.release();
    const taken = data.take_bytes();
    items[0] = 99;
    expect(taken.repr()).toBe("b'abc'");
    const stream = new BytesIO(b('abc'));
    const buffer = stream.getbuffer();
    const ofStream = buffer.asTypedArray();
    buffer.release();
    const value = stream.getvalue();
    ofStream[0] = 99;
    expect(value.repr()).toBe("b'abc'");
    setLifetimePolicy('detach');
    try {
      const detached = new ByteArray(b('abc'));
      const kept = new MemoryView(detached).asTypedArray();
      const bytes = detached.take_bytes();
      builtins.hash(bytes);
      kept[0] = 99;
      expect(bytes.repr()).toBe("b'abc'");
      expect(builtins.hash(bytes)).toBe(builtins.hash(b('abc')));
    } finally {
      setLifetimePolicy('strict');
    }
  });

  test('M2: every type reports memory that JavaScript took', () => {
    const data = new ByteArray(b('abc'));
    const live = data.asUint8Array();
    detach(live.buffer);
    const calls = [
      () => data.repr(),
      () => data.hex(),
      () => new Bytes(data),
      () => data.set(0, 1),
      () => new ByteArray(data),
      () => b('abc').find(data),
      () => data.decode(),
    ];
    expect(calls.map(outcome)).toEqual(calls.map(() => lost));
  });

  test('M3: memory that an argument takes away in the middle of a call', () => {
    const buffer = new ArrayBuffer(16);
    const detaching = { __index__: () => (detach(buffer), 5) };
    expect(outcome(() => pack_into('<II', new Uint8Array(buffer), 0, 1, detaching))).toBe(lost);
    const shrinking = resizable(16);
    const shrinks = { __index__: () => (shrinking.resize(2), 5) };
    expect(outcome(() => pack_into('<II', new Uint8Array(shrinking), 0, 1, shrinks))).toBe(lost);
  });

  test('M4: typed arrays that lie, and proxies', () => {
    class Lies extends Uint8Array {
      override get length(): number {
        return 100;
      }
    }
    const window = new Lies(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2);
    expect(new Bytes(window).repr()).toBe("b'\\x02\\x03'");
    const claims = Object.defineProperty(new Uint8Array(4).subarray(0, 2), 'length', { value: 4 });
    expect(new Bytes(claims).repr()).toBe("b'\\x00\\x00'");
    const { proxy, revoke } = Proxy.revocable(new Uint8Array(2), {});
    revoke();
    expect(outcome(() => new MemoryView(proxy))).toMatch(
      /^TypeError: memoryview: a bytes-like object is required/,
    );
    expect(outcome(() => new MemoryView(new Proxy(new Uint8Array(2), {})))).toMatch(
      /^TypeError: memoryview: a bytes-like object is required/,
    );
  });

  test('M5: text in shared and resizable memory', () => {
    const memories = [new SharedArrayBuffer(3000), resizable(3000)];
    for (const memory of memories) {
      const bytes = new Uint8Array(memory).fill(120);
      expect(builtins.str(new MemoryView(bytes), 'utf-8')).toBe('x'.repeat(3000));
    }
  });

  test('M8: a NaN keeps its bits', () => {
    expect(new Struct('<e').pack(...unpack('<e', b('\x01~'))).repr()).toBe("b'\\x01~'");
  });
});

describe('semantics', () => {
  test('P1: every keyword counts', () => {
    expect(callMethod(builtins.int, 'from_bytes', [b('\xff'), 'big'], { signed: true })).toBe(-1);
    expect(pythonOf(() => callMethod(-2, 'to_bytes', [3, 'big'], { signed: true }))).toBe(
      "b'\\xff\\xff\\xfe'",
    );
  });

  test('P2: __getitem__ only', () => {
    class G {
      __getitem__(index: number): number {
        if (index > 2) throw new PyIndexError('end');
        return 97 + index;
      }
    }
    expect(outcome(() => call(Bytes, [new G()]))).toBe("b'abc'");
    expect(outcome(() => call(ByteArray, [new G()]))).toBe("bytearray(b'abc')");
    const data = new ByteArray(b('abc'));
    callMethod(data, 'extend', [new G()]);
    operator.setitem(data, new Slice(1, 2), new G());
    expect(data.repr()).toBe("bytearray(b'aabccabc')");
  });

  test('P3: a special method that is None', () => {
    const blocked = (name: string) => {
      class F {}
      Object.defineProperty(F.prototype, name, { value: null });
      return new F();
    };
    const none = "TypeError: 'NoneType' object is not callable";
    expect(pythonOf(() => call(Bytes, [blocked('__bytes__')]))).toBe(none);
    expect(pythonOf(() => call(Bytes, [blocked('__iter__')]))).toBe(
      "TypeError: cannot convert 'F' object to bytes",
    );
    expect(pythonOf(() => call(MemoryView, [blocked('__buffer__')]))).toBe(none);
    expect(pythonOf(() => operator.getitem(b('abc'), blocked('__index__')))).toBe(none);
    expect(pythonOf(() => call(Bytes, [blocked('__getitem__')]))).toBe(none);
  });

  let handlers = 0;
  const decodedBy = (
    text: string,
    encoding: string,
    handler: (error: { object: unknown; end: number }) => unknown,
  ) => {
    const name = `once wrong ${handlers++}`;
    codecs.register_error(name, handler as never);
    return pythonOf(() => b(text).decode(encoding, name));
  };
  test('P4: an error handler that replaces the object', () => {
    const replacing = (object: unknown) => (error: { object: unknown; end: number }) => {
      error.object = object;
      return tuple('?', error.end);
    };
    expect(decodedBy('\xff', 'ascii', replacing(b('longer')))).toBe('?onger');
    expect(decodedBy('a\xff', 'utf-8', replacing(b('longer')))).toBe('a?nger');
    expect(decodedBy('\xff', 'ascii', replacing('text'))).toBe(
      "TypeError: UnicodeError 'object' attribute must be a bytes",
    );
    const emptied = (error: { object: unknown }) => {
      error.object = b('');
      return tuple('?', 0);
    };
    expect(decodedBy('\xff', 'ascii', emptied)).toBe('?');
  });

  test('P5: an error handler that returns a list', () => {
    expect(decodedBy('\xff', 'ascii', () => ['?', 1])).toBe(
      'TypeError: decoding error handler must return (str, int) tuple',
    );
  });

  test('P6: an empty bytearray that is formatted', () => {
    expect(pythonOf(() => operator.mod(new ByteArray(), tuple()))).toBe("bytearray(b'')");
  });

  test('P7: a constructor that fails halfway', () => {
    const data = new ByteArray(b('abc'));
    expect(pythonOf(() => callMethod(data, '__init__', [new Array(100).fill(256)]))).toBe(
      'ValueError: byte must be in range(0, 256)',
    );
    expect(data.repr()).toBe("bytearray(b'')");
    const other = new ByteArray(b('abc'));
    expect(pythonOf(() => callMethod(other, '__init__', [1.5]))).toMatch(/^TypeError/);
    expect(other.repr()).toBe("bytearray(b'')");
  });

  test('P8: a bytearray that its argument changes', () => {
    const extended = (change: (data: ByteArray) => void) => {
      const data = new ByteArray(b('x'.repeat(100)));
      data.extend({ __buffer__: () => (change(data), new MemoryView(b('ABCDEFGH'))) } as never);
      return data.repr();
    };
    expect(extended((data) => data.clear())).toBe("bytearray(b'ABCDEFGH')");
    expect(extended((data) => data.delete(new Slice(30, null)))).toBe(
      `bytearray(b'${'x'.repeat(30)}ABCDEFGH')`,
    );
  });

  test('P9: a stream that the size of truncate changes', () => {
    const truncated = (change: (stream: BytesIO) => void) => {
      const stream = new BytesIO(b('abc'));
      return pythonOf(() => stream.truncate({ __index__: () => (change(stream), 1) }));
    };
    expect(truncated((stream) => stream.close())).toBe('ValueError: I/O operation on closed file.');
    expect(truncated((stream) => stream.getbuffer())).toBe(
      'BufferError: Existing exports of data: object cannot be re-sized',
    );
  });

  test('P10: all names of a stream can be called', () => {
    const stream = new BytesIO(b('abc'));
    callMethod(stream, '__init__', [b('new')]);
    expect(stream.getvalue().repr()).toBe("b'new'");
    expect(pythonOf(() => callMethod(stream, 'detach'))).toBe('UnsupportedOperation: detach');
    expect(pythonOf(() => callMethod(stream, 'fileno'))).toBe('UnsupportedOperation: fileno');
    callMethod(stream, '__setstate__', [tuple(b('xy'), 1, null)]);
    expect(stream.read().repr()).toBe("b'y'");
  });

  test('P11: keys of a mapping are bytes', () => {
    expect(pythonOf(() => operator.mod(b('%(a)d'), new Map([['a', 1]])))).toBe("KeyError: b'a'");
    expect(pythonOf(() => operator.mod(b('%(a)d'), new Map([[b('a'), 1]])))).toBe("b'1'");
  });

  test('P12: complex items are compared exactly', () => {
    const array = new PyArray('Zd', [2 ** 53]);
    expect(array.count(2n ** 53n + 1n)).toBe(0);
    expect(operator.contains(array, 2n ** 53n + 1n)).toBe(false);
  });

  test('P13: an array of floats is not an array of ints', () => {
    expect(pythonOf(() => new PyArray('H', new PyArray('d', [1]) as never))).toBe(
      "TypeError: 'float' object cannot be interpreted as an integer",
    );
  });

  test('P14: methods and names of iterators', () => {
    const iterator = builtins.iter(b('ab'));
    expect(callMethod(iterator, '__next__')).toBe(97);
    expect(callMethod(iterator, '__length_hint__')).toBe(1);
    expect(pythonOf(() => callMethod(builtins.iter(new MemoryView(b('a'))), 'nope'))).toBe(
      "AttributeError: 'memory_iterator' object has no attribute 'nope'",
    );
  });

  test('P15: a class is judged by what it does, not by its source text', () => {
    class C extends Bytes {
      note = 'constructor (none)';
    }
    expect(pythonOf(() => call(C, [b('abc')]))).toBe("b'abc'");
    class Takes extends Bytes {
      constructor(first: unknown, second: unknown) {
        super([first as number, second as number]);
      }
    }
    expect(pythonOf(() => call(Takes, [97, 98]))).toBe("b'ab'");
  });

  test('P16, P17: 32-bit memory', () => {
    const hashed = b('q');
    builtins.hash(hashed);
    useABI(ILP32);
    try {
      expect(new MemoryView(b('abc')).slice(null, null, -(2 ** 31)).strides).toEqual([-2147483647]);
      expect(Math.abs(Number(builtins.hash(hashed)))).toBeLessThanOrEqual(2 ** 31);
    } finally {
      useABI(LP64);
    }
  });

  test('P18: an exception of a derived class has its own name', () => {
    class FormatError extends PyValueError {}
    const error = new FormatError('wrong');
    expect([error.name, String(error), error.stack!.split('\n')[0]]).toEqual([
      'FormatError',
      'FormatError: wrong',
      'FormatError: wrong',
    ]);
  });

  test('P20: a character that is not a format is shown by its repr', () => {
    expect(pythonOf(() => b("abc %'").mod(1))).toMatch(/unexpected format character "'" at position 5$/);
  });

  test('P21: sizes', () => {
    const sizes = [new MemoryView(b('a')), new BytesIO(b('abcde')), new BytesIO()].map((value) =>
      callMethod(value, '__sizeof__'),
    );
    // CPython counts a stream's content unless another object shares it.
    expect(sizes).toEqual([168, 102, 64]);
  });

  test('P22: a stream is pickled and copied', () => {
    const stream = new BytesIO(b('abc'));
    stream.read(1);
    const [, args, state] = callMethod(stream, '__reduce_ex__', [4]) as unknown[];
    expect(args).toEqual([BytesIO]);
    expect(pythonOf(() => state)).toBe("(b'abc', 1, None)");
  });
});
