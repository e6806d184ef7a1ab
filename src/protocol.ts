/**
 * The buffer protocol, for code that exports its own memory or reads other objects' buffers: `getBuffer` and
 * `releaseBuffer`, the fields of a view, answers to requests, and the C API's helpers for memory of any
 * shape.
 */
export { acquireView, isBytesLike, releaseView } from './protocol/acquire.js';
export type { BytesLike, PythonExporter } from './protocol/acquire.js';
export { answerRequest } from './protocol/answer.js';
export type { Refusals } from './protocol/answer.js';
export { BufferView, MAX_NDIM } from './protocol/buffer-view.js';
export type { BufferExporter } from './protocol/buffer-view.js';
export {
  copyItems,
  fillContiguousStrides,
  fromContiguous,
  isContiguous,
  itemAddress,
  shapeOf,
  stridesOf,
  toContiguous,
} from './protocol/contiguous.js';
export type { Order } from './protocol/contiguous.js';
export { isBufferExporter } from './protocol/exporter.js';
export { fillInfo } from './protocol/fill-info.js';
export { BufferFlags, requests } from './protocol/flags.js';
export { isHostBuffer } from './protocol/host.js';
export type { HostBuffer, WasmMemory } from './protocol/host.js';
export { Exports, debugExports, lifetimePolicy, liveViews, setLifetimePolicy } from './protocol/lifetime.js';
export type { LifetimePolicy } from './protocol/lifetime.js';
export { NDExporter } from './protocol/nd-exporter.js';
export type { NDOptions } from './protocol/nd-exporter.js';
export { Scope, scope } from './protocol/scope.js';
export type { Releasable } from './protocol/scope.js';
export { LENGTH, MEMORY, Range, START } from './memory/index.js';
export type { Content } from './memory/index.js';
