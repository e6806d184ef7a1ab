// Translates the tests and the mutated sources into the scripts of one program, each file a function as under
// Jest. Every loop counts its rounds, so that a count, not a clock, detects a mutant that never ends. Caller:
// run.mjs.
import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import ts from 'typescript';

/** Tests that do not run the sources in this process, or that remove the platform's objects for good. */
const ELSEWHERE =
  /^tests\/(architecture|bench|documentation|environments|examples|mutation|package|types)\/|test-runners|adapters\/(hosts|pyodide)\.test|memoryview\/optimized|codecs\/(no-buffer|refusing-decoders)/;

function filesBelow(root, folder, wanted) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter(wanted)
    .sort();
}

/** The prefix of the tests' paths for a name in tests/rooms.json: a folder, or the beginning of file names. */
function beginningOf(root, name) {
  const beginning = name.startsWith('conformance/') ? name : `tests/${name}`;
  return fs.existsSync(path.join(root, beginning)) ? `${beginning}/` : beginning;
}

/**
 * All test files of the project that can judge mutants of some rooms, or of any room: see tests/rooms.json.
 *
 * @param {boolean} [near] only those of the rooms' own folders, and the programs of conformance that judge
 *   the rooms
 */
export function testFiles(root, rooms, near = false) {
  const all = JSON.parse(fs.readFileSync(path.join(root, 'tests/rooms.json'), 'utf8'));
  const known = rooms.length > 0 && rooms.every((room) => all[room] !== undefined);
  const names = new Set((known ? rooms : Object.keys(all)).flatMap((room) => all[room]));
  const isOwn = (name) => rooms.includes(name) || name.startsWith('conformance/');
  const beginnings = [...names].filter((name) => !near || isOwn(name)).map((name) => beginningOf(root, name));
  const isWanted = (name) => beginnings.some((beginning) => name.startsWith(beginning));
  const isTest = (name) => name.endsWith('.test.ts') && !ELSEWHERE.test(name) && isWanted(name);
  return ['tests', 'conformance'].flatMap((folder) => filesBelow(root, folder, isTest));
}

/**
 * @param {string} root the project
 * @param {Map<string, string>} sources the mutated ones, by absolute path
 * @param {number} count the number of mutants
 * @returns {{ switches: string, files: Record<string, string> }} scripts: `switches` declares the switches
 *   that the others read, and evaluates to an object that sets and reads them; each file, by its path,
 *   evaluates to its function
 */
export function bundle(root, sources, count) {
  const isCode = (name) => name.endsWith('.ts') && !name.endsWith('.d.ts');
  const files = [
    ...filesBelow(root, 'src', (name) => isCode(name) && !name.includes('/kernels/')),
    ...filesBelow(root, 'conformance', (name) => isCode(name) && !/\/bridge\//.test(name)),
    // Tests use their rows and examples.
    ...['bench', 'examples'].flatMap((folder) => filesBelow(root, folder, isCode)),
    ...filesBelow(root, 'tests', (name) => isCode(name) && !ELSEWHERE.test(name)),
  ];
  const { compilerOptions } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile).config;
  const functions = {};
  for (const file of files) {
    const name = path.join(root, file);
    const text = sources.get(name) ?? fs.readFileSync(name, 'utf8');
    let code;
    try {
      ({ code } = transformSync(text, {
        loader: 'ts',
        format: 'cjs',
        target: 'node20',
        supported: { 'dynamic-import': false },
        tsconfigRaw: { compilerOptions: { target: compilerOptions.target } },
        logLevel: 'silent',
      }));
    } catch (error) {
      // A separate program, which no test imports: CommonJS has no `await` outside of functions.
      if (String(error).includes('Top-level await')) continue;
      throw error;
    }
    // Jest's translation makes exports that spies can replace, and `import *` of a module is that module.
    const spied = code
      .replace('(mod, isNodeMode, target) => (', '(mod, isNodeMode, target) => mod?.__esModule ? mod : (')
      .replace('get: all[name], enumerable', 'get: all[name], configurable: true, enumerable')
      .replace('get: () => from[key], enumerable', 'get: () => from[key], configurable: true, enumerable');
    functions[name] =
      `"use strict"; (function (require, module, exports, __dirname, __filename) {${withCountedLoops(spied)}\n})`;
  }
  const switches = `"use strict";
let __M = -1, __C = new Uint8Array(${count}), __L = 0, __X = Infinity;
function __stop() { throw new Error('too many rounds of loops'); }
({
  activate(id) { __M = id; },
  start(limit) { __L = 0; __X = limit; },
  rounds() { return __L; },
  reached() { const before = __C; __C = new Uint8Array(${count}); return before; },
})`;
  return { switches, files: functions };
}

/** Counts the rounds of every loop; `__stop` is called when they are too many. */
function withCountedLoops(text) {
  const tree = ts.createSourceFile('file.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const edits = [];
  const visit = (node) => {
    if (ts.isIterationStatement(node, false)) {
      const { statement } = node;
      const start = ts.skipTrivia(text, statement.pos);
      const count = 'if (++__L > __X) __stop();';
      if (ts.isBlock(statement)) edits.push([start + 1, count]);
      else edits.push([start, `{ ${count}`], [statement.end, '}']);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  edits.sort(([a], [b]) => a - b);
  let result = '';
  let done = 0;
  for (const [at, insert] of edits) {
    result += text.slice(done, at) + insert;
    done = at;
  }
  return result + text.slice(done);
}
