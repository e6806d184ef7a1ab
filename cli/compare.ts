// Repeats the recorded calls on a port, one after the other, and finds the first outcome that differs. It
// neither loads nor writes files.
import { inspect } from 'node:util';
import { difference, spell } from './difference.js';
import type { Facts, Step } from './facts.js';
import { camelCase, fromPort, toPort } from './values.js';
import type { Port, Side, Value } from './values.js';

/** A step whose outcomes differ. */
export interface Found {
  readonly step: Step;
  /** Its number among the steps, from 1. */
  readonly number: number;
  /** The lines that describe it. */
  readonly lines: readonly string[];
}

/** How values are passed to the port. */
export type Forms = Pick<Side, 'plainObjects' | 'boxFloats'>;

/**
 * Repeats the recorded calls on a port until an outcome differs; null if none does.
 *
 * @param begins called with the number of each call before the call
 */
export async function firstDifference(
  facts: Facts,
  port: Port,
  forms: Forms,
  begins: (number: number) => void = () => {},
): Promise<Found | null> {
  const side: Side = { library: port.library, port: port.exports, objects: new Map(), ...forms };
  for (const [i, step] of facts.steps.entries()) {
    begins(i + 1);
    const lines = await compareStep(step, side);
    if (lines !== null) return { step, number: i + 1, lines };
  }
  return null;
}

async function compareStep(step: Step, side: Side): Promise<string[] | null> {
  const args = step.args.map((arg) => toPort(arg, side));
  let outcome: { value: Value } | { error: unknown };
  try {
    const call = callable(step, side);
    if (typeof call === 'string') return [call];
    const kwargs = Object.entries(step.kwargs).map(([name, value]) => [name, toPort(value, side)] as const);
    const result = await call([...args, ...(kwargs.length > 0 ? [Object.fromEntries(kwargs)] : [])]);
    outcome = { value: fromPort(result, step.value ?? null, side) };
  } catch (error) {
    outcome = { error };
  }
  return compareOutcome(step, outcome) ?? compareArguments(step, args, side);
}

/** The function that a step calls, or the reason why it cannot be called. */
function callable(step: Step, side: Side): ((args: unknown[]) => unknown) | string {
  let owner: Record<string, unknown> = side.port as Record<string, unknown>;
  let place = 'the port';
  if (step.kind === 'method') {
    owner = side.objects.get(step.self!) as Record<string, unknown>;
    place = owner.constructor.name;
  }
  const names = step.name.split('.');
  for (const outer of names.slice(0, -1)) owner = (owner[outer] ?? {}) as Record<string, unknown>;
  const name = [names.at(-1)!, camelCase(names.at(-1)!)].find((each) => typeof owner[each] === 'function');
  if (name === undefined) return `${place} has no ${step.kind === 'new' ? 'class' : 'function'} ${step.name}`;
  const target = owner[name] as new (...args: unknown[]) => unknown;
  return step.kind === 'new'
    ? (args) => new target(...args)
    : (args) => (target as unknown as (...args: unknown[]) => unknown).apply(owner, args);
}

/** Classes of exceptions by Python's names: the library's, JavaScript's own and the port's. */
function classOf(error: Error): string {
  let owner: object = error;
  while (!Object.hasOwn(owner, 'name')) owner = Object.getPrototypeOf(owner) as object;
  // Errors of a class that sets no name inherit Error's, and binascii.Error has that name.
  const name = owner === Error.prototype ? error.constructor.name : error.name;
  return name.replace(/^Py(?=[A-Z])/, '');
}

/** An exception as Python shows it in the last line of a traceback. */
export function nameOf(error: unknown): string {
  try {
    if (error instanceof Error) return `${classOf(error)}: ${error.message}`;
    return `${inspect(error)}, which is no Error`;
  } catch {
    return 'an Error that cannot be shown';
  }
}

/** Whether an exception is the recorded one. */
function isRaised(error: unknown, [name, text]: readonly [string, string]): boolean {
  try {
    return error instanceof Error && classOf(error) === name && error.message === text;
  } catch {
    // For example an error whose message getter throws.
    return false;
  }
}

function compareOutcome(
  { value: expected, error: raised }: Step,
  outcome: { value: Value } | { error: unknown },
): string[] | null {
  const python = raised === undefined ? shorten(spell(expected!)) : `raises ${raised[0]}: ${raised[1]}`;
  if ('error' in outcome) {
    const { error } = outcome;
    if (raised !== undefined && isRaised(error, raised)) return null;
    // Where CPython raised nothing, show where the error comes from.
    const trace = raised === undefined && error instanceof Error ? traceOf(error) : [];
    return [`Python  ${python}`, `port    raises ${nameOf(error)}`, ...trace];
  }
  if (raised !== undefined) return [`Python  ${python}`, `port    ${shorten(spell(outcome.value))}`];
  const found = difference(expected!, outcome.value);
  if (found === null) return null;
  return [`Python  ${python}`, `port    ${shorten(spell(outcome.value))}`, ...placeOf(found)];
}

function compareArguments(step: Step, args: readonly unknown[], side: Side): string[] | null {
  for (const [i, arg] of args.entries()) {
    const expected = (step.after ?? step.args)[i]!;
    let actual: Value;
    try {
      actual = fromPort(arg, expected, side);
    } catch {
      // For example a view that the call has released.
      continue;
    }
    const found = difference(expected, actual);
    if (found === null) continue;
    return [
      `after the call, argument ${i + 1} is`,
      `Python  ${shorten(spell(expected))}`,
      `port    ${shorten(spell(actual))}`,
      ...placeOf(found),
    ];
  }
  return null;
}

function placeOf({ path, expected, actual }: NonNullable<ReturnType<typeof difference>>): string[] {
  if (path === '') return [];
  const show = (value: Value | undefined) => (value === undefined ? 'nothing' : shorten(spell(value)));
  return [`at ${path}: ${show(expected)} in Python, ${show(actual)} in the port`];
}

/** The origin of an error: at most three stack lines of the port. */
export function traceOf(error: Error): string[] {
  let stack: string;
  try {
    stack = String(error.stack ?? '');
  } catch {
    return [];
  }
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node:internal|\/pybuffer\/dist\//.test(line))
    .slice(0, 3)
    .map((line) => `  ${line.trim()}`);
}

/** Cuts long texts. */
function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
}
