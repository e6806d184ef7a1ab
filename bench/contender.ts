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

/** Somebody who takes part: a process of its own, spoken to in lines of JSON. See `contenders/`. */
export class Contender {
  /** What exactly it is, for the report. */
  version = '';
  private process: ChildProcessWithoutNullStreams | null = null;
  private lines: AsyncIterator<string> | null = null;
  private reader: Interface | null = null;

  constructor(
    readonly name: string,
    private readonly command: readonly [string, ...string[]],
    /** Largest size it is asked for. */
    readonly limit: number,
    /** Milliseconds after which it is slow. */
    private readonly patience: number,
    /** How it is told about a row. */
    private readonly describe: (row: Row, n: number) => object,
  ) {}

  /** Starts it; false where it does not run here. */
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

  /** Gets ready for a row; gives its answer, null where it does not take part. Throws where it cannot. */
  async prepare(row: Row, n: number): Promise<string | null> {
    return (await this.ask(this.describe(row, n))).answer ?? null;
  }

  /** The answer once more: a row that changed what it works on has timed something else. */
  async answer(): Promise<string> {
    return (await this.ask({})).answer!;
  }

  /** Nanoseconds of one call of the row. */
  async measure(seconds: number): Promise<number> {
    return (await this.ask({ seconds })).ns!;
  }

  stop(): void {
    this.reader?.close();
    this.process?.kill('SIGKILL');
    this.process = null;
  }
}
