/** The public list of this room. */
export { liveArray } from './live-array.js';
export type { LiveUint8Array } from './live-array.js';
export { checkReadonlyArrays, debugReadonlyArrays, readonlyArray } from './readonly-array.js';
export type { LiveReadonlyUint8Array, ReadonlyUint8Array } from './readonly-array.js';
export { ByteArray, byteArrayOf } from './byte-array.js';
export { Bytes, bytesOf, bytesOfRange } from './bytes.js';
export { bytesOfObject } from './construct.js';
export { lookupError } from './lookup-error.js';
export { lengthOf, repeatedTiny } from './tiny.js';
export { richCompare, satisfies } from './compare.js';
export type { Comparison } from './compare.js';
export type {
  BytesSource,
  ConstructorOptions,
  DecodeOptions,
  FillByte,
  HexOptions,
  Needle,
  SplitOptions,
} from './types.js';
