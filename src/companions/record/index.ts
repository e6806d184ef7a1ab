/** The public names of `pybuffer/record`. */
export { array, record, union } from './record.js';
export type { RecordOptions, UnionType } from './record.js';
export { bits } from './bit-field.js';
export { assign, release, toObject } from './record-type.js';
export type { FieldInfo, RecordType } from './record-type.js';
export type { ArrayType } from './array-type.js';
export type {
  BitField,
  FieldSpec,
  Fields,
  InOf,
  ItemSpec,
  LiveArray,
  LiveOf,
  LiveRecord,
  Order,
  OutOf,
  RecordInput,
  RecordOf,
  RecordValues,
  Typed,
  ValuesOf,
} from './types.js';
