/**
 * The methods of bytes and bytearray that treat bytes as text, for `pybuffer/core`: `upper`, `lower`, `title`, `capitalize`, `swapcase`,
 * the `is...` methods, `center`, `ljust`, `rjust`, `zfill`, `expandtabs`, `splitlines`, `translate`. Importing this registers them
 * for the whole process.
 */
import './bytes/register-text-methods.js';
