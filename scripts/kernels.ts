/**
 * Compiles the WebAssembly kernels of src/accelerate/kernels and embeds them in a TypeScript file. `npm run
 * kernels` writes it; `npm run kernels -- --check` only checks that the file matches a fresh compilation.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = fileURLToPath(new URL('../src/accelerate/kernels.generated.ts', import.meta.url));

async function compile(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await main(
    [
      'src/accelerate/kernels/index.ts',
      ...['--baseDir', root, '--outFile', 'kernels.wasm'],
      ...['--enable', 'simd', '--runtime', 'stub', '--noAssert', '-O3'],
      ...['--initialMemory', '2', '--maximumMemory', '2', '--use', 'abort='],
    ],
    {
      writeFile(_name: string, contents: Uint8Array | string) {
        if (typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error !== null || binary === undefined)
    throw new Error(`the kernels do not compile\n${stderr.toString()}`);
  return binary;
}

/** The first place, the number of places and the shift, chosen to compress best. */
const FIRST = 36;
const PAGE = 91;
const SHIFT = 4;

/**
 * Encodes bytes as printable ASCII: one character for most bytes, two for the others, the first of which
 * selects a page. Half as long as hexadecimal digits; compressed, a thirtieth shorter than those and a
 * quarter shorter than base64.
 */
function printable(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    const place = (byte + SHIFT) % 256;
    if (place >= PAGE) text += String.fromCharCode(FIRST - Math.floor(place / PAGE));
    text += String.fromCharCode(FIRST + (place % PAGE));
  }
  return text;
}

const binary = await compile();
const text = `// Generated from src/accelerate/kernels by \`npm run kernels\`: WebAssembly, ${binary.length} bytes. Do not edit.
export const KERNELS = ${JSON.stringify(printable(binary))};
/** The character of the first place; those before it say how many pages of \`PAGE\` to add to the next place. */
export const FIRST = ${FIRST};
export const PAGE = ${PAGE};
/** A place is a byte and this, modulo 256. */
export const SHIFT = ${SHIFT};
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/accelerate/kernels.generated.ts is not what `npm run kernels` writes');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
  console.log(`${binary.length} bytes of WebAssembly`);
}
