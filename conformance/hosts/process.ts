/**
 * Runs Python programs on a host in separate processes, from the root of the repository. Callers: the command
 * and the tests of the adapters.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A runtime, with or without the adapter. */
export interface Setting {
  readonly host: 'brython' | 'skulpt';
  readonly adapter: 'with' | 'without';
  /** The sizes of C's types. */
  readonly memory: 'LP64' | 'ILP32';
  /** Where the runtime's files are; those of the dependency when absent. */
  readonly folder?: string | undefined;
  /** The longest silence of a program, in ms. */
  readonly patience?: number;
}

/** In ms, on a busy machine. Only without the adapter there are programs that never end. */
const PATIENCE = { with: 300_000, without: 20_000 };
/** How long a runtime may take to load, in ms. */
const LOADING = 100_000;

/** The output of each program; for a program that does not end, or ends the process, it says so. */
export async function runPrograms(setting: Setting, programs: readonly string[]): Promise<string[]> {
  const printed: string[] = [];
  while (printed.length < programs.length) {
    const { lines, end } = await serve(setting, programs.slice(printed.length));
    printed.push(...lines);
    if (printed.length === programs.length) break;
    if (lines.length === 0 && printed.length === 0 && /Error: Cannot find/.test(end)) throw new Error(end);
    printed.push(`${end}\n`);
  }
  return printed;
}

function serve(
  { host, adapter, memory, folder, patience = PATIENCE[adapter] }: Setting,
  programs: readonly string[],
): Promise<{ lines: string[]; end: string }> {
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', 'conformance/hosts/serve.mjs', host, adapter, memory];
    if (folder !== undefined) args.push(folder);
    const child = spawn('node', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const lines: string[] = [];
    let end = '';
    let timer = setTimeout(stop, patience + LOADING);
    function stop(): void {
      end = 'did not end';
      child.kill('SIGKILL');
    }
    createInterface(child.stdout).on('line', (line) => {
      lines.push(JSON.parse(line) as string);
      clearTimeout(timer);
      timer = setTimeout(stop, patience);
    });
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors = (errors + data.toString()).slice(-2000)));
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      resolve({
        lines,
        end: end === '' ? `ended the process: ${errors.trim().split('\n').pop() ?? ''}` : end,
      });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify(programs));
  });
}
