// Shrinks a program while it still shows a difference of the same kind: fewer steps, arguments and methods,
// simpler values. It assumes that programs are trees of JSON. Caller: run.ts.
import { differencesOf, kindOf } from './compare.js';
import type { Difference } from './compare.js';
import type { Oracle } from './oracle.js';
import type { Callables } from './ours.js';
import type { Program, Step } from './program.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The number of candidates sent to the oracle at once. */
const BATCH = 100;

export async function shrink(
  difference: Difference,
  callables: Callables,
  oracle: Oracle,
): Promise<Difference> {
  const kind = kindOf(difference);
  let smallest = difference;
  for (;;) {
    const next = await firstOfKind(candidates(smallest), kind, callables, oracle);
    if (next === null) return smallest;
    smallest = next;
  }
}

async function firstOfKind(
  programs: Iterable<Program>,
  kind: string,
  callables: Callables,
  oracle: Oracle,
): Promise<Difference | null> {
  let batch: Program[] = [];
  const ask = async () => {
    const found = await differencesOf(batch, callables, oracle).catch(() => []);
    batch = [];
    return found.find((each) => each !== null && kindOf(each) === kind) ?? null;
  };
  for (const program of programs) {
    batch.push(program);
    if (batch.length < BATCH) continue;
    const found = await ask();
    if (found !== null) return found;
  }
  return batch.length > 0 ? ask() : null;
}

function* candidates({ program, at }: Difference): Iterable<Program> {
  if (at < program.length - 1) yield program.slice(0, at + 1);
  for (let i = program.length - 1; i >= 0; i--) yield withoutStep(program, i);
  for (let i = program.length - 1; i >= 0; i--) {
    for (const step of smallerSteps(program[i] as unknown as Json)) {
      yield program.map((each, j) => (j === i ? (step as unknown as Step) : each));
    }
  }
}

/** Removes a step: its variable becomes None, and later variables move down. */
function withoutStep(program: Program, at: number): Program {
  const renumber = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(renumber);
    if (typeof json !== 'object' || json === null) return json;
    const entries = Object.entries(json);
    if (entries.length === 1 && entries[0]![0] === 'v') {
      const v = entries[0]![1] as number;
      return v === at ? null : { v: v > at ? v - 1 : v };
    }
    return Object.fromEntries(entries.map(([key, value]) => [key, renumber(value)]));
  };
  return program
    .filter((_, i) => i !== at)
    .map((step) => renumber(step as unknown as Json) as unknown as Step);
}

/** Keys whose arrays may lose any of their items. */
const LISTS = new Set(['args', 't', 'l', 'd', 'g', 'steps']);
/** Keys whose objects may lose any of their keys. */
const BAGS = new Set(['kwargs', 'methods']);
const SIMPLE: readonly Json[] = [null, 0, { b: '' }];

/** Every way to make one part of a step smaller. */
function* smallerSteps(step: Json): Iterable<Json> {
  const record = step as Record<string, Json>;
  for (const key of ['args', 'kwargs', 'self']) {
    if (record[key] === undefined) continue;
    for (const smaller of smallerField(key, record[key])) yield { ...record, [key]: smaller };
  }
}

function* smallerField(key: string, value: Json): Iterable<Json> {
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (LISTS.has(key)) for (let i = 0; i < items.length; i++) yield items.filter((_, j) => j !== i);
    for (let i = 0; i < items.length; i++) {
      for (const smaller of key === 'steps' ? smallerSteps(items[i]!) : smallerValue(items[i]!)) {
        yield items.map((each, j) => (j === i ? smaller : each));
      }
    }
  } else if (BAGS.has(key)) {
    const bag = value as Record<string, Json>;
    for (const name of Object.keys(bag)) {
      yield Object.fromEntries(Object.entries(bag).filter(([other]) => other !== name));
      for (const smaller of key === 'methods' ? smallerAnswers(bag[name]!) : smallerValue(bag[name]!)) {
        yield { ...bag, [name]: smaller };
      }
    }
  } else yield* smallerValue(value);
}

/** Fewer answers of a method. A final answer that raises stays, because it ends iterations. */
function* smallerAnswers(answers: Json): Iterable<Json> {
  if (answers === null) return;
  const list = answers as readonly Record<string, Json>[];
  const ends = list.at(-1)!['raises'] !== undefined;
  const open = ends ? list.length - 1 : list.length;
  if (list.length > 1) for (let i = 0; i < open; i++) yield list.filter((_, j) => j !== i);
  for (let i = 0; i < open; i++) {
    for (const smaller of smallerValue(list[i]!)) yield list.map((each, j) => (j === i ? smaller : each));
  }
}

function* smallerValue(value: Json): Iterable<Json> {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'string' && value.length > 1) yield value.slice(0, Math.floor(value.length / 2));
    if (typeof value === 'string' || (typeof value === 'number' && value !== 0)) yield 0;
    return;
  }
  if (Array.isArray(value)) {
    yield* smallerField('pair', value);
    return;
  }
  const record = value as Record<string, Json>;
  const isValue = Object.keys(record).length === 1 && Object.keys(record)[0]!.length === 1;
  if (isValue) {
    for (const simple of SIMPLE) if (JSON.stringify(simple) !== JSON.stringify(record)) yield simple;
  }
  for (const [key, inner] of Object.entries(record)) {
    if (key === 'b') {
      const hex = inner as string;
      const half = 2 * Math.floor(hex.length / 4);
      if (hex.length > 2) yield* [{ b: hex.slice(0, half) }, { b: hex.slice(half) }, { b: hex.slice(2) }];
    } else if (key === 'y') {
      const [hex, count] = inner as [string, number];
      if (count > 1) yield* [{ y: [hex, Math.floor(count / 2)] }, { y: [hex, count - 1] }];
    } else if (key === 'o') {
      const spec = inner as Record<string, Json>;
      for (const part of ['methods', 'args']) {
        for (const smaller of smallerField(part, spec[part]!)) yield { o: { ...spec, [part]: smaller } };
      }
    } else if (key === 'h') {
      for (const smaller of smallerAnswers(inner)) yield { h: smaller };
    } else if (LISTS.has(key) || key === 's' || key === 'gives') {
      for (const smaller of smallerField(key, inner)) yield { ...record, [key]: smaller };
    }
  }
}
