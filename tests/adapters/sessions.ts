/**
 * Sessions at Python's prompt (`skulpt/NAME.session.txt`) with what CPython 3.15 prints: a line `# title` begins a
 * part, and every part begins with the steps of the first one. A part runs as one program. Callers: the tests of the
 * hosts, and scripts/record-sessions.mjs, which writes the answers.
 */

/** One step: what is typed, and what Python prints. */
export interface Step {
  readonly source: string;
  readonly printed: string;
}

/** A part of a session. */
export interface Part {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** Reads a session. */
export function readSession(text: string): Part[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [title, ...lines] = part.trimEnd().split('\n');
      const steps: { source: string; printed: string }[] = [];
      for (const line of lines) {
        if (line.startsWith('>>> ')) steps.push({ source: line.slice(4), printed: '' });
        else if (line.startsWith('... ')) steps.at(-1)!.source += `\n${line.slice(4)}`;
        else steps.at(-1)!.printed += `${line}\n`;
      }
      return { title: title!, steps };
    });
}

/** The text of a session. */
export function writtenSession(parts: readonly Part[]): string {
  const written = ({ source, printed }: Step) => `>>> ${source.replaceAll('\n', '\n... ')}\n${printed}`;
  return parts.map(({ title, steps }) => `# ${title}\n${steps.map(written).join('')}`).join('\n');
}

/** The parts of a session with the steps of the first one before those of the others. */
export function wholeParts(parts: readonly Part[]): Part[] {
  const [first] = parts;
  return parts.map((part) => (part === first ? part : { ...part, steps: [...first!.steps, ...part.steps] }));
}

/** A statement, which has no value to show: a keyword, a decorator, or an assignment to a name or to an item. */
const STATEMENT =
  /^(?:import|from|class|def|for|while|with|if|try|del|raise|assert)\b|^@|^[^'"(=]*(?:[^'"(=!<>]|<<|>>)=[^=]|^\w+\[.*\] = /;

/** Whether a step is an expression of several values, of which none is shown if one raises. */
export function isOfSeveral({ source }: Step): boolean {
  if (STATEMENT.test(source)) return false;
  const bare = source.replace(/'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*"/g, '');
  let depth = 0;
  for (const letter of bare) {
    if ('([{'.includes(letter)) depth++;
    else if (')]}'.includes(letter)) depth--;
    else if (letter === ',' && depth === 0) return true;
  }
  return false;
}

/** The line after what a step prints. */
const END = /^>>>.*\n/m;

/**
 * One program for all steps. Expressions are functions, because Skulpt is slow with a long body.
 *
 * @param end what prints the line after each step
 */
export function programOf(steps: readonly Step[], end = "print('>>>')"): string {
  const run = ({ source }: Step) =>
    STATEMENT.test(source)
      ? `try:\n${source.replace(/^/gm, '    ')}\nexcept Exception as _error:\n    _fail(_error)\n_end()\n`
      : `_show(lambda: (${source}))\n`;
  return `
def _fail(error):
    print(type(error).__name__ + ': ' + str(error))
def _end():
    ${end}
def _show(function):
    try:
        value = function()
        if value is not None:
            print(repr(value))
    except Exception as error:
        _fail(error)
    _end()
${steps.map(run).join('')}`;
}

/** The steps with what a run of their program printed. */
export function answered(steps: readonly Step[], printed: string): Step[] {
  const answers = printed.split(END);
  const rest = answers.pop()!;
  return steps.map(({ source }, i) => ({ source, printed: answers[i] ?? `the program ended: ${rest}` }));
}
