// The processes in which a bench times its contenders; their programs are in `contenders/`. Caller: main.ts.
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import type { Row } from './row.js';

interface Reply {
  version?: string;
  answer?: string | null;
  ns?: number;
  error?: string;
}

/** A contender: a separate process that takes requests and replies in lines of JSON. See `contenders/`. */
export class Contender {
  /** Its exact version, for the report. */
  version = '';
  private process: ChildProcessWithoutNullStreams | null = null;
  private lines: AsyncIterator<string> | null = null;
  private reader: Interface | null = null;

  constructor(
    readonly name: string,
    private readonly command: readonly [string, ...string[]],
    /** The largest size to ask for. */
    readonly limit: number,
    /** Milliseconds after which it counts as too slow. */
    private readonly patience: number,
    /** Makes the request that describes a row. */
    private readonly describe: (row: Row, n: number) => object,
  ) {}

  /** Starts it; false if it does not run here. */
  async start(): Promise<boolean> {
    try {
      const [file, ...args] = this.command;
      this.process = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'] });
      this.process.on('error', () => {});
      this.process.stdin.on('error', () => {});
      this.process.stderr.resume();
      this.reader = createInterface({ input: this.process.stdout });
      this.lines = this.reader[Symbol.asyncIterator]();
      const hello = await this.reply(60_000);
      this.version = hello.version ?? '';
      return true;
    } catch {
      this.stop();
      return false;
    }
  }

  private async reply(milliseconds: number): Promise<Reply> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('slow')), milliseconds);
    });
    try {
      const line = await Promise.race([this.lines!.next(), timeout]);
      if (line.done === true) throw new Error('it ended');
      return JSON.parse(line.value) as Reply;
    } catch (error) {
      this.stop();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private async ask(request: object): Promise<Reply> {
    if (this.process === null && !(await this.start())) throw new Error('it does not start again');
    this.process!.stdin.write(`${JSON.stringify(request)}\n`);
    const reply = await this.reply(this.patience);
    if (reply.error !== undefined) throw new Error(reply.error);
    return reply;
  }

  /** Prepares a row and returns its answer; null if it does not take part. Throws if it fails. */
  async prepare(row: Row, n: number): Promise<string | null> {
    return (await this.ask(this.describe(row, n))).answer ?? null;
  }

  /** The answer once more, to detect a row that changes its data and so timed something else. */
  async answer(): Promise<string> {
    return (await this.ask({})).answer!;
  }

  /** The time of one call of the row, in ns. */
  async measure(seconds: number): Promise<number> {
    return (await this.ask({ seconds })).ns!;
  }

  stop(): void {
    this.reader?.close();
    this.process?.kill('SIGKILL');
    this.process = null;
  }
}
