/** `hexdump(x)`: shows bytes for people to read. It accepts any value. */
import { checkTextLength } from '../algorithms/text.js';
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START } from '../memory/index.js';
import { MemoryView } from '../memoryview/index.js';
import type { BytesLike } from '../protocol/index.js';
import { typeName } from '../python/index.js';

/** The options of {@link hexdump}. */
export interface HexdumpOptions {
  /** Bytes per line, 16 by default. */
  readonly width?: number;
  /** Bytes per group, 8 by default. */
  readonly group?: number;
  /** The offset of the first byte, 0 by default. */
  readonly offset?: number;
  /** Whether lines that repeat the one before are replaced by one `*`; false by default. */
  readonly squeeze?: boolean;
}

/**
 * Returns the bytes in hexadecimal with their offsets and their ASCII characters, as `hexdump -C` shows them.
 * Views with several dimensions and views that are not contiguous are shown in the order of their items.
 *
 * Not Python, where programs write it by hand or call `xxd`.
 *
 * @returns the lines without a line feed at the end; an empty string for no bytes
 * @throws PyTypeError `memoryview: a bytes-like object is required, not 'str'`,
 *   `hexdump() takes options, not int`
 * @throws PyMemoryError for lines that are longer than a string can be
 * @throws PyValueError `width, group and offset have to be ints, not below 1, 1 and 0`
 *
 * @example
 * ```ts
 * hexdump(b`\x89PNG\r\n\x1a\n`) // '00000000  89 50 4e 47 0d 0a 1a 0a                           |.PNG....|'
 * hexdump(b`abcd`, { width: 2, offset: 256 }).split('\n') // ['00000100  61 62  |ab|', '00000102  63 64  |cd|']
 * ```
 */
export function hexdump(data: BytesLike, options: HexdumpOptions = {}): string {
  if (typeof options !== 'object' || options === null)
    throw new PyTypeError(`hexdump() takes options, not ${typeName(options)}`);
  const { width = 16, group = 8, offset = 0, squeeze = false } = options;
  const isInt = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;
  if (!isInt(width, 1) || !isInt(group, 1) || !isInt(offset, 0)) {
    throw new PyValueError('width, group and offset have to be ints, not below 1, 1 and 0');
  }
  const bytes = contentOf(data);
  const digits = Math.max(8, (offset + bytes.length).toString(16).length);
  const columns = width * 3 + Math.floor((width - 1) / group);
  checkTextLength(columns);
  const lines: string[] = [];
  let last = '';
  for (let at = 0; at < bytes.length; at += width) {
    const line = lineOf(bytes.subarray(at, at + width), group, columns);
    if (!squeeze || line !== last || at + width >= bytes.length) {
      lines.push((offset + at).toString(16).padStart(digits, '0') + line);
    } else if (lines[lines.length - 1] !== '*') {
      lines.push('*');
    }
    last = line;
  }
  return lines.join('\n');
}

function lineOf(bytes: Uint8Array, group: number, columns: number): string {
  let hex = '';
  let text = '';
  bytes.forEach((byte, i) => {
    hex += `${i > 0 && i % group === 0 ? '  ' : ' '}${byte.toString(16).padStart(2, '0')}`;
    text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
  });
  return ` ${hex.padEnd(columns)}  |${text}|`;
}

/** A copy of the bytes, in the order of items. */
function contentOf(data: BytesLike): Uint8Array {
  const view = new MemoryView(data);
  try {
    const content = view.tobytes();
    const start = content[START];
    return content[MEMORY].subarray(start, start + content[LENGTH]);
  } finally {
    view.release();
  }
}
