/** A released view reads nothing, whatever is called; and a copy of a view does not hold its buffer. */
import { ByteArray, Bytes, MemoryView, getContiguous } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { BufferFlags } from 'pybuffer/protocol';

const FORBIDDEN = 'operation forbidden on released memoryview object';

test.each<[string, (view: MemoryView) => unknown]>([
  ['bytes(m)', (view) => new Bytes(view)],
  ['bytearray(m)', (view) => new ByteArray(view)],
  ['memoryview(m)', (view) => new MemoryView(view)],
  ["array('B', m)", (view) => new PyArray('B', view)],
  ['BytesIO(m)', (view) => new BytesIO(view)],
  ['m.tobytes()', (view) => view.tobytes()],
  ['m.tolist()', (view) => view.tolist()],
  ['m.hex()', (view) => view.hex()],
  ['m.cast()', (view) => view.cast('B')],
  ['m.toreadonly()', (view) => view.toreadonly()],
  ['m[0]', (view) => view.get(0)],
  ['m[0:1]', (view) => view.slice(0, 1)],
  ['m[0] = 1', (view) => view.set(0, 1)],
  ['len(m)', (view) => view.length],
  ['97 in m', (view) => view.includes(97)],
  ['m.index(97)', (view) => view.index(97)],
  ['m.format', (view) => view.format],
  ['m.nbytes', (view) => view.nbytes],
])('%s', (_, run) => {
  const data = new ByteArray([97, 98]);
  const view = new MemoryView(data);
  view.release();
  expect(() => run(view)).toThrow(FORBIDDEN);
  data.append(1);
  expect(data).toHaveLength(3);
});

test.each(['C', 'F', 'A'] as const)('a contiguous copy in the order %s does not hold the buffer', (order) => {
  const data = new ByteArray([1, 2, 3, 4]);
  const view = new MemoryView(data);
  const steps = view.slice(null, null, 2);
  const copy = getContiguous(steps, 'PyBUF_READ' as never, order);
  expect(copy.tolist()).toEqual([1, 3]);
  steps.release();
  view.release();
  data.append(5);
  expect(copy.tolist()).toEqual([1, 3]);
});

test.each([
  ['a writable view of a buffer with gaps', BufferFlags.WRITE, 'C', 'writable contiguous buffer requested'],
  ['an order that there is not', BufferFlags.READ, 'X', 'invalid order'],
] as const)('a contiguous view that cannot be made holds nothing: %s', (_, mode, order, message) => {
  const data = new ByteArray([1, 2, 3, 4]);
  const whole = new MemoryView(data);
  const steps = whole.slice(null, null, 2);
  const frozen = whole.toreadonly();
  whole.release();
  expect(() => getContiguous(steps, mode, order as 'C')).toThrow(message);
  expect(() => getContiguous(frozen, BufferFlags.WRITE, 'C')).toThrow('underlying buffer is not writable');
  frozen.release();
  steps.release();
  data.append(5);
  expect(data).toHaveLength(5);
});
