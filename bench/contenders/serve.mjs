/** The common part of the contenders that run in a separate Node process: a line in, a line out. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** The text of a file of this folder. */
export function read(name) {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** Sends the version, then answers each request with `handle`, one after another. */
export async function serve(version, handle) {
  const say = (reply) => process.stdout.write(`${JSON.stringify(reply)}\n`);
  say({ version });
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      say(await handle(JSON.parse(line)));
    } catch (error) {
      say({ error: String(error?.message ?? error).slice(0, 300) });
    }
  }
}

/** Measures as driver.py does, for a contender whose loop is called from JavaScript. */
export function measurer(run) {
  let batch = 1;
  const time = (n) => {
    const start = performance.now();
    run(n);
    return (performance.now() - start) * 1e6;
  };
  return (seconds) => {
    const goal = (seconds * 1e9) / 5;
    let took;
    for (;;) {
      took = time(batch);
      if (took >= goal / 2) break;
      batch = Math.max(batch + 1, Math.min(batch * 10, Math.floor((batch * goal) / Math.max(took, 1000))));
    }
    const samples = [took / batch];
    for (let spent = took; spent < goal * 4 && samples.length < 5; spent += took) {
      took = time(batch);
      samples.push(took / batch);
    }
    samples.sort((a, b) => a - b);
    return samples[samples.length >> 1];
  };
}

/** A module's source with the loop of driver.py around a row, for Pythons whose `exec` is slow or missing. */
export function program({ setup, run }) {
  const indent = (text, spaces) => text.replace(/^/gm, ' '.repeat(spaces));
  return [
    read('data.py'),
    'def _make():',
    indent(setup, 4),
    '    def _run(_n):',
    '        for _ in range(_n):',
    indent(run, 12),
    '    def _once():',
    `        return ${run}`,
    '    return _run, _once',
    '_pair = _make()',
    '_run = _pair[0]',
    'def _once():',
    '    return canon(_pair[1]())',
    '_answer = _once()',
    '',
  ].join('\n');
}
