/**
 * `npm run site`: checks the types of the pages, and builds them with the reference into site/dist, which any
 * static host can serve.
 *
 *     npm run site -- [--serve] [--test] [--picture] [--throttle N] [--only TEXT]
 *
 * --serve serves them, --test tests them in Chromium, --picture makes the README's picture; --throttle tests
 * in a browser that is N times slower, --only runs the checks whose names contain TEXT
 *
 * The first run installs the pages' dependencies into site/node_modules.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const site = import.meta.dirname;
const { values } = parseArgs({
  options: {
    serve: { type: 'boolean', default: false },
    test: { type: 'boolean', default: false },
    picture: { type: 'boolean', default: false },
    throttle: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

if (!fs.existsSync(path.join(site, 'node_modules'))) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: site, stdio: 'inherit' });
}
const { build, preview } = await import('vite');
const configFile = path.join(site, 'vite.config.mjs');
const root = path.join(site, '..');
const tool = (script, ...args) =>
  execFileSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
tool('typescript/bin/tsc', '--noEmit', '--project', 'site');
await build({ configFile });
tool('typedoc/bin/typedoc', '--logLevel', 'Warn', '--out', 'site/dist/reference');
// TypeDoc does not adjust links to the other pages on its pages in folders, and names no icon, so browsers
// request the default one.
const reference = path.join(site, 'dist/reference');
for (const name of fs.readdirSync(reference, { recursive: true }).filter((each) => each.endsWith('.html'))) {
  const file = path.join(reference, name);
  const text = fs.readFileSync(file, 'utf8').replace('<head>', '<head><link rel="icon" href="data:,"/>');
  const up = name.includes(path.sep) ? '../../' : '../';
  fs.writeFileSync(
    file,
    text.replace(
      /href="\.\.\/(index|scoreboard|docs)\.html"([^>]*)>(Tutorial|Scoreboard|Guides)</g,
      `href="${up}$1.html"$2>$3<`,
    ),
  );
}
console.log('built: site/dist');

if (values.serve) {
  const server = await preview({ configFile });
  server.printUrls();
} else if (values.test || values.picture) {
  const { takePicture, testPages } = await import('./tests/browser.mjs');
  const server = await preview({ configFile, preview: { port: 0 } });
  const [address] = server.resolvedUrls.local;
  if (values.picture) {
    await takePicture(address, path.join(site, '../guide/tutorial.webp'));
    process.exit(0);
  }
  const { passed, failed } = await testPages(address, Number(values.throttle), values.only);
  await server.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
