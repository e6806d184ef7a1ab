/**
 * The text of `str()` for a `UnicodeDecodeError` or `UnicodeEncodeError` that a program made. Callers: the
 * adapters' exceptions.
 */
import { PyUnicodeDecodeError, PyUnicodeEncodeError } from '../exceptions/index.js';

/** The names of the five arguments, which are also the names of the attributes. */
export const UNICODE_FIELDS = ['encoding', 'object', 'start', 'end', 'reason'] as const;

const CLASSES = { UnicodeDecodeError: PyUnicodeDecodeError, UnicodeEncodeError: PyUnicodeEncodeError };

/** The exceptions that have these fields. */
export type UnicodeErrorName = keyof typeof CLASSES;

export const UNICODE_ERRORS = Object.keys(CLASSES) as UnicodeErrorName[];

/** Makes the message from our values. */
export function unicodeErrorMessage(name: UnicodeErrorName, values: readonly unknown[]): string {
  const [encoding, object, start, end, reason] = values;
  return new CLASSES[name](String(encoding), object, Number(start), Number(end), String(reason), itemAt)
    .message;
}

/** The faulty byte or character; undefined if the index is not in the object. */
function itemAt(object: unknown, index: number): number | undefined {
  if (typeof object === 'string') return Array.from(object)[index]?.codePointAt(0);
  return (object as { readonly [index: number]: number | undefined })[index];
}
