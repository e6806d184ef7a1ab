// One implementation in a process of its own: `serve.mjs NAME` reads programs, one JSON text a line, and
// writes what each printed. A program that ends the process or takes too long costs no other its answer
// (ask.ts).
import { createInterface } from 'node:readline';
import { implementations } from './implementations/index.mjs';

const write = process.stdout.write.bind(process.stdout);
// Implementations may print of their own accord.
for (const name of ['log', 'info', 'warn', 'error', 'debug']) console[name] = () => {};

const found = implementations.find(({ name }) => name === process.argv[2]);
const opened = await found.open();
write(`${JSON.stringify(opened === null ? null : opened.version)}\n`);
if (opened !== null) {
  for await (const line of createInterface({ input: process.stdin })) {
    let printed;
    try {
      printed = await opened.run(JSON.parse(line));
    } catch (error) {
      printed = `${error?.name ?? 'error'}: ${error?.message ?? error}\n`;
    }
    write(`${JSON.stringify(printed)}\n`);
  }
}
process.exit();
