/**
 * Whether the last argument of a call is the trailing options object that carries Python's keywords:
 * a plain object, which no method here takes as a positional value.
 */
export function isOptions(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
