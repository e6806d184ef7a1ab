/**
 * How long `pybuffer/pyodide` holds Python's buffers, on a stand-in for Pyodide that counts them;
 * pyodide.test.ts runs the real one.
 */
import { ByteArray, MemoryView, PyTypeError } from 'pybuffer';
import { fromPyodide, toPyodide } from 'pybuffer/pyodide';

test("Python's export ends with the last view", () => {
  let released = 0;
  const proxy = {
    getBuffer: () => ({
      data: new Uint8Array([1, 2, 3, 4]),
      format: 'B',
      itemsize: 1,
      shape: [4],
      strides: [1],
      offset: 0,
      readonly: false,
      release: () => void released++,
    }),
  };
  const view = fromPyodide(proxy);
  const other = view.slice(1);
  view.release();
  expect(released).toBe(0);
  other.release();
  expect(released).toBe(1);
});

test('a copy to Python releases what it needed, even if Python raises', () => {
  for (const fails of [false, true]) {
    let destroyed = 0;
    const make = Object.assign(
      (data: unknown) => {
        if (fails) throw new PyTypeError('Python failed');
        return data;
      },
      { destroy: () => void destroyed++ },
    );
    const data = new ByteArray([1, 2, 3]);
    const copy = () => toPyodide({ runPython: () => make }, data);
    if (fails) expect(copy).toThrow('Python failed');
    else expect(copy()).toEqual(Uint8Array.of(1, 2, 3));
    expect(destroyed).toBe(1);
    data.append(4);
    expect(new MemoryView(data).nbytes).toBe(4);
  }
});
