// What the command writes to a terminal beside its results: progress on stderr, colours, bytes of Python's
// streams.
import { writeSync } from 'node:fs';

const CLEAR_LINE = '\r\x1b[K';

/**
 * Shows what takes long, on stderr and only where a person watches; returns the function that wipes it away.
 */
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

/** A text in a colour, where stdout has colours. */
export function colored(color: number, text: string): string {
  return hasColors(process.stdout) ? `\x1b[${color}m${text}\x1b[0m` : text;
}

/** A stream of Python's: bytes go out as they come, since the last line may lack its end. */
export function byteWriter(descriptor: 1 | 2): { write(bytes: Uint8Array): number; isatty: boolean } {
  return {
    isatty: false,
    write(bytes) {
      for (;;) {
        try {
          return writeSync(descriptor, bytes);
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException;
          // The reader has gone, as that of `pybuffer python FILE | head`.
          if (code === 'EPIPE') process.exit(141);
          // A pipe whose reader is slow is tried again.
          if (code !== 'EAGAIN') throw error;
        }
      }
    },
  };
}
