/**
 * A contender in JavaScript, in a separate process like all others, so that no contender pays for the garbage
 * of another. Arguments: `ours` and the bundle of the library, `peer` and the name of a package, or `raw`,
 * `Buffer`, `npm` or `limit`.
 */
import { canon } from '../data.js';
import { limits } from '../limits.js';
import { Measurer } from '../measure.js';
import type { Api, Row, Task } from '../row.js';
import { peerOf } from '../peers.js';
import { groups } from '../rows/index.js';
import { PEER } from '../verdict.js';
import { serve } from './serve.mjs';

const [, , name, what] = process.argv;
const api = name === 'ours' ? ((await import(what!)) as Api) : null;
const peer = name === PEER ? await peerOf(what!) : null;
const rows = new Map(groups.flatMap((group) => group.rows.map((row) => [row.name, row] as const)));
const collect = (globalThis as { gc?: () => void }).gc;

function taskOf(row: Row, size: number): Task | null {
  if (peer !== null) return peer[row.name]?.(size) ?? null;
  if (name === 'raw') return row.raw?.(size) ?? null;
  if (name === 'Buffer') return row.buffer?.(size) ?? null;
  if (name === 'npm') return row.npm?.(size) ?? null;
  if (name === 'limit') return limits[row.name]?.least(size) ?? null;
  return row.ours(api!, size);
}

/** The answer of the row; a limit has none. */
const answerOf = (done: Task): string => (name === 'limit' ? 'none' : canon(done()));

/**
 * The C library returns freed blocks to the system only above a size that grows with the largest block freed
 * so far, and each page taken again costs microseconds. So every contender warms up first, and a row does not
 * depend on the rows before it.
 */
function work(): void {
  for (let i = 0; i < 4; i++) {
    new Uint8Array(31 * 2 ** 20).fill(1);
    collect?.();
  }
}
work();

let measurer: Measurer | null = null;
let task: Task | null = null;
await serve(
  `${peer === null ? name : what}, Node ${process.version}`,
  (request: { row?: string; size?: number; seconds?: number }) => {
    if (request.seconds !== undefined) return { ns: measurer!.measure(request.seconds) };
    if (request.row === undefined) return { answer: answerOf(task!) };
    measurer = null;
    task = null;
    collect?.();
    task = taskOf(rows.get(request.row)!, request.size!);
    if (task === null) return { answer: null };
    measurer = new Measurer(task);
    return { answer: answerOf(task) };
  },
);
