/**
 * `pybuffer/pyodide` on stand-ins for Pyodide's objects, which show what it reads, passes and releases; pyodide.test.ts
 * runs the real one.
 */
import { spawnSync } from 'node:child_process';
import { ByteArray, Bytes, ILP32, LP64, MemoryView, PyTypeError } from 'pybuffer';
import { fromPyodide, toPyodide } from 'pybuffer/pyodide';
import type { PyodideBuffer } from '../../../src/adapters/pyodide/memory.js';
import { useABI } from '../../../src/python/index.js';
import { cpython, testOnCPython } from '../../native-cpython.js';

/** A proxy with a buffer over eight bytes, and what was asked of both. */
function proxyOf(changes: Partial<Record<keyof PyodideBuffer, unknown>> = {}) {
  const asked: unknown[] = [];
  const buffer = {
    data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    format: 'B',
    itemsize: 1,
    shape: [8],
    strides: [1],
    offset: 0,
    readonly: false,
    release: () => void asked.push('release'),
    ...changes,
  };
  const getBuffer = (type?: string) => {
    asked.push(type);
    return buffer;
  };
  return { getBuffer, buffer, asked };
}

describe('fromPyodide', () => {
  test('asks for bytes once, and shows them in place', () => {
    const { getBuffer, buffer, asked } = proxyOf();
    const view = fromPyodide({ getBuffer });
    expect(asked).toEqual(['u8']);
    expect([view.tolist(), view.format, view.nbytes, view.readonly]).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8],
      'B',
      8,
      false,
    ]);
    view.set(0, 65);
    expect((buffer.data as Uint8Array)[0]).toBe(65);
  });

  test("Python's export ends with the last view", () => {
    const { getBuffer, asked } = proxyOf();
    const view = fromPyodide({ getBuffer });
    const other = view.slice(1);
    view.release();
    expect(asked).toEqual(['u8']);
    other.release();
    expect(asked).toEqual(['u8', 'release']);
  });

  test.each<[string, Partial<PyodideBuffer>, unknown]>([
    [
      'rows and columns',
      { shape: [2, 4], strides: [4, 1] },
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
    ],
    ['an offset', { shape: [3], offset: 2 }, [3, 4, 5]],
    ['steps back', { shape: [4], strides: [-2], offset: 7 }, [8, 6, 4, 2]],
    ['items of two bytes', { format: 'H', itemsize: 2, shape: [4], strides: [2] }, [513, 1027, 1541, 2055]],
    ['no dimension', { shape: [], strides: [] }, 1],
  ])('reads %s', (_, changes, items) => {
    const view = fromPyodide(proxyOf(changes));
    expect(view.tolist()).toEqual(items);
    expect([view.shape, view.strides]).toEqual([changes.shape, changes.strides ?? [1]]);
  });

  test.each([
    [false, false],
    [true, true],
    [0, false],
    [1, true],
  ])('the flag %p of Python makes readonly %p', (readonly, wanted) => {
    expect(fromPyodide(proxyOf({ readonly })).readonly).toBe(wanted);
  });

  const CODES: [string, string, string][] = [
    ['l', 'i', 'l'],
    ['L', 'I', 'L'],
    ['n', 'i', 'n'],
    ['N', 'I', 'N'],
    ['P', 'I', 'P'],
    ['@l', 'i', '@l'],
    ['@N', 'I', '@N'],
    ['i', 'i', 'i'],
    ['@i', '@i', '@i'],
    ['f', 'f', 'f'],
    ['<l', '<l', '<l'],
    ['<@l', '<@l', '<@l'],
  ];
  test.each(CODES)(
    "the format %s of Pyodide's 32 bits is %s in 64 bits, and %s in 32",
    (format, wide, narrow) => {
      const proxy = proxyOf({ format, itemsize: 4, shape: [2], strides: [4] });
      const before = useABI(LP64);
      try {
        expect(fromPyodide(proxy).format).toBe(wide);
        useABI(ILP32);
        expect(fromPyodide(proxy).format).toBe(narrow);
      } finally {
        useABI(before);
      }
    },
  );
});

/** A Pyodide whose only function notes its arguments, and the code that made it. */
function pyodideOf() {
  const noted: { code: string[]; given: unknown[][]; destroyed: number } = {
    code: [],
    given: [],
    destroyed: 0,
  };
  const make = (...args: unknown[]) => {
    noted.given.push(args);
    return 'the view';
  };
  const runPython = (code: string) => {
    noted.code.push(code);
    return Object.assign(make, { destroy: () => void noted.destroyed++ });
  };
  return { runPython, make, noted };
}

