/**
 * Runs the suite in a Next.js app with default settings: in a server component, a route handler, the Edge
 * runtime, and a page in Chromium. It makes no requests to other machines. Expects `npm ci --ignore-scripts
 * --prefix matrix/frameworks`. Caller: ../engines/everywhere.mjs.
 */
import { execFile, spawn } from 'node:child_process';
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasChromium, withPage } from './chromium.mjs';

const here = import.meta.dirname;
const packageJson = join(here, 'node_modules/next/package.json');
const command = join(here, 'node_modules/next/dist/bin/next');
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CI: '1', NO_COLOR: '1' };

/** Assembles the Next.js app, with the package installed in `app`, and builds it. */
async function build(app) {
  const folder = join(here, '.cache/next');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  cpSync(join(here, 'next-app'), folder, { recursive: true });
  cpSync(join(app, 'node_modules/pybuffer'), join(folder, 'node_modules/pybuffer'), { recursive: true });
  cpSync(join(app, 'next.mjs'), join(folder, 'app/report.js'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');
  try {
    await promisify(execFile)(process.execPath, [command, 'build'], { cwd: folder, env, timeout: 600_000 });
  } catch (error) {
    throw new Error(`next build: ${error.stdout}${error.stderr}`.slice(-2000));
  }
  return folder;
}

/** Starts the app; resolves to its address once it listens. */
function start(folder) {
  const server = spawn(process.execPath, [command, 'start', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const address = new Promise((resolve, reject) => {
    const read = (part) => {
      text += part;
      const port = /127\.0\.0\.1:(\d+)/.exec(text)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('exit', () => reject(new Error(`next start ended: ${text.slice(-2000)}`)));
  });
  return { server, address, printed: () => text.slice(-1500) };
}

/**
 * Serves the suite's data, which is too large for the app's code, and receives the report of the app's page.
 */
async function serveData(app) {
  let settle;
  const posted = new Promise((resolve) => (settle = resolve));
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.method === 'GET') {
      response.setHeader('Content-Type', 'application/json');
      createReadStream(join(app, 'data.json')).pipe(response);
      return;
    }
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => {
      response.end();
      settle(text);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, posted, url: `http://127.0.0.1:${server.address().port}/` };
}

/** Opens the app's page in Chromium and resolves to the report that it posts. */
function fromClient(address, { url, posted }) {
  return withPage(async (page) => {
    const failed = new Promise((_, reject) => {
      page.on('pageerror', reject);
      setTimeout(() => reject(new Error('no report within two minutes')), 120_000).unref();
    });
    await page.goto(`${address}/?${new URLSearchParams({ data: url, to: url })}`);
    return await Promise.race([posted, failed]);
  });
}

const textOf = async (url) => {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text.slice(0, 500)}`);
  return text;
};
const unescape = (html) =>
  html.replace(
    /&(quot|lt|gt|amp|#x27);/g,
    (_, name) => ({ quot: '"', lt: '<', gt: '>', amp: '&' })[name] ?? "'",
  );

/** The places of the app in which the suite runs. */
const PLACES = {
  'server component': async (address, { url }) =>
    unescape(/<pre>([^<]*)<\/pre>/.exec(await textOf(`${address}/?where=server&data=${url}`))[1]),
  'route handler': (address, { url }) => textOf(`${address}/node?data=${url}`),
  'Edge runtime': (address, { url }) => textOf(`${address}/edge?data=${url}`),
  client: fromClient,
};

export const NEXT = {
  name: 'Next.js',
  find: () => (existsSync(packageJson) ? JSON.parse(readFileSync(packageJson, 'utf8')).version : null),
  async run(app) {
    const { server, address, printed } = start(await build(app));
    const data = await serveData(app);
    const reports = [];
    try {
      for (const [place, report] of Object.entries(PLACES)) {
        if (place === 'client' && !hasChromium()) continue;
        try {
          reports.push([place, JSON.parse(await report(await address, data))]);
        } catch (error) {
          reports.push([
            place,
            { tier: '', passed: 0, failed: 1, leftOut: [], complaints: [`${error.message}\n${printed()}`] },
          ]);
        }
      }
    } finally {
      server.kill();
      data.server.close();
    }
    return reports;
  },
};
