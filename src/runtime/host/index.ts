/** The public names of `createRuntime` and of what a host implements. */
export { createRuntime } from './runtime.js';
export type { Runtime } from './runtime.js';
export type {
  Host,
  HostError,
  HostExporter,
  HostKeywords,
  HostTypeName,
  RaisedError,
  TypeName,
} from './host.js';
export type { BuiltinName, HostFunction, HostModule } from './modules.js';
export type { HostAttribute, HostMethod, HostType } from './tables.js';
