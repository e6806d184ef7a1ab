// The tutorial's second program, with the number of live exports at each step. The package is an argument, so
// that the same lines run on the source (abc-to-azc.test.ts) and on the packed tarball, as an ES module and
// as CommonJS (check-package.mjs).
'use strict';

/**
 * @param pybuffer what `pybuffer` exports
 * @returns {string[]} one line for each step: what happened, the content, and how many views are live
 */
module.exports = function abcToAzc({ ByteArray, Bytes, MemoryView, debugExports, liveViews }) {
  const lines = [];
  const before = debugExports(true);
  try {
    const data = new ByteArray('ABC', 'utf-8');
    const append = () => {
      try {
        data.append(33);
        return 'resized';
      } catch (error) {
        return `${error.name}: ${error.message.split('\n')[0]}`;
      }
    };
    const note = (what) => lines.push(`${what}: ${data.decode()}, ${liveViews().length} live`);
    note('before');
    const view = new MemoryView(data);
    note('view');
    const part = view.slice(0, 2);
    note('slice');
    lines.push(`read: ${view.get(0)} ${new Bytes(part)} ${[...view]}`);
    note('read');
    view.set(1, 90);
    note('write');
    lines.push(append());
    note('refused');
    part.release();
    note('slice released');
    lines.push(append());
    view.release();
    note('view released');
    lines.push(append());
    note('after');
  } finally {
    debugExports(before);
  }
  return lines;
};

/** What Python prints for these steps. */
module.exports.EXPECTED = [
  'before: ABC, 0 live',
  'view: ABC, 1 live',
  'slice: ABC, 2 live',
  "read: 65 b'AB' 65,66,67",
  'read: ABC, 2 live',
  'write: AZC, 2 live',
  'BufferError: Existing exports of data: object cannot be re-sized',
  'refused: AZC, 2 live',
  'slice released: AZC, 1 live',
  'BufferError: Existing exports of data: object cannot be re-sized',
  'view released: AZC, 0 live',
  'resized',
  'after: AZC!, 0 live',
];
