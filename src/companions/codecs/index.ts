export { CodecInfo, lookup, registerCodec, unregisterCodec } from './info.js';
export type { CodecParts, Convert, SearchFunction } from './info.js';
export { IncrementalDecoder, IncrementalEncoder } from './incremental.js';
export {
  decode,
  encode,
  getdecoder,
  getencoder,
  getincrementaldecoder,
  getincrementalencoder,
  iterdecode,
  iterencode,
} from './functions.js';
