/** The error of operations that a stream in memory does not have. */
import { PyOSError, nameException } from '../../exceptions/index.js';

/**
 * A stream cannot do what was asked. Not Python, where it is a ValueError, too.
 *
 * CPython: Lib/io.py `UnsupportedOperation`
 */
export class UnsupportedOperation extends PyOSError {}

nameException(UnsupportedOperation, 'UnsupportedOperation', 'io.UnsupportedOperation');
