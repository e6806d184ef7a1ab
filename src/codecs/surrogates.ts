/** Lone surrogates in JavaScript's strings. */
import type { ByteSink } from '../memory/index.js';

/**
 * Appends the bytes that `surrogateescape` hid at the start of `text[start .. end)`.
 *
 * @returns the position of the first other character, or `end`
 */
export function writeEscaped(text: string, start: number, end: number, sink: ByteSink): number {
  let i = start;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xdc80 || code > 0xdcff) break;
    sink.byte(code - 0xdc00);
  }
  return i;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a surrogate is lone. */
export function hasLoneSurrogate(text: string): boolean {
  const native = (text as { isWellFormed?: () => boolean }).isWellFormed;
  return native === undefined ? LONE_SURROGATE.test(text) : !native.call(text);
}
