// Methods of streams that Python's own io calls, as CPython 3.15 has them.
import { BytesIO } from 'pybuffer/io';
import { callMethod } from 'pybuffer/runtime';
import { b } from 'pybuffer';

test.each([
  ['_checkSeekable', true],
  ['_checkReadable', true],
  ['_checkWritable', true],
  ['_checkClosed', null],
])('%s of an open stream, and of a closed one', (name, expected) => {
  const stream = new BytesIO(b`x`);
  expect(callMethod(stream, name, [])).toBe(expected);
  stream.close();
  expect(() => callMethod(stream, name, [])).toThrow('I/O operation on closed file');
});

test('the finalizer closes a stream', () => {
  const stream = new BytesIO(b`x`);
  expect(callMethod(stream, '__del__', [])).toBe(null);
  expect(stream.closed).toBe(true);
});
