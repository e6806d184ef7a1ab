/**
 * The suite as a module of a Next.js app, which bundles the package itself: returns the report as JSON for
 * the data at a URL.
 */
import { run } from './suite.js';
import type { Data } from './suite.js';

export async function report(url: string): Promise<string> {
  const response = await fetch(url, { cache: 'no-store' });
  return JSON.stringify(run((await response.json()) as Data));
}
