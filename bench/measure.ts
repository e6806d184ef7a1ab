// Times JavaScript. Callers: contenders/javascript.ts and tiers.ts.
import { Bench } from 'tinybench';
import type { Task } from './row.js';

type Loop = (task: Task, n: number, sink: unknown[]) => void;
let loops = 0;

/**
 * Makes a new loop for each task: a shared one would call every task, and V8 would not inline them. Each
 * result is kept until the next call, so that V8 cannot remove the work, and no longer, because Python's loop
 * drops it then too.
 */
function makeLoop(): Loop {
  return new Function(
    'task',
    'n',
    'sink',
    `/* ${loops++} */ for (let i = 0; i < n; i++) { sink[0] = task(); sink[0] = null; }`,
  ) as Loop;
}

/**
 * Times one task with tinybench, in batches, because reading a clock takes longer than the shortest
 * operations.
 */
export class Measurer {
  private readonly loop = makeLoop();
  private readonly sink: unknown[] = [null];
  private batch = 1;

  constructor(private readonly task: Task) {}

  private run(n: number): number {
    const start = performance.now();
    this.loop(this.task, n, this.sink);
    return (performance.now() - start) / 1000;
  }

  /** The median time of one call in ns, from about this many seconds of work. */
  measure(seconds: number): number {
    // Each batch takes a tenth of the time: enough batches for a median, and few readings of the clock.
    const goal = seconds / 10;
    for (;;) {
      const took = this.run(this.batch);
      if (took >= goal / 2) {
        if (took >= seconds) return (took * 1e9) / this.batch;
        break;
      }
      const factor = took > 0 ? Math.min(10, goal / took) : 10;
      this.batch = Math.max(this.batch + 1, Math.floor(this.batch * factor));
    }
    const bench = new Bench({ time: seconds * 1000, iterations: 3, warmup: false });
    bench.add('row', () => {
      this.loop(this.task, this.batch, this.sink);
    });
    const [done] = bench.runSync();
    const { result } = done!;
    if (!('latency' in result)) throw new Error('no time was taken');
    return (result.latency.p50 * 1e6) / this.batch;
  }
}
