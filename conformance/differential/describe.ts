// Describes results and final states of programs in the same words as oracle.py, so that the two can be
// compared as texts. It uses only public entries of the library. Caller: ours.ts.
import { ByteArray, Bytes, PyComplex, PyException, PyFloat, PyUnicodeEncodeError } from 'pybuffer';
import type { BytesIO } from 'pybuffer/io';
import * as runtime from 'pybuffer/runtime';
import { NotImplemented, isTuple, typeName } from 'pybuffer/runtime';

/** Iterators of the library, which are described by their remaining items. */
const ITERATORS = new Set([
  'bytes_iterator',
  'bytearray_iterator',
  'memory_iterator',
  'arrayiterator',
  'unpack_iterator',
  'reversed',
]);

/**
 * The state of a value.
 *
 * @param end whether the program is over, so that iterators may be asked for the rest
 */
export function stateOf(value: unknown, end: boolean): string {
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? `int ${BigInt(value)}` : `number ${value}`;
    case 'bigint':
      return `int ${bigintText(value)}`;
    case 'boolean':
      return `bool ${value ? 1 : 0}`;
    case 'string':
      return `str ${asciiJson(withoutAddresses(value))}`;
    case 'symbol':
      return value === NotImplemented ? 'NotImplemented' : 'Ellipsis';
    case 'object':
      return value === null ? 'None' : objectState(value, end);
    default:
      return typeName(value);
  }
}

/**
 * Python refuses to write more than some thousand decimal digits, so large ints are written in hexadecimal.
 */
function bigintText(value: bigint): string {
  const size = value < 0n ? -value : value;
  if (size < 2n ** 1000n) return String(value);
  return `${value < 0n ? '-' : ''}0x${size.toString(16)}`;
}

function objectState(value: object, end: boolean): string {
  if (value instanceof PyFloat) return `float ${floatHex(value.value)}`;
  if (Array.isArray(value)) {
    const items = value.map((item) => stateOf(item, end)).join(', ');
    return `${isTuple(value) ? 'tuple' : 'list'} [${items}]`;
  }
  if (value instanceof PyComplex) return `complex ${floatHex(value.re)} ${floatHex(value.im)}`;
  const name = typeName(value);
  const short = name.replace(/^.*\./, '');
  if (value instanceof Bytes) return `${name} ${hexOf(Bytes, value)}`;
  if (value instanceof ByteArray) return `${name} ${hexOf(ByteArray, value)}`;
  switch (name) {
    case 'memoryview':
      return viewState(value);
    case 'array.array': {
      const code = String(runtime.getAttribute(value, 'typecode'));
      return `array ${code} ${hex((runtime.callMethod(value, 'tobytes', []) as Bytes).toUint8Array())}`;
    }
    case '_io.BytesIO':
      return streamState(value as BytesIO);
    case '_struct.Struct': {
      const format = asciiJson(String(runtime.getAttribute(value, 'format')));
      return `Struct ${format} ${String(runtime.getAttribute(value, 'size'))}`;
    }
    default:
      if (ITERATORS.has(short)) return end ? `${short} ${rest(value)}` : short;
      // Other implementations name their iterators differently.
      return isIterator(value) ? 'iterator' : short;
  }
}

function isIterator(value: object): boolean {
  const { next, __next__ } = value as { next?: unknown; __next__?: unknown };
  return typeof next === 'function' || typeof __next__ === 'function' || __next__ === null;
}

/** The content of an object, even if its class overrides methods. */
function hexOf(cls: typeof Bytes | typeof ByteArray, value: Bytes | ByteArray): string {
  return hex(cls.prototype.toUint8Array.call(value as never));
}

function viewState(view: object): string {
  const get = (name: string) => runtime.getAttribute(view, name);
  let shape;
  try {
    shape = get('shape') as number[];
  } catch (error) {
    return `memoryview ${(error as Error).message}`;
  }
  const list = (values: unknown) => `[${(values as number[]).join(', ')}]`;
  const bytes = hex((runtime.callMethod(view, 'tobytes', []) as Bytes).toUint8Array());
  const geometry = `${list(shape)} ${list(get('strides'))} ${list(get('suboffsets'))}`;
  return `memoryview ${String(get('format'))} ${geometry} ${get('readonly') ? 1 : 0} ${bytes}`;
}

function streamState(stream: BytesIO): string {
  if (runtime.getAttribute(stream, 'closed') === true) return 'BytesIO closed';
  const content = runtime.callMethod(stream, 'getvalue', []) as Bytes;
  return `BytesIO ${String(runtime.callMethod(stream, 'tell', []))} ${hex(content.toUint8Array())}`;
}

/** The remaining items of an iterator. */
function rest(iterator: unknown): string {
  const items: string[] = [];
  try {
    for (let i = 0; i < 50; i++) items.push(stateOf(runtime.builtins.next(iterator), false));
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    if (error.name !== 'StopIteration') items.push(`!${error.name}: ${error.message}`);
  }
  return `[${items.map((item) => pythonRepr(item)).join(', ')}]`;
}

/** A state inside a list, as the repr of a Python str. */
function pythonRepr(text: string): string {
  return runtime.builtins.repr(text);
}

/** Whether the identity of an object is compared. */
export function isIdentified(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof PyFloat || value instanceof PyComplex) return false;
  // CPython keeps one object for each of the 257 shortest byte strings, and for the empty tuple.
  if (isTuple(value)) return value.length > 0;
  return !(typeName(value) === 'bytes' && (value as Bytes).length < 2);
}

export function describeError(error: unknown): string {
  if (error instanceof PyException) {
    return `!${error.name === 'error' ? 'struct.error' : error.name}: ${messageOf(error)}`;
  }
  return `!!JavaScript ${error instanceof Error ? error.stack : String(error)}`;
}

/** A codec error with changed fields may have no text. */
function messageOf(error: Error): string {
  // Python's str() of such an error raises; in JavaScript a message that throws would be of no use.
  if (error instanceof PyUnicodeEncodeError && typeof error.object !== 'string') {
    return "no text: UnicodeError 'object' attribute must be a string";
  }
  try {
    return withoutAddresses(error.message);
  } catch (refusal) {
    if (!(refusal instanceof PyException)) throw refusal;
    return `no text: ${refusal.message}`;
  }
}

/** Replaces the end of a long text by its length and checksum. */
export function shortened(text: string): string {
  return text.length <= 2000 ? text : `${text.slice(0, 200)}... ${text.length} ${crc32(text)}`;
}

/** Addresses are not compared. */
function withoutAddresses(text: string): string {
  return text.replace(/at 0x[0-9a-f]+/g, 'at 0x');
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** `at 0x` in hexadecimal, before an address that `%a` has written into bytes. */
const AT = '6174203078';
const ADDRESSES = /6174203078(3[0-9]|6[1-6])+/g;

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte]!;
  return text.includes(AT) ? text.replace(ADDRESSES, AT) : text;
}

function floatHex(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** JSON as Python writes it: ASCII only. */
function asciiJson(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of `zlib.crc32` over the text in UTF-16, little-endian. */
function crc32(text: string): number {
  let crc = -1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    crc = (crc >>> 8) ^ CRC[(crc ^ unit) & 255]!;
    crc = (crc >>> 8) ^ CRC[(crc ^ (unit >> 8)) & 255]!;
  }
  return ~crc >>> 0;
}
