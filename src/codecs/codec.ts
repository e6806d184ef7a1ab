import type { Content, Range } from '../memory/index.js';

/** One text encoding. Argument names are checked and empty content is dealt with before it is called. */
export interface Codec {
  /**
   * @param errors name of the error handler
   * @param object what `UnicodeDecodeError.object` shall be, or a function that makes it
   */
  decode(content: Content, errors: string, object: unknown): string;
  /** @param errors name of the error handler */
  encode(text: string, errors: string): Range;
}
