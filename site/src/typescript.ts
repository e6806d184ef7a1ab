/**
 * Runs TypeScript text in the page: types are taken away, imports become the library's own modules, and console.log is what prints.
 * The memory is described once, when the program has ended. Callers: the tutorial's page.
 */
import { transform } from 'sucrase';
import * as pybuffer from 'pybuffer';
import * as struct from 'pybuffer/struct';
import { describe } from './memory.js';
import type { Run } from './python.js';

const MODULES: Record<string, object> = { pybuffer, 'pybuffer/struct': struct };

/** Runs a program, and resolves to what it printed and left behind. */
export async function runTypeScript(source: string): Promise<Run> {
  let output = '';
  let traceback = '';
  let names: [string, unknown][] = [];
  const print = { log: (...values: unknown[]) => (output += `${values.map(String).join(' ')}\n`) };
  const load = (name: string) => {
    const module = MODULES[name];
    if (!module) throw new Error(`this page has pybuffer and pybuffer/struct, not ${name}`);
    return module;
  };
  try {
    const { code } = transform(source, { transforms: ['typescript'], disableESTransforms: true });
    const body = code.replace(
      /^import\s*\{([^}]*)\}\s*from\s*(['"][^'"]+['"]);?/gm,
      (_all, imported: string, from: string) =>
        `const {${imported.replace(/\bas\b/g, ':')}} = $load(${from});`,
    );
    const declared = [...body.matchAll(/^(?:const|let|var)\s+(\w+)\s*=/gm)].map((match) => match[1]!);
    const seen = declared.map((name) => `['${name}', () => ${name}]`).join(', ');
    const program = new Function('console', '$load', '$seen', `'use strict'; $seen([${seen}]);\n${body}`);
    let ask: [string, () => unknown][] = [];
    try {
      program(print, load, (list: typeof ask) => (ask = list));
    } finally {
      names = ask.flatMap(([name, read]): [string, unknown][] => {
        try {
          return [[name, read()]];
        } catch {
          // The program ended before this declaration.
          return [];
        }
      });
    }
  } catch (error) {
    const { name, message } = error as Error;
    traceback = `${name}: ${message}\n`;
  }
  return { output, traceback, steps: [{ line: 0, output, memory: describe(names) }] };
}
