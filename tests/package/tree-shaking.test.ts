import { join } from 'node:path';
import { buildSync } from 'esbuild';

const SRC = join(__dirname, '../../src');

/** The source files of which something stands in a bundle of one import. */
function filesIn(statement: string): string[] {
  const { metafile } = buildSync({
    stdin: { contents: statement, resolveDir: SRC, loader: 'ts' },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    minify: true,
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
}

test('who imports only Bytes gets no views, no companions and no runtime', () => {
  const files = filesIn(`import { Bytes } from './index.ts'; console.log(new Bytes(3));`);
  expect(files.some((path) => path.endsWith('bytes/bytes.ts'))).toBe(true);
  expect(files.filter((path) => /memoryview\/|companions\/|runtime\/|interop\//.test(path))).toEqual([]);
});

test('who imports only the algorithms gets no classes', () => {
  const files = filesIn(`import { find } from './algorithms/index.ts'; console.log(find);`);
  expect(files.filter((path) => /bytes\/|memoryview\/|codecs\/|runtime\//.test(path))).toEqual([]);
});
