/**
 * The methods that `pybuffer/core` leaves out. Of bytes and bytearray those that search, split, join, strip
 * and replace (`find`, `rfind`, `index`, `rindex`, `count`, `includes`, `startswith`, `endswith`, `split`,
 * `rsplit`, `partition`, `rpartition`, `join`, `strip`, `lstrip`, `rstrip`, `removeprefix`, `removesuffix`,
 * `replace`), and those that treat bytes as text: `upper`, `lower`, `title`, `capitalize`, `swapcase`, the
 * `is...` methods, `center`, `ljust`, `rjust`, `zfill`, `expandtabs`, `splitlines`, `translate`, `maketrans`.
 * Of bytes and memoryviews `hash`. Importing this registers them for the whole process.
 */
import './bytes/register-methods.js';
