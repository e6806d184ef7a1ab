/** The exceptions of `binascii`, which its functions and those of `base64` raise. */
import { PyException, PyValueError, nameException } from '../../exceptions/index.js';

/** Python's `binascii.Error`: data that is invalid in an encoding. */
export class BinasciiError extends PyValueError {}

/** Python's `binascii.Incomplete`, which nothing raises any more. */
export class BinasciiIncomplete extends PyException {}

nameException(BinasciiError, 'Error', 'binascii.Error');
nameException(BinasciiIncomplete, 'Incomplete', 'binascii.Incomplete');
