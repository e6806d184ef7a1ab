export { bind } from './bind.js';
export type { Kwargs } from './bind.js';
export { signatureOf } from './signatures.js';
export type { Convention, Parameter, Signature } from './signatures.js';
export { signatures } from './signatures.data.js';
export { PyFloat, Ellipsis, NotImplemented, Slice, isTuple, tuple, typeName } from '../python/index.js';
