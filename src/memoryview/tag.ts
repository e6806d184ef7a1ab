/**
 * A view's contents as text, for comparison helpers (equal views have equal texts) and for `console.log`. It
 * reads views of any format; `MemoryView` calls it.
 */
import { isContent, shapeOf, stridesOf, adjustPointer } from '../protocol/index.js';
import type { BufferView } from '../protocol/index.js';
import { LENGTH, MEMORY, START } from '../memory/index.js';
import { hex, repr } from '../algorithms/index.js';
import { dataView, parseItemFormat, unpackItem } from '../formats/index.js';
import { itemText, tagOfItems } from '../objects/index.js';
import { layoutOf, unpackStruct } from './compare.js';
import { isReleased, live } from './state.js';
import type { ViewState } from './state.js';

/** The most items that `console.log` shows. */
const FIRST_ITEMS = 20;

/** The text of an item as a view unpacks it: a number, bytes, or the fields of a struct. */
function unpackedText(value: unknown): string {
  if (isContent(value)) return repr(value[MEMORY], value[START], value[START] + value[LENGTH]);
  return Array.isArray(value) ? `(${value.map(unpackedText).join(', ')})` : itemText(value);
}

/** How the items of a view are read as text. */
function readerOf(view: BufferView): (address: number) => string {
  const format = view.format ?? 'B';
  const item = parseItemFormat(format);
  const data = dataView(view.memory);
  if (item !== null && item.size === view.itemsize) {
    return (address) => unpackedText(unpackItem(item.kind, data, address));
  }
  const layout = layoutOf(view);
  // Python calls views of such a format unequal, even to themselves; here equal bytes have equal text.
  if (layout === null) {
    return (address) => `${format}:${hex(view.memory, address, address + view.itemsize, -1, 1)}`;
  }
  return (address) => unpackedText(unpackStruct({ view, strides: [], data, layout }, address));
}

/** The texts of all items; the last index varies fastest. */
function* itemTexts(view: BufferView): Generator<string, void> {
  const shape = shapeOf(view);
  const strides = stridesOf(view);
  const read = readerOf(view);
  function* within(dimension: number, address: number): Generator<string, void> {
    if (dimension === shape.length) {
      yield read(address);
      return;
    }
    for (let i = 0; i < shape[dimension]!; i++) {
      const suboffset = view.suboffsets?.[dimension] ?? -1;
      yield* within(dimension + 1, adjustPointer(view.memory, address + i * strides[dimension]!, suboffset));
    }
  }
  yield* within(0, view.offset);
}

/** The shape as a tuple; extents after a zero do not count for equality. */
function shapeText(shape: readonly number[]): string {
  const zero = shape.indexOf(0);
  const told = zero < 0 ? shape : shape.slice(0, zero + 1);
  return `(${told.join(', ')}${told.length === 1 ? ',' : ''})`;
}

/** Type, shape and items; equal for equal views. */
export function tagOf(view: ViewState): string {
  if (isReleased(view)) return 'memoryview:released';
  const all = live(view);
  const shape = shapeOf(all);
  const count = shape.reduce((product, extent) => product * extent, 1);
  return tagOfItems(`memoryview${shapeText(shape).replaceAll(' ', '')}`, count, itemTexts(all));
}

/** What `console.log` shows: format, shape and the first items. */
export function inspected(view: ViewState): string {
  const all = live(view);
  const shape = shapeOf(all);
  const count = shape.reduce((product, extent) => product * extent, 1);
  const first: string[] = [];
  for (const text of itemTexts(all)) {
    if (first.length === FIRST_ITEMS) break;
    first.push(text);
  }
  const more = count > first.length ? `, ... ${count - first.length} more` : '';
  const readonly = all.readonly ? ' read-only' : '';
  return `<memoryview${readonly} '${all.format ?? 'B'}' ${shapeText(shape)} [${first.join(', ')}${more}]>`;
}
