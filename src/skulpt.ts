/** `pybuffer/skulpt`: Skulpt on the library's types. */
import './parts.js';

export { install } from './adapters/skulpt/install.js';
export type { InstallOptions } from './adapters/options.js';
