/**
 * Arguments of `__init__`, `__setstate__` and other methods whose code closes the stream: CPython 3.15's
 * answers, and the state after them.
 */
import { Bytes, ByteArray } from '../../../src/bytes/index.js';
import { BytesIO } from '../../../src/companions/io/index.js';
import { callMethod, tuple } from '../../../src/runtime/index.js';
import { pythonOf } from '../../python-of.js';

const b = (text: string) => new Bytes(text, 'latin-1');
const CLOSED = 'ValueError: I/O operation on closed file.';
const LOCKED = 'BufferError: Existing exports of data: object cannot be re-sized';

function opened(): BytesIO {
  const stream = new BytesIO(b('old'));
  stream.seek(2);
  return stream;
}
function closed(): BytesIO {
  const stream = opened();
  stream.close();
  return stream;
}
const left = (stream: BytesIO) =>
  stream.closed ? 'closed' : `${stream.getvalue().decode('latin-1')} ${stream.tell()}`;

test.each<[string, () => BytesIO, string, unknown[], string, string]>([
  ['other content', opened, '__init__', [b('new')], 'None', 'new 0'],
  ['no content', opened, '__init__', [], 'None', ' 0'],
  ['None', opened, '__init__', [null], 'None', ' 0'],
  ['an int', opened, '__init__', [5], "TypeError: a bytes-like object is required, not 'int'", ' 0'],
  ['bytes, when closed', closed, '__init__', [b('new')], 'None', 'new 0'],
  ['nothing, when closed', closed, '__init__', [], 'None', 'closed'],
  ['a bytearray, when closed', closed, '__init__', [new ByteArray(b('q'))], CLOSED, 'closed'],
  ['a state', opened, '__setstate__', [tuple(b('new'), 1, null)], 'None', 'new 1'],
  ['a position past the end', opened, '__setstate__', [tuple(b('new'), 9, null)], 'None', 'new 9'],
  [
    'a negative position',
    opened,
    '__setstate__',
    [tuple(b('new'), -1, null)],
    'ValueError: position value cannot be negative',
    'new 3',
  ],
  [
    'a str as content',
    opened,
    '__setstate__',
    [tuple('new', 1, null)],
    "TypeError: a bytes-like object is required, not 'str'",
    ' 0',
  ],
  [
    'a str as position',
    opened,
    '__setstate__',
    [tuple(b('new'), '1', null)],
    'TypeError: second item of state must be an integer, not str',
    'new 3',
  ],
  [
    'an int as attributes',
    opened,
    '__setstate__',
    [tuple(b('new'), 1, 5)],
    'TypeError: third item of state should be a dict, got a int',
    'new 1',
  ],
  [
    'two items',
    opened,
    '__setstate__',
    [tuple(b('new'), 1)],
    'TypeError: _io.BytesIO.__setstate__ argument should be 3-tuple, got tuple',
    'old 2',
  ],
  [
    'a list',
    opened,
    '__setstate__',
    [[b('new'), 1, null]],
    'TypeError: _io.BytesIO.__setstate__ argument should be 3-tuple, got list',
    'old 2',
  ],
  ['a state, when closed', closed, '__setstate__', [tuple(b('n'), 0, null)], CLOSED, 'closed'],
  ['detach', opened, 'detach', [], 'UnsupportedOperation: detach', 'old 2'],
  ['fileno', opened, 'fileno', [], 'UnsupportedOperation: fileno', 'old 2'],
  ['__del__', opened, '__del__', [], 'None', 'closed'],
  ['_checkClosed', opened, '_checkClosed', [], 'None', 'old 2'],
  ['_checkClosed, when closed', closed, '_checkClosed', [], CLOSED, 'closed'],
  ['_checkReadable', opened, '_checkReadable', [], 'True', 'old 2'],
])('%s', (_, make, method, args, expected, after) => {
  const stream = make();
  expect(pythonOf(() => callMethod(stream, method, args))).toBe(expected);
  expect(left(stream)).toBe(after);
});

test('a stream with live views does not change', () => {
  const stream = new BytesIO(b('old'));
  using view = stream.getbuffer();
  expect(pythonOf(() => stream.__init__(b('new') as never))).toBe(LOCKED);
  expect(pythonOf(() => stream.__setstate__([b('new'), 0, null]))).toBe(LOCKED);
  expect(left(stream)).toBe('old 0');
  expect(view.tobytes().equals(b('old'))).toBe(true);
});

const size = (run: () => void) => ({
  __index__() {
    run();
    return 1;
  },
});

test.each(['truncate', 'read', 'read1', 'seek', 'readline'] as const)(
  '%s whose size closes the stream',
  (name) => {
    const stream = opened();
    expect(pythonOf(() => stream[name](size(() => stream.close())))).toBe(CLOSED);
  },
);

test('truncate whose size takes a view', () => {
  const stream = opened();
  const views: { release(): void }[] = [];
  expect(pythonOf(() => stream.truncate(size(() => views.push(stream.getbuffer()))))).toBe(LOCKED);
  for (const view of views) view.release();
  expect(left(stream)).toBe('old 2');
});

test('attributes are set by a state, and are part of it', () => {
  const stream = opened();
  callMethod(stream, '__setstate__', [tuple(b('n'), 0, { x: 2 })]);
  expect(pythonOf(() => callMethod(stream, '__getstate__'))).toBe("(b'n', 0, {'x': 2})");
});
