// Terminal output other than results: progress on stderr, colours, bytes of Python's streams.
import { writeSync } from 'node:fs';

const CLEAR_LINE = '\r\x1b[K';

/** Shows a progress text on stderr, if that is a terminal; returns a function that erases it. */
export function progress(text: string): () => void {
  if (!process.stderr.isTTY) return () => {};
  process.stderr.write(`${CLEAR_LINE}${text}`);
  return () => void process.stderr.write(CLEAR_LINE);
}

/** Whether output may be coloured. https://no-color.org */
function hasColors(stream: NodeJS.WriteStream): boolean {
  return Boolean(stream.isTTY) && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}

export const RED = 31;
export const GREEN = 32;

/** Colours a text if stdout has colours. */
export function colored(color: number, text: string): string {
  return hasColors(process.stdout) ? `\x1b[${color}m${text}\x1b[0m` : text;
}

/** A stream for Python that writes bytes at once, because the last line may have no newline. */
export function byteWriter(descriptor: 1 | 2): { write(bytes: Uint8Array): number; isatty: boolean } {
  return {
    isatty: false,
    write(bytes) {
      for (;;) {
        try {
          return writeSync(descriptor, bytes);
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException;
          // The reader has gone, as in `pybuffer python FILE | head`.
          if (code === 'EPIPE') process.exit(141);
          // EAGAIN means a pipe with a slow reader: try again.
          if (code !== 'EAGAIN') throw error;
        }
      }
    },
  };
}
