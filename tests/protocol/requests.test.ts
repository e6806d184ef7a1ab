/** All 17 requests to eight exporters: CPython's table (of 3.15.0rc1, and the same in 3.13). */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyException } from '../../src/exceptions/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { BufferFlags, NDExporter, acquireView, releaseView } from '../../src/protocol/index.js';

const B = 'BufferError';
const requests = [
  'SIMPLE',
  'WRITABLE',
  'FORMAT',
  'ND',
  'STRIDES',
  'C_CONTIGUOUS',
  'F_CONTIGUOUS',
  'ANY_CONTIGUOUS',
  'INDIRECT',
  'CONTIG',
  'CONTIG_RO',
  'STRIDED',
  'STRIDED_RO',
  'RECORDS',
  'RECORDS_RO',
  'FULL',
  'FULL_RO',
] as const;

const pil = () => {
  const memory = new Uint8Array(40);
  memory[0] = 16;
  memory[8] = 24;
  return new NDExporter(memory, { shape: [2, 3], strides: [8, 1], suboffsets: [0, -1], readonly: true });
};
const view = (size: number) => new MemoryView(new Bytes(size));

/** shape / strides / suboffsets / format, then readonly; `-` is null. One row per request. */
const columns: Record<string, { make: () => unknown; answers: string[] }> = {
  'A: bytes(4)': {
    make: () => new Bytes(4),
    answers: [
      ...[
        '- - - - ro',
        B,
        '- - - B ro',
        '4 - - - ro',
        '4 1 - - ro',
        '4 1 - - ro',
        '4 1 - - ro',
        '4 1 - - ro',
      ],
      ...['4 1 - - ro', B, '4 - - - ro', B, '4 1 - - ro', B, '4 1 - B ro', B, '4 1 - B ro'],
    ],
  },
  'B: bytearray(4)': {
    make: () => new ByteArray(4),
    answers: [
      ...['- - - - rw', '- - - - rw', '- - - B rw', '4 - - - rw', '4 1 - - rw', '4 1 - - rw', '4 1 - - rw'],
      ...['4 1 - - rw', '4 1 - - rw', '4 - - - rw', '4 - - - rw', '4 1 - - rw', '4 1 - - rw', '4 1 - B rw'],
      ...['4 1 - B rw', '4 1 - B rw', '4 1 - B rw'],
    ],
  },
  "C: array('i', 2 items), as a typed array": {
    make: () => new Int32Array(2),
    answers: [
      ...['- - - - rw', '- - - - rw', '- - - i rw', '2 - - - rw', '2 4 - - rw', '2 4 - - rw', '2 4 - - rw'],
      ...['2 4 - - rw', '2 4 - - rw', '2 - - - rw', '2 - - - rw', '2 4 - - rw', '2 4 - - rw', '2 4 - i rw'],
      ...['2 4 - i rw', '2 4 - i rw', '2 4 - i rw'],
    ],
  },
  'D: memoryview of bytes, shape (2, 3)': {
    make: () => view(6).cast('B', [2, 3]),
    answers: [
      ...['- - - - ro', B, B, '2,3 - - - ro', '2,3 3,1 - - ro', '2,3 3,1 - - ro', B, '2,3 3,1 - - ro'],
      ...['2,3 3,1 - - ro', B, '2,3 - - - ro', B, '2,3 3,1 - - ro', B, '2,3 3,1 - B ro', B, '2,3 3,1 - B ro'],
    ],
  },
  'E: memoryview(bytes(6))[::2]': {
    make: () => view(6).slice(null, null, 2),
    answers: [
      ...[
        B,
        B,
        B,
        B,
        '3 2 - - ro',
        B,
        B,
        B,
        '3 2 - - ro',
        B,
        B,
        B,
        '3 2 - - ro',
        B,
        '3 2 - B ro',
        B,
        '3 2 - B ro',
      ],
    ],
  },
  'F: read-only, (2, 3) in Fortran order': {
    make: () => new NDExporter(new Uint8Array(6), { shape: [2, 3], strides: [1, 2], readonly: true }),
    answers: [
      ...[B, B, B, B, '2,3 1,2 - - ro', B, '2,3 1,2 - - ro', '2,3 1,2 - - ro', '2,3 1,2 - - ro', B, B, B],
      ...['2,3 1,2 - - ro', B, '2,3 1,2 - B ro', B, '2,3 1,2 - B ro'],
    ],
  },
  'G: read-only, (2, 3) with suboffsets': {
    make: pil,
    answers: [...[B, B, B, B, B, B, B, B, '2,3 8,1 0,-1 - ro', B, B, B, B, B, B, B, '2,3 8,1 0,-1 B ro']],
  },
  'H: 0-dimensional memoryview of bytes': {
    make: () => view(1).cast('B', []),
    answers: [
      ...[
        '- - - - ro',
        B,
        B,
        '- - - - ro',
        '- - - - ro',
        '- - - - ro',
        '- - - - ro',
        '- - - - ro',
        '- - - - ro',
      ],
      ...[B, '- - - - ro', B, '- - - - ro', B, '- - - B ro', B, '- - - B ro'],
    ],
  },
};
// A view answers the same whatever its exporter is.
for (const [name, letter] of [
  ['F: read-only, (2, 3) in Fortran order', 'F'],
  ['G: read-only, (2, 3) with suboffsets', 'G'],
] as const) {
  const { make, answers } = columns[name]!;
  columns[`${letter}: a memoryview of it`] = { make: () => new MemoryView(make() as never), answers };
}

