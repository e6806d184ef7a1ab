/**
 * Runs TypeScript text in the page: removes types, resolves imports to the library's modules, and captures
 * console.log. It describes the memory of the top-level names before each statement and at the end. Callers:
 * the tutorial's page.
 */
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { transform } from 'sucrase';
import * as pybuffer from 'pybuffer';
import * as array from 'pybuffer/array';
import * as io from 'pybuffer/io';
import * as record from 'pybuffer/record';
import * as struct from 'pybuffer/struct';
import { describe } from './memory.js';
import { KEPT_STEPS, STEP_LIMIT } from './python.js';
import type { Run, Step } from './python.js';

const MODULES: Record<string, object> = {
  pybuffer,
  'pybuffer/array': array,
  'pybuffer/io': io,
  'pybuffer/record': record,
  'pybuffer/struct': struct,
};

/**
 * Inserts `$step(LINE);` before each statement that begins a line, and `$turn();` into the body of each loop.
 */
function withSteps(code: string): string {
  const parts: [at: number, text: string][] = [];
  javascriptLanguage.parser.parse(code).iterate({
    enter({ name, from, node }) {
      const parent = node.parent?.name ?? '';
      // A body without lines of its own would loop without a step.
      if (/^(While|For|Do)Statement$/.test(parent) && /(Statement|Block)$/.test(name))
        parts.push([from, '{$turn();'], [node.to, '}']);
      if (!['Script', 'Block'].includes(parent) || !/(Statement|Declaration)$/.test(name)) return;
      const start = code.lastIndexOf('\n', from - 1) + 1;
      const line = code.slice(0, from).split('\n').length;
      if (code.slice(start, from).trim() === '') parts.push([from, `$step(${line});`]);
    },
  });
  let end = code.length;
  let stepped = '';
  for (const [at, text] of parts.sort(([a], [b]) => b - a)) {
    stepped = text + code.slice(at, end) + stepped;
    end = at;
  }
  return code.slice(0, end) + stepped;
}

/** Runs a program, and resolves to its output and final memory. */
export async function runTypeScript(source: string): Promise<Run> {
  let output = '';
  let traceback = '';
  const steps: Step[] = [];
  let count = 0;
  let names: [name: string, read: () => unknown][] = [];
  const print = { log: (...values: unknown[]) => (output += `${values.map(String).join(' ')}\n`) };
  const load = (name: string) => {
    const module = MODULES[name];
    if (!module) throw new Error(`this page has ${Object.keys(MODULES).join(', ')}, not ${name}`);
    return module;
  };
  const take = (line: number) => {
    const known = names.flatMap(([name, read]): [string, unknown][] => {
      try {
        return [[name, read()]];
      } catch {
        // The program has not reached this declaration.
        return [];
      }
    });
    steps.push({ line, output, memory: describe(known) });
  };
  const turn = () => {
    if (++count > STEP_LIMIT) throw new Error(`stopped after ${STEP_LIMIT} lines`);
  };
  const step = (line: number) => {
    turn();
    if (steps.length < KEPT_STEPS) take(line);
  };
  try {
    const { code } = transform(source, { transforms: ['typescript'], disableESTransforms: true });
    const body = withSteps(code).replace(
      /^(?:\$step\(\d+\);)?import\s*\{([^}]*)\}\s*from\s*(['"][^'"]+['"]);?/gm,
      (_all, imported: string, from: string) =>
        `const {${imported.replace(/\bas\b/g, ':')}} = $load(${from});`,
    );
    const declared = [...code.matchAll(/^(?:const|let|var|using)\s+(\w+)\s*=/gm)].map((match) => match[1]!);
    const seen = declared.map((name) => `['${name}', () => ${name}]`).join(', ');
    const program = new Function(
      'console',
      '$load',
      '$seen',
      '$step',
      '$turn',
      `'use strict'; $seen([${seen}]);\n${body}`,
    );
    program(print, load, (list: typeof names) => (names = list), step, turn);
  } catch (error) {
    const { name, message } = error as Error;
    traceback = `${name}: ${message}\n`;
  }
  take(0);
  return { output, traceback, steps };
}
