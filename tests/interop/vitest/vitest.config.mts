// How Vitest runs the tests of this folder: on the source of pybuffer.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/interop/vitest/*.vitest.mts'] },
  resolve: { alias: { pybuffer: fileURLToPath(new URL('../../../src/index.ts', import.meta.url)) } },
});
