/** The exception of the module `struct`, which views raise too. */
import { PyException, nameException } from '../exceptions/index.js';

/** Python's `struct.error`: a format does not parse, or values or a buffer do not fit it. */
export class StructError extends PyException {}

nameException(StructError, 'error', 'struct.error');
