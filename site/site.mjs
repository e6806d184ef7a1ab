/**
 * `npm run site`: builds the pages into site/dist, which any host of files can serve.
 *
 *     npm run site -- [--serve] [--test] [--picture] [--throttle N]
 *
 * --serve shows them, --test tries them in Chromium, --picture takes the README's picture of them; --throttle tries them in a browser
 * that is N times slower
 *
 * What the pages need is installed into site/node_modules by the first run.
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
  },
});

if (!fs.existsSync(path.join(site, 'node_modules'))) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: site, stdio: 'inherit' });
}
const { build, preview } = await import('vite');
const configFile = path.join(site, 'vite.config.mjs');
await build({ configFile });
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
  const { passed, failed } = await testPages(address, Number(values.throttle));
  await server.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
