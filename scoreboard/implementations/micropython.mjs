// MicroPython compiled to WebAssembly. Its package is one of the matrix's: `npm ci --prefix matrix` brings
// it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const PACKAGE = '@micropython/micropython-webassembly-pyscript';

export const micropython = {
  name: 'MicroPython',
  async open() {
    let main;
    try {
      main = createRequire(join(import.meta.dirname, '../../matrix/package.json')).resolve(PACKAGE);
    } catch {
      return null;
    }
    const { version } = JSON.parse(readFileSync(join(main, '../package.json'), 'utf8'));
    const { loadMicroPython } = await import(pathToFileURL(main).href);
    return {
      version,
      async run(program) {
        // Each program gets a new interpreter, because there is no way to forget the names of the previous one.
        const lines = [];
        const python = await loadMicroPython({
          stdout: (line) => lines.push(line),
          stderr() {},
          linebuffer: true,
        });
        try {
          python.runPython(program);
        } catch (error) {
          lines.push(String(error.message).trim().split('\n').at(-1));
        }
        return lines.map((line) => `${line}\n`).join('');
      },
    };
  },
};
