/**
 * `str % args` and `format(value, spec)` for the runtime's values, by the rules of `formats`. Callers:
 * `binary.ts`, `dunders.ts`, builtins.
 */
import { PyTypeError } from '../exceptions/index.js';
import { formatComplex, formatFloat, formatInt, formatString } from '../formats/format-spec.js';
import { formatText } from '../formats/percent-text.js';
import type { TextRules } from '../formats/percent-text.js';
import { isComplex, isTuple, typeName } from '../python/index.js';
import { methodOf, slotsOf } from './dispatch.js';
import { asciiOf, reprOf, strOf } from './display.js';
import { floatValue } from './floats.js';
import { getItem } from './items.js';
import { intValue } from './numbers.js';

const RULES: TextRules = {
  str: strOf,
  repr: reprOf,
  ascii: asciiOf,
  // CPython: `PyMapping_Check`, without tuple and str.
  isMapping: (value) =>
    typeof value !== 'string' &&
    !isTuple(value) &&
    (methodOf(value, '__getitem__') !== null || slotsOf(value).getItem !== undefined),
  item: getItem,
};

/** `format % args`. CPython: Objects/unicode_format.c `PyUnicode_Format` */
export function percentText(format: string, args: unknown): string {
  const operand = isTuple(args)
    ? ({ kind: 'tuple', items: args } as const)
    : ({ kind: 'single', value: args } as const);
  return formatText(format, operand, RULES);
}

/**
 * `type(value).__format__(value, spec)` of values that have no `__format__` of their own.
 *
 * @throws PyTypeError `unsupported format string passed to bytes.__format__`
 *
 * CPython: Objects/typeobject.c `object___format___impl`
 */
export function formatOf(value: unknown, spec: string): string {
  if (typeof value === 'string') return formatString(value, spec);
  if (spec === '') return strOf(value);
  const int = intValue(value);
  if (int !== null) return formatInt(int, spec, typeName(value));
  const float = floatValue(value);
  if (float !== null) return formatFloat(float, spec);
  if (isComplex(value)) return formatComplex(value, spec);
  const type = value === null || value === undefined ? 'NoneType' : typeName(value);
  throw new PyTypeError(`unsupported format string passed to ${type}.__format__`);
}
