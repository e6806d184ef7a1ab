/**
 * Draws memory: a pure function from a description of memory to SVG. The picture includes its colours, so
 * that it can be copied into any page, and repeats its content in data attributes for tests and scripts.
 * Callers: the pages.
 */
import type { ExporterPicture, MemoryPicture, ViewPicture } from './memory.js';

export interface DrawingOptions {
  readonly theme?: 'light' | 'dark';
  /** The number of cells in a row. */
  readonly columns?: number;
  /** The previous picture: cells that differ from it are marked as written. */
  readonly before?: MemoryPicture | null;
}

const CELL = 46;
const CELL_HEIGHT = 62;
const LANE = 40;
const MARGIN = 12;
const THEMES = {
  light: {
    ink: '#1c2430',
    quiet: '#566074',
    paper: '#ffffff',
    cell: '#f4f1ea',
    line: '#c9c2b3',
    written: '#ffd24a',
  },
  dark: {
    ink: '#edf0f5',
    quiet: '#a7b0c0',
    paper: '#151a22',
    cell: '#202733',
    line: '#404a5a',
    written: '#8a6500',
  },
};
const COLOURS = {
  light: ['#1f5fbf', '#b3411e', '#1d7a4f', '#7a3fa8', '#9a6a00', '#b02a6b'],
  dark: ['#7db4ff', '#ff9d76', '#6fd6a4', '#cda0f5', '#f0c050', '#ff92c2'],
};
const SANS = "font-family=\"'Inter','Segoe UI',system-ui,sans-serif\"";
const MONO = 'font-family="ui-monospace,\'SF Mono\',Menlo,Consolas,monospace"';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const hex = (byte: number) => byte.toString(16).padStart(2, '0');
const tuple = (values: readonly number[]) => `(${values.join(', ')}${values.length === 1 ? ',' : ''})`;
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The number of bytes of an exporter, and how many of them are drawn. */
function bytesOf({ length, bytes }: ExporterPicture): string {
  const drawn = bytes.length < length ? `, of which the first ${bytes.length} are drawn` : '';
  return `${count(length, 'byte')}${drawn}`;
}

function character(byte: number): string {
  if (byte === 32) return '␣';
  return byte > 32 && byte < 127 ? String.fromCharCode(byte) : '·';
}

/**
 * An item of a view: its index, its offset in bytes from the exporter's start, and the number of items before
 * it.
 */
export interface Item {
  readonly index: readonly number[];
  readonly at: number;
  readonly order: number;
}

/** The range of indices of a dimension whose offsets lie between `first` and `last`, as start and end. */
function indicesWithin(stride: number, length: number, first: number, last: number): [number, number] {
  if (stride === 0) return [0, length];
  const ends = [first / stride, last / stride];
  return [Math.max(0, Math.ceil(Math.min(...ends))), Math.min(length, Math.floor(Math.max(...ends)) + 1)];
}

/**
 * The items of a view, in its order.
 *
 * @param last only items that overlap the exporter's bytes before this one; all items when absent
 */
export function itemsOf({ offset, shape, strides, itemsize }: ViewPicture, last = Infinity): Item[] {
  const items: Item[] = [];
  const visit = (dimension: number, at: number, order: number, index: readonly number[]): void => {
    if (dimension === shape.length) {
      items.push({ index, at, order });
      return;
    }
    const [stride, length] = [strides[dimension]!, shape[dimension]!];
    const later = strides.slice(dimension + 1).map((step, i) => step * (shape[dimension + 1 + i]! - 1));
    const low = later.reduce((sum, reach) => sum + Math.min(0, reach), at);
    const high = later.reduce((sum, reach) => sum + Math.max(0, reach), at);
    const [from, to] =
      last === Infinity ? [0, length] : indicesWithin(stride, length, 1 - itemsize - high, last - 1 - low);
    for (let i = from; i < to; i++) visit(dimension + 1, at + i * stride, order * length + i, [...index, i]);
  };
  if (!shape.includes(0)) visit(0, offset, 0, []);
  return items;
}

/** The picture in words, for readers who cannot see it. */
export function inWords(memory: MemoryPicture): string {
  const label = (names: readonly string[]) => names.join(' and ') || 'an object without a name';
  return [
    ...memory.exporters.map(
      (each) =>
        `${label(each.names)}: ${each.type} of ${bytesOf(each)}${
          each.exports === null ? '' : `, ${count(each.exports, 'export')}`
        }.`,
    ),
    ...memory.views.map((each) =>
      each.released
        ? `${label(each.names)}: a released view.`
        : `${label(each.names)}: view of ${label(memory.exporters[each.exporter]!.names)}, offset ${each.offset}, shape ${tuple(each.shape)}, strides ${tuple(each.strides)}, format ${each.format}${each.readonly ? ', read-only' : ''}.`,
    ),
  ].join(' ');
}

