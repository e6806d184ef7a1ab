// The types of chromium.mjs, for run.ts.
import type { Setting } from './process.js';

export function findChromium(): string | null;
export function runInChromium(setting: Setting, programs: readonly string[]): Promise<string[]>;
