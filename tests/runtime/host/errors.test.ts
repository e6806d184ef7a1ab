/** Exceptions that cross between a host with its own classes and the library, in both directions. */
import * as exceptions from 'pybuffer';
import {
  Bytes,
  PyException,
  PyTypeError,
  PyUnicodeDecodeError,
  PyUnicodeEncodeError,
  PyValueError,
} from 'pybuffer';
import * as binascii from 'pybuffer/binascii';
import { UnsupportedOperation } from 'pybuffer/io';
import * as struct from 'pybuffer/struct';
import { builtins } from 'pybuffer/runtime';
import { Raised, Thing, Type, func, int, none, shown, start, str, tuple } from './class-host.js';
import type { ClassRuntime, Crossing } from './class-host.js';

/** What the library sees if an object of the host raises. */
function seen(error: unknown, runtime: ClassRuntime = start()): PyException {
  const raising = new Thing(
    new Type('C', null, {
      __index__: () => {
        throw error;
      },
    }),
  );
  try {
    builtins.chr(runtime.fromHost(raising));
  } catch (met) {
    return met as PyException;
  }
  throw new Error('nothing was raised');
}

/** What the host sees if the library raises. */
function thrown(error: unknown, runtime: ClassRuntime = start()): Raised {
  try {
    runtime.run(() => {
      throw error;
    });
  } catch (met) {
    return met as Raised;
  }
  throw new Error('nothing was raised');
}

const NAMES = [
  ...['TypeError', 'ValueError', 'LookupError', 'IndexError', 'KeyError', 'BufferError', 'ArithmeticError'],
  ...[
    'OverflowError',
    'ZeroDivisionError',
    'MemoryError',
    'RuntimeError',
    'NotImplementedError',
    'SystemError',
  ],
  ...['AttributeError', 'EOFError', 'OSError', 'StopIteration', 'SyntaxError', 'AssertionError'],
];

describe('an exception of the host', () => {
  test.each(NAMES)('%s is ours of that name', (name) => {
    const error = new Raised([name, 'Exception', 'BaseException'], 'text');
    const met = seen(error);
    expect(met.constructor).toBe(exceptions[`Py${name}` as 'PyTypeError']);
    expect([met.name, met.message, met.cause]).toEqual([name, 'text', error]);
  });

  test.each([
    [['Mine', 'KeyError', 'LookupError', 'Exception'], exceptions.PyKeyError, 'Mine'],
    [['Mine', 'Other', 'Exception'], PyException, 'Mine'],
    [['Mine'], PyException, 'Mine'],
    [['Exception'], PyException, 'Exception'],
    [[], PyException, 'Exception'],
  ])('of the classes %j is ours of the nearest class', (names, cls, name) => {
    const met = seen(new Raised(names, 'text'));
    expect([met.constructor, met.name, met.message]).toEqual([cls, name, 'text']);
  });

  test('is the same exception of ours each time, and goes back as itself', () => {
    const runtime = start();
    const error = new Raised(['ValueError', 'Exception'], 'text');
    const met = seen(error, runtime);
    expect(seen(error, runtime)).toBe(met);
    expect(thrown(met, runtime)).toBe(error);
    expect(seen(error)).not.toBe(met);
  });

  test.each([['text'], [5], [undefined], [null], [new RangeError('JavaScript')], [{ some: 'object' }]])(
    'is not what JavaScript throws: %p',
    (value) => {
      expect(seen(value)).toBe(value);
    },
  );

  test('is not one of ours, which passes unchanged', () => {
    const error = new PyValueError('mine');
    const described = start({ describeError: () => ({ names: ['KeyError'], message: 'described' }) });
    expect(seen(error, described)).toBe(error);
  });

  test('may be a function', () => {
    const error = () => null;
    const described = start({ describeError: () => ({ names: ['KeyError'], message: 'described' }) });
    expect(seen(error, described)).toBeInstanceOf(exceptions.PyKeyError);
  });
});

