/**
 * A compiled format and its operations: packing, unpacking, and finding a structure in a buffer. The methods
 * of `Struct` and the functions of the module call these functions, so a program that imports only functions
 * needs no class.
 */
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { parseLayout } from '../../formats/layout.js';
import type { Layout } from '../../formats/layout.js';
import { StructError } from '../../formats/struct-error.js';
import { LENGTH, MEMORY, START, intact, viewOf } from '../../memory/index.js';
import type { Content, Range } from '../../memory/index.js';
import {
  BufferFlags,
  IN_PLACE,
  acquireView,
  endLease,
  isPlainArray,
  isPlainContent,
  lendsItself,
  lease,
  leaseWritable,
  returnView,
} from '../../protocol/index.js';
import { asSsizeArgument, brandOf, exactSize, fullTypeName } from '../../python/index.js';
import type { ByteType } from './byte-type.js';
import { packValues } from './pack.js';
import { unpackValues } from './unpack.js';

/** A format that represents bytes as `B`. */
export interface Compiled<B> {
  /** The format, as text. */
  readonly format: string;
  readonly layout: Layout;
  readonly type: ByteType<B>;
}

/**
 * Compiles a format.
 *
 * @throws PyTypeError, PyValueError, StructError as the constructor of `Struct`
 */
export function compile<B>(format: unknown, type: ByteType<B>): Compiled<B> {
  const text = formatText(format, type);
  return { format: text, layout: parseLayout(text), type };
}

/** `s.pack(*values)` */
export function packStruct<B>(compiled: Compiled<B>, values: readonly unknown[]): B {
  return compiled.type.wrap(packRange(compiled, values));
}

/** {@link packStruct}, in memory for the type of bytes. */
export function packRange<B>({ layout, type }: Compiled<B>, values: readonly unknown[]): Range {
  checkCount(layout, values, 'pack');
  const range = type.allocate(layout.size);
  const memory = range[MEMORY];
  const start = range[START];
  if (layout.padded) memory.fill(0, start, start + layout.size);
  packValues(layout, memory, null, start, values, type);
  return range;
}

/** `s.pack_into(buffer, offset, *values)`, given the position of the buffer among the caller's arguments. */
export function packInto<B>(
  compiled: Compiled<B>,
  buffer: unknown,
  offset: unknown,
  values: readonly unknown[],
  argument: number,
): void {
  const content = leaseWritable(buffer, `pack_into() argument ${argument}`);
  try {
    const place = asSsizeArgument(offset);
    // Read after the conversion, which may give a Struct another format.
    const { layout } = compiled;
    checkCount(layout, values, 'pack_into');
    packAt(compiled, content, content[START] + locate(layout.size, content[LENGTH], place, 'pack'), values);
  } finally {
    endLease(content);
  }
}

/** Writes the values. Converting them runs user code, which may take the memory away. */
function packAt<B>(
  { layout, type }: Compiled<B>,
  content: Content,
  at: number,
  values: readonly unknown[],
): void {
  const end = content[START] + content[LENGTH];
  const memory = intact(content[MEMORY], end);
  memory.fill(0, at, at + layout.size);
  try {
    packValues(layout, memory, null, at, values, type);
  } catch (error) {
    // Replaces the platform's error for lost memory by the library's own.
    intact(memory, end);
    throw error;
  }
  intact(memory, end);
}

function checkCount({ count }: Layout, values: readonly unknown[], name: string): void {
  if (values.length !== count) {
    throw new StructError(`${name} expected ${count} items for packing (got ${values.length})`);
  }
}

/** `s.unpack(buffer)` */
export function unpackStruct<B>(compiled: Compiled<B>, buffer: unknown): readonly unknown[] {
  if (lendsItself(buffer) || isPlainContent(buffer)) return unpackAll(compiled, buffer);
  const content = lease(buffer);
  try {
    return unpackAll(compiled, content);
  } finally {
    endLease(content);
  }
}

/** The values of a structure that is the whole content. */
export function unpackAll<B>(compiled: Compiled<B>, content: Content): readonly unknown[] {
  const { size } = compiled.layout;
  const length = content[LENGTH];
  if (length !== size) throw new StructError(`unpack requires a buffer of ${size} bytes`);
  return unpackAt(compiled, content[MEMORY], content[START], length, content[START]);
}

