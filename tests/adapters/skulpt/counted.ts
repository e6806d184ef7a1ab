/**
 * Skulpt with counts of the calls that reach the library's tables of types, which its fast paths avoid. Callers: the
 * tests of the files `quick*.ts`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Border } from '../../../src/adapters/skulpt/border.js';
import { hang } from '../../../src/adapters/skulpt/classes.js';
import { addExceptions } from '../../../src/adapters/skulpt/exceptions.js';
import type { PyObject, SkulptClass } from '../../../src/adapters/skulpt/skulpt.js';
import { hostOf } from '../../../src/adapters/skulpt/values.js';
import { createRuntime } from '../../../src/runtime/index.js';
import type { HostType } from '../../../src/runtime/index.js';
import { answered, programOf, readSession, wholeParts } from '../sessions.js';
import { freshSkulpt, runnerOf } from './host.js';
import type { Sk } from './host.js';

type Call = (...args: never[]) => unknown;
type Type = HostType<PyObject, SkulptClass>;

/** A type whose functions note their names in a list. */
function counted(type: Type, calls: string[]): Type {
  const noted = (name: string, call: Call) =>
    ((...args: never[]) => {
      calls.push(`${type.name}.${name}`);
      return call(...args);
    }) as never;
  return Object.assign(Object.create(type) as Type, {
    methods: type.methods.map((method) => ({ ...method, call: noted(method.name, method.call) })),
    create: noted('__new__', type.create.bind(type)),
    setItem: noted('__setitem__', type.setItem.bind(type)),
    next: noted('__next__', type.next.bind(type)),
    // The prompt shows each result.
    unary: (name: string) => (name === '__repr__' ? type.unary(name) : noted(name, type.unary(name))),
    binary: (name: string) => noted(name, type.binary(name)),
  });
}

/**
 * Declares a test for each part of a session (`NAME.session.txt`), which also judges its steps by their calls: those of
 * a part `Quick: ...` call no function of the tables, those of a part `Tables: ...` call one.
 */
export function testCountedSession(name: string): void {
  const parts = readSession(readFileSync(join(__dirname, `${name}.session.txt`), 'utf8'));
  const [first] = parts;
  test.each(wholeParts(parts))('$title', ({ title, steps }) => {
    const calls: string[] = [];
    const printed = runnerOf(countedSkulpt(calls))(programOf(steps, "print('>>>', calls())"));
    expect(answered(steps, printed)).toEqual(steps);
    const made = [...printed.matchAll(/^>>> (.*)$/gm)].map(([, names], i) => [steps[i]!.source, names!]);
    const own = title === first!.title ? [] : made.slice(first!.steps.length);
    const isWrong = ([, names]: string[]) =>
      (title.startsWith('Quick: ') && names !== '') || (title.startsWith('Tables: ') && names === '');
    expect(own.filter(isWrong)).toEqual([]);
  });
}

/** An installation with its runtime, before anything hangs in Skulpt's classes. */
export function borderOf(Sk: Sk): Border {
  const border = new Border(Sk as never);
  addExceptions(border);
  border.host = hostOf(border, {});
  border.runtime = createRuntime(border.host);
  return border;
}

/**
 * A Skulpt with the adapter's classes and a function `calls()`, the names of the tables' functions called since the
 * last one.
 */
export function countedSkulpt(calls: string[]): Sk {
  const Sk = freshSkulpt();
  const border = borderOf(Sk);
  for (const type of Object.values(border.runtime.types)) hang(border, counted(type, calls));
  for (const name of ['bytes', 'bytearray', 'memoryview'] as const) {
    Sk.builtins[name] = border.classes.get(name);
    if (name in Sk.builtin) Sk.builtin[name] = border.classes.get(name) as never;
  }
  const { str, sk_method } = Sk.builtin as unknown as Record<string, new (...args: unknown[]) => unknown>;
  const $meth = () => new str!(calls.splice(0).join(' '));
  Sk.builtins['calls'] = new sk_method!(
    { $name: 'calls', $flags: { NoArgs: true }, $meth },
    null,
    'builtins',
  );
  return Sk;
}
