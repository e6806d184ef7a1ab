/**
 * Fast paths for the commonest operations of exact types with plain ints: `b[i]`, `len(b)`, `a == b`,
 * `a + b`, `n in b`, `repr(b)`. None of them runs code of the host. A fast path returns `undefined` or raises
 * if it does not apply or fails; the caller then takes the slow path, which raises under the runtime's
 * settings. Caller: the tables of types.
 */
import { ByteArray, Bytes } from '../../bytes/index.js';
import { MemoryView } from '../../memoryview/index.js';

type Unary = (self: object) => unknown;
type Binary = (self: object, other: unknown) => unknown;

const isContent = (value: unknown): value is Bytes | ByteArray => {
  const cls = (value as { constructor?: unknown } | null | undefined)?.constructor;
  return cls === Bytes || cls === ByteArray;
};

/** Larger ints are errors if C's types are small, and sizes that large if memory is. */
const LARGE = 2 ** 30;

/** Whether a number is an int that means the same in every ABI. */
export const isSmallInt = (value: number): boolean => value === (value | 0) && value < LARGE;

const isByte = (value: unknown): value is number => typeof value === 'number' && (value & 0xff) === value;

const isIndex = (value: unknown, length: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value < length && value >= -length;

const length: Unary = (self) => (isContent(self) ? self.length : undefined);

const item: Binary = (self, key) =>
  isContent(self) && isIndex(key, self.length) ? self.get(key) : undefined;

const viewItem: Binary = (self, key) => {
  const view = self as MemoryView;
  const isPlain = view.constructor === MemoryView && view.format === 'B' && view.ndim === 1;
  return isPlain && isIndex(key, view.nbytes) ? view.get(key) : undefined;
};

/** Whether the type compares itself with the other value: `bytes` leaves that to a bytearray. */
const compares = (self: object, other: unknown): boolean => {
  const cls = (other as { constructor?: unknown } | null | undefined)?.constructor;
  return cls === Bytes || (cls === ByteArray && self.constructor === ByteArray);
};

const equal: Binary = (self, other) =>
  isContent(self) && compares(self, other) ? self.equals(other as Bytes) : undefined;

const unequal: Binary = (self, other) =>
  isContent(self) && compares(self, other) ? !self.equals(other as Bytes) : undefined;

const order =
  (holds: (sign: number) => boolean): Binary =>
  (self, other) =>
    isContent(self) && compares(self, other) ? holds(self.compare(other as Bytes)) : undefined;

const concat: Binary = (self, other) =>
  isContent(self) && isContent(other) ? self.concat(other) : undefined;

const text: Unary = (self) => (isContent(self) ? self.repr() : undefined);

const contains: Binary = (self, other) =>
  isContent(self) && isByte(other) ? self.includes(other) : undefined;

const content = {
  __getitem__: item,
  __contains__: contains,
  __add__: concat,
  __eq__: equal,
  __ne__: unequal,
  __lt__: order((sign) => sign < 0),
  __le__: order((sign) => sign <= 0),
  __gt__: order((sign) => sign > 0),
  __ge__: order((sign) => sign >= 0),
};

/** By type and by method. */
export const QUICK_UNARY: Readonly<Record<string, Readonly<Record<string, Unary>>>> = {
  bytes: { __len__: length, __repr__: text, __str__: text },
  bytearray: { __len__: length, __repr__: text, __str__: text },
};

/** By type and by method. */
export const QUICK_BINARY: Readonly<Record<string, Readonly<Record<string, Binary>>>> = {
  bytes: content,
  bytearray: content,
  memoryview: { __getitem__: viewItem },
};
