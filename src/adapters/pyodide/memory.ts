/**
 * Moves memory between the library and Pyodide, which is CPython in WebAssembly. JavaScript sees Python's
 * memory in place; the other way needs a copy, because Python cannot reach JavaScript's memory. Callers:
 * programs with a Pyodide.
 */
import { MemoryView } from '../../memoryview/index.js';
import { NDExporter } from '../../protocol/index.js';
import type { BufferView, BytesLike } from '../../protocol/index.js';
import { abi } from '../../python/index.js';

/** What Pyodide's `proxy.getBuffer('u8')` returns; strides and the offset count bytes. */
export interface PyodideBuffer {
  /** Python's memory, in place. */
  readonly data: Uint8Array;
  /** Index of the first item's first byte in `data`. */
  readonly offset: number;
  /** Whether Python refuses writes. */
  readonly readonly: boolean;
  /** Python's format of one item. */
  readonly format: string;
  /** Bytes of one item. */
  readonly itemsize: number;
  /** Items in each dimension. */
  readonly shape: readonly number[];
  /** Bytes from item to item in each dimension, of any sign. */
  readonly strides: readonly number[];
  /** Ends Python's export. Not Python: Pyodide's. */
  release(): void;
}

/** A proxy of a Python object that has the buffer protocol. */
export interface PyodideBufferProxy {
  /** Exports the object's memory. Not Python: Pyodide's. */
  getBuffer(type?: string): unknown;
}

/** The part of the object returned by `loadPyodide` that is used here. */
export interface Pyodide {
  /** Runs Python code and returns its last value. Not Python: Pyodide's. */
  runPython(code: string): unknown;
}

/**
 * Format codes for `long`, `size_t` and pointers in Pyodide's 32-bit memory, and codes that have the same
 * size on every machine.
 */
const NARROW: Readonly<Record<string, string>> = { l: 'i', L: 'I', n: 'i', N: 'I', P: 'I' };

/** The same for this library's 64-bit memory. */
const WIDE: Readonly<Record<string, string>> = { l: 'q', L: 'Q', n: 'q', N: 'Q', P: 'Q' };

/** One export of a Python object. It ends with the last view of it. */
class PythonMemory extends NDExporter {
  constructor(private readonly python: PyodideBuffer) {
    const code = python.format.replace(/^@/, '');
    super(python.data, {
      format: abi().pointer === 4 ? python.format : (NARROW[code] ?? python.format),
      itemsize: python.itemsize,
      shape: python.shape,
      strides: python.strides,
      offset: python.offset,
      readonly: Boolean(python.readonly),
    });
  }

  override releaseBuffer(view: BufferView): void {
    super.releaseBuffer(view);
    if (this.exports.count === 0) this.python.release();
  }
}

/**
 * Returns a view of a Python object's memory in Pyodide, of any shape and strides, without a copy. While it
 * lives, Python counts an export, so that a bytearray cannot be resized. `release()` or the end of its
 * `using` block ends both.
 *
 * When Pyodide's memory grows, JavaScript loses access to views made before: make each view when you need it.
 *
 * Not Python: a Python program has only Python's memory.
 *
 * @param proxy a `PyProxy` of an object with the buffer protocol
 * @throws what Pyodide throws for an object without one
 *
 * @example
 * ```js
 * using view = fromPyodide(pyodide.runPython("bytearray(b'abc')"));
 * view[0] = 65; // the bytearray is b'Abc' now
 * ```
 */
export function fromPyodide(proxy: PyodideBufferProxy): MemoryView {
  return new MemoryView(new PythonMemory(proxy.getBuffer('u8') as PyodideBuffer));
}

/** Makes the memoryview; the bytes arrive as a JavaScript typed array. */
const MAKE = `
def _make(data, format, shape, readonly):
    content = data.to_bytes()
    view = memoryview(content if readonly else bytearray(content))
    shape = shape.to_py()
    return view if format == 'B' and len(shape) == 1 else view.cast(format, shape)
_make
`;

/**
 * Returns a Python memoryview with the contents, format and shape of a value, as a `PyProxy`. The bytes are
 * copied into Python's memory, which is writable if the value is.
 *
 * Not Python: a Python program has only Python's memory.
 *
 * @param pyodide what `loadPyodide` returned
 * @param value anything bytes-like
 * @throws PyTypeError `memoryview: a bytes-like object is required, not 'int'`
 *
 * @example
 * ```js
 * pyodide.globals.set('view', toPyodide(pyodide, new Bytes('abc', 'ascii')));
 * pyodide.runPython('bytes(view)'); // b'abc'
 * ```
 */
export function toPyodide(pyodide: Pyodide, value: BytesLike): unknown {
  const view = new MemoryView(value);
  try {
    const make = pyodide.runPython(MAKE) as ((...args: unknown[]) => unknown) & { destroy?(): void };
    try {
      const code = view.format.replace(/^@/, '');
      const format = abi().pointer === 8 ? (WIDE[code] ?? code) : code;
      return make(view.tobytes().toUint8Array(), format, [...view.shape], view.readonly);
    } finally {
      make.destroy?.();
    }
  } finally {
    view.release();
  }
}
