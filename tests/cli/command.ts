/** The command `pybuffer`, built from the sources, for the tests that run it as a user does. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

export const ROOT = join(__dirname, '../..');

/** The outcome of a run of the command. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds the command once for a test file; returns functions that run and remove it. */
export function buildCommand(): {
  run(args: string[], options?: { input?: string | Uint8Array; cwd?: string; env?: NodeJS.ProcessEnv }): Run;
  /** The path of the module, for tests that run it in another way. */
  readonly program: string;
  remove(): void;
} {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache/command-'));
  const program = join(folder, 'command.mjs');
  buildSync({
    entryPoints: [join(ROOT, 'cli/main.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  cpSync(join(ROOT, 'bridge/pybridge'), join(folder, 'pybridge'), { recursive: true });
  cpSync(join(ROOT, 'cli/record.py'), join(folder, 'record.py'));
  return {
    program,
    run(args, { input = '', cwd = ROOT, env = {} } = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd,
        input,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
      return { status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
