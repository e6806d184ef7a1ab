// The command line, read: which command, its options, its operands. Options of a program that `python` runs
// stay the program's.
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { HELP } from './help.js';
import type { Command } from './help.js';
import { UsageFailure } from './failure.js';

type Options = NonNullable<ParseArgsConfig['options']>;

const COMMON = { help: { type: 'boolean', short: 'h' } } as const satisfies Options;

/** The options of each command; '' is `pybuffer` without one. */
export const OPTIONS = {
  '': {
    ...COMMON,
    version: { type: 'boolean', short: 'V' },
    interactive: { type: 'boolean', short: 'i' },
    quiet: { type: 'boolean', short: 'q' },
  },
  python: {
    ...COMMON,
    c: { type: 'string', short: 'c' },
    m: { type: 'string', short: 'm' },
    calls: { type: 'boolean' },
  },
  check: {
    ...COMMON,
    cases: { type: 'string' },
    save: { type: 'string' },
    python: { type: 'string' },
    timeout: { type: 'string' },
    objects: { type: 'boolean' },
    box: { type: 'boolean' },
  },
} as const satisfies Record<keyof typeof HELP, Options>;

/** The word by which `check` starts its process apart: no user writes it. */
export const APART = '_apart';

/** Where the operands begin: options after it are not the command's. */
function firstOperand(args: string[], options: Options): number {
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') return token.index;
    if (token.kind === 'option-terminator') return token.index + 1;
    // What follows -c or -m is the program, and the rest is the program's.
    if (token.kind === 'option' && /^[cm]$/.test(token.name))
      return token.index + (token.inlineValue ? 1 : 2);
  }
  return args.length;
}

/** Options and operands of a command. */
export interface Call<Values> {
  readonly values: Values;
  readonly operands: string[];
}

/** What {@link parse} knows of each option. */
export type ValuesOf<Name extends keyof typeof OPTIONS> = {
  readonly [Key in keyof (typeof OPTIONS)[Name]]?: (typeof OPTIONS)[Name][Key] extends { type: 'string' }
    ? string
    : boolean;
};

/**
 * Reads what stands after the name of a command.
 *
 * @param mixed whether options may also stand after operands
 * @throws {UsageFailure} for an option that the command does not have, or one without its value
 */
export function parse<Name extends keyof typeof OPTIONS>(
  name: Name,
  args: string[],
  mixed: boolean,
): Call<ValuesOf<Name>> {
  const options = OPTIONS[name];
  const end = mixed ? args.length : firstOperand(args, options);
  const own = args.slice(0, end);
  try {
    const { values, positionals } = parseArgs({ args: own, options, allowPositionals: true });
    return { values: values as ValuesOf<Name>, operands: [...positionals, ...args.slice(end)] };
  } catch (error) {
    throw new UsageFailure(messageOf(error as NodeJS.ErrnoException), name);
  }
}

/** What Node says is wrong with a command line, in few words. */
function messageOf({ message }: Error): string {
  // "Option '-c, --c <value>' argument missing", "Option '--cases' argument is ambiguous."
  const [, option] = /^Option '(-[^', ]+)[^']*' argument (?:missing|is ambiguous)/.exec(message) ?? [];
  if (option !== undefined) return `option '${option}' needs a value`;
  // Node's message goes on with advice that its first sentence does not need.
  const [sentence] = message.split(/[.\n] ?/) as [string];
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Whether a word is the name of a command. */
export function isCommand(word: string): word is Command {
  return word !== '' && word in HELP;
}
