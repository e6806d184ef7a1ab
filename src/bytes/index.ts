export { liveArray } from './live-array.js';
export type { LiveUint8Array } from './live-array.js';
export { ByteArray, byteArrayOf } from './byte-array.js';
export { Bytes, bytesOf, bytesOfRange } from './bytes.js';
export { BytesBase } from './bytes-base.js';
export type { Middle } from './bytes-base.js';
export { richCompare } from './compare.js';
export type { Comparison } from './compare.js';
export type {
  BytesLike,
  BytesSource,
  ConstructorOptions,
  DecodeOptions,
  FillByte,
  HexOptions,
  Needle,
  PythonBufferLike,
  SplitOptions,
} from './types.js';
