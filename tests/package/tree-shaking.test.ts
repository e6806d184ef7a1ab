/** The modules that each import includes are pinned, so that no other is added unnoticed. */
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const SRC = join(__dirname, '../../src');

/** The source files that contribute to a bundle of one import. */
function filesIn(statement: string): string[] {
  const { metafile } = buildSync({
    stdin: { contents: statement, resolveDir: SRC, loader: 'ts' },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'error',
    minify: true,
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
}

test('importing only Bytes includes no views, no companions and no runtime', () => {
  const files = filesIn(`import { Bytes } from './index.ts'; console.log(new Bytes(3));`);
  expect(files.some((path) => path.endsWith('bytes/bytes.ts'))).toBe(true);
  expect(files.filter((path) => /memoryview\/|companions\/|runtime\/|interop\//.test(path))).toEqual([]);
});

test('importing only the algorithms includes no classes', () => {
  const files = filesIn(`import { find } from './algorithms/index.ts'; console.log(find);`);
  expect(files.filter((path) => /bytes\/|memoryview\/|codecs\/|runtime\//.test(path))).toEqual([]);
});

/** The imports whose modules are pinned. After an intended change: `npx jest tests/package -u`. */
const PINNED: Record<string, string> = {
  'pybuffer/core { Bytes }': `import { Bytes } from './core.ts'; console.log(Bytes);`,
  ...Object.fromEntries(
    [
      'core',
      'index',
      'codecs',
      'codecs-binary',
      'percent',
      'methods',
      'kernels',
      'struct',
      'struct-uint8array',
      'record',
      'array',
      'io',
      'int',
      'protocol/index',
      'algorithms',
    ].map((name) => [name, `import * as all from './${name}.ts'; console.log(all);`]),
  ),
};

test.each(Object.entries(PINNED))('modules of %s', (_, statement) => {
  const files = filesIn(statement).map((path) => path.replace(/^.*?src\//, ''));
  expect(files.filter((path) => path !== '<stdin>').sort()).toMatchSnapshot();
});

test('a bare import keeps only the registering modules', () => {
  expect(filesIn(`import './core.ts';`)).toEqual([]);
  expect(filesIn(`import './struct.ts'; import './array.ts'; import './io.ts'; import './int.ts';`)).toEqual(
    [],
  );
  for (const name of ['codecs', 'percent', 'methods', 'kernels', 'index', 'runtime', 'unicode-names']) {
    expect(filesIn(`import './${name}.ts';`)).not.toEqual([]);
  }
});
