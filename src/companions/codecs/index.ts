/** The public names of `pybuffer/codecs`. */
export { CodecInfo, lookup, registerCodec, unregisterCodec } from './info.js';
export type { CodecParts, Convert, SearchFunction } from './info.js';
export { IncrementalDecoder, IncrementalEncoder } from './incremental.js';
export {
  EncodedFile,
  decode,
  encode,
  getdecoder,
  getencoder,
  getincrementaldecoder,
  getincrementalencoder,
  getreader,
  getwriter,
  iterdecode,
  iterencode,
} from './functions.js';
export type { NamesOfCodec } from './functions.js';
export { StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter } from './streams.js';
export type { ByteStream, Decoded, ReaderClass, WriterClass } from './streams.js';
export {
  BOM,
  BOM_BE,
  BOM_LE,
  BOM_UTF16,
  BOM_UTF16_BE,
  BOM_UTF16_LE,
  BOM_UTF32,
  BOM_UTF32_BE,
  BOM_UTF32_LE,
  BOM_UTF8,
} from './marks.js';
