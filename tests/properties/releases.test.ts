/**
 * Releases that no result shows, one by one: a stream, a record, a view or a runtime releases what it holds
 * when it ends or fails. The laws of given-back.test.ts are about calls.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ByteArray, Bytes, MemoryView, PyBufferError, Slice, getContiguous, registerError } from 'pybuffer';
import 'pybuffer/codecs-binary';
import { EncodedFile, decode, encode, getreader, getwriter } from 'pybuffer/codecs';
import { BytesIO } from 'pybuffer/io';
import { BufferFlags, NDExporter } from 'pybuffer/protocol';
import { array, record, release } from 'pybuffer/record';
import { builtins, callMethod } from 'pybuffer/runtime';
import { MEMORY } from '../../src/memory/index.js';
import { LOCK } from '../../src/storage/index.js';
import { bareRuntime } from './bare-runtime.js';

const DISPOSE: symbol = (Symbol as { dispose?: symbol }).dispose ?? Symbol.for('Symbol.dispose');
/** The test counts the garbage collector's runs, so it needs no time limit, which a slow machine could exceed. */
const NO_LIMIT = 2 ** 31 - 1;
const dispose = (value: object) => (value as Record<symbol, () => void>)[DISPOSE]!();

test('streams of text close the stream below at the end of `using`', () => {
  for (const make of [
    (stream: BytesIO) => new (getreader('utf-8'))(stream as never),
    (stream: BytesIO) => new (getwriter('utf-8'))(stream as never),
    (stream: BytesIO) => EncodedFile(stream as never, 'utf-8'),
  ]) {
    const stream = new BytesIO(new Bytes('abc', 'ascii'));
    dispose(make(stream));
    expect(stream.closed).toBe(true);
  }
});

test('`__exit__` closes a stream, and a closed stream holds no memory', () => {
  const stream = new BytesIO();
  stream.write(new Bytes(5000));
  expect(callMethod(stream, '__sizeof__', [])).toBeGreaterThan(5000);
  callMethod(stream, '__exit__', [null, null, null]);
  expect(stream.closed).toBe(true);
  expect(callMethod(stream, '__sizeof__', [])).toBe(64);
});

test(
  'the memory of a closed stream can be collected',
  async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const stream = new BytesIO();
    const memory = (() => {
      stream.write(new Bytes(100_000));
      const view = stream.getbuffer();
      const { buffer } = view.asTypedArray();
      view.release();
      return new WeakRef(buffer);
    })();
    // A WeakRef that was made or read in a turn of the event loop keeps its target until the turn ends.
    const isGone = async (turns: number) => {
      for (let i = 0; i < turns && memory.deref() !== undefined; i++) {
        await new Promise((resolve) => setImmediate(resolve));
        collect();
      }
      return memory.deref() === undefined;
    };
    expect(await isGone(2)).toBe(false);
    stream.close();
    expect(await isGone(8)).toBe(true);
    expect(stream.closed).toBe(true);
  },
  NO_LIMIT,
);

test('a bytearray that becomes empty releases its memory', () => {
  const data = new ByteArray(100_000);
  data.delete(new Slice());
  expect(data[MEMORY]).toHaveLength(0);
});

test('records and arrays in place hold their memory until they are released', () => {
  const memory = new ByteArray(8);
  const type = record({ a: 'H' });
  for (const place of [() => type.at(memory), () => array('H', 2).at(memory), () => type.arrayAt(memory)]) {
    const live = place();
    expect(() => memory.append(1)).toThrow(PyBufferError);
    release(live);
    memory.append(1);
  }
  expect(memory.length).toBe(11);
});

test('a slice assignment releases the buffer of its value, even if the value does not fit', () => {
  const view = new MemoryView(new ByteArray(8));
  const value = new ByteArray(4);
  view.set(new Slice(0, 4), value);
  value.append(1);
  expect(() => view.set(new Slice(0, 4), value)).toThrow('different structures');
  value.append(1);
  const strided = new NDExporter(new Uint8Array(8), { shape: [4], strides: [2] });
  view.set(new Slice(0, 4), strided);
  expect(strided.exports.count).toBe(0);
});

test('decoding releases the buffer of a derived class, even if it fails', () => {
  let taken = 0;
  class Derived extends ByteArray {
    __buffer__(flags: number): MemoryView<number> {
      taken++;
      return MemoryView.fromFlags(new Bytes('abc\xff', 'latin-1'), flags) as MemoryView<number>;
    }
    __release_buffer__(): void {
      taken--;
    }
  }
  const data = new Derived([97]);
  expect(data.decode('latin-1')).toBe('abc\xff');
  expect(() => data.decode()).toThrow("can't decode byte 0xff");
  expect(taken).toBe(0);
  data.append(1);
});