describe('toPyodide', () => {
  const grid = new MemoryView(new ByteArray(12)).cast('i', [3, 1]);
  test.each<[string, Parameters<typeof toPyodide>[1], number[], string, number[], boolean]>([
    ['bytes', new Bytes('abc', 'ascii'), [97, 98, 99], 'B', [3], true],
    ['a bytearray', new ByteArray([1, 2]), [1, 2], 'B', [2], false],
    ['floats', Float64Array.of(2), [0, 0, 0, 0, 0, 0, 0, 64], 'd', [1], false],
    ['a grid', grid, Array<number>(12).fill(0), 'i', [3, 1], false],
    ['every other byte', new MemoryView(new Bytes([1, 2, 3])).slice(null, null, 2), [1, 3], 'B', [2], true],
  ])('passes the bytes, format, shape and flag of %s', (_, value, ...given) => {
    const { runPython, noted } = pyodideOf();
    expect(toPyodide({ runPython }, value)).toBe('the view');
    expect(noted.given).toEqual([[Uint8Array.from(given[0]), ...given.slice(1)]]);
    expect(Array.isArray(noted.given[0]![2])).toBe(true);
    expect(noted.destroyed).toBe(1);
  });

  test.each([
    ['l', 'q', 'l'],
    ['L', 'Q', 'L'],
    ['n', 'q', 'n'],
    ['N', 'Q', 'N'],
    ['P', 'Q', 'P'],
    ['@l', 'q', 'l'],
    ['@i', 'i', 'i'],
    ['i', 'i', 'i'],
  ] as const)('the format %s is %s in 64 bits, and %s in 32', (format, wide, narrow) => {
    const before = useABI(LP64);
    try {
      for (const [sizes, wanted] of [
        [LP64, wide],
        [ILP32, narrow],
      ] as const) {
        useABI(sizes);
        const { runPython, noted } = pyodideOf();
        toPyodide({ runPython }, new MemoryView(new ByteArray(16)).cast(format));
        expect(noted.given[0]![1]).toBe(wanted);
      }
    } finally {
      useABI(before);
    }
  });

  test('a copy to Python releases what it needed, even if Python raises', () => {
    for (const fails of [false, true]) {
      let destroyed = 0;
      const make = Object.assign(
        (data: unknown) => {
          if (fails) throw new PyTypeError('Python failed');
          return data;
        },
        { destroy: () => void destroyed++ },
      );
      const data = new ByteArray([1, 2, 3]);
      const copy = () => toPyodide({ runPython: () => make }, data);
      if (fails) expect(copy).toThrow('Python failed');
      else expect(copy()).toEqual(Uint8Array.of(1, 2, 3));
      expect(destroyed).toBe(1);
      data.append(4);
      expect(new MemoryView(data).nbytes).toBe(4);
    }
  });

  test('a function of Python need not be destroyed', () => {
    const { make } = pyodideOf();
    expect(toPyodide({ runPython: () => make }, new Bytes([1]))).toBe('the view');
  });

  test('what is not bytes-like is refused before Python runs', () => {
    const { runPython, noted } = pyodideOf();
    expect(() => toPyodide({ runPython }, 5 as never)).toThrow(
      new PyTypeError("memoryview: a bytes-like object is required, not 'int'"),
    );
    expect(noted.code).toEqual([]);
  });

  testOnCPython('the function that `pybuffer/pyodide` defines in Python')(
    'the Python that it runs makes a view of the given format and shape',
    () => {
      const { runPython, noted } = pyodideOf();
      toPyodide({ runPython }, new Bytes([1]));
      const lines = noted.code[0]!.trim().split('\n');
      // Pyodide returns the value of the last line.
      const last = lines.pop()!;
      const program = `${lines.join('\n')}
make = ${last}
class Data:
    def to_bytes(self):
        return bytes(range(8))
class Shape:
    def __init__(self, *items):
        self.items = list(items)
    def to_py(self):
        return self.items
for format, shape, readonly in ('B', [8], True), ('B', [8], False), ('B', [2, 4], False), ('H', [4], True), ('i', [2, 1], False):
    view = make(Data(), format, Shape(*shape), readonly)
    print(view.format, view.shape, view.readonly, type(view.obj).__name__, view.tobytes() == bytes(range(8)))
`;
      const { stdout, stderr } = spawnSync(cpython, ['-c', program], { encoding: 'utf8' });
      expect([stdout, stderr]).toEqual([
        `B (8,) True bytes True
B (8,) False bytearray True
B (2, 4) False bytearray True
H (4,) True bytes True
i (2, 1) False bytearray True
`,
        '',
      ]);
    },
  );
});
