// Runs Python programs on a host in Chromium, as `runPrograms` of process.ts does in Node. Needs Debian's
// `chromium`, and the driver that `npm ci --prefix matrix` brings. Caller: the command.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { bundleAdapters } from './bundle.mjs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The time limit of a program, in ms. */
const PATIENCE = 20_000;

/** Chromium on this machine; null where there is none. */
export const findChromium = () => BROWSERS.find((each) => existsSync(each)) ?? null;

const FOLDERS = { brython: 'brython', skulpt: 'skulpt/dist' };

/** Serves the page, the runtime's scripts and the adapters. */
async function serve(host, folder) {
  const require = createRequire(import.meta.url);
  const adapters = await bundleAdapters();
  const own = (name) => new URL(name, import.meta.url);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = pathname.slice(pathname.lastIndexOf('/') + 1);
    const hostScript = () =>
      folder === undefined ? require.resolve(`${FOLDERS[host]}/${name}`) : `${folder}/${name}`;
    let type = 'text/javascript';
    let body = '';
    if (pathname === '/') {
      type = 'text/html';
      body = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.mjs"></script>';
    } else if (pathname === '/adapters.mjs') body = readFileSync(adapters);
    else if (pathname.startsWith('/host/')) {
      try {
        body = readFileSync(hostScript());
      } catch {
        // Programs import modules that do not exist.
        response.statusCode = 404;
      }
    } else if (/^\/(page|runners|printed)\.mjs$/.test(pathname)) body = readFileSync(own(`.${pathname}`));
    else response.statusCode = 404;
    response.setHeader('Content-Type', type);
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** The output of each program in Chromium; for a program that does not end it says so. */
export async function runInChromium({ host, adapter, memory, folder }, programs) {
  const { chromium } = createRequire(new URL('../../matrix/', import.meta.url))('playwright-core');
  const server = await serve(host, folder);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const address = `http://127.0.0.1:${server.address().port}/?host=${host}&adapter=${adapter}&memory=${memory}`;
  const open = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction('globalThis.isReady === true');
    return { context, page };
  };
  try {
    let { context, page } = await open();
    const printed = [];
    for (const program of programs) {
      const run = page.evaluate((source) => globalThis.run(source), program);
      let timer;
      const late = new Promise((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE)));
      const result = await Promise.race([run.catch((error) => `ended the page: ${error.message}\n`), late]);
      clearTimeout(timer);
      printed.push(result ?? 'did not end\n');
      if (result !== null && !result.startsWith('ended the page')) continue;
      run.catch(() => undefined);
      // A page whose script never ends cannot be closed, but its context can.
      await Promise.race([
        context.close().catch(() => undefined),
        new Promise((done) => setTimeout(done, 2000)),
      ]);
      ({ context, page } = await open());
    }
    return printed;
  } finally {
    await browser.close();
    server.close();
  }
}
