/** The public list of this room: what Python does not have and JavaScript needs. */
export { indexable } from './indexable.js';
export type { Indexable } from './indexable.js';
export { keyOf } from './key.js';
export { b, rb } from './literal.js';
export { packMessage, unpackMessage } from './message.js';
export type { BytesMessage } from './message.js';
export { BytesMap } from './bytes-map.js';
export { BytesSet } from './bytes-set.js';
export type { BytesKey } from './bytes-key.js';
export { hexdump } from './hexdump.js';
export type { HexdumpOptions } from './hexdump.js';
