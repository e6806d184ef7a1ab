/** The names of exceptions and their subclasses. */
import * as exceptions from '../../src/exceptions/index.js';
import { UnsupportedOperation } from '../../src/companions/io/index.js';
import { error as StructError } from '../../src/companions/struct/index.js';
import { typeName } from '../../src/python/index.js';

const classes = [
  ...Object.entries(exceptions)
    .filter(([name]) => name.startsWith('Py') && !/^Py(Unicode|Warning)/.test(name))
    .map(([name, cls]) => [name.replace(/^Py/, ''), cls] as const),
  ['UnsupportedOperation', UnsupportedOperation],
  ['error', StructError],
] as unknown as [string, new (message: string) => Error][];

/** Runs a test with and without recorded stacks. */
function withAndWithoutStacks(name: string, run: () => void): void {
  test.each([true, false])(`${name}; stacks are recorded: %s`, (stacks) => {
    const before = exceptions.recordStacks(stacks);
    try {
      run();
    } finally {
      expect(exceptions.recordStacks(before)).toBe(stacks);
    }
  });
}

withAndWithoutStacks('every class has its name of Python, and its subclasses have their own', () => {
  expect(classes.length).toBeGreaterThan(20);
  for (const [python, cls] of classes) {
    const own = new cls('text');
    expect([own.name, String(own), own.stack!.split('\n')[0]]).toEqual([
      python,
      `${python}: text`,
      `${python}: text`,
    ]);
    class FormatError extends cls {}
    class Inner extends FormatError {}
    for (const [derived, expected] of [
      [new FormatError('text'), 'FormatError'],
      [new Inner('text'), 'Inner'],
    ] as const) {
      expect([derived.name, String(derived), derived.stack!.split('\n')[0], typeName(derived)]).toEqual([
        expected,
        `${expected}: text`,
        `${expected}: text`,
        expected,
      ]);
      expect(Object.keys(derived)).toEqual(Object.keys(own));
    }
    const anonymous = new (class extends cls {})('text');
    expect(anonymous.name).toBe(python);
    expect(typeName(own)).toBe(python);
    expect((cls.prototype as Error).name).toBe(python);
  }
});

withAndWithoutStacks('subclasses of codec errors', () => {
  class Mine extends exceptions.PyUnicodeDecodeError {}
  const error = new Mine('ascii', null, 1, 3, 'why');
  expect(String(error)).toBe("Mine: 'ascii' codec can't decode bytes in position 1-2: why");
  error.end = 5;
  expect(error.message).toBe("'ascii' codec can't decode bytes in position 1-4: why");
  error.message = 'mine';
  expect(String(error)).toBe('Mine: mine');
});

withAndWithoutStacks('a name can be assigned', () => {
  const error = new exceptions.PyValueError('text');
  for (const name of ['Other', 'Another']) {
    error.name = name;
    expect(String(error)).toBe(`${name}: text`);
  }
  expect(Object.keys(error)).toEqual([]);
  delete (error as { name?: string }).name;
  expect(String(error)).toBe('ValueError: text');
  expect(new exceptions.PyValueError('text').name).toBe('ValueError');
});

test('the name accessor of exceptions on an object that is not one', () => {
  expect(Reflect.get(exceptions.PyException.prototype, 'name', Object.create(null))).toBe('Exception');
});

test('without recorded stacks, exceptions are errors with a message and no positions', () => {
  expect(exceptions.recordStacks(false)).toBe(true);
  try {
    const error = new exceptions.PyIndexError('index out of range');
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(exceptions.PyLookupError);
    expect([error.message, error.stack, String(error)]).toEqual([
      'index out of range',
      'IndexError: index out of range',
      'IndexError: index out of range',
    ]);
    expect(Reflect.ownKeys(error)).toEqual([]);
    expect(() => {
      throw error;
    }).toThrow(new exceptions.PyIndexError('index out of range'));
    error.message = 'mine';
    error.stack = 'here';
    expect([error.message, error.stack, Object.keys(error)]).toEqual(['mine', 'here', []]);
    expect(new exceptions.PyIndexError().message).toBe('');
  } finally {
    exceptions.recordStacks(true);
  }
  const recorded = new exceptions.PyIndexError('text');
  expect(recorded.stack).toContain('exceptions.test');
});

test('the accessors answer any receiver', () => {
  const { prototype } = exceptions.PyIndexError;
  expect([prototype.message, prototype.name, String(prototype)]).toEqual(['', 'IndexError', 'IndexError']);
  const derived = Object.create(new exceptions.PyIndexError('text')) as Error;
  expect(derived.message).toBe('text');
  expect(Object.create(exceptions.PyUnicodeDecodeError.prototype)).toMatchObject({ message: '' });
});

withAndWithoutStacks('an exception has the cause that it is given, as every Error does', () => {
  class FormatError extends exceptions.PyValueError {}
  for (const cls of [exceptions.PyValueError, FormatError, Error]) {
    const cause = new Error('first');
    const error = new cls('second', { cause });
    expect(error.cause).toBe(cause);
    expect(Object.keys(error)).toEqual([]);
    expect(error.message).toBe('second');
    expect(Object.hasOwn(new cls('alone'), 'cause')).toBe(false);
    expect(Object.hasOwn(new cls('none', { cause: undefined }), 'cause')).toBe(true);
  }
});

withAndWithoutStacks('what is no object is no set of options', () => {
  for (const odd of [null, 5, 'cause', true]) {
    expect(Object.hasOwn(new exceptions.PyValueError('text', odd as never), 'cause')).toBe(false);
  }
});
