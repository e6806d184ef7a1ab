// Runs one implementation in a separate process: `serve.mjs NAME` reads programs, one per line as JSON, and
// writes what each printed. So a program that ends the process or takes too long loses only its own answer.
// Caller: ask.ts.
import { createInterface } from 'node:readline';
import { implementations } from './implementations/index.mjs';

const write = process.stdout.write.bind(process.stdout);
// Implementations may print messages of their own, which must not mix with the answers.
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
