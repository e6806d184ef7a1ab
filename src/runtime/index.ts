export { PyFloat, Ellipsis, NotImplemented, Slice, isTuple, tuple, typeName } from '../python/index.js';
