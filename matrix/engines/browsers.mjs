/**
 * Runs Debian's Chromium and Firefox: each opens pages of a local server, and the pages post their reports.
 * Caller: everywhere.mjs.
 */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { WebSocketServer } from 'ws';

/** The pages, by name: their headers, and what they load. */
const PAGES = {
  page: { headers: {}, body: '<script src="/page.js"></script>' },
  worker: { headers: {}, body: '<script>new Worker("/page.js")</script>' },
  isolated: {
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
    body: '<script src="/page.js"></script>',
  },
  'no wasm-unsafe-eval': {
    headers: {
      'Content-Security-Policy': "default-src 'self'; worker-src 'self' blob:; connect-src 'self' ws:",
    },
    body: '<script src="/page.js"></script>',
  },
};

/** The files that the pages load, with their types. */
const FILES = { 'page.js': 'text/javascript', 'data.json': 'application/json' };

/** Serves the app's pages; `report` resolves to the next page's report. */
async function serve(app) {
  let settle;
  const beacons = new Map();
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(request.url.slice(1));
    if (name === 'echo') {
      request.pipe(response);
    } else if (name.startsWith('beacon-')) {
      // The page asks for its beacon and sends it; either may arrive first.
      const other = beacons.get(name);
      beacons.set(name, [request, response]);
      if (other === undefined) return;
      const [[beacon, noted], [, answer]] =
        request.method === 'POST' ? [[request, response], other] : [other, [request, response]];
      beacon.pipe(answer);
      beacon.on('end', () => noted.end());
    } else if (request.method === 'POST') {
      let text = '';
      request.on('data', (part) => (text += part));
      request.on('end', () => {
        response.end();
        settle?.(JSON.parse(text));
      });
    } else if (name in FILES) {
      // Isolated pages load only responses with these headers.
      response.writeHead(200, {
        'Content-Type': FILES[name],
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'same-origin',
      });
      fs.createReadStream(path.join(app, name)).pipe(response);
    } else if (name in PAGES) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...PAGES[name].headers });
      response.end(`<!doctype html><title>${name}</title>${PAGES[name].body}`);
    } else {
      response.writeHead(404).end();
    }
  });
  new WebSocketServer({ server }).on('connection', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    report: () =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no report within two minutes')), 120_000);
        settle = (report) => {
          clearTimeout(timer);
          resolve(report);
        };
      }),
    close: () => server.close(),
  };
}

/** One browser: a command, and its arguments for a URL and an empty profile. */
function browser(name, command, args) {
  return {
    name,
    find() {
      const { stdout, status } = spawnSync(command, ['--version'], { encoding: 'utf8' });
      return status === 0 ? (/\d+(\.\d+)+/.exec(stdout)?.[0] ?? stdout.trim()) : null;
    },
    async run(app) {
      const server = await serve(app);
      const reports = [];
      try {
        for (const page of Object.keys(PAGES)) {
          const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'pybuffer-browser-'));
          const report = server.report();
          const url = `${server.address}/${encodeURIComponent(page)}`;
          // A separate process group, because browsers start processes that outlive them.
          const child = spawn(command, args(url, profile), { stdio: 'ignore', detached: true });
          try {
            reports.push([page, await report]);
          } catch (error) {
            reports.push([page, { passed: 0, failed: 1, complaints: [error.message] }]);
          } finally {
            process.kill(-child.pid, 'SIGKILL');
            await new Promise((resolve) => child.on('exit', resolve));
            fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
          }
        }
      } finally {
        server.close();
      }
      return reports;
    },
  };
}

export const BROWSERS = [
  browser('Chromium', 'chromium', (url, profile) => [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--user-data-dir=${profile}`,
    url,
  ]),
  browser('Firefox', 'firefox-esr', (url, profile) => [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    url,
  ]),
];
