/** A float whose class a program derives from `float`: errors of the library name that class. */
import { PyFloat, TYPE_NAME } from '../python/index.js';

/** Not Python, where every value knows its class. */
export class DerivedFloat extends PyFloat {
  constructor(
    value: number,
    private readonly className: string,
  ) {
    super(value);
  }

  /** @internal */
  override get [TYPE_NAME](): string {
    return this.className;
  }
}
