/**
 * Compiles the WebAssembly kernels of src/accelerate/kernels and embeds them in a TypeScript file, as
 * hexadecimal digits: compressed they are a fifth shorter than base64. `npm run kernels` writes it;
 * `npm run kernels -- --check` only says whether it is what a fresh compilation gives.
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

const binary = await compile();
const text = `// Generated from src/accelerate/kernels by \`npm run kernels\`: WebAssembly, ${binary.length} bytes. Do not edit.
export const KERNELS =
  '${Buffer.from(binary).toString('hex')}';
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
