/** The public names of `pybuffer/base64`. */
export { b16decode, b16encode, b32decode, b32encode, b32hexdecode, b32hexencode } from './base16-32.js';
export {
  b64decode,
  b64encode,
  decodebytes,
  encodebytes,
  standard_b64decode,
  standard_b64encode,
  urlsafe_b64decode,
  urlsafe_b64encode,
} from './base64.js';
export { a85decode, a85encode, b85decode, b85encode, z85decode, z85encode } from './base85.js';
export { decode, encode } from './streams.js';
