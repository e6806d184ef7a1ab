/** Runs a page's block of TypeScript as a module: its imports are real, and it may use top-level await. */
import { inspect } from 'node:util';
import ts from 'typescript';
import { STATEMENT, spellings } from '../documentation/run-example.js';
import type { Block } from './blocks.js';

const AsyncFunction = (async () => {}).constructor as new (
  ...parameters: string[]
) => (...values: unknown[]) => Promise<void>;

/** The exports of a module: this package's through Jest's mapping, Node's by name. */
async function load(name: string): Promise<Record<string, unknown>> {
  if (!/^(?:pybuffer|node:)/.test(name)) throw new Error(`the guide imports nothing like ${name}`);
  return (await import(name)) as Record<string, unknown>;
}

/** Translates lines `import { a, b as c } from 'm';` and `import * as m from 'm';` to declarations. */
function importsAsConstants(source: string): string {
  return source.replace(
    /^import (?:type )?(?:\* as (\w+)|\{([^}]*)\}) from '([^']+)';$/gm,
    (_, all: string | undefined, some: string | undefined, name: string) =>
      `const ${all ?? `{${some!.replace(/ as /g, ': ')}}`} = await __load('${name}');`,
  );
}

/**
 * Runs a block. A line `expression; // expected` is checked, where `expected` is the value as Python, the
 * console or JSON writes it, or `SomeError: message`.
 *
 * @returns how many lines were checked, and what is wrong
 */
export async function runBlock(block: Block): Promise<{ checked: number; mismatches: string[] }> {
  const mismatches: string[] = [];
  let checked = 0;
  const check = async (run: () => unknown, expected: string, line: number) => {
    checked++;
    let met: string[];
    try {
      met = spellings(await run());
    } catch (error) {
      const { name, message } = error as Error;
      met = [`${name}: ${message}`, `Py${name}: ${message}`];
    }
    if (!met.includes(expected))
      mismatches.push(`${block.where} +${line}: expected ${expected}, met ${met[0]}`);
  };
  const printed: string[] = [];
  const log = (...values: unknown[]) =>
    printed.push(values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '));

  const source = importsAsConstants(block.source)
    .split('\n')
    .map((line, i) => {
      const match = /^(\s*)(\S.*?);? \/\/ (.*)$/.exec(line);
      if (match === null || STATEMENT.test(line)) return line;
      const [, indent, expression, expected] = match;
      return `${indent!}await __check(async () => (${expression!}), ${JSON.stringify(expected!.trim())}, ${i});`;
    })
    .join('\n');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const names = { __load: load, __check: check, console: { log } };
  try {
    await new AsyncFunction(
      ...Object.keys(names),
      `'use strict';\n${outputText.replace(/^export \{\};$/m, '')}`,
    )(...Object.values(names));
  } catch (error) {
    mismatches.push(`${block.where}: does not run: ${String(error)}`);
  }
  return { checked, mismatches };
}
