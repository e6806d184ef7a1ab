// The two programs of the tutorial that the project begins with (guide/tutorial.webp), and what
// `npm start` prints.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { shows } from './example.js';

test("the tutorial's first program", () => {
  const byteArray = new ByteArray('ABC', 'utf-8');
  using mv = new MemoryView(byteArray);
  shows(mv.get(0), '65');
  shows(new Bytes(mv.slice(0, 2)), "b'AB'");
  shows([...mv.slice(0, 3)], '[65, 66, 67]');
});

test("the tutorial's second program: from ABC to AZC, through the view", () => {
  const byteArray = new ByteArray('ABC', 'utf-8');
  expect(`Before updation: ${byteArray}`).toBe("Before updation: bytearray(b'ABC')");
  using mv = new MemoryView(byteArray);
  mv.set(1, 90);
  expect(`After updation: ${byteArray}`).toBe("After updation: bytearray(b'AZC')");
});

test('npm start prints what Python prints', () => {
  const root = join(__dirname, '../..');
  const { stdout, status } = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'examples/tutorial.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout.split('\n')).toEqual([
    '65',
    "b'AB'",
    '[65, 66, 67]',
    "Before updation: bytearray(b'ABC')",
    "After updation: bytearray(b'AZC')",
    '',
  ]);
});
