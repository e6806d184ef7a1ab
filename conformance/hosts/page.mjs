// The script of the page in Chromium: loads a runtime, with or without the adapter, and defines `run(source)`
// on the page. The query names them: `?host=brython&adapter=with&memory=LP64`. Server: chromium.mjs.
import { brythonRunner, skulptRunner } from './runners.mjs';

const query = new URLSearchParams(location.search);
const SCRIPTS = {
  brython: ['brython.js', 'brython_stdlib.js'],
  skulpt: ['skulpt.min.js', 'skulpt-stdlib.js'],
};

function load(script) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    Object.assign(element, { src: `/host/${script}`, onload: resolve, onerror: reject });
    document.head.append(element);
  });
}

const host = query.get('host');
for (const script of SCRIPTS[host]) await load(script);
const runtime = host === 'brython' ? globalThis.__BRYTHON__ : globalThis.Sk;
if (query.get('adapter') === 'with') {
  const adapters = await import('/adapters.mjs');
  const install = host === 'brython' ? adapters.installInBrython : adapters.installInSkulpt;
  install(runtime, { abi: adapters[query.get('memory')] });
}
globalThis.run = host === 'brython' ? brythonRunner(runtime) : skulptRunner(runtime);
// Ignores what the hosts print to the console.
for (const name of ['log', 'warn', 'error', 'debug', 'info']) console[name] = () => undefined;
globalThis.isReady = true;
