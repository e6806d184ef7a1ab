/**
 * Runs Python text in the page: Brython on the library's types. Each line that is about to run is recorded with the memory at that
 * moment, which is what the step mode shows. Callers: the tutorial's page.
 */
import brythonUrl from 'brython/brython.js?url';
import libraryUrl from 'brython/brython_stdlib.js?url';
import { install } from 'pybuffer/brython';
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

/** More steps than these are run, but not kept. */
export const KEPT_STEPS = 400;
/** A program is stopped after so many lines: a loop without end would stop the page. */
export const STEP_LIMIT = 20_000;

const DRIVER = `
import sys

class Printed:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        pass

def run(source, on_step, on_frame, limit):
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
    def trace(frame, event, arg):
        if frame.f_code.co_filename != 'program.py':
            return None
        if event == 'line':
            count[0] += 1
            if count[0] > limit:
                raise RuntimeError('stopped after ' + str(limit) + ' lines')
            on_step(frame.f_lineno, ''.join(printed.parts), *visible(frame))
        return trace
    before = sys.stdout
    sys.stdout = printed
    names = {'__name__': '__main__'}
    ending = ''
    try:
        code = compile(source, 'program.py', 'exec')
        sys.settrace(trace)
        exec(code, names)
    except BaseException as error:
        sys.settrace(None)
        ending = type(error).__name__ + (': ' + str(error) if str(error) else '')
        if isinstance(error, SyntaxError):
            on_frame('program.py', error.lineno or 0, '')
        else:
            place = error.__traceback__
            while place is not None:
                on_frame(place.tb_frame.f_code.co_filename, place.tb_lineno, place.tb_frame.f_code.co_name)
                place = place.tb_next
    finally:
        sys.settrace(None)
        sys.stdout = before
    flat = []
    for name in names:
        if not name.startswith('_') and not name.startswith('$'):
            flat.append(name)
            flat.append(names[name])
    on_step(0, ''.join(printed.parts), *flat)
    return ending
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
  // Brython 3.14.3 needs it, and its own polyfill does not work in browsers from before the middle of 2024.
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

function runProgram(brython: Brython, run: object, source: string): Run {
  const steps: Step[] = [];
  const lines = source.split('\n');
  let traceback = '';
  const onStep = (line: number, output: string, ...flat: unknown[]) => {
    if (line !== 0 && steps.length >= KEPT_STEPS) return;
    const names: [string, unknown][] = [];
    for (let i = 0; i < flat.length; i += 2) names.push([String(flat[i]), valueOf(flat[i + 1])]);
    steps.push({ line: Number(line), output: String(output), memory: describe(names) });
  };
  const onFrame = (file: unknown, line: number, name: string) => {
    if (String(file) !== 'program.py') return;
    const where = String(name) === '' ? '' : `, in ${name}`;
    traceback += `  File "program.py", line ${line}${where}\n    ${(lines[line - 1] ?? '').trim()}\n`;
  };
  const ending = String(brython.$call(run, source, onStep, onFrame, STEP_LIMIT));
  if (ending !== '') traceback = `Traceback (most recent call last):\n${traceback}${ending}\n`;
  return { output: steps.at(-1)!.output, traceback, steps };
}

/** The library's object in an object of Brython's; undefined for others. */
function valueOf(object: unknown): unknown {
  if (object === null || typeof object !== 'object') return undefined;
  const key = Object.getOwnPropertySymbols(object).find((each) => each.description === 'pybuffer.value');
  return key && (object as Record<symbol, unknown>)[key];
}
