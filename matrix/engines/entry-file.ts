/** The suite where there are files: Node, Bun, Deno. Prints the report as one line of JSON. */
import { readFileSync } from 'node:fs';
import { run } from './suite.js';

const folder = new URL('./vectors/', import.meta.url);
const vectors = ['sample.jsonl', 'found.jsonl'].flatMap((name) =>
  readFileSync(new URL(name, folder), 'utf8').split('\n'),
);
console.log(JSON.stringify(run(vectors)));
