/**
 * A view notices that its memory is gone in optimised code too. Node.js 20 and 22 return the old length of a detached array
 * there once the same function has seen resizable memory: see `isLost`. Jest's own contexts do not show it, so this runs in a
 * process of its own.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const PROGRAM = `
import { MemoryView } from './src/index.ts';

const OPERATIONS = {
  tobytes: (view) => view.tobytes(),
  tolist: (view) => view.tolist(),
  get: (view) => view.get(3),
  set: (view) => view.set(1, 3),
  slice: (view) => view.slice(1).release(),
  hex: (view) => view.hex(),
  toreadonly: (view) => view.toreadonly().release(),
  equals: (view) => view.equals(view),
};
const answers = {};
for (const [name, run] of Object.entries(OPERATIONS)) {
  const buffer = new ArrayBuffer(64);
  const views = [new MemoryView(buffer), new MemoryView(new ArrayBuffer(64, { maxByteLength: 128 }))];
  for (let i = 0; i < 30000; i++) run(views[i % 2]);
  structuredClone(buffer, { transfer: [buffer] });
  try {
    run(views[0]);
    answers[name] = 'nothing';
  } catch (error) {
    answers[name] = String(error);
  }
}
console.log(JSON.stringify(answers));
`;

test('memory that went to a worker after many calls', () => {
  const { outputFiles } = buildSync({
    stdin: { contents: PROGRAM, resolveDir: join(__dirname, '../..'), loader: 'js' },
    bundle: true,
    platform: 'node',
    write: false,
  });
  const printed = execFileSync(process.execPath, ['-'], { input: outputFiles[0]!.text, encoding: 'utf8' });
  const lost = 'LostMemory: memoryview: the underlying ArrayBuffer was detached or has shrunk';
  const answers = JSON.parse(printed) as Record<string, string>;
  expect(Object.keys(answers)).toHaveLength(8);
  expect(new Set(Object.values(answers))).toEqual(new Set([lost]));
});
