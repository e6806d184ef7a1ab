/** Test runners and the console show these values legibly, and test runners compare them by content. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { ByteArray, Bytes, MemoryView, b } from 'pybuffer';

/** The message of a failed assertion. */
function failureOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message.replace(/\x1b\[\d+m/g, '');
  }
  throw new Error('the assertion held');
}

test("Node's console shows the repr, and of a view its items", () => {
  expect(inspect(b`a\x00`)).toBe("b'a\\x00'");
  expect(inspect({ data: new ByteArray(b`ab`) })).toBe("{ data: bytearray(b'ab') }");
  const view = new MemoryView(b`ab`);
  expect(inspect(view)).toBe("<memoryview read-only 'B' (2,) [97, 98]>");
  expect(inspect(new MemoryView(new Float64Array(40).fill(0.5)))).toBe(
    `<memoryview 'd' (40,) [${'0.5, '.repeat(20)}... 20 more]>`,
  );
  expect(inspect(new MemoryView(new ByteArray(6)).cast('B', [2, 3]))).toBe(
    "<memoryview 'B' (2, 3) [0, 0, 0, 0, 0, 0]>",
  );
  view.release();
  expect(inspect(view)).toMatch(/^<released memory at 0x[0-9a-f]+>$/);
});

test('Jest compares contents, wherever they are in memory', () => {
  const other = new Bytes('a longer value', 'ascii');
  expect(other.slice(2, 8)).toEqual(b`longer`);
  expect(other.slice(2, 8)).toStrictEqual(b`longer`);
  expect(other.slice(2, 8)).not.toEqual(b`longen`);
  expect({ x: [new ByteArray(b`ab`)] }).toEqual({ x: [new ByteArray(b`ab`)] });
  expect(new ByteArray(b`ab`)).not.toEqual(b`ab`);
});

test('Jest shows the two contents of a failed comparison', () => {
  const message = failureOf(() => expect(b`abc`).toEqual(b`abd`));
  expect(message).toContain("b'abc'");
  expect(message).toContain("b'abd'");
});

test('Vitest does the same', () => {
  const root = join(__dirname, '../..');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'tests/interop/vitest/vitest.config.mts',
      '--reporter',
      'verbose',
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', VITEST: undefined } },
  );
  const shown = stdout + stderr;
  expect(shown).toMatch(/1 failed \| 2 passed/);
  expect(shown).toContain("b'abc'");
  expect(shown).toContain("b'abd'");
}, 60_000);
