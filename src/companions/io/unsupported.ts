/** The error of operations that a stream in memory lacks. */
import { PyOSError, nameException } from '../../exceptions/index.js';

/**
 * Raised for an operation that a stream does not support. Not Python, where it is also a ValueError.
 *
 * CPython: Lib/io.py `UnsupportedOperation`
 */
export class UnsupportedOperation extends PyOSError {}

nameException(UnsupportedOperation, 'UnsupportedOperation', 'io.UnsupportedOperation');
