/**
 * Runs Python text in the page, in Brython on the library's types. Before each line it records the line and
 * the memory, for the step mode. Callers: the tutorial's page.
 */
import brythonUrl from 'brython/brython.js?url';
import libraryUrl from 'brython/brython_stdlib.js?url';
import { install } from 'pybuffer/brython';
import { PRINTED } from '../../conformance/hosts/printed.mjs';
import { describe } from './memory.js';
import type { MemoryPicture } from './memory.js';

export interface Step {
  /** The line that runs next, from 1; 0 after the last one. */
  readonly line: number;
  readonly output: string;
  readonly memory: MemoryPicture;
}

export interface Run {
  readonly output: string;
  /** The traceback of the exception that ended the program; empty without one. */
  readonly traceback: string;
  readonly steps: readonly Step[];
}

/** The number of steps to keep; later ones run, but are not recorded. */
export const KEPT_STEPS = 400;
/** A program stops after this many lines, because an endless loop would block the page. */
export const STEP_LIMIT = 20_000;

const DRIVER = `${PRINTED}
def run(source, on_step, on_frame, on_end, limit):
    printed = Printed()
    count = [0]
    def visible(frame):
        names = dict(frame.f_globals)
        try:
            for name in frame.f_locals:
                names[name] = frame.f_locals[name]
        except Exception:
            pass
        flat = []
        for name in names:
            if not name.startswith('_') and not name.startswith('$'):
                flat.append(name)
                flat.append(names[name])
        return flat
    def report(error):
        before = ''
        if error.__cause__ is not None:
            report(error.__cause__)
            before = 'The above exception was the direct cause of the following exception:'
        elif error.__context__ is not None and not error.__suppress_context__:
            report(error.__context__)
            before = 'During handling of the above exception, another exception occurred:'
        if isinstance(error, SyntaxError):
            on_frame('program.py', error.lineno or 0, '')
        place = error.__traceback__
        while place is not None and not isinstance(error, SyntaxError):
            on_frame(place.tb_frame.f_code.co_filename, place.tb_lineno, place.tb_frame.f_code.co_name)
            place = place.tb_next
        on_end(before, type(error).__name__ + (': ' + str(error) if str(error) else ''))
    def trace(frame, event, arg):
        if frame.f_code.co_filename != 'program.py':
            return None
        if event == 'line':
            count[0] += 1
            if count[0] > limit:
                raise RuntimeError('stopped after ' + str(limit) + ' lines')
            on_step(frame.f_lineno, printed.text(), *visible(frame))
        return trace
    before = sys.stdout
    sys.stdout = printed
    names = {'__name__': '__main__'}
    try:
        code = compile(source, 'program.py', 'exec')
        sys.settrace(trace)
        exec(code, names)
    except BaseException as error:
        sys.settrace(None)
        if isinstance(error, SystemExit):
            # CPython prints the status only if it is not a number.
            if error.args and not isinstance(error.args[0], (int, type(None))):
                on_end('', str(error.args[0]))
        else:
            report(error)
    finally:
        sys.settrace(None)
        sys.stdout = before
    flat = []
    for name in names:
        if not name.startswith('_') and not name.startswith('$'):
            flat.append(name)
            flat.append(names[name])
    on_step(0, printed.text(), *flat)
`;

interface Brython {
  runPythonSource(source: string, name: string): object;
  module_getattr(module: object, name: string): object;
  $call(callable: object, ...args: unknown[]): unknown;
}

function loadScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${url} could not be loaded`));
    document.head.append(script);
  });
}

let loading: Promise<(source: string) => Run> | null = null;

/** Loads Brython once, and resolves to a function that runs a program. */
export function loadPython(): Promise<(source: string) => Run> {
  return (loading ??= load());
}

async function load(): Promise<(source: string) => Run> {
  // Brython 3.14.3 needs it, and its polyfill does not work in browsers from before the middle of 2024.
  (Set.prototype as { difference?: unknown }).difference ??= function (
    this: Set<unknown>,
    other: Set<unknown>,
  ) {
    return new Set([...this].filter((each) => !other.has(each)));
  };
  await loadScript(brythonUrl);
  await loadScript(libraryUrl);
  const brython = (globalThis as unknown as { __BRYTHON__: Brython }).__BRYTHON__;
  install(brython);
  const run = brython.module_getattr(brython.runPythonSource(DRIVER, 'page_driver'), 'run');
  return (source) => runProgram(brython, run, source);
}

/**
 * Joins frames, leaving out repetitions of a recursive call from the fourth on.
 *
 * CPython: Lib/traceback.py `StackSummary.format`
 */
function abridged(frames: readonly string[]): string {
  let text = '';
  let equal = 0;
  const tell = () => {
    const more = equal - 3;
    if (more > 0) text += `  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`;
  };
  frames.forEach((frame, i) => {
    if (frame !== frames[i - 1]) {
      tell();
      equal = 0;
    }
    if (++equal <= 3) text += frame;
  });
  tell();
  return text;
}

function runProgram(brython: Brython, run: object, source: string): Run {
  const steps: Step[] = [];
  const lines = source.split('\n');
  let traceback = '';
  let frames: string[] = [];
  const onStep = (line: number, output: string, ...flat: unknown[]) => {
    if (line !== 0 && steps.length >= KEPT_STEPS) return;
    const names: [string, unknown][] = [];
    for (let i = 0; i < flat.length; i += 2) names.push([String(flat[i]), valueOf(flat[i + 1])]);
    steps.push({ line: Number(line), output: String(output), memory: describe(names) });
  };
  const onFrame = (file: unknown, line: number, name: string) => {
    if (String(file) !== 'program.py') return;
    const where = String(name) === '' ? '' : `, in ${name}`;
    frames.push(`  File "program.py", line ${line}${where}\n    ${(lines[line - 1] ?? '').trim()}\n`);
  };
  /** Adds one exception: how it relates to the one before, and its last line. */
  const onEnd = (before: unknown, ending: unknown) => {
    if (String(before) !== '') traceback += `\n${String(before)}\n\n`;
    if (frames.length > 0) traceback += `Traceback (most recent call last):\n${abridged(frames)}`;
    traceback += `${String(ending)}\n`;
    frames = [];
  };
  brython.$call(run, source, onStep, onFrame, onEnd, STEP_LIMIT);
  return { output: steps.at(-1)!.output, traceback, steps };
}

/** The library's object inside a Brython object; undefined for other objects. */
function valueOf(object: unknown): unknown {
  if (object === null || typeof object !== 'object') return undefined;
  const key = Object.getOwnPropertySymbols(object).find((each) => each.description === 'pybuffer.value');
  return key && (object as Record<symbol, unknown>)[key];
}
