/** Runs files in QuickJS, with a `print` and nothing else from a host. Usage: node quickjs.mjs FILE... */
import fs from 'node:fs';
import { getQuickJS } from 'quickjs-emscripten';

const context = (await getQuickJS()).newContext();
const print = context.newFunction('print', (line) => console.log(context.getString(line)));
context.setProp(context.global, 'print', print);
for (const file of process.argv.slice(2)) {
  const result = context.evalCode(fs.readFileSync(file, 'utf8'), file);
  if (!result.error) continue;
  const { name, message, stack } = context.dump(result.error);
  console.error(`${name}: ${message}\n${stack}`);
  process.exit(1);
}
// Leave the engine's handles to the end of the process, because their release is not tested here.
process.exit(0);
