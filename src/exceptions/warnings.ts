/**
 * Python's warnings, which CPython issues beside a result. They are dropped until a program sets a handler.
 * The codecs, `base64` and literals issue them.
 */
import { PyException, nameException } from './exceptions.js';

/** The warnings that this package issues, by Python's names of their classes. */
export type WarningCategory = 'DeprecationWarning' | 'FutureWarning' | 'SyntaxWarning';

/**
 * One warning. `name` is Python's name of its class, `message` its text. It is an exception, so that a
 * handler can throw it.
 *
 * CPython: Objects/exceptions.c `PyExc_Warning`
 */
export class PyWarning extends PyException {
  /** @param category Python's name of the warning's class */
  constructor(category: WarningCategory, message: string) {
    super(message);
    this.name = category;
  }
}
nameException(PyWarning, 'Warning');

/** Receives each warning. If it throws, the call that issued the warning throws the same. */
export type WarningHandler = (warning: PyWarning) => void;

let handler: WarningHandler | null = null;

/**
 * Sets the function that receives warnings, process-wide. Without one, warnings are dropped.
 *
 * @param next the handler; null to drop warnings again
 * @returns the former handler
 *
 * @example
 * ```ts
 * const seen: string[] = [];
 * setWarningHandler((warning) => void seen.push(`${warning}`));
 * rb`\d`.decode('unicode_escape') // '\\d'
 * setWarningHandler((warning) => { throw warning; });
 * b64decode('ab+/', '-_') // FutureWarning: invalid character '+' in Base64 data with altchars=b'-_' and validate=False will be discarded in future Python versions
 * setWarningHandler(null);
 * seen.length // 1
 * ```
 *
 * CPython: Lib/warnings.py `showwarning`, with no filters: each warning is handed over each time.
 */
export function setWarningHandler(next: WarningHandler | null): WarningHandler | null {
  const before = handler;
  handler = next;
  return before;
}

/** Issues a warning. CPython: Python/_warnings.c `PyErr_WarnEx` */
export function warn(category: WarningCategory, message: string): void {
  handler?.(new PyWarning(category, message));
}
