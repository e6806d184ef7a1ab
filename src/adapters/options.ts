/** The options of each adapter's `install`. */
import type { LifetimeRule } from '../protocol/index.js';
import type { ABI } from '../python/index.js';

/** The options of `install`. */
export interface InstallOptions {
  /** The sizes of C's types: `LP64` (default) or `ILP32`, both in `pybuffer`. */
  readonly abi?: ABI;
  /**
   * What a resize does while views exist. By default it raises BufferError if the program can still reach a
   * view of the object, and otherwise releases the views. `'strict'` raises while any view lives, `'detach'`
   * always releases them.
   */
  readonly lifetimes?: LifetimeRule;
}
