/** The error of operations that a stream in memory does not have. */
import { PyOSError, nameException } from '../../exceptions/index.js';

/**
 * A stream does not support the operation. Not Python, where it is also a ValueError.
 *
 * CPython: Lib/io.py `UnsupportedOperation`
 */
export class UnsupportedOperation extends PyOSError {}

nameException(UnsupportedOperation, 'UnsupportedOperation', 'io.UnsupportedOperation');