/** The picture of memory, as the text of an SVG element. */
export function drawMemory(memory: MemoryPicture, options: DrawingOptions = {}): string {
  const theme = options.theme ?? 'light';
  const paint = THEMES[theme];
  const columns = Math.max(4, options.columns ?? 12);
  const width = columns * CELL + 2 * MARGIN;
  const parts: string[] = [];
  let y = MARGIN;

  memory.exporters.forEach((exporter, place) => {
    const views = memory.views
      .map((view, number) => ({ view, colour: COLOURS[theme][number % COLOURS[theme].length]! }))
      .filter(({ view }) => view.exporter === place);
    const before = options.before?.exporters.find(
      (each) => each.names.some((name) => exporter.names.includes(name)) || each.names === exporter.names,
    );
    const drawn = drawExporter(exporter, before ?? null, views, columns, y, paint);
    parts.push(drawn.svg);
    y = drawn.bottom + 16;
  });
  for (const view of memory.views.filter((each) => each.released)) {
    parts.push(
      `<text data-view="${escaped(view.names.join(' '))}" data-released="true" x="${MARGIN}" y="${y + 12}" ${SANS} font-size="13" fill="${paint.quiet}"><tspan font-weight="700" text-decoration="line-through">${escaped(view.names.join(' = '))}</tspan> released: it locks nothing, and reads nothing</text>`,
    );
    y += 24;
  }
  if (memory.exporters.length === 0 && memory.views.length === 0) {
    parts.push(
      `<text x="${MARGIN}" y="${y + 14}" ${SANS} font-size="14" fill="${paint.quiet}">No bytes yet.</text>`,
    );
    y += 28;
  }
  const height = y + MARGIN - 8;
  const words = escaped(inWords(memory) || 'No bytes yet.');
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${words}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="8" fill="${paint.paper}"/>${parts.join('')}</svg>`;
}

interface Coloured {
  readonly view: ViewPicture;
  readonly colour: string;
}

function drawExporter(
  exporter: ExporterPicture,
  before: ExporterPicture | null,
  views: readonly Coloured[],
  columns: number,
  top: number,
  paint: (typeof THEMES)['light'],
): { svg: string; bottom: number } {
  const name = exporter.names.join(' = ') || 'unnamed';
  const parts: string[] = [];
  let y = top + 18;
  parts.push(
    `<text x="${MARGIN}" y="${y}" ${SANS} font-size="15" fill="${paint.ink}"><tspan ${MONO} font-weight="700">${escaped(name)}</tspan><tspan dx="10" fill="${paint.quiet}" font-size="13">${escaped(exporter.type)}, ${bytesOf(exporter)}${exporter.names.length > 1 ? ': one object, several names' : ''}</tspan></text>`,
  );
  y += 19;
  parts.push(
    `<text x="${MARGIN}" y="${y}" ${SANS} font-size="12.5" fill="${paint.quiet}">${escaped(lockOf(exporter, views))}</text>`,
  );
  y += 10;

  const rows = Math.max(1, Math.ceil(exporter.bytes.length / columns));
  const labelled = new Set<ViewPicture>();
  const items = new Map(views.map(({ view }) => [view, itemsOf(view, exporter.bytes.length)]));
  for (let row = 0; row < rows; row++) {
    const first = row * columns;
    const last = Math.min(first + columns, exporter.bytes.length);
    for (let at = first; at < last; at++) {
      const byte = exporter.bytes[at]!;
      const written = before !== null && before.bytes[at] !== byte;
      parts.push(drawCell(at, byte, MARGIN + (at - first) * CELL, y, written, paint));
    }
    y += CELL_HEIGHT + 4;
    for (const { view, colour } of views) {
      const here = items.get(view)!.filter(({ at }) => at < last && at + view.itemsize > first);
      const empty = view.shape.includes(0) && row === 0;
      if (here.length === 0 && !empty) continue;
      let group = '';
      if (!labelled.has(view)) {
        labelled.add(view);
        y += 16;
        const words = viewWords(view);
        const name = view.names.join(' = ');
        const room = (columns * CELL) / 6.6 - name.length * 1.3;
        const lines =
          words.join('  ').length <= room
            ? [words.join('  ')]
            : [words.slice(0, 2).join('  '), words.slice(2).join('  ')];
        group += `<text x="${MARGIN}" y="${y - 3}" ${SANS} font-size="12" fill="${colour}"><tspan ${MONO} font-weight="700" font-size="13">${escaped(name)}</tspan><tspan dx="8">${escaped(lines[0]!)}</tspan></text>`;
        if (lines.length > 1) {
          y += 15;
          group += `<text x="${MARGIN}" y="${y - 3}" ${SANS} font-size="12" fill="${colour}">${escaped(lines[1]!)}</text>`;
        }
      }
      group += drawLane(view, here, first, last, y, colour, paint);
      y += LANE - 8;
      parts.push(
        `<g data-view="${escaped(view.names.join(' '))}" data-of="${escaped(exporter.names.join(' '))}" data-offset="${view.offset}" data-shape="${view.shape}" data-strides="${view.strides}" data-itemsize="${view.itemsize}" data-format="${escaped(view.format)}" data-readonly="${view.readonly}" data-row="${row}">${group}</g>`,
      );
    }
    y += 8;
  }
  return {
    svg: `<g data-exporter="${escaped(exporter.names.join(' '))}" data-type="${exporter.type}" data-length="${exporter.length}" data-exports="${exporter.exports ?? 'none'}">${parts.join('')}</g>`,
    bottom: y,
  };
}

/** Describes what locks an exporter. */
function lockOf(exporter: ExporterPicture, views: readonly Coloured[]): string {
  if (exporter.exports === null) return 'It never changes, so views of it are not counted.';
  if (exporter.exports === 0) return '0 exports: it can be resized.';
  const names = views.flatMap(({ view }) => view.names);
  const who = names.length === 0 ? 'views without a name' : names.join(', ');
  return `${count(exporter.exports, 'export')}: locked against resizing by ${who}.`;
}

function viewWords(view: ViewPicture): string[] {
  const minus = (text: string) => text.replaceAll('-', '−');
  return [
    `format '${view.format}'`,
    `shape ${tuple(view.shape)}`,
    `strides ${minus(tuple(view.strides))}`,
    `offset ${view.offset}`,
    ...(view.readonly ? ['read-only'] : []),
  ];
}

function drawCell(
  at: number,
  byte: number,
  x: number,
  y: number,
  written: boolean,
  paint: (typeof THEMES)['light'],
): string {
  const middle = x + CELL / 2;
  const text = (dy: number, size: number, fill: string, content: string, font = MONO) =>
    `<text x="${middle}" y="${y + dy}" text-anchor="middle" ${font} font-size="${size}" fill="${fill}">${escaped(content)}</text>`;
  return `<g data-cell="${at}" data-value="${byte}"${written ? ' data-written="true" class="written"' : ''}><rect x="${x + 1}" y="${y}" width="${CELL - 2}" height="${CELL_HEIGHT}" rx="4" fill="${written ? paint.written : paint.cell}" stroke="${paint.line}"/>${text(20, 18, paint.ink, character(byte))}${text(36, 11.5, paint.ink, `0x${hex(byte)}`)}${text(49, 11, paint.quiet, String(byte))}${text(59, 8, paint.quiet, `[${at}]`)}</g>`;
}

/**
 * Draws one row of a view: a box for each item with its index, and an arrow for each step of the last
 * dimension.
 */
function drawLane(
  view: ViewPicture,
  items: readonly Item[],
  first: number,
  last: number,
  y: number,
  colour: string,
  paint: (typeof THEMES)['light'],
): string {
  const dashes = view.readonly ? ' stroke-dasharray="5 3"' : '';
  const left = (at: number) => MARGIN + (Math.max(at, first) - first) * CELL;
  const right = (at: number) => MARGIN + (Math.min(at + view.itemsize, last) - first) * CELL;
  const boxes = items.map(
    ({ index, at, order }) =>
      `<g data-item="${order}" data-at="${at}"><rect x="${left(at) + 3}" y="${y}" width="${right(at) - left(at) - 6}" height="18" rx="4" fill="${colour}" fill-opacity="0.16" stroke="${colour}" stroke-width="1.5"${dashes}/><text x="${(left(at) + right(at)) / 2}" y="${y + 13}" text-anchor="middle" ${MONO} font-size="${index.length > 2 ? 9.5 : 11}" fill="${paint.ink}">${index.join(',')}</text></g>`,
  );
  const stride = view.strides.at(-1) ?? 0;
  const steps = items.slice(0, -1).flatMap((item, n) => {
    const next = items[n + 1]!;
    // A step of another dimension can have the same length but gets no arrow.
    const sameRow = next.index.slice(0, -1).join() === item.index.slice(0, -1).join();
    if (!sameRow || next.order !== item.order + 1) return [];
    const from = (left(item.at) + right(item.at)) / 2;
    const to = (left(next.at) + right(next.at)) / 2;
    const tip = stride < 0 ? 4 : -4;
    return [
      `<path d="M${from} ${y + 20} Q${(from + to) / 2} ${y + 30} ${to} ${y + 21}" fill="none" stroke="${colour}"/><path d="M${to} ${y + 20} l${tip} 1 l${-tip / 4} 4 z" fill="${colour}"/>`,
    ];
  });
  return boxes.join('') + steps.join('');
}
