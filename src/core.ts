/**
 * `pybuffer` without its parts: the three types and the buffer protocol, with utf-8, ascii and latin-1.
 *
 * Parts register themselves when they are imported, for the whole process: `pybuffer/codecs` (all other
 * encodings, and the error handlers `namereplace` and `surrogatepass`), `pybuffer/percent` (`b.mod(args)`),
 * `pybuffer/methods` (`find`, `split`, `join`, `strip`, `replace`, `upper`, `isdigit`, `center` and similar
 * methods, `hash`, `maketrans`), `pybuffer/kernels` (SIMD for long data). `pybuffer` is this entry with all of
 * them.
 */
export { ByteArray, Bytes, checkReadonlyArrays, debugReadonlyArrays, lookupError } from './bytes/index.js';
export type {
  BytesSource,
  ConstructorOptions,
  DecodeOptions,
  FillByte,
  HexOptions,
  LiveReadonlyUint8Array,
  LiveUint8Array,
  Needle,
  ReadonlyUint8Array,
  SplitOptions,
} from './bytes/index.js';
export { registerError } from './codecs/index.js';
export type { ErrorHandler } from './codecs/index.js';
export {
  PyArithmeticError,
  PyAssertionError,
  PyAttributeError,
  PyBufferError,
  PyEOFError,
  PyException,
  PyIndexError,
  PyKeyError,
  PyLookupError,
  PyMemoryError,
  PyNotImplementedError,
  PyOSError,
  PyOverflowError,
  PyRuntimeError,
  PyStopIteration,
  PySyntaxError,
  PySystemError,
  PyTypeError,
  PyUnicodeDecodeError,
  PyUnicodeEncodeError,
  PyUnicodeError,
  PyValueError,
  PyWarning,
  PyZeroDivisionError,
  recordStacks,
  setWarningHandler,
} from './exceptions/index.js';
export type { WarningCategory, WarningHandler } from './exceptions/index.js';
export { BufferFlags, debugExports, lifetimePolicy, liveViews, setLifetimePolicy } from './protocol/index.js';
export type {
  BufferExporter,
  BufferView,
  BytesLike,
  HostBuffer,
  LifetimePolicy,
  PythonExporter,
} from './protocol/index.js';
export { Ellipsis, ILP32, LP64, PyComplex, PyFloat, Slice, abi, tuple, useABI } from './python/index.js';
export type { ABI, Complex, ComplexLike, FloatLike, IntLike, SlicePart } from './python/index.js';
export { reprValue as repr } from './formats/repr-value.js';
export {
  BytesMap,
  BytesSet,
  b,
  hexdump,
  indexable,
  keyOf,
  packMessage,
  rb,
  unpackMessage,
} from './interop/index.js';
export type { BytesKey, BytesMessage, HexdumpOptions, Indexable } from './interop/index.js';
export { MemoryView, getContiguous, viewOfMemory } from './memoryview/index.js';
export type { Assignable, Item, ItemOf, NumberArray, TypedArray, ViewKey } from './memoryview/index.js';
export { StructError } from './formats/struct-error.js';
export { sizeFromFormat } from './formats/layout.js';
export { Scope, scope } from './protocol/index.js';
