/** Runs pages that a tool has built in Chromium. Callers: tools.mjs, next.mjs. */
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const COMMAND = 'chromium';

export const hasChromium = () => spawnSync(COMMAND, ['--version']).status === 0;

/** Opens Chromium and calls `use` with a page. */
export async function withPage(use) {
  const executablePath = spawnSync('sh', ['-c', `command -v ${COMMAND}`], { encoding: 'utf8' }).stdout.trim();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    return await use(await browser.newPage());
  } finally {
    await browser.close();
  }
}

const TYPES = { html: 'text/html', js: 'text/javascript' };

/** The first line that the page in a folder prints on the console, or its error. */
export async function firstLineInChromium(folder) {
  const server = createServer(({ url }, response) => {
    if (url === '/favicon.ico') return response.writeHead(204).end();
    const file = join(folder, url === '/' ? 'index.html' : decodeURIComponent(url));
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[file.split('.').at(-1)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await withPage(async (page) => {
      const line = new Promise((resolve, reject) => {
        page.on('console', (message) => message.type() === 'log' && resolve(message.text()));
        page.on('pageerror', reject);
        page.on(
          'response',
          (response) => response.status() < 400 || reject(new Error(`no ${response.url()}`)),
        );
        setTimeout(() => reject(new Error('the page printed nothing within two minutes')), 120_000).unref();
      });
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      return await line;
    });
  } finally {
    server.close();
  }
}
