// `pybuffer` without a command: Python's prompt on our types. Node reads the lines, with history and
// completion; Python's half is bridge/pybridge/console.py.
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { startPython } from './python.js';
import { enterFolders, environment, runToEnd } from './run.js';

/** Python's half. */
interface Console {
  /** Takes a line; returns the next prompt or an exit status. */
  push(line: string): string | number;
  /** Drops a statement that has begun; returns the next prompt. */
  interrupt(): string;
  complete(line: string): string;
  /** Runs all of an input that is not a terminal; returns the exit status. */
  run(): number;
}

/** The most lines of history to keep. */
const HISTORY_SIZE = 1000;

/** The path of the history file; null for none. */
function historyFile(): string | null {
  return (process.env['PYBUFFER_HISTORY'] ?? join(homedir(), '.pybuffer_history')) || null;
}

/** Lines typed at earlier prompts, the newest first. */
function readHistory(file: string | null): string[] {
  if (file === null) return [];
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean).reverse();
  } catch {
    // The file is missing or unreadable: the prompt works without it.
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
 * Runs the prompt until its input ends or the program exits.
 *
 * @param version the package's version, for the banner
 * @returns the exit status
 */
export async function runPrompt(version: string, quiet: boolean): Promise<number> {
  const { python } = await startPython();
  const isTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  enterFolders(python);
  python.globals.set('_environment', JSON.stringify(environment()));
  python.runPython(`import json, pybridge.console
_console = pybridge.console.Console(json.loads(_environment))`);
  const console = python.globals.get('_console') as Console;
  python.runPython('del _console, _environment, json, pybridge');
  if (!quiet) {
    process.stdout.write(
      `pybuffer ${version}, Python ${String(python.runPython('__import__("sys").version.split()[0]'))} in Pyodide ${python.version}\n` +
        "bytes, bytearray, memoryview, struct, array and io.BytesIO are pybuffer's. exit() or Ctrl-D ends.\n",
    );
  }
  if (!isTerminal) return runToEnd(() => console.run());
  const file = historyFile();
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: true,
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

function answerLines(lines: Interface, console: Console): Promise<number> {
  return new Promise((resolve, reject) => {
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
      let answer;
      try {
        answer = runToEnd(() => console.push(line));
      } catch (error) {
        ended = true;
        return reject(error as Error);
      } finally {
        if (raw) process.stdin.setRawMode(true);
      }
      if (typeof answer === 'number') return end(answer);
      lines.setPrompt(answer);
      lines.prompt();
    });
    lines.on('SIGINT', () => {
      lines.setPrompt(console.interrupt());
      // Also drop the line being typed.
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
