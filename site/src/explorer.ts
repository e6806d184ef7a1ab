/**
 * The strides explorer: one buffer, and sliders for a view's offset, shape and strides. Callers: the
 * tutorial's page.
 */
import { itemsOf } from './drawing.js';
import type { MemoryPicture } from './memory.js';

const BYTES = Array.from({ length: 24 }, (_, i) => 65 + i);
/** Name, least, greatest and first value of each slider. */
const CONTROLS: readonly [name: string, low: number, high: number, start: number][] = [
  ['offset', 0, 23, 0],
  ['shape[0]', 1, 6, 3],
  ['shape[1]', 1, 8, 4],
  ['strides[0]', -12, 12, 8],
  ['strides[1]', -12, 12, 2],
  ['i', 0, 5, 1],
  ['j', 0, 7, 2],
];

/**
 * Adds the sliders to a form.
 *
 * @param draw called with the memory at the beginning and after each change
 */
export function startExplorer(
  form: HTMLElement,
  arithmetic: HTMLElement,
  draw: (memory: MemoryPicture) => void,
): void {
  const values = new Map<string, number>();
  for (const [name, low, high, start] of CONTROLS) {
    const label = document.createElement('label');
    label.className = 'control';
    const input = Object.assign(document.createElement('input'), {
      type: 'range',
      min: String(low),
      max: String(high),
      value: String(start),
    });
    const shown = Object.assign(document.createElement('output'), { textContent: String(start) });
    const caption = Object.assign(document.createElement('code'), { textContent: name });
    input.setAttribute('aria-label', name);
    values.set(name, start);
    input.addEventListener('input', () => {
      values.set(name, input.valueAsNumber);
      shown.textContent = input.value;
      update();
    });
    label.append(caption, input, shown);
    form.append(label);
  }

  function update() {
    const [offset, rows, columns, s0, s1, i, j] = CONTROLS.map(([name]) => values.get(name)!) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const view = {
      names: ['view'],
      released: false,
      exporter: 0,
      offset,
      shape: [rows, columns],
      strides: [s0, s1],
      itemsize: 1,
      format: 'B',
      readonly: false,
    };
    const outside = itemsOf(view).filter(({ at }) => at < 0 || at >= BYTES.length).length;
    const at = offset + i * s0 + j * s1;
    const signed = (value: number) => (value < 0 ? `(${value})` : String(value));
    const sum = `view[${i}, ${j}] is at ${offset} + ${i} * ${signed(s0)} + ${j} * ${signed(s1)} = ${at}`;
    let ending = `: byte ${BYTES[at]}, '${String.fromCharCode(BYTES[at] ?? 0)}'`;
    if (i >= rows || j >= columns) ending = `: no such index in shape (${rows}, ${columns})`;
    else if (at < 0 || at >= BYTES.length) ending = ': outside the buffer';
    arithmetic.textContent =
      sum +
      ending +
      (outside > 0 ? `. ${outside} items are outside: no exporter may hand out such a view.` : '.');
    draw({
      exporters: [{ names: ['data'], type: 'bytearray', length: BYTES.length, bytes: BYTES, exports: 1 }],
      views: [view],
    });
  }
  update();
}
