/** What `install` of each adapter takes besides the runtime. */
import type { LifetimeRule } from '../protocol/index.js';
import type { ABI } from '../python/index.js';

/** What a page can choose for its runtime. */
export interface InstallOptions {
  /** The sizes of C's types: `LP64` (default) or `ILP32`, both in `pybuffer`. */
  readonly abi?: ABI;
  /**
   * What a resize does while views are out. By default it asks whether the program can still reach a view of
   * the object: then it raises BufferError, else it releases the views. `'strict'` raises while any view
   * lives, `'detach'` always releases them.
   */
  readonly lifetimes?: LifetimeRule;
}
