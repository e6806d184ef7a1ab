export { indexable } from './indexable.js';
export type { Indexable } from './indexable.js';
export { keyOf } from './key.js';
export { b, rb } from './literal.js';
export { packMessage, unpackMessage } from './message.js';
export type { BytesMessage } from './message.js';
