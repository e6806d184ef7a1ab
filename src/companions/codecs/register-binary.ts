/** Registers the codecs from bytes to bytes. The entry `pybuffer/codecs-binary` imports it for its effect. */
import { BINARY_CODECS } from './binary.js';
import { registerBinaryCodecs } from './binary-codec.js';
import { compressingCodec } from './compress.js';

registerBinaryCodecs((module, encoding) => BINARY_CODECS[module] ?? compressingCodec(module, encoding));
