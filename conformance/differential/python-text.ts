import type { Program, Step, Value } from './program.js';

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

/** Writes programs as Python, for a reader. */
class Writer {
  readonly hooks: string[] = [];

  value(value: Value): string {
    if (value === null) return 'None';
    if (value === true) return 'True';
    if (value === false) return 'False';
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return JSON.stringify(value);
    if ('v' in value) return `v${value.v}`;
    if ('b' in value) return bytesText(value.b);
    if ('i' in value) return value.i;
    if ('f' in value) return /^-?(inf|nan)$/.test(value.f) ? `float('${value.f}')` : value.f;
    if ('t' in value) {
      return `(${value.t.map((item) => this.value(item)).join(', ')}${value.t.length === 1 ? ',' : ''})`;
    }
    if ('l' in value) return `[${value.l.map((item) => this.value(item)).join(', ')}]`;
    if ('s' in value) return `slice(${value.s.map((part) => this.value(part)).join(', ')})`;
    if ('e' in value) return '...';
    const name = `X${this.hooks.length}`;
    this.hooks.push('');
    const body = value.x.first === null ? '' : `        ${this.step(value.x.first, null)}\n`;
    this.hooks[Number(name.slice(1))] =
      `class ${name}:\n    def __index__(self):\n${body}        return ${this.value(value.x.gives)}`;
    return `${name}()`;
  }

  step(step: Step, target: string | null): string {
    const assign = target === null ? '' : `${target} = `;
    switch (step.op) {
      case 'call':
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

/** A program as Python source of one line a step. Steps that raise are expected to: run it line by line. */
export function pythonText(program: Program): string {
  const writer = new Writer();
  const lines = program.map((step, i) => writer.step(step, `v${i}`));
  const imports = lines.some((line) => line.includes('operator.')) ? ['import operator'] : [];
  return [...imports, ...writer.hooks, ...lines].join('\n');
}
