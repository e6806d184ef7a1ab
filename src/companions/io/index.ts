/** The public names of `pybuffer/io`. */
export { BytesIO } from './bytes-io.js';
export type { ReadSize } from './bytes-io.js';
export { UnsupportedOperation } from './unsupported.js';
