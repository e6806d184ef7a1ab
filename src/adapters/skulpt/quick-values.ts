/**
 * What the fast paths of this folder share: Skulpt's ints for bytes, the content of plain objects, and
 * handles for new results. No code of the program runs here. Callers: the files `quick*.ts`.
 */
import { ByteArray, Bytes } from '../../bytes/index.js';
import { decodeShort } from '../../codecs/index.js';
import { recordStacks } from '../../exceptions/index.js';
import type { PyUnicodeDecodeError } from '../../exceptions/index.js';
import { UNICODE_FIELDS } from '../unicode-errors.js';
import { VALUE } from './border.js';
import { exceptionClass } from './exceptions.js';
import type { Border } from './border.js';
import type { PyObject } from './skulpt.js';

/** A value whose methods no class overrides. */
export type Content = Bytes | ByteArray;

/** Returns the handle of a method's result. */
export type HandleOf = (result: Content, self: PyObject) => PyObject;

/** The fast conversions of one installation. */
export interface Quick {
  /** Skulpt's ints from 0 to 255. */
  readonly bytes: readonly PyObject[];
  /** The content of an object that is exactly a `bytes` or a `bytearray`; null for all others. */
  contentOf(object: PyObject): Content | null;
  /** The handle for a method's result: `self` if the method returned its own value. */
  handleOf: HandleOf;
  /** The same for a result that is either that value or new: it looks for no handle in bytes that have several. */
  newHandleOf: HandleOf;
  /** A handle for new bytes, of which there are two at least. */
  handleOfNew(result: Bytes): PyObject;
  /** The bytes of exact ints; null if an item is anything else, or large. Raises for an int that is no byte. */
  bytesOf(items: readonly PyObject[]): number[] | null;
  /** The text of exact bytes in UTF-8; null for all others, and for long bytes. Raises for a fault. */
  decoded(object: PyObject): PyObject | null;
}

const known = new WeakMap<Border, Quick>();

/** The fast conversions of an installation, made once. */
export function quickOf(border: Border): Quick {
  let quick = known.get(border);
  if (quick === undefined) known.set(border, (quick = makeQuick(border)));
  return quick;
}

function makeQuick(border: Border): Quick {
  const { int_, str, ValueError } = border.Sk.builtin;
  const bytes = Array.from({ length: 256 }, (_, i) => new int_!(i));

  const contentOf = (object: PyObject): Content | null => {
    const value = object[VALUE] as Content | undefined;
    return value !== undefined && (value.constructor === Bytes || value.constructor === ByteArray)
      ? value
      : null;
  };

  const handleOf = (result: Content, self: PyObject): PyObject =>
    result === self[VALUE] ? self : border.runtime.toHost(result);

  const newHandleOf = (result: Content, self: PyObject): PyObject => {
    if (result === self[VALUE]) return self;
    // Empty bytes and each single byte have only one handle.
    if (result.constructor !== Bytes || result.length < 2) return border.runtime.toHost(result);
    return handleOfNew(result);
  };

  const handleOfNew = (result: Bytes): PyObject => {
    const handle = new border.bytes(undefined, result);
    border.runtime.adopt(handle, result);
    return handle;
  };

  const bytesOf = (items: readonly PyObject[]): number[] | null => {
    const numbers: number[] = [];
    for (const item of items) {
      const value = item.v;
      if (item.ob$type !== int_ || typeof value !== 'number') return null;
      if ((value & 255) !== value) throw new ValueError!('bytes must be in range(0, 256)');
      numbers.push(value);
    }
    return numbers;
  };

  const decoded = (object: PyObject): PyObject | null => {
    const value = object[VALUE] as Content | undefined;
    const result = value?.constructor === Bytes ? textOrError(value) : null;
    if (typeof result === 'string') return new str!(result);
    if (result === null) return null;
    throw errorOf(border, result);
  };

  return { bytes, contentOf, handleOf, newHandleOf, handleOfNew, bytesOf, decoded };
}

/** The text of bytes, or the error; null if they are long, or their memory is lost. */
function textOrError(value: Content): string | PyUnicodeDecodeError | null {
  const stacks = recordStacks(false);
  try {
    return decodeShort(value, value);
  } catch {
    return null;
  } finally {
    recordStacks(stacks);
  }
}

/** Skulpt's exception for an error that nobody has thrown yet: each `throw` takes as long as all the rest. */
function errorOf({ Sk, runtime }: Border, error: PyUnicodeDecodeError): unknown {
  const made = new (exceptionClass(Sk, 'UnicodeDecodeError'))();
  made['args'] = new Sk.builtin['tuple']!(UNICODE_FIELDS.map((name) => runtime.toHost(error[name])));
  return made;
}
