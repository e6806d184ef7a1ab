// `pybuffer` without a command: Python's prompt on our types. Node reads the lines, with history and
// completion; Python's half is bridge/pybridge/console.py.
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { startPython } from './python.js';
import { readInput } from './run.js';

/** How many lines of history are kept. */
const HISTORY_SIZE = 1000;

/** The file of the history; null for none. */
function historyFile(): string | null {
  return (process.env['PYBUFFER_HISTORY'] ?? join(homedir(), '.pybuffer_history')) || null;
}

/** The lines that earlier prompts were given, the newest first. */
function readHistory(file: string | null): string[] {
  if (file === null) return [];
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean).reverse();
  } catch {
    // There is none yet, or it is not ours to read: the prompt works without.
    return [];
  }
}

function writeHistory(file: string | null, lines: readonly string[]): void {
  if (file === null || lines.length === 0) return;
  try {
    writeFileSync(file, `${[...lines].reverse().join('\n')}\n`, { mode: 0o600 });
  } catch (error) {
    process.stderr.write(`pybuffer: the history was not kept: ${(error as Error).message}\n`);
  }
}

/**
 * Runs the prompt until its input ends or the program asks for the end.
 *
 * @param version the package's version, for the banner
 * @returns the exit status
 */
export async function runPrompt(version: string, quiet: boolean): Promise<number> {
  const { python } = await startPython();
  const isTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  python.setStdin({ read: readInput });
  python.runPython('import pybridge.console; _console = pybridge.console.Console()');
  const console = python.globals.get('_console') as {
    push(line: string): 'more' | 'done' | number;
    interrupt(): void;
    complete(line: string): string;
  };
  python.runPython('del _console, pybridge');
  if (!quiet) {
    process.stdout.write(
      `pybuffer ${version}, Python ${String(python.runPython('__import__("sys").version.split()[0]'))} in Pyodide ${python.version}\n` +
        "bytes, bytearray, memoryview, struct, array and io.BytesIO are pybuffer's. exit() or Ctrl-D ends.\n",
    );
  }
  const file = isTerminal ? historyFile() : null;
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: isTerminal,
    prompt: '>>> ',
    history: readHistory(file),
    historySize: HISTORY_SIZE,
    removeHistoryDuplicates: true,
    completer(line: string): [string[], string] {
      // Nothing to complete: the key indents.
      if (/^\s*$/.test(line)) return [[`${line}    `], line];
      return JSON.parse(console.complete(line)) as [string[], string];
    },
  });
  const status = await answerLines(lines, console);
  writeHistory(file, (lines as Interface & { history?: string[] }).history ?? []);
  lines.close();
  return status;
}

function answerLines(
  lines: Interface,
  console: { push(line: string): 'more' | 'done' | number; interrupt(): void },
): Promise<number> {
  return new Promise((resolve) => {
    let ended = false;
    const end = (status: number) => {
      ended = true;
      resolve(status);
    };
    lines.on('line', (line) => {
      if (ended) return;
      // The program may read the terminal itself, and Ctrl-C may end it.
      const raw = process.stdin.isTTY && process.stdin.isRaw;
      if (raw) process.stdin.setRawMode(false);
      const answer = console.push(line);
      if (raw) process.stdin.setRawMode(true);
      if (typeof answer === 'number') return end(answer);
      lines.setPrompt(answer === 'more' ? '... ' : '>>> ');
      lines.prompt();
    });
    lines.on('SIGINT', () => {
      console.interrupt();
      lines.setPrompt('>>> ');
      // What was typed goes too.
      lines.write(null, { ctrl: true, name: 'u' });
      lines.prompt();
    });
    lines.on('close', () => {
      if (ended) return;
      process.stdout.write('\n');
      end(0);
    });
    lines.prompt();
  });
}
