// Finds the examples of a text, compiles and runs them. Callers: the tests of documentation and guide.
import { inspect } from 'node:util';
import ts from 'typescript';
import { repr } from 'pybuffer';

/** One fenced block of TypeScript in a document or a doc comment. */
export interface Example {
  /** The file and line, for reports. */
  readonly where: string;
  readonly source: string;
}

/** The ```ts blocks of a text; `marker` must precede each line (` * ` inside doc comments). */
export function findExamples(file: string, text: string): Example[] {
  const lines = text.split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
  const examples: Example[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.trim() !== '```ts') continue;
    const start = i + 1;
    while (lines[++i] !== undefined && lines[i]!.trim() !== '```');
    examples.push({ where: `${file}:${start + 1}`, source: lines.slice(start, i).join('\n') });
  }
  return examples;
}

/** Matches lines that are not expressions: a comment after them does not state a value. */
export const STATEMENT =
  /^\s*(?:const|let|var|using|import|export|for|while|if|else|return|function|class|throw|try|}|{|\/\/|\))/;

/** All forms in which a comment may write a value: Python's, the console's, JSON's. */
export function spellings(value: unknown): string[] {
  const spelled = [inspect(value), String(value)];
  for (const spell of [repr, JSON.stringify]) {
    try {
      spelled.push(spell(value));
    } catch {
      // If one of them cannot write the value, the others can.
    }
  }
  return spelled;
}

/** The outcome of an example: how many lines it checked, and which are wrong. */
export interface Outcome {
  checked: number;
  mismatches: string[];
}

/**
 * Runs an example: a line `expression // expected` is checked, where `expected` is the value as Python, the
 * console or JSON writes it, or `SomeError: message` for a line that raises. For `console.log` lines, the
 * output is checked.
 *
 * @param scope the names that examples may use without importing them
 */
export function runExample(example: Example, scope: Readonly<Record<string, unknown>>): Outcome {
  const outcome: Outcome = { checked: 0, mismatches: [] };
  const report = (line: number, wrong: string) =>
    outcome.mismatches.push(`${example.where} +${line}: ${wrong}`);

  const check = (run: () => unknown, expected: string, line: number) => {
    outcome.checked++;
    let met: string[];
    try {
      met = spellings(run());
    } catch (error) {
      const { name, message } = error as Error;
      met = [`${name}: ${message}`, `Py${name}: ${message}`, name, `Py${name}`];
    }
    if (!met.includes(expected)) report(line, `expected ${expected}, met ${met[0]}`);
  };

  const printed: string[] = [];
  const log = (...values: unknown[]) =>
    printed.push(values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '));
  const checkLog = (run: () => unknown, expected: string, line: number) => {
    outcome.checked++;
    printed.length = 0;
    run();
    // The output may have text before the value.
    if (!printed.join('\n').endsWith(expected))
      report(line, `expected ${expected}, printed ${printed.join('\n')}`);
  };

  const source = example.source
    .replace(/^import .*$/gm, '')
    .split('\n')
    .map((line, i) => {
      const match = /^(.*?\S);?\s+\/\/ (.*)$/.exec(line);
      if (match === null || STATEMENT.test(line)) return line;
      const checker = match[1]!.startsWith('console.log') ? '__checkLog' : '__check';
      return `${checker}(() => (${match[1]!.replace(/;$/, '')}), ${JSON.stringify(match[2]!.trim())}, ${i});`;
    })
    .join('\n');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.None },
  });
  const names = { ...scope, __check: check, __checkLog: checkLog, console: { log } };
  try {
    new Function(...Object.keys(names), `'use strict';\n${outputText}`)(...Object.values(names));
  } catch (error) {
    report(0, `does not run: ${String(error)}`);
  }
  return outcome;
}
