/**
 * Views of another version of the protocol: each is released with the same view object that the exporter
 * returned, exactly once.
 */
import { Bytes, ByteArray, MemoryView } from 'pybuffer';

test('a view of an exporter without versions is released unchanged', () => {
  const given: object[] = [];
  const returned: unknown[] = [];
  const exporter = {
    getBuffer: () => {
      const view = {
        obj: exporter,
        memory: Uint8Array.of(0, 97, 98, 99),
        offset: 1,
        length: 3,
        readonly: true,
        itemsize: 1,
        format: 'B',
        ndim: 1,
        shape: [3],
        strides: [1],
      };
      given.push(view);
      return view;
    },
    releaseBuffer: (view: unknown) => void returned.push(view),
  };
  const taken = exporter as never;
  const calls: readonly (() => string)[] = [
    () => new Bytes(taken).repr(),
    () => new ByteArray(taken).repr(),
    () => new Bytes('xabcx', 'ascii').replace(taken, new Bytes()).repr(),
    () => {
      using view = new MemoryView(taken);
      return view.tobytes().repr();
    },
  ];
  expect(calls.map((run) => run())).toEqual(["b'abc'", "bytearray(b'abc')", "b'xx'", "b'abc'"]);
  expect(given.length).toBeGreaterThanOrEqual(4);
  expect(returned).toEqual(given);
  expect(returned.every((view, i) => view === given[i])).toBe(true);
});
