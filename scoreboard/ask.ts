/** Runs programs on an implementation, in a separate process. Callers: scoreboard.ts, the test of the rules. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SERVE = join(import.meta.dirname, 'serve.mjs');
/**
 * Milliseconds for one program, and for the start: they tell an endless loop from slow work, and decide
 * nothing else.
 */
const LIMIT = 20_000;
const START_LIMIT = 240_000;

export interface Answer {
  readonly version: string;
  /** What each program printed. */
  readonly printed: readonly string[];
}

/** Runs the programs on the implementation of a name; null where it is not installed. */
export async function ask(name: string, programs: readonly string[]): Promise<Answer | null> {
  const printed: string[] = [];
  for (;;) {
    const child = spawn(process.execPath, ['--import', 'tsx', SERVE, name], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    // If the process has ended, the end of its output says so.
    child.stdin.on('error', () => undefined);
    const next = async (limit: number): Promise<unknown> => {
      const timer = setTimeout(() => child.kill('SIGKILL'), limit);
      const line = await lines.next();
      clearTimeout(timer);
      return line.done === true ? undefined : JSON.parse(line.value);
    };
    const version = (await next(START_LIMIT)) as string | null | undefined;
    if (version === undefined) throw new Error(`${name} does not start`);
    if (version === null) return null;
    let answer: unknown = '';
    while (answer !== undefined && printed.length < programs.length) {
      child.stdin.write(`${JSON.stringify(programs[printed.length])}\n`);
      answer = await next(LIMIT);
      printed.push((answer as string | undefined) ?? 'the interpreter ended\n');
    }
    child.stdin.end();
    if (printed.length === programs.length) return { version, printed };
  }
}
