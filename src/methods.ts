/**
 * The methods that `pybuffer/core` leaves out: methods of bytes and bytearray that search, split, join, strip
 * and replace (`find`, `rfind`, `index`, `rindex`, `count`, `includes`, `startswith`, `endswith`, `split`,
 * `rsplit`, `partition`, `rpartition`, `join`, `strip`, `lstrip`, `rstrip`, `removeprefix`, `removesuffix`,
 * `replace`) or treat bytes as text (`upper`, `lower`, `title`, `capitalize`, `swapcase`, the `is...`
 * methods, `center`, `ljust`, `rjust`, `zfill`, `expandtabs`, `splitlines`, `translate`, `maketrans`), and
 * `hash` of bytes and memoryviews. Importing this registers them for the whole process.
 */
import './bytes/register-methods.js';
