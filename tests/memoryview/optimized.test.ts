/**
 * Views and bytearrays notice in optimized code too that their memory is gone. There Node.js 20 and 22 return
 * the old length of a detached array once the same function has seen resizable memory: see `isLost`. It does
 * not happen in Jest's contexts, so this runs in a separate process.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const PROGRAM = `
import { ByteArray, Bytes, MemoryView, Slice } from './src/index.ts';

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

const OF_BYTEARRAYS = {
  get: (data) => data.get(3),
  set: (data) => data.set(1, 3),
  'set a slice': (data, view) => data.set(new Slice(0, 16), view),
  slice: (data) => data.slice(1, 9),
  append: (data) => data.append(1),
  find: (data, view) => data.find(view),
  'find a byte': (data) => data.find(7),
  rfind: (data, view) => data.rfind(view),
  count: (data, view) => data.count(view),
  startswith: (data, view) => data.startswith(view),
  equals: (data) => data.equals(data),
  concat: (data, view) => data.concat(view),
  join: (data, view) => data.join([view, data]),
  split: (data, view) => data.split(view),
  replace: (data, view) => data.replace(view, view),
  strip: (data, view) => data.strip(view),
  decode: (data) => data.decode(),
  'decode latin-1': (data) => data.decode('latin-1'),
  hex: (data) => data.hex(),
  upper: (data) => data.upper(),
  bytes: (data, view) => [new Bytes(data), new Bytes(view)],
  bytearray: (data, view) => [new ByteArray(data), new ByteArray(view)],
  reverse: (data) => data.reverse(),
  iterate: (data) => [...data],
};
const resizable = new MemoryView(new ArrayBuffer(16, { maxByteLength: 128 })), plain = new MemoryView(new ArrayBuffer(16));
const ofBytearrays = {};
for (const [name, run] of Object.entries(OF_BYTEARRAYS)) {
  const [lost, other] = [new ByteArray(64), new ByteArray(64)];
  const keepsLength = name !== 'append';
  const live = lost.asUint8Array();
  live.release();
  for (let i = 0; i < 30000; i++) run(i % 2 === 0 && keepsLength ? lost : other, i % 3 === 0 ? plain : resizable);
  structuredClone(live.buffer, { transfer: [live.buffer] });
  try {
    run(lost, plain);
    ofBytearrays[name] = 'nothing';
  } catch (error) {
    ofBytearrays[name] = String(error);
  }
}
console.log(JSON.stringify({ answers, ofBytearrays }));
`;

test('memory that went to a worker after many calls', () => {
  const { outputFiles } = buildSync({
    stdin: { contents: PROGRAM, resolveDir: join(__dirname, '../..'), loader: 'js' },
    bundle: true,
    platform: 'node',
    write: false,
  });
  const printed = execFileSync(process.execPath, ['-'], { input: outputFiles[0]!.text, encoding: 'utf8' });
  const { answers, ofBytearrays } = JSON.parse(printed) as Record<string, Record<string, string>>;
  const lost = 'the underlying ArrayBuffer was detached or has shrunk';
  expect(Object.keys(answers!)).toHaveLength(8);
  expect(new Set(Object.values(answers!))).toEqual(new Set([`LostMemory: memoryview: ${lost}`]));
  const unnoticed = Object.entries(ofBytearrays!).filter(([, answer]) => answer !== `LostMemory: ${lost}`);
  expect(unnoticed).toEqual([]);
  expect(Object.keys(ofBytearrays!)).toHaveLength(24);
});
