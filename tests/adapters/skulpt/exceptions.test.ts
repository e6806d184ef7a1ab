/** Exceptions that Skulpt lacks, in a session that CPython answered, and how they are made and found. */
import { exceptionClass, moduleException } from '../../../src/adapters/skulpt/exceptions.js';
import { freshSkulpt, runnerOf, skulptWithAdapter, testSession, withAdapter } from './host.js';

testSession('exceptions');

test('a UnicodeError with other arguments than five has no fields until they are set', () => {
  const run = skulptWithAdapter();
  expect(
    run(`
error = UnicodeDecodeError('text')
print(error, error.args, error.encoding, error.object, error.start, error.end, error.reason)
error.start = 5
print(error.start, error.end, error.reason)
`),
  ).toBe("text ('text',) None None None None None\n5 None None\n");
});

test('classes that Skulpt has are its own', () => {
  const Sk = freshSkulpt();
  const { IOError } = Sk.builtin;
  const own = { prototype: IOError!.prototype };
  for (const name of ['BufferError', 'OSError']) Sk.builtin[name] = own as never;
  withAdapter(Sk);
  expect([Sk.builtins['BufferError'], Sk.builtins['OSError']]).toEqual([undefined, undefined]);
  expect(exceptionClass(Sk as never, 'OSError')).toBe(own);
  expect(runnerOf(Sk)('raise MemoryError(5)')).toBe('MemoryError: 5\n');
});

test('a class is made once for each Skulpt, and by its name if nobody has it', () => {
  const Sk = withAdapter(freshSkulpt()) as never;
  const other = withAdapter(freshSkulpt()) as never;
  const made = exceptionClass(Sk, 'ReferenceError');
  expect(exceptionClass(Sk, 'ReferenceError')).toBe(made);
  expect(exceptionClass(other, 'ReferenceError')).not.toBe(made);
  expect(made.prototype.tp$mro.map((cls) => cls.prototype.tp$name)).toEqual([
    'ReferenceError',
    'Exception',
    'BaseException',
    'object',
  ]);
  const error = moduleException(Sk, 'struct', 'error', ['Exception']);
  expect(moduleException(Sk, 'struct', 'error', ['Exception'])).toBe(error);
  expect(exceptionClass(Sk, 'error')).toBe(error);
  expect(error.prototype.tp$name).toBe('error');
});