/** `s.unpack_from(buffer, offset)` */
export function unpackFrom<B>(
  compiled: Compiled<B>,
  buffer: unknown,
  offset: unknown = 0,
): readonly unknown[] {
  if (typeof offset === 'number') {
    if (lendsItself(buffer) || isPlainContent(buffer)) {
      return unpackFound(compiled, buffer[MEMORY], buffer[START], buffer[LENGTH], asSsizeArgument(offset));
    }
    if (isPlainArray(buffer)) {
      return unpackFound(compiled, buffer, 0, buffer.length, asSsizeArgument(offset));
    }
    const present = inPlace(buffer);
    if (present !== null) {
      return unpackFound(compiled, present[MEMORY], present[START], present[LENGTH], asSsizeArgument(offset));
    }
  }
  const content = lease(buffer);
  try {
    const place = typeof offset === 'number' ? asSsizeArgument(offset) : offsetBeside(buffer, offset);
    return unpackFound(compiled, content[MEMORY], content[START], content[LENGTH], place);
  } finally {
    endLease(content);
  }
}

/** The structure at an offset into `memory[start .. start + length)`. */
function unpackFound<B>(
  compiled: Compiled<B>,
  memory: Uint8Array,
  start: number,
  length: number,
  offset: number,
): readonly unknown[] {
  const { size } = compiled.layout;
  const isInside = offset >= 0 && offset + size <= length;
  const at = start + (isInside ? offset : locate(size, length, offset, 'unpack'));
  return unpackAt(compiled, memory, start, length, at);
}

/** The structure at `memory[at]`, which lies within `memory[start .. start + length)`. */
function unpackAt<B>(
  { layout, type }: Compiled<B>,
  memory: Uint8Array,
  start: number,
  length: number,
  at: number,
): readonly unknown[] {
  const present = intact(memory, start + length);
  return unpackValues(layout, present, viewOf(present), at, type);
}

/** The text of a format; null if it is neither text nor bytes. */
export function textOf(format: unknown, type: ByteType<unknown>): string | null {
  if (typeof format === 'string') return format;
  const content = type.exact(format);
  if (content === null) return null;
  const start = content[START];
  const end = start + content[LENGTH];
  const memory = intact(content[MEMORY], end);
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(memory[i]!);
  return text;
}

/**
 * Checks a format and returns its text.
 *
 * @throws PyTypeError `Struct() argument 1 must be a str or bytes object, not int`
 * @throws PyValueError `non-ASCII character in struct format`
 */
function formatText(format: unknown, type: ByteType<unknown>): string {
  const text = textOf(format, type);
  if (text === null) {
    throw new PyTypeError(`Struct() argument 1 must be a str or bytes object, not ${fullTypeName(format)}`);
  }
  if (/[^\0-\x7f]/.test(text)) throw new PyValueError('non-ASCII character in struct format');
  return text;
}

/**
 * The position in a buffer at which a structure begins; a negative offset counts from the end.
 *
 * @param doing the verb in the error message
 */
function locate(size: number, length: number, offset: number, doing: 'pack' | 'unpack'): number {
  if (offset < 0) {
    if (offset + size > 0) {
      const lack = doing === 'pack' ? 'no space to pack' : 'not enough data to unpack';
      throw new StructError(`${lack} ${size} bytes at offset ${offset}`);
    }
    if (offset + length < 0) {
      throw new StructError(`offset ${exactSize(offset)} out of range for ${length}-byte buffer`);
    }
    offset += length;
  }
  if (length - offset < size) {
    const name = doing === 'pack' ? 'pack_into' : 'unpack_from';
    const at = exactSize(offset);
    throw new StructError(
      `${name} requires a buffer of at least ${BigInt(size) + BigInt(at)} bytes for ${doing}ing ${size} bytes ` +
        `at offset ${at} (actual buffer size is ${length})`,
    );
  }
  return offset;
}

/** The bytes of a memoryview, which needs no lease while no user code runs; null for everything else. */
function inPlace(buffer: unknown): Content | null {
  if (brandOf(buffer) !== 'memoryview') return null;
  return (buffer as { [IN_PLACE]?(): Range | null })[IN_PLACE]?.() ?? null;
}

/** Converts an offset. Its `__index__` may try to resize the buffer, so the buffer is exported first. */
function offsetBeside(buffer: unknown, offset: unknown): number {
  if (!isPlainContent(buffer)) return asSsizeArgument(offset);
  const pin = acquireView(buffer, BufferFlags.SIMPLE);
  try {
    return asSsizeArgument(offset);
  } finally {
    returnView(pin);
  }
}
