#!/usr/bin/env node
// The command `pybuffer`: reads the command line, runs what it asks for, and ends with its exit status. Each
// command imports its own modules, because some are slow to load.
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { APART, isCommand, parse } from './arguments.js';
import { packageJson } from './assets.js';
import { Failure, UsageFailure } from './failure.js';
import { HELP } from './help.js';

/** The exit status of a fault in the command itself: EX_SOFTWARE of sysexits.h. */
const INTERNAL = 70;

function version(): string {
  return (JSON.parse(readFileSync(packageJson(), 'utf8')) as { version: string }).version;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function withoutCommand(args: string[]): Promise<number> {
  const { values, operands } = parse('', args, false);
  if (values.help) return print(HELP['']);
  if (values.version) return print(`${version()}\n`);
  const [word, ...rest] = operands;
  if (word !== undefined) {
    if (isCommand(word)) return COMMANDS[word](rest);
    if (word === 'help') return help(rest);
    throw new UsageFailure(`there is no command ${word || "''"}${hintFor(word)}`);
  }
  if (process.stdin.isTTY || values.interactive) {
    const { runPrompt } = await import('./prompt.js');
    return runPrompt(version(), Boolean(values.quiet));
  }
  return runPython(['-']);
}

/** `pybuffer help` and `pybuffer help COMMAND`. */
function help([command = '']: string[]): number {
  if (command !== '' && !isCommand(command)) throw new UsageFailure(`there is no command ${command}`);
  return print(HELP[command]);
}

/** A suggestion for an unknown command. */
function hintFor(word: string): string {
  if (/\.pyw?$/.test(word)) return `: try "pybuffer python ${word}"`;
  const letters = [...word].sort().join('');
  const meant = Object.keys(COMMANDS).find(
    (name) => word !== '' && (name.startsWith(word) || [...name].sort().join('') === letters),
  );
  return meant === undefined ? '' : `: did you mean ${meant}?`;
}

async function runPython(args: string[]): Promise<number> {
  const { values, operands } = parse('python', args, false);
  if (values.help) return print(HELP.python);
  const { runProgram } = await import('./run.js');
  const calls = Boolean(values.calls);
  if (values.c !== undefined) return runProgram({ how: 'code', what: values.c }, operands, calls);
  if (values.m !== undefined) return runProgram({ how: 'module', what: values.m }, operands, calls);
  const [file, ...rest] = operands;
  if (file === undefined) throw new UsageFailure('python needs a file', 'python');
  return runProgram(file === '-' ? { how: 'input', what: null } : { how: 'file', what: file }, rest, calls);
}

async function runCheck(args: string[]): Promise<number> {
  const { values, operands } = parse('check', args, true);
  if (values.help) return print(HELP.check);
  const [file, port, more] = operands;
  if (file === undefined || port === undefined)
    throw new UsageFailure('check needs a Python file and a port', 'check');
  if (more !== undefined) throw new UsageFailure(`check takes two files, and ${more} is a third`, 'check');
  const { check } = await import('./check.js');
  return check({ ...values, file, port });
}

const COMMANDS = { python: runPython, check: runCheck };

function report(error: unknown): number {
  if (!(error instanceof Failure)) {
    process.stderr.write(`pybuffer: this is a fault of pybuffer's own: ${inspect(error)}\n`);
    return INTERNAL;
  }
  const hint =
    error instanceof UsageFailure ? ` (pybuffer ${error.command}${error.command && ' '}--help)` : '';
  process.stderr.write(`pybuffer: ${error.message}${hint}\n`);
  return error.status;
}

async function main(): Promise<void> {
  if (process.argv[2] === APART && process.send) return (await import('./apart.js')).answerParent();
  process.exitCode = await withoutCommand(process.argv.slice(2)).catch(report);
  // Pyodide keeps Node alive, so exit explicitly, but only after all output has been read.
  process.stdout.write('', () => process.exit());
}

void main();
