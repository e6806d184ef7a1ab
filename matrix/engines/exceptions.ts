/**
 * What the bridge takes from `src/exceptions`, from the installed package's entries and its documented
 * symbol. Caller: package.mjs.
 */
export { PyException, PyStopIteration, PyUnicodeError, setWarningHandler } from 'pybuffer';

export const EXCEPTION_IDS: unique symbol = Symbol.for('pybuffer.exception') as never;
