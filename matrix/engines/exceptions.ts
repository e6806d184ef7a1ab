/**
 * Replaces `src/exceptions` for the bridge, with the installed package's entries and its documented symbol.
 * Caller: package.mjs.
 */
export { PyException, PyStopIteration, PyUnicodeError, setWarningHandler } from 'pybuffer';

export const EXCEPTION_IDS: unique symbol = Symbol.for('pybuffer.exception') as never;
