// Writes programs as Python text, for readers of a difference and for other implementations to run. Callers:
// compare.ts, the vectors, the scoreboard.
import { isBare } from './classes.js';
import type { Answer, ClassSpec, Program, Step, Value } from './program.js';

const OPERATORS: Readonly<Record<string, string>> = {
  add: '+',
  mul: '*',
  mod: '%',
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};
const IN_PLACE: Readonly<Record<string, string>> = { iadd: '+=', imul: '*=' };

const EXCEPTIONS = 'class Boom(Exception): pass';

/** Writes programs as Python, for a reader. */
class Writer {
  /** Classes, generators and handlers, in the order in which they are needed. */
  readonly definitions: string[] = [];
  private names = 0;

  value(value: Value): string {
    if (value === null) return 'None';
    if (value === true) return 'True';
    if (value === false) return 'False';
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return textLiteral(value);
    if ('v' in value) return `v${value.v}`;
    if ('b' in value) return bytesText(value.b);
    if ('y' in value) return `${bytesText(value.y[0])} * ${value.y[1]}`;
    if ('i' in value) return value.i;
    if ('f' in value) return floatText(value.f);
    if ('c' in value) return `complex(${value.c.map(floatText).join(', ')})`;
    if ('t' in value) return `(${this.list(value.t)}${value.t.length === 1 ? ',' : ''})`;
    if ('l' in value) return `[${this.list(value.l)}]`;
    if ('d' in value)
      return `{${value.d.map((pair) => pair.map((each) => this.value(each)).join(': ')).join(', ')}}`;
    if ('s' in value) return `slice(${this.list(value.s)})`;
    if ('e' in value) return '...';
    if ('x' in value) {
      const steps = value.x.first === null ? [] : [value.x.first];
      return this.value({ o: { args: [], methods: { __index__: [{ steps, gives: value.x.gives }] } } });
    }
    if ('o' in value) return this.object(value.o);
    if ('g' in value) return this.generator(value.g);
    if ('h' in value) return this.handler(value.h);
    if ('a' in value) return value.a === 0 ? 'self' : `args[${value.a - 1}]`;
    return 'r' in value ? `r${value.r}` : 'BASE';
  }

  private list(values: readonly Value[]): string {
    return values.map((item) => this.value(item)).join(', ');
  }

  private name(prefix: string): string {
    return `${prefix}${this.names++}`;
  }

  private object(spec: ClassSpec): string {
    const { base, args, methods } = spec;
    const name = this.name('X');
    const lines = [`class ${name}${base === undefined ? '' : `(${base})`}:`];
    for (const [method, answers] of Object.entries(methods)) {
      if (answers === null) lines.push(`    ${method} = None`);
      else lines.push(...this.method(method, answers, base).map((line) => `    ${line}`));
    }
    if (isBare(spec) && methods['__repr__'] === undefined) lines.push("    __repr__ = lambda self: '<Hook>'");
    if (lines.length === 1) lines.push('    pass');
    this.definitions.push(lines.join('\n'));
    return `${name}(${this.list(args)})`;
  }

  /** The body of the n-th call follows the test of `n`; the last body is for all later calls. */
  private method(name: string, answers: readonly Answer[], base?: string): string[] {
    const head = `def ${name}(self, *args):`;
    if (answers.length === 1)
      return [head, ...this.answer(answers[0]!, 'return', `${base}.${name}(self, *args)`)];
    const lines = [`def ${name}(self, *args, calls=[]):`, '    calls.append(1)'];
    answers.forEach((answer, i) => {
      const last = i === answers.length - 1;
      lines.push(last ? '    else:' : `    ${i === 0 ? 'if' : 'elif'} len(calls) == ${i + 1}:`);
      const body = this.answer(answer, 'return', `${base}.${name}(self, *args)`);
      lines.push(...body.map((line) => `    ${line}`));
    });
    return lines;
  }

  private answer({ steps = [], gives = null, raises }: Answer, word: string, base: string): string[] {
    const lines = steps.map((step, i) => this.step(step, `r${i}`));
    if (raises !== undefined) lines.push(`raise ${raises[0]}(${textLiteral(raises[1])})`);
    else lines.push(`${word} ${this.value(gives).replace('BASE', base)}`);
    return lines.map((line) => `    ${line}`);
  }

  private generator(answers: readonly Answer[]): string {
    const name = this.name('g');
    const lines = [`def ${name}():`, '    yield from ()'];
    for (const answer of answers) lines.push(...this.answer(answer, 'yield', ''));
    this.definitions.push(lines.join('\n'));
    return `${name}()`;
  }

  private handler(answers: readonly Answer[]): string {
    const name = this.name('h');
    this.definitions.push(
      [...this.method(name, answers), `codecs.register_error('${name}', partial(${name}, None))`].join('\n'),
    );
    return `'${name}'`;
  }

