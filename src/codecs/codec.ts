import type { Steps } from './steps.js';
import type { Unfinished } from './decode-faults.js';
import type { Content, Range } from '../memory/index.js';

/** One text encoding. Argument names are checked and empty content is dealt with before it is called. */
export interface Codec {
  /**
   * @param errors name of the error handler
   * @param object what `UnicodeDecodeError.object` shall be, or a function that makes it
   * @param unfinished asks the codec to leave an incomplete sequence at the end alone, which incremental decoders do
   */
  decode(content: Content, errors: string, object: unknown, unfinished?: Unfinished): string;
  /** Most bytes that one UTF-16 unit of text takes; omitted where that is not known. */
  readonly bytesPerUnit?: number;
  /** @param errors name of the error handler */
  encode(text: string, errors: string): Range;
  /** Conversion in steps, for codecs that keep more between steps than an incomplete sequence. */
  readonly steps?: Steps;
}
