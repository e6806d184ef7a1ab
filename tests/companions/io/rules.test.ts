/** The rules of io.BytesIO in Doc/library/io.rst, by their numbers in the inventory of the documentation. */
import { ByteArray, Bytes, MemoryView, Slice, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { raises, shows } from '../support.js';

const locked = 'BufferError: Existing exports of data: object cannot be re-sized';
const closed = 'ValueError: I/O operation on closed file.';

test('IO-R001, IO-R002 while a view exists the stream can be neither written nor closed', () => {
  const stream = new BytesIO(b`abc`);
  const view = stream.getbuffer();
  raises(() => stream.close(), locked);
  expect(stream.closed).toBe(false);
  expect(stream.seek(0, 2)).toBe(3);
  raises(() => stream.write(b`xyz`), locked);
  raises(() => stream.truncate(1), locked);
  expect(stream.seek(0)).toBe(0);
  raises(() => stream.write(b`xy`), locked);
  raises(() => stream.write(b``), locked);
  shows(stream.read(), "b'abc'");
  view.release();
  stream.close();
});

test('IO-R003 initial_bytes', () => {
  shows(new BytesIO(new MemoryView(b`abc`)).getvalue(), "b'abc'");
  shows(new BytesIO({ initial_bytes: b`abc` }).read(2), "b'ab'");
  shows(new BytesIO(null).getvalue(), "b''");
  raises(() => new BytesIO('a' as never), "TypeError: a bytes-like object is required, not 'str'");
});

test('IO-R004 close discards the content', () => {
  const stream = new BytesIO(b`a`);
  stream.close();
  stream.close();
  for (const call of [
    () => stream.getvalue(),
    () => stream.read(),
    () => stream.readline(),
    () => stream.readlines(),
    () => stream.write(b`a`),
    () => stream.writelines([]),
    () => stream.seek(0),
    () => stream.tell(),
    () => stream.truncate(),
    () => stream.getbuffer(),
    () => stream.flush(),
    () => stream.readable(),
    () => stream.isatty(),
    () => stream.next(),
    () => stream.enter(),
  ]) {
    raises(call, closed);
  }
  raises(() => stream.fileno(), 'UnsupportedOperation: fileno');
});

test('IO-R005 read1 and readinto1 are read and readinto', () => {
  const stream = new BytesIO(b`abcdef`);
  shows([stream.read1(2), stream.read1()], "[b'ab', b'cdef']");
  const data = new ByteArray(4);
  expect(new BytesIO(b`abc`).readinto(data)).toBe(3);
  shows(data, "bytearray(b'abc\\x00')");
  expect(new BytesIO(b`xy`).readinto1(data)).toBe(2);
  shows(data, "bytearray(b'xyc\\x00')");
});

test('IO-R006 write takes bytes-like objects', () => {
  const stream = new BytesIO();
  expect(stream.write(new PyArray('H', [1, 2]))).toBe(4);
  expect(stream.write(new Uint16Array([3]))).toBe(2);
  shows(stream.getvalue(), "b'\\x01\\x00\\x02\\x00\\x03\\x00'");
  raises(() => stream.write('a' as never), "TypeError: a bytes-like object is required, not 'str'");
});

test('IO-R007 readinto needs a writable buffer', () => {
  raises(
    () => new BytesIO(b`abc`).readinto(b`xx`),
    'TypeError: readinto() argument must be read-write bytes-like object, not bytes',
  );
  raises(
    () => new BytesIO(b`abc`).readinto(null as never),
    'TypeError: readinto() argument must be read-write bytes-like object, not None',
  );
  const target = new Uint8Array(3);
  new BytesIO(b`abc`).readinto(target.subarray(1));
  expect([...target]).toEqual([0, 97, 98]);
});

test('IO-R008 the view', () => {
  const view = new BytesIO(b`abc`).getbuffer();
  shows([view.format, view.readonly, view.length], "['B', False, 3]");
});

test('a stream never writes into the bytes that it was made from or that it returned', () => {
  for (const size of [3, 5000]) {
    const source = new Bytes(b`x`).repeat(size);
    const stream = new BytesIO(source);
    const whole = stream.getvalue();
    const part = stream.read(size - 1);
    stream.seek(0);
    stream.write(b`Z`);
    expect([source, whole, part].map((bytes) => bytes.get(0))).toEqual([120, 120, 120]);
    const second = stream.getvalue();
    {
      using view = stream.getbuffer();
      view.set(1, 89);
    }
    stream.truncate(2);
    stream.seek(2);
    stream.write(b`end`);
    expect([second.get(0), second.get(1), second.length]).toEqual([90, 120, size]);
    shows(stream.getvalue().slice(0, 2), "b'ZY'");
    expect(stream.getvalue().length).toBe(5);
  }
});

test('reads of what a view can change are copies', () => {
  const stream = new BytesIO(new Bytes(b`x`).repeat(5000));
  using view = stream.getbuffer();
  const before = stream.getvalue();
  view.set(0, 65);
  expect(before.get(0)).toBe(120);
});

test('a stream can be read into its own view', () => {
  const stream = new BytesIO(b`abcdef`);
  using view = stream.getbuffer();
  expect(stream.readinto(view.get(new Slice(1, 5)) as MemoryView)).toBe(4);
  shows(stream.getvalue(), "b'aabcdf'");
});

test("a view of the view's object counts, too", () => {
  const stream = new BytesIO(b`abc`);
  const view = stream.getbuffer();
  const second = new MemoryView(view.obj as never);
  view.release();
  raises(() => stream.write(b`x`), locked);
  second.release();
  expect(stream.write(b`x`)).toBe(1);
});

test('seeking past the end and writing there fills with zeros', () => {
  const stream = new BytesIO();
  stream.seek(3);
  expect(stream.write(b``)).toBe(0);
  shows(stream.getvalue(), "b''");
  stream.write(b`x`);
  shows(stream.getvalue(), "b'\\x00\\x00\\x00x'");
});

test('lines', () => {
  const stream = new BytesIO(b`one\ntwo\n\nend`);
  shows([...stream], "[b'one\\n', b'two\\n', b'\\n', b'end']");
  stream.seek(0);
  shows([stream.readline(2), stream.readlines(2), stream.tell()], "[b'on', [b'e\\n'], 4]");
  stream.writelines([b`X`, new ByteArray(b`Y`)]);
  shows(stream.getvalue(), "b'one\\nXYo\\n\\nend'");
});

test('using closes it', () => {
  const stream = new BytesIO(b`a`);
  {
    using same = stream.enter();
    expect(same).toBe(stream);
  }
  expect(stream.closed).toBe(true);
});

test.each([10, 1000, 100_000])('a gap of zeros, where %i bytes had been cut away', (count) => {
  const stream = new BytesIO();
  stream.write(new Bytes(new Uint8Array(count).fill(120)));
  stream.truncate(count / 2);
  stream.seek(count / 2 + 50);
  stream.write(b`y`);
  expect(
    stream
      .getvalue()
      .slice(count / 2)
      .equals(new Bytes([...Array<number>(50).fill(0), 121])),
  ).toBe(true);
});
