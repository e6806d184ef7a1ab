/** Python's built-in functions and types, collected under one name. */
export * from './iteration.js';
export * from './numbers.js';
export * from './text.js';
export {
  bool,
  bytearray,
  bytes,
  float,
  int,
  isinstance,
  list,
  memoryview,
  str,
  tuple,
  type,
} from './types.js';
export { typeName } from '../../python/index.js';