describe('errors of codecs', () => {
  const runtime = start();
  const bytes = runtime.toHost(new Bytes([255, 97]));
  const fields = (object: Crossing) => ({
    encoding: str('utf-8'),
    object,
    start: int(0),
    end: int(1),
    reason: str('bad'),
  });

  test.each([
    ['UnicodeDecodeError', PyUnicodeDecodeError, bytes],
    ['UnicodeEncodeError', PyUnicodeEncodeError, str('é')],
  ])('%s of the host keeps its fields', (name, cls, object) => {
    for (const names of [[name], ['Mine', name, 'UnicodeError', 'ValueError']]) {
      const met = seen(new Raised(names, 'text', fields(object)), runtime) as PyUnicodeDecodeError;
      expect(met.constructor).toBe(cls);
      expect([met.encoding, met.object, met.start, met.end, met.reason, met.message]).toEqual([
        'utf-8',
        runtime.fromHost(object),
        0,
        1,
        'bad',
        'text',
      ]);
    }
  });

  test.each<[string, Record<string, Crossing>]>([
    ['no encoding', { encoding: none }],
    ['no start', { start: none }],
    ['no end', { end: str('1') }],
  ])('%s makes it a plain ValueError', (_, wrong) => {
    const names = ['UnicodeDecodeError', 'UnicodeError', 'ValueError', 'Exception'];
    const met = seen(new Raised(names, 'text', { ...fields(bytes), ...wrong }), runtime);
    expect([met.constructor, met.name]).toEqual([PyValueError, 'UnicodeDecodeError']);
  });

  test.each(['NotUnicodeDecodeError', 'UnicodeDecodeErrors', 'UnicodeTranslateError'])(
    '%s has no such fields',
    (name) => {
      const met = seen(new Raised([name, 'ValueError'], 'text', fields(bytes)), runtime);
      expect([met.constructor, met.name]).toEqual([PyValueError, name]);
    },
  );

  test('a host that shows no fields gets a plain error', () => {
    const without = start({ describeError: ({ names, message }: Raised) => ({ names, message }) } as never);
    expect(seen(new Raised(['UnicodeDecodeError', 'ValueError'], 'text'), without).constructor).toBe(
      PyValueError,
    );
  });

  test('ours gets its fields in the host', () => {
    const error = new PyUnicodeDecodeError('utf-8', new Bytes([255]), 0, 1, 'bad');
    const met = thrown(error, runtime);
    expect(Object.entries(met.fields).map(([name, value]) => `${name}: ${shown(value)}`)).toEqual([
      'encoding: str utf-8',
      "object: bytes b'\\xff'",
      'start: int 0',
      'end: int 1',
      'reason: str bad',
    ]);
    expect(thrown(new PyTypeError('x')).fields).toEqual({});
  });
});

describe('an exception of ours', () => {
  test.each<[Error, string, string]>([
    [new PyTypeError('text'), 'builtins', 'TypeError'],
    [new struct.error('text'), 'struct', 'error'],
    [new binascii.Error('text'), 'binascii', 'Error'],
    [new binascii.Incomplete('text'), 'binascii', 'Incomplete'],
    [new UnsupportedOperation('text'), 'io', 'UnsupportedOperation'],
  ])('%s crosses with its module', (error, module, name) => {
    const met = thrown(error);
    expect([met.module, met.names, met.message, met.notes]).toEqual([module, [name], 'text', []]);
    expect(met.cause).toBe(error);
  });

  test('is the same exception of the host each time', () => {
    const runtime = start();
    const error = new PyTypeError('x');
    expect(thrown(error, runtime)).toBe(thrown(error, runtime));
    expect(seen(thrown(error, runtime), runtime)).toBe(error);
  });

  test.each([
    ['text'],
    [5],
    [undefined],
    [new RangeError('Invalid array length')],
    [new TypeError('x')],
    [{ a: 1 }],
  ])('is not what JavaScript throws: %p', (value) => {
    expect(thrown(value)).toBe(value);
  });

  test.each([
    new RangeError('Maximum call stack size exceeded'),
    Object.assign(new Error('too much recursion'), { name: 'InternalError' }),
  ])('%s is a RecursionError', (error) => {
    const met = thrown(error);
    expect([met.module, met.names, met.message, met.fields, met.notes]).toEqual([
      'builtins',
      ['RecursionError'],
      'maximum recursion depth exceeded',
      {},
      [],
    ]);
    expect(met.cause).toBe(error);
    const runtime = start();
    const again = thrown(error, runtime);
    expect(thrown(error, runtime)).toBe(again);
    expect(again.notes).toEqual([]);
  });

  test('becomes the cause of an exception that has none and can have one', () => {
    const error = new PyTypeError('x');
    const making = (made: object) => thrown(error, start({ makeError: () => made }));
    expect(making({})).toMatchObject({ cause: error });
    expect(making({ cause: 1 })).toEqual({ cause: 1 });
    expect(making(Object.freeze({}))).toEqual({});
    expect(thrown(error, start({ makeError: () => 'text' }))).toBe('text');
  });

  test('crosses with its notes, of which later ones follow', () => {
    const runtime = start();
    const error = Object.assign(new PyTypeError('x'), { __notes__: ['one'] });
    expect(thrown(error, runtime).notes).toEqual(['one']);
    expect(thrown(error, runtime).notes).toEqual(['one']);
    error.__notes__.push('two', 'three');
    expect(thrown(error, runtime).notes).toEqual(['one', 'two', 'three']);
    expect(thrown(error, runtime).notes).toEqual(['one', 'two', 'three']);
    const without = start({ addNote: undefined as never });
    expect(thrown(error, without).notes).toEqual(['one', 'two', 'three']);
    error.__notes__.push('four');
    expect(thrown(error, without).notes).toEqual(['one', 'two', 'three']);
    // Notes on an exception that the host raised itself.
    const native = new Raised(['ValueError'], 'y');
    const mine = seen(native, runtime);
    expect(thrown(mine, runtime).notes).toEqual([]);
    Object.assign(mine, { __notes__: ['note'] });
    expect(thrown(mine, runtime).notes).toEqual(['note']);
  });
});

