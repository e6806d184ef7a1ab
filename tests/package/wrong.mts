// Wrong on purpose: items of 'q' are bigints. check-package.mjs demands that this does not compile.
import { ByteArray, MemoryView } from 'pybuffer';

export const wrong: number = new MemoryView(new ByteArray(8)).cast('q').get(0);
