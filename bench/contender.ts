import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { canon } from './data.js';
import { Measurer } from './measure.js';
import type { Row, Task } from './row.js';

/** Somebody who takes part. */
export interface Contender {
  readonly name: string;
  /** What exactly it is, for the report. */
  readonly version: string;
  /** Largest size it is asked for. */
  readonly limit: number;
  /** Gets ready for a row; gives its answer, null where it does not take part. Throws where it cannot. */
  prepare(row: Row, n: number): Promise<string | null>;
  /** Nanoseconds of one call of the row. */
  measure(seconds: number): Promise<number>;
  stop(): void;
}

/** A contender of this process. */
export class InProcess implements Contender {
  readonly limit = Infinity;
  private measurer: Measurer | null = null;

  constructor(
    readonly name: string,
    readonly version: string,
    private readonly taskOf: (row: Row, n: number) => Task | null,
  ) {}

  async prepare(row: Row, n: number): Promise<string | null> {
    const task = this.taskOf(row, n);
    if (task === null) return null;
    const answer = canon(task());
    this.measurer = new Measurer(task);
    return answer;
  }

  async measure(seconds: number): Promise<number> {
    return this.measurer!.measure(seconds);
  }

  stop(): void {
    this.measurer = null;
  }
}

interface Reply {
  version?: string;
  answer?: string;
  ns?: number;
  error?: string;
}

/** A Python in a process of its own, spoken to in lines of JSON. See `contenders/`. */
export class Child implements Contender {
  version = '';
  private process: ChildProcessWithoutNullStreams | null = null;
  private lines: AsyncIterator<string> | null = null;
  private reader: Interface | null = null;

  constructor(
    readonly name: string,
    private readonly command: readonly [string, ...string[]],
    readonly limit: number,
    private readonly patience: number,
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

  async prepare(row: Row, n: number): Promise<string | null> {
    return (await this.ask(row.python(n))).answer!;
  }

  async measure(seconds: number): Promise<number> {
    return (await this.ask({ seconds })).ns!;
  }

  stop(): void {
    this.reader?.close();
    this.process?.kill('SIGKILL');
    this.process = null;
  }
}
