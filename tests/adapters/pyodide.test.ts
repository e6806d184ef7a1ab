/** `pybuffer/pyodide` with a real Pyodide: views of Python's memory in place, and copies the other way. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

test('memory between Pyodide and the library', () => {
  const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', join(__dirname, 'pyodide.mjs')], {
    encoding: 'utf8',
    cwd: join(__dirname, '../..'),
  });
  if (status !== 0) throw new Error(stderr);
  expect(JSON.parse(stdout)).toEqual({
    inPlace: ['Abcdef', 'B', false],
    locked: 'Existing exports of data: object cannot be re-sized',
    released: 'resized',
    matrix: [
      [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
        [8, 9, 10, 11],
      ],
      [3, 4],
      [16, 4],
      11,
    ],
    steps: [[5, 3, 1], [-4], 6],
    long: [[-1, 7], 4, 'i'],
    fixed: [true, "b'xyz'"],
    back: "(b'abc', True, 'B')",
    backGrid: "([[0], [0], [5]], (3, 1), 'i', False)",
    backFloats: '[0.5, 2.0]',
  });
}, 60_000);
