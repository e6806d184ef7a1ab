/** The engines: how to find each, its version, and how it runs the suite. Caller: everywhere.mjs. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const modules = path.resolve(import.meta.dirname, '../node_modules');

/** Runs a program to its end; rejects with its output if it fails or takes longer than five minutes. */
function output(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let errors = '';
    child.stdout.on('data', (part) => (text += part));
    child.stderr.on('data', (part) => (errors += part));
    const timer = setTimeout(() => child.kill(), 300_000);
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      if (status === 0) resolve(text);
      else
        reject(new Error(`${path.basename(command)} ended with ${status}: ${(errors || text).slice(-2000)}`));
    });
  });
}

const firstLine = (command, args = ['--version']) =>
  spawnSync(command, args, { encoding: 'utf8' }).stdout?.split('\n')[0] ?? '';
const number = (text) => /\d+(\.\d+)+/.exec(text)?.[0] ?? text;
const lastJson = (text) => JSON.parse(text.trim().split('\n').at(-1));

/** Runs a script of this folder, in Node, on files of the app. */
async function byScript(app, script, ...files) {
  return lastJson(await output(process.execPath, [path.join(import.meta.dirname, script), ...files], app));
}

/** An engine that runs `file.mjs`. */
function withFiles(name, command, args = []) {
  return {
    name,
    find: () => (spawnSync(command, ['--version']).status === 0 ? number(firstLine(command)) : null),
    run: async (app) => [['', lastJson(await output(command, [...args, 'file.mjs'], app))]],
  };
}

const nodeOf = (major) => path.join(modules, `node${major}`, 'bin/node');

/** The suite as most applications ship code: minified into one file. */
const minified = {
  name: 'Node',
  find: () => number(process.version),
  run: async (app) => [['minified', await byScript(app, 'script.mjs', 'data.js', 'minified.js')]],
};

const quickjs = {
  name: 'QuickJS',
  find: () => {
    try {
      return JSON.parse(fs.readFileSync(path.join(modules, 'quickjs-emscripten/package.json'), 'utf8'))
        .version;
    } catch {
      return null;
    }
  },
  run: async (app) => [['', await byScript(app, 'quickjs.mjs', 'data.js', 'bare.js')]],
};

const hermes = {
  name: 'Hermes',
  command: path.join(modules, 'hermes-engine-cli/linux64-bin/hermes'),
  find() {
    if (!fs.existsSync(this.command)) return null;
    return number(
      /Hermes.*?version:? *([\d.]+)/i.exec(
        spawnSync(this.command, ['--version'], { encoding: 'utf8' }).stdout,
      )?.[1] ?? '0.12.0',
    );
  },
  async run(app) {
    // Hermes does not support classes, so compile them with the same tool as React Native's bundler.
    const { transformFileAsync } = await import('@babel/core');
    const { code } = await transformFileAsync(path.join(app, 'bare.js'), {
      babelrc: false,
      configFile: false,
      compact: false,
      presets: [
        [
          '@babel/preset-env',
          { targets: { chrome: '60' }, include: ['transform-classes', 'transform-block-scoping'] },
        ],
      ],
      cwd: import.meta.dirname,
    });
    fs.writeFileSync(
      path.join(app, 'hermes.js'),
      `${fs.readFileSync(path.join(app, 'data.js'), 'utf8')}\n${code}`,
    );
    return [['', lastJson(await output(this.command, ['-O', '-w', 'hermes.js'], app))]];
  },
};

/** Engines without a browser. */
export const ENGINES = [
  withFiles('Node', process.execPath),
  minified,
  withFiles('Node', nodeOf(22)),
  withFiles('Node', nodeOf(24)),
  withFiles('Node', nodeOf(26)),
  withFiles('Bun', path.join(modules, '.bin/bun')),
  withFiles('Deno', path.join(modules, '.bin/deno'), [
    'run',
    '--allow-all',
    '--node-modules-dir=manual',
    '--no-lock',
    // Deno 2.9 takes compiled code that it kept for a path though some of the file's letters have changed since.
    '--no-code-cache',
  ]),
  quickjs,
  hermes,
];
