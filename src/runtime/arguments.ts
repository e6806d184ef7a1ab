/**
 * Converts Python's arguments to arguments of our classes. In this room a tuple is not a list, and a dict
 * does not pass keywords. Our classes are made for JavaScript: they accept any array as a tuple, and a
 * trailing plain object as keywords.
 */
import { BRAND, TYPE_NAME, falseIfRevoked, isMap, isOptions, isTuple, typeName } from '../python/index.js';

/** Removes omitted arguments at the end. */
export function trimmed(args: unknown[]): unknown[] {
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  return args;
}

/**
 * Whether our classes read an argument as Python does, which they do unless it is a list, a dict or omitted.
 */
export function isTakenAsItIs(value: unknown): boolean {
  if (typeof value !== 'object') return value !== undefined;
  if (value === null) return true;
  try {
    // The brand is read here, because V8 remembers up to four classes for each place that reads a property.
    return !Array.isArray(value) && (value as { [BRAND]?: unknown })[BRAND] !== undefined;
  } catch (error) {
    return falseIfRevoked(value, error);
  }
}

/** Wraps dicts, so that our classes iterate over their keys and never take one for keywords. */
export function dictsApart(args: unknown[]): unknown[] {
  for (let i = 0; i < args.length; i++) {
    const value = args[i];
    if (!isTakenAsItIs(value) && (isMap(value) || isOptions(value))) args[i] = new DictArgument(value);
  }
  return args;
}

/** Wraps a list where our classes would take any array for a tuple. */
export class ListArgument {
  constructor(readonly items: readonly unknown[]) {}
  get [TYPE_NAME](): string {
    return typeName(this.items);
  }
}

/** Wraps a list, and returns any other value unchanged. */
export function listApart(value: unknown): unknown {
  return Array.isArray(value) && !isTuple(value) ? new ListArgument(value) : value;
}

/** The wrapper of a dict: iterates over its keys. */
class DictArgument {
  constructor(readonly dict: Map<unknown, unknown> | Record<string, unknown>) {}
  get [TYPE_NAME](): string {
    return 'dict';
  }
  __len__(): number {
    return isMap(this.dict) ? this.dict.size : Object.keys(this.dict).length;
  }
  [Symbol.iterator](): Iterator<unknown> {
    return isMap(this.dict) ? this.dict.keys() : Object.keys(this.dict)[Symbol.iterator]();
  }
}
