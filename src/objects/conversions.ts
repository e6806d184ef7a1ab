/**
 * What the library's objects return when JavaScript asks them for a primitive or for JSON. They refuse
 * conversions that would lose data silently, and name the call to use. The classes' own `Symbol.toPrimitive`
 * and `toJSON` call these functions.
 */
import { PyTypeError } from '../exceptions/index.js';
import { brandOf, typeName } from '../python/index.js';

/** The calls to use instead of the operators. */
const CALLS = 'a.concat(b) for +, a.equals(b) for ==, a.compare(b) for an order';
const CALLS_OF_VIEWS = 'm.equals(other) for ==, m.tobytes() for the bytes';

/**
 * The result of `Symbol.toPrimitive`.
 *
 * @param hint `'string'` for a template and `String(x)`, which return Python's `str()`; `'number'` and
 *   `'default'` for `+x`, `x + y`, `x < y` and `x == 'text'`
 * @throws PyTypeError `bytes cannot be an operand of JavaScript's operators: use a.concat(b) for +, ...`
 */
export function toPrimitive(self: object, hint: string): string {
  if (hint === 'string') return String((self as { toString(): string }).toString());
  const calls = brandOf(self) === 'memoryview' ? CALLS_OF_VIEWS : CALLS;
  throw new PyTypeError(`${typeName(self)} cannot be an operand of JavaScript's operators: use ${calls}`);
}

/**
 * The result of `toJSON`. `JSON.stringify` passes a key; test runners, which show contents by it, pass none.
 *
 * @throws PyTypeError `Object of type bytes is not JSON serializable: use x.hex() and Bytes.fromhex(text)`
 *
 * CPython: Lib/json/encoder.py `JSONEncoder.default`
 */
export function toJSON(self: object, args: readonly unknown[], there: string): string {
  if (args.length === 0) return toPrimitive(self, 'string');
  // The name without its module, as `type(o).__name__`.
  const name = typeName(self).split('.').pop()!;
  throw new PyTypeError(`Object of type ${name} is not JSON serializable: use ${there}`);
}

/**
 * Refuses arguments of `toString`, because a user of `Buffer` who writes `x.toString('hex')` would get the
 * repr.
 *
 * @throws PyTypeError `toString() takes no arguments: use decode() or hex()`
 */
export function refuseArguments(given: readonly unknown[]): void {
  if (given.length > 0) throw new PyTypeError('toString() takes no arguments: use decode() or hex()');
}