  step(step: Step, target: string | null): string {
    const assign = target === null ? '' : `${target} = `;
    switch (step.op) {
      case 'call':
        if (step.name === 'same') return `${assign}${this.args(step.args)}`;
        if (step.name.startsWith('codecs.iter'))
          return `${assign}list(${step.name}(${this.args(step.args)}))`;
        return `${assign}${step.name}(${this.args(step.args, step.kwargs)})`;
      case 'method':
        return `${assign}${this.receiver(step.self)}.${step.name}(${this.args(step.args, step.kwargs)})`;
      case 'attribute':
        return `${assign}${this.receiver(step.self)}.${step.name}`;
      case 'operator':
        return this.operator(
          step.name,
          step.args.map((arg) => this.value(arg)),
          assign,
        );
    }
  }

  private operator(name: string, args: readonly string[], assign: string): string {
    const [a, b, c] = args;
    if (OPERATORS[name] !== undefined) return `${assign}${a} ${OPERATORS[name]} ${b}`;
    if (IN_PLACE[name] !== undefined && assign === `${a} = `) return `${a} ${IN_PLACE[name]} ${b}`;
    if (name === 'getitem') return `${assign}${a}[${b}]`;
    if (name === 'setitem') return `${a}[${b}] = ${c}`;
    if (name === 'delitem') return `del ${a}[${b}]`;
    if (name === 'contains') return `${assign}${b} in ${a}`;
    return `${assign}operator.${name}(${args.join(', ')})`;
  }

  private receiver(value: Value): string {
    const text = this.value(value);
    return /^-?\d/.test(text) ? `(${text})` : text;
  }

  private args(args: readonly Value[], kwargs: Readonly<Record<string, Value>> = {}): string {
    const named = Object.entries(kwargs).map(([name, value]) => `${name}=${this.value(value)}`);
    return [...args.map((arg) => this.value(arg)), ...named].join(', ');
  }
}

function bytesText(hex: string): string {
  let text = '';
  for (let i = 0; i < hex.length; i += 2) {
    const byte = parseInt(hex.slice(i, i + 2), 16);
    const char = String.fromCharCode(byte);
    text += byte < 32 || byte > 126 || char === '"' || char === '\\' ? `\\x${hex.slice(i, i + 2)}` : char;
  }
  return `b"${text}"`;
}

/** A str literal of Python, ASCII only. */
function textLiteral(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u{10ffff}]/gu, (char) => {
    const hex = char.codePointAt(0)!.toString(16);
    return char.length === 2 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
  });
}

function floatText(text: string): string {
  return /^-?(inf|nan)$/.test(text) ? `float('${text}')` : text;
}

/** A step as Python: the definitions that it needs, and its line. */
export interface PythonStep {
  readonly definitions: readonly string[];
  readonly line: string;
}

/** The steps of a program as Python; step number n assigns `v<n>` if it has a result. */
export function pythonSteps(program: Program): PythonStep[] {
  const writer = new Writer();
  return program.map((step, i) => {
    const line = writer.step(step, `v${i}`);
    return { definitions: writer.definitions.splice(0), line };
  });
}

/** The imports that steps need. */
export function importsOf(text: string): string[] {
  const modules = ['array', 'base64', 'binascii', 'codecs', 'io', 'operator', 'struct'].filter((name) =>
    text.includes(`${name}.`),
  );
  const lines = modules.map((name) => `import ${name}`);
  if (text.includes('partial(')) lines.push('from functools import partial');
  return lines;
}

/** The exceptions that steps need. */
export function exceptionsOf(text: string): string[] {
  return text.includes('Boom(') ? [EXCEPTIONS] : [];
}

/** A program as Python source, one line per step. Run it line by line, because steps may raise. */
export function pythonText(program: Program): string {
  const text = pythonSteps(program)
    .flatMap(({ definitions, line }) => [...definitions, line])
    .join('\n');
  return [...importsOf(text), ...exceptionsOf(text), text].join('\n');
}

/**
 * A program as Python source that runs to its end: it calls `show(value)` with the result of each step, or
 * `fail(error)`, and then `show` with each variable once more. Its runner defines the two, and `hashed`,
 * which replaces `hash` because hashes differ between builds.
 */
export function showingText(program: Program): string {
  const lines = pythonSteps(program).flatMap(({ definitions, line }, i) => {
    const text = line.replace(/\bhash\(/g, 'hashed(');
    return [
      ...definitions,
      ...(text.startsWith(`v${i} `) ? [] : [`v${i} = None`]),
      'try:',
      `    ${text}`,
      `    show(v${i})`,
      'except Exception as error:',
      `    v${i} = None`,
      '    fail(error)',
    ];
  });
  lines.push(...program.map((_, i) => `show(v${i})`));
  const text = lines.join('\n');
  const imports = importsOf(text).flatMap((line) => [
    'try:',
    `    ${line}`,
    'except ImportError:',
    '    pass',
  ]);
  return [...imports, ...exceptionsOf(text), text].join('\n');
}