test('the codec of quoted-printable text returns the buffer that it looked at', () => {
  for (const [run, expected] of [
    [(view: MemoryView) => encode(view as never, 'quopri'), "b'a=3Db'"],
    [(view: MemoryView) => decode(view as never, 'quopri'), "b'a=b'"],
  ] as const) {
    const data = new ByteArray('a=b', 'ascii');
    const view = new MemoryView(data);
    expect(String(run(view))).toBe(expected);
    view.release();
    data.append(1);
    expect(data).toHaveLength(4);
  }
});

test('a released export no longer prevents handing the memory over', () => {
  const uses: ((data: ByteArray) => unknown)[] = [
    (data) => new MemoryView(data).release(),
    (data) => new Bytes('abc', 'ascii').find(data),
    (data) => new BytesIO().write(data),
    (data) => {
      using view = new MemoryView(data);
      return new Bytes('abc', 'ascii').find(view);
    },
    (data) => {
      using view = new MemoryView(data);
      using strided = view.slice(null, null, 2);
      return [new Bytes(strided), new Bytes(view), new BytesIO().write(view), view.equals(strided)];
    },
  ];
  for (const use of uses) {
    const data = new ByteArray(5000);
    use(data);
    const memory = data[MEMORY];
    expect(data[LOCK]?.escaped ?? 0).toBe(0);
    expect(data.take_bytes()[MEMORY]).toBe(memory);
  }
});

test('`str` of a bytearray holds it while an error handler runs', () => {
  const data = new ByteArray([97, 255]);
  const failures: unknown[] = [];
  registerError('pybuffer.resizing', (error) => {
    try {
      data.append(1);
    } catch (failure) {
      failures.push(failure);
    }
    return ['?', error.end];
  });
  expect(builtins.str(data, 'ascii', 'pybuffer.resizing')).toBe('a?');
  expect(failures).toEqual([expect.any(PyBufferError)]);
  data.append(1);
  expect(data).toHaveLength(3);
});

test('getContiguous releases its view if it refuses', () => {
  const memory = new ByteArray(8);
  {
    using view = new MemoryView(memory);
    using strided = view.slice(null, null, 2);
    expect(() => getContiguous(strided, BufferFlags.WRITE, 'C')).toThrow(PyBufferError);
  }
  memory.append(1);
  expect(memory.length).toBe(9);
});

test('a buffer of too many dimensions is returned', () => {
  let returned = 0;
  const exporter = new NDExporter(new Uint8Array(1), { shape: [1] });
  const tooDeep = {
    getBuffer: (flags: number) => {
      const view = exporter.getBuffer(flags) as unknown as Record<string, unknown>;
      return Object.assign(Object.create(Object.getPrototypeOf(view) as object) as object, view, {
        ndim: 65,
        shape: Array<number>(65).fill(1),
        strides: Array<number>(65).fill(1),
        obj: tooDeep,
      });
    },
    releaseBuffer: () => void returned++,
  };
  expect(() => new MemoryView(tooDeep as never)).toThrow('number of dimensions must not exceed 64');
  expect(returned).toBe(1);
});

test('memory from a view of a view may still be written, so it is copied', () => {
  const data = new ByteArray(new Uint8Array(5000).fill(7));
  const view = new MemoryView(data);
  const inner = view.getBuffer(BufferFlags.CONTIG);
  view.releaseBuffer(inner);
  view.release();
  const taken = data.take_bytes();
  inner.memory[inner.offset] = 99;
  expect(taken.get(0)).toBe(7);
});

test('a running call of a runtime is known while it runs, and not afterwards', () => {
  const { types, running } = { types: bareRuntime.types, running: () => bareRuntime.running().length };
  const seen: number[] = [];
  const find = types.bytes.methods.find(({ name }) => name === 'find')!;
  const needle = {
    __buffer__: () => {
      seen.push(running());
      return new MemoryView(new Bytes([97]));
    },
  };
  expect(find.call(new Bytes([98, 97]), [needle], null)).toBe(1);
  expect(() => find.call(new Bytes([98, 97]), [needle, {}], null)).toThrow('slice indices');
  expect(seen[0]).toBeGreaterThan(0);
  expect(running()).toBe(0);
});
