/** `%` of bytes (`b.mod(args)`), for `pybuffer/core`: importing this registers it process-wide. */
import './formats/register-percent.js';