describe('error handlers of the host', () => {
  const decode = (runtime: ClassRuntime, handler: string, data = [255, 97, 254]) => {
    const { call } = runtime.types.bytes.methods.find(({ name }) => name === 'decode')!;
    return call(runtime.toHost(new Bytes(data)), [str('utf-8'), str(handler)], null);
  };
  const register = (runtime: ClassRuntime, name: string, handler: Crossing) =>
    runtime.modules['codecs']!.functions['register_error']!([str(name), handler], null);
  const lookUp = (runtime: ClassRuntime, name: string) =>
    runtime.modules['codecs']!.functions['lookup_error']!([str(name)], null);

  test('get the exception, the same one for each fault, with its current fields', () => {
    const runtime = start();
    const met: unknown[] = [];
    const handler = func('handler', ([error]) => {
      const { fields } = error as unknown as Raised;
      met.push([error, shown(fields['start']!), shown(fields['end']!)]);
      return tuple(str('?'), fields['end']!);
    });
    expect(shown(register(runtime, 'tests.host', handler))).toBe('NoneType null');
    expect(lookUp(runtime, 'tests.host')).toBe(handler);
    expect(shown(decode(runtime, 'tests.host'))).toBe('str ?a?');
    const [[first], [second]] = met as [[Raised], [Raised]];
    expect(first).toBeInstanceOf(Raised);
    expect(second).toBe(first);
    expect(met.map((each) => (each as unknown[]).slice(1))).toEqual([
      ['int 0', 'int 1'],
      ['int 2', 'int 3'],
    ]);
  });

  test('get a new exception for each fault from a host that cannot set fields', () => {
    const runtime = start({ setErrorField: undefined as never });
    const met: Crossing[] = [];
    const handler = func('handler', ([error]) => {
      met.push(error!);
      return tuple(str('?'), (error as unknown as Raised).fields['end']!);
    });
    register(runtime, 'tests.host-new', handler);
    expect(shown(decode(runtime, 'tests.host-new'))).toBe('str ?a?');
    expect(met).toHaveLength(2);
    expect(met[0]).not.toBe(met[1]);
  });

  // CPython continues with the object that the handler has set.
  test('may set another object', () => {
    const runtime = start();
    const handler = func('handler', ([error]) => {
      (error as unknown as Raised).fields['object'] = runtime.toHost(new Bytes([97, 98, 99]));
      return tuple(str('?'), int(1));
    });
    register(runtime, 'tests.host-object', handler);
    expect(shown(decode(runtime, 'tests.host-object', [255, 97]))).toBe('str ?bc');
  });

  test('must be callable', () => {
    const runtime = start();
    for (const handler of [int(5), none, new Thing(new Type('C'))]) {
      expect(() => register(runtime, 'tests.host-wrong', handler)).toThrow(
        expect.objectContaining({ message: 'handler must be callable' }),
      );
    }
  });

  test('may be objects with __call__', () => {
    const runtime = start({ call: () => tuple(str('called'), int(1)) });
    const handler = new Thing(new Type('C', null, { __call__: () => none }));
    register(runtime, 'tests.host-object-call', handler);
    expect(shown(decode(runtime, 'tests.host-object-call', [255, 97]))).toBe('str calleda');
    expect(lookUp(runtime, 'tests.host-object-call')).toBe(handler);
  });
});
