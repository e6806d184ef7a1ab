// Runs programs of examples/ as users run them and checks what they print.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** The output of a program in examples/, run as a user runs it. */
function output(program: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', program], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

test('examples/neighbours.ts: files, streams, fetch, TextDecoder, crypto', () => {
  expect(output('examples/neighbours.ts').trimEnd().split('\n')).toEqual([
    "fs: b'one' b'two'",
    "stream: bytearray(b'abcd')",
    "web stream: bytearray(b'WEBSTREAMS')",
    "fetch: b'\\x00echo\\xff'",
    'TextDecoder: häh',
    'crypto: ba7816bf8f01cfea true',
  ]);
});

test('examples/npy: an array in a file, read in place', () => {
  expect(output('examples/npy/main.ts').trimEnd().split('\n')).toEqual([
    'shape (2, 3), format d, order C, 48 bytes',
    '[ [ 0, 0.5, 1 ], [ 1.5, 2, 2.5 ] ]',
    'Float64Array: 6 items; array[1, 2] is now 100',
  ]);
});
