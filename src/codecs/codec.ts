import { PyLookupError } from '../exceptions/index.js';
import { LENGTH, MEMORY, Range, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { normalizeEncoding } from './names.js';

/**
 * `content.decode(encoding, errors)`.
 *
 * @param object what `UnicodeDecodeError.object` shall be: a `Bytes`, or a function that makes one of the content
 *   it is given, called only when there is an error
 */
export function decode(content: Content, encoding: string, _errors: string, _object: unknown): string {
  const start = content[START];
  const bytes = content[MEMORY].subarray(start, start + content[LENGTH]);
  switch (normalizeEncoding(encoding)) {
    case 'ascii':
    case 'latin_1':
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    case 'utf_8':
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    default:
      throw new PyLookupError(`unknown encoding: ${encoding}`);
  }
}

/** `text.encode(encoding, errors)`. */
export function encode(text: string, encoding: string, _errors: string): Range {
  switch (normalizeEncoding(encoding)) {
    case 'ascii':
    case 'latin_1': {
      const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
      return new Range(bytes, 0, bytes.length);
    }
    case 'utf_8': {
      const bytes = new TextEncoder().encode(text);
      return new Range(bytes, 0, bytes.length);
    }
    default:
      throw new PyLookupError(`unknown encoding: ${encoding}`);
  }
}
