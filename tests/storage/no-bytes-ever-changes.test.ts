/**
 * The law that no `Bytes` ever changes: for each exporter, each way to get bytes from it, each writer that
 * was acquired before, released or not, and both policies for blocked resizes.
 */
import { ByteArray, Bytes, MemoryView, Slice, setLifetimePolicy } from 'pybuffer';
import type { LifetimePolicy } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { record, release } from 'pybuffer/record';
import { BufferFlags } from 'pybuffer/protocol';
import { iter_unpack, unpack, unpack_from } from 'pybuffer/struct';

type Exporter = ByteArray | PyArray<'B'> | BytesIO;

/** Sizes around the thresholds for sharing memory and for separate slabs. */
const SIZES = [4, 600, 5000];

const EXPORTERS: Record<string, (size: number) => Exporter> = {
  bytearray: (size) => new ByteArray(new Uint8Array(size).fill(7)),
  'bytearray with room': (size) => {
    const data = new ByteArray(new Uint8Array(3).fill(7));
    for (let i = 3; i < size; i++) data.append(7);
    return data;
  },
  'bytearray that shares': (size) => new ByteArray(new Bytes(new Uint8Array(size).fill(7))),
  array: (size) => new PyArray('B', new Bytes(new Uint8Array(size).fill(7))),
  BytesIO: (size) => new BytesIO(new Bytes(new Uint8Array(size).fill(7))),
  'BytesIO that was written': (size) => {
    const stream = new BytesIO();
    for (let i = 0; i < size; i += 4) stream.write(new Bytes([7, 7, 7, 7].slice(0, size - i)));
    stream.seek(0);
    return stream;
  },
};

const viewOf = (exporter: Exporter): MemoryView<number> =>
  (exporter instanceof BytesIO ? exporter.getbuffer() : new MemoryView(exporter)) as MemoryView<number>;

/** Acquires write access: returns a function that writes to the first byte, and one that ends the export. */
type Writer = (exporter: Exporter) => { write: () => void; end: () => void };

const quietly = (write: () => void) => () => {
  // A released or detached view refuses; other writers write.
  try {
    write();
  } catch {
    // Nothing was written.
  }
};

const WRITERS: Record<string, Writer> = {
  'a view': (exporter) => {
    const view = viewOf(exporter);
    return { write: quietly(() => view.set(0, 99)), end: () => view.release() };
  },
  'a typed array of a view': (exporter) => {
    const view = viewOf(exporter);
    const array = view.asTypedArray();
    return { write: () => void (array[0] = 99), end: () => view.release() };
  },
  'a typed array of a cast view': (exporter) => {
    const view = viewOf(exporter);
    const cast = view.cast('I');
    const array = cast.asTypedArray() as Uint32Array;
    return {
      write: () => void (array[0] = 99),
      end: () => {
        cast.release();
        view.release();
      },
    };
  },
  'a live array of a view': (exporter) => {
    const view = viewOf(exporter);
    const live = view.asUint8Array();
    return {
      write: () => void (live[0] = 99),
      end: () => {
        live.release();
        view.release();
      },
    };
  },
  'a live array of the exporter': (exporter) => {
    const live = exporter instanceof ByteArray ? exporter.asUint8Array() : viewOf(exporter).asUint8Array();
    return { write: () => void (live[0] = 99), end: () => live.release() };
  },
  'a buffer that was acquired': (exporter) => {
    if (exporter instanceof BytesIO) return WRITERS['a typed array of a view']!(exporter);
    const view = exporter.getBuffer(BufferFlags.CONTIG);
    return { write: () => void (view.memory[view.offset] = 99), end: () => exporter.releaseBuffer(view) };
  },
  'a buffer acquired from a view': (exporter) => {
    const view = viewOf(exporter);
    const inner = view.getBuffer(BufferFlags.CONTIG);
    return {
      write: () => void (inner.memory[inner.offset] = 99),
      end: () => {
        view.releaseBuffer(inner);
        view.release();
      },
    };
  },
  'the exporter itself': (exporter) => ({
    write: quietly(() => {
      if (exporter instanceof BytesIO) {
        exporter.seek(0);
        exporter.write(new Bytes([99]));
      } else exporter.set(0, 99);
    }),
    end: () => {},
  }),
};

/**
 * Ways to get bytes from an exporter: returns none if the exporter lacks the method, and raises if an export
 * blocks it.
 */
