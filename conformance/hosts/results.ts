/**
 * The results of programs on hosts, kept in a file, so that a long run can be made in pieces:
 * `npm run hosts -- --results FILE --minutes 7`, the same again until it says that nothing is left. Without a
 * file the results last as long as the process. Caller: the command.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Difference } from './ledger.js';

/** How one program did in one setting. */
export interface Result {
  /** The number of its lines that match CPython's, and of all its lines. */
  readonly lines: number;
  readonly ofLines: number;
  /** The first line that differs; null where none does. */
  readonly difference: Difference | null;
}

export class Results {
  readonly #results = new Map<string, Result>();

  /** @param file lines of JSON that this adds to, and reads first; none when undefined */
  constructor(private readonly file: string | undefined) {
    if (file === undefined || !existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const [key, result] = JSON.parse(line) as [string, Result];
      this.#results.set(key, result);
    }
  }

  /** The result of the program with this title in this setting; undefined before it ran. */
  get(setting: string, title: string): Result | undefined {
    return this.#results.get(`${setting}: ${title}`);
  }

  set(setting: string, title: string, result: Result): void {
    const key = `${setting}: ${title}`;
    this.#results.set(key, result);
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify([key, result])}\n`);
  }
}
