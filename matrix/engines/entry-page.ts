/**
 * The suite in a page or a worker of a browser, with the checks for browsers; posts the report to the server.
 */
import { browserChecks } from './browser.js';
import { run } from './suite.js';
import type { Data } from './suite.js';

async function main(): Promise<void> {
  const data = (await (await fetch('/data.json')).json()) as Data;
  const report = run(data, await browserChecks());
  await fetch('/report', { method: 'POST', body: JSON.stringify(report) });
  if (typeof document !== 'undefined') document.title = 'done';
}

void main();
