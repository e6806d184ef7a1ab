/** The public names of `pybuffer/runtime`, for generated code. Nothing inside this package imports it. */
export { deleteAttribute, setAttribute } from './attributes.js';
export type { BoundMethod } from './attributes.js';
export { bind } from './bind.js';
export type { Kwargs } from './bind.js';
/** Python's built-in functions and types, on our values and the host's. */
export * as builtins from './builtins/index.js';
export { call, callMethod, getAttribute, methodOf } from './call.js';
export type { MethodHandle } from './instance-methods.js';
/** Python's module `codecs`: its error handlers. */
export * as codecs from './codecs.js';
export { dir } from './dir.js';
export { configure } from './floats.js';
export type { RuntimeOptions } from './floats.js';
/** Python's module `operator`: operators with reflected operands and Python's messages. */
export * as operator from './operator.js';
export { createRuntime } from './host/index.js';
export type * from './host/index.js';
export { callStruct } from './struct-module.js';
export { signatureOf } from './signatures.js';
export type { Convention, Parameter, Signature } from './signatures.js';
export { attributes, signatures } from './signatures.data.js';
export {
  Ellipsis,
  NotImplemented,
  PyComplex,
  PyFloat,
  Slice,
  isTuple,
  tuple,
  typeName,
} from '../python/index.js';
export { setLifetimePolicy } from '../protocol/index.js';
export type { LifetimeRule } from '../protocol/index.js';
export { useABI, ILP32, LP64 } from '../python/index.js';