const WAYS: Record<string, (exporter: Exporter) => readonly Bytes[]> = {
  'bytes()': (exporter) => [new Bytes(exporter instanceof BytesIO ? exporter.getvalue() : exporter)],
  'bytes() of a view': (exporter) => {
    using view = viewOf(exporter);
    return [new Bytes(view)];
  },
  tobytes: (exporter) => {
    using view = viewOf(exporter);
    return [view.tobytes(), ...(exporter instanceof PyArray ? [exporter.tobytes()] : [])];
  },
  take_bytes: (exporter) => (exporter instanceof ByteArray ? [exporter.take_bytes()] : []),
  'take_bytes after a growth in place': (exporter) => {
    if (!(exporter instanceof ByteArray)) return [];
    exporter.append(7);
    return [exporter.take_bytes()];
  },
  'take_bytes of a part': (exporter) => (exporter instanceof ByteArray ? [exporter.take_bytes(3)] : []),
  getvalue: (exporter) => (exporter instanceof BytesIO ? [exporter.getvalue()] : []),
  read: (exporter) => (exporter instanceof BytesIO ? [exporter.read()] : []),
  'read1 and readline': (exporter) => (exporter instanceof BytesIO ? [exporter.readline()] : []),
  concat: (exporter) =>
    exporter instanceof ByteArray ? [new Bytes().concat(exporter), new Bytes([7]).concat(exporter)] : [],
  'fields of struct and of a record': (exporter) => {
    using view = viewOf(exporter);
    const { nbytes } = view;
    const type = record({ text: `${nbytes}s` } as { text: '1s' });
    const live = type.at(view);
    const { text } = live;
    release(live);
    return [
      unpack(`${nbytes}s`, view)[0] as Bytes,
      [...iter_unpack(`${nbytes}s`, view)][0]![0] as Bytes,
      text,
    ];
  },
  'a replacement and a formatted value': (exporter) => {
    using view = viewOf(exporter);
    const one = new Bytes([7]);
    return [one.replace(one, view), new Bytes('%b', 'ascii').mod(view)];
  },
  'written to a stream': (exporter) => {
    using view = viewOf(exporter);
    const stream = new BytesIO();
    stream.write(view);
    return [stream.getvalue(), new BytesIO(view).getvalue()];
  },
  join: (exporter) => (exporter instanceof ByteArray ? [new Bytes().join([exporter])] : []),
  'slices of its bytes': (exporter) => {
    if (!(exporter instanceof ByteArray)) return [];
    const bytes = new Bytes(exporter);
    return [bytes.slice(0, 3), bytes.slice(), bytes.get(new Slice(0, 3))];
  },
  'bytes of its copies': (exporter) =>
    exporter instanceof ByteArray ? [new Bytes(exporter.copy()), new Bytes(exporter.slice(0, 3))] : [],
  '%b': (exporter) => (exporter instanceof ByteArray ? [new Bytes('%b', 'ascii').mod(exporter)] : []),
  unpack: (exporter) => {
    using view = viewOf(exporter);
    return [unpack_from('3s', view)[0], [...iter_unpack('1s', view)][0]![0]];
  },
};

const POLICIES: readonly LifetimePolicy[] = ['strict', 'detach'];
let before: ReturnType<typeof setLifetimePolicy>;
beforeEach(() => (before = setLifetimePolicy('strict')));
afterEach(() => void setLifetimePolicy(before));

test.each(Object.keys(EXPORTERS))('no bytes made from %s ever change', (name) => {
  const changed: string[] = [];
  let made = 0;
  for (const policy of POLICIES) {
    setLifetimePolicy(policy);
    for (const [writer, give] of Object.entries(WRITERS)) {
      for (const [way, take] of Object.entries(WAYS)) {
        for (const ended of [true, false]) {
          for (const size of SIZES) {
            const exporter = EXPORTERS[name]!(size);
            const { write, end } = give(exporter);
            if (ended) end();
            let values: readonly Bytes[];
            try {
              values = take(exporter);
            } catch {
              // The live writer blocks it.
              continue;
            }
            const contents = values.map((value) => value.hex());
            const hashes = values.map((value) => value.hash());
            write();
            made += values.length;
            for (const [i, value] of values.entries()) {
              if (value.hex() !== contents[i] || new Bytes([...value]).hash() !== hashes[i]) {
                changed.push(`${policy}, ${writer}, ${ended ? 'released' : 'live'}, ${way}, ${size} bytes`);
              }
            }
          }
        }
      }
    }
  }
  expect(changed).toEqual([]);
  expect(made).toBeGreaterThan(300);
});

test('memory that only a view had is moved, not copied', () => {
  const data = new ByteArray(new Uint8Array(100_000).fill(7));
  new MemoryView(data).release();
  const view = data.getBuffer(BufferFlags.SIMPLE);
  data.releaseBuffer(view);
  const kept = data.take_bytes();
  view.memory[0] = 99;
  expect(kept.get(0)).toBe(7);

  const other = new ByteArray(new Uint8Array(100_000).fill(7));
  const probe = new MemoryView(other);
  probe.release();
  const first = new Bytes(other);
  const second = new Bytes(other);
  // Both share the memory of the released view.
  expect([first.get(0), second.get(0)]).toEqual([7, 7]);
});
