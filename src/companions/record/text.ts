/**
 * Records and arrays in place as comparison helpers see them: equal values have equal texts, wherever they
 * lie in memory. `record-type.ts` and `live-array.ts` call it with the plain values.
 */
import { repr } from '../../algorithms/index.js';
import { LENGTH, MEMORY, START } from '../../memory/index.js';
import { itemText, tagOfItems, tagged } from '../../objects/index.js';
import { isContent } from '../../protocol/index.js';
import { isComplex } from '../../python/index.js';

/** Returns a plain value as text, at any depth. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  if (isContent(value)) return repr(value[MEMORY], value[START], value[START] + value[LENGTH]);
  if (typeof value !== 'object' || value === null || isComplex(value)) return itemText(value);
  return `{${Object.entries(value)
    .map(([name, field]) => `${JSON.stringify(name)}: ${textOf(field)}`)
    .join(', ')}}`;
}

/** Returns the tag of a record or an array in place. */
export function tagOfValues(live: object, type: string, values: () => unknown): string {
  return tagged(live, type, () => {
    const text = textOf(values());
    return tagOfItems(type, text.length, [text]);
  });
}
