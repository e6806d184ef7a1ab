// Parses the command line into the command, its options and its operands. Options after the program of
// `pybuffer python` belong to that program.
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { HELP } from './help.js';
import type { Command } from './help.js';
import { UsageFailure } from './failure.js';

type Options = NonNullable<ParseArgsConfig['options']>;

const COMMON = { help: { type: 'boolean', short: 'h' } } as const satisfies Options;

/** The options of each command; '' stands for `pybuffer` without a command. */
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

/** The hidden command with which `check` starts its separate process. */
export const APART = '_apart';

/** The index of the first operand: options after it do not belong to the command. */
function firstOperand(args: string[], options: Options): number {
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') return token.index;
    if (token.kind === 'option-terminator') return token.index + 1;
    // The value of -c or -m is the program, and the rest are the program's arguments.
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

/** The type of the values that {@link parse} returns. */
export type ValuesOf<Name extends keyof typeof OPTIONS> = {
  readonly [Key in keyof (typeof OPTIONS)[Name]]?: (typeof OPTIONS)[Name][Key] extends { type: 'string' }
    ? string
    : boolean;
};

/**
 * Parses the arguments after the name of a command.
 *
 * @param mixed whether options may also follow operands
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

/** Node's message about a wrong command line, shortened. */
function messageOf({ message }: Error): string {
  // "Option '-c, --c <value>' argument missing", "Option '--cases' argument is ambiguous."
  const [, option] = /^Option '(-[^', ]+)[^']*' argument (?:missing|is ambiguous)/.exec(message) ?? [];
  if (option !== undefined) return `option '${option}' needs a value`;
  // Only the first sentence: the others are advice.
  const [sentence] = message.split(/[.\n] ?/) as [string];
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Whether a word is the name of a command. */
export function isCommand(word: string): word is Command {
  return word !== '' && word in HELP;
}
