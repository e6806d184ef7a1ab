/** Runs files in Node as scripts, with a `print`. Usage: node script.mjs FILE... */
import fs from 'node:fs';
import vm from 'node:vm';

globalThis.print = (line) => console.log(line);
for (const file of process.argv.slice(2))
  vm.runInThisContext(fs.readFileSync(file, 'utf8'), { filename: file });