const list = (values: readonly number[] | null) => (values === null ? '-' : values.join(','));

test.each(Object.entries(columns))('%s', (_name, { make, answers }) => {
  const exporter = make();
  const actual = requests.map((request) => {
    try {
      const answer = acquireView(exporter, BufferFlags[request]);
      const { shape, strides, suboffsets, format, readonly } = answer;
      releaseView(answer);
      return `${list(shape)} ${list(strides)} ${list(suboffsets)} ${format ?? '-'} ${readonly ? 'ro' : 'rw'}`;
    } catch (error) {
      return (error as PyException).name;
    }
  });
  expect(Object.fromEntries(requests.map((request, i) => [request, actual[i]]))).toEqual(
    Object.fromEntries(requests.map((request, i) => [request, answers[i]])),
  );
});

test('itemsize and length are always right; a SIMPLE request sees one dimension', () => {
  const table = acquireView(view(6).cast('B', [2, 3]), BufferFlags.SIMPLE);
  expect([table.ndim, table.itemsize, table.length]).toEqual([1, 1, 6]);
  const wide = acquireView(new Int32Array(2), BufferFlags.SIMPLE);
  expect([wide.ndim, wide.itemsize, wide.length]).toEqual([1, 4, 8]);
});

test('the message of each refusal', () => {
  const words = (make: () => unknown, request: (typeof requests)[number]) => {
    try {
      acquireView(make(), BufferFlags[request]);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const table = columns['D: memoryview of bytes, shape (2, 3)']!.make;
  const strided = columns['E: memoryview(bytes(6))[::2]']!.make;
  const fortran = columns['F: read-only, (2, 3) in Fortran order']!.make;
  expect([
    words(() => new Bytes(4), 'WRITABLE'),
    words(table, 'WRITABLE'),
    words(table, 'FORMAT'),
    words(table, 'F_CONTIGUOUS'),
    words(strided, 'ND'),
    words(strided, 'C_CONTIGUOUS'),
    words(strided, 'ANY_CONTIGUOUS'),
    words(() => new MemoryView(pil()), 'STRIDES'),
    words(fortran, 'WRITABLE'),
    words(fortran, 'C_CONTIGUOUS'),
    words(fortran, 'SIMPLE'),
    words(() => new NDExporter(new Uint8Array(6), { shape: [2, 3] }), 'F_CONTIGUOUS'),
    words(() => new NDExporter(new Uint8Array(6), { shape: [3], strides: [2] }), 'ANY_CONTIGUOUS'),
    words(() => new NDExporter(new Uint8Array(6)), 'FORMAT'),
    words(pil, 'STRIDES'),
  ]).toEqual([
    'Object is not writable.',
    'memoryview: underlying buffer is not writable',
    'memoryview: cannot cast to unsigned bytes if the format flag is present',
    'memoryview: underlying buffer is not Fortran contiguous',
    'memoryview: underlying buffer is not C-contiguous',
    'memoryview: underlying buffer is not C-contiguous',
    'memoryview: underlying buffer is not contiguous',
    'memoryview: underlying buffer requires suboffsets',
    'ndarray is not writable',
    'ndarray is not C-contiguous',
    'ndarray is not C-contiguous',
    'ndarray is not Fortran contiguous',
    'ndarray is not contiguous',
    'ndarray: cannot cast to unsigned bytes if the format flag is present',
    'ndarray cannot be represented without suboffsets',
  ]);
});

test('READ and WRITE are not requests', () => {
  for (const flags of [BufferFlags.READ, BufferFlags.WRITE]) {
    for (const exporter of [
      new Bytes(1),
      new ByteArray(1),
      new Uint8Array(1),
      view(1),
      new NDExporter(new Uint8Array(1)),
    ]) {
      expect(() => acquireView(exporter, flags)).toThrow('bad argument to internal function');
    }
  }
});
