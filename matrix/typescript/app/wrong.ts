/** Must not compile: each line is one error. */
import { Bytes, MemoryView } from 'pybuffer';
import { unpack } from 'pybuffer/struct';

const item: bigint = new MemoryView(new Bytes(1)).get(0);
const [word]: readonly [string] = unpack('<I', new Bytes(4));
export { item, word };
