/** `pybuffer/brython`: Brython on the library's types. */
import './parts.js';

export { install } from './adapters/brython/install.js';
export type { InstallOptions } from './adapters/options.js';
