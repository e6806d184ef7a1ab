/** The suite in engines with files: Node, Bun, Deno. Prints the report as one line of JSON. */
import { readFileSync } from 'node:fs';
import { run } from './suite.js';
import type { Data } from './suite.js';

const data = readFileSync(new URL('./data.json', import.meta.url), 'utf8');
console.log(JSON.stringify(run(JSON.parse(data) as Data)));
