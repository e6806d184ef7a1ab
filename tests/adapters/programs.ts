/** Runs Python programs on a host in a process of its own. Callers: the tests of the adapters. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** What each program printed. */
export function runOn(host: string, adapter: 'with' | 'without', programs: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(
    'node',
    ['--import', 'tsx', join(ROOT, 'conformance/hosts/serve.mjs'), host, adapter],
    { cwd: ROOT, encoding: 'utf8', input: JSON.stringify(programs), maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}
