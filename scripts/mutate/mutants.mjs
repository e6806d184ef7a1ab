// Makes the mutants of source files and puts all of them into one text: `__M` says which one is switched on,
// and `__C[n] = 1` tells that the code of mutant n was reached. Used by bundle.mjs.
import fs from 'node:fs';
import path from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import ts from 'typescript';

/**
 * @typedef {{ id: number, file: string, line: number, column: number, mutator: string, was: string, now:
 *   string }} Mutant
 * @typedef {{ mutants: Mutant[], sources: Map<string, string> }} Mutated sources by absolute path
 */

const silent = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };

/** How one line shows a piece of source. */
function short(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 87)}...` : line;
}

/** The part of a source between two positions of Stryker's (lines from 0). */
function pieceOf(source, { start, end }) {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  return lines.join('\n');
}

/**
 * Every mutant that Stryker makes of some files.
 *
 * @param {string} root the project
 * @param {string[]} files below it
 * @returns {Promise<Mutated>}
 */
export async function strykerMutants(root, files) {
  const inputs = files.map((file) => ({
    name: path.join(root, file),
    content: fs.readFileSync(path.join(root, file), 'utf8'),
    mutate: true,
  }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const made = await new Instrumenter(silent).instrument(inputs, options);
  const original = new Map(inputs.map(({ name, content }) => [name, content]));
  const mutants = made.mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
    id: Number(id),
    file: path.relative(root, fileName),
    line: location.start.line + 1,
    column: location.start.column + 1,
    mutator: mutatorName,
    was: short(pieceOf(original.get(fileName), location)),
    now: short(replacement),
  }));
  const sources = new Map(made.files.map(({ name, content }) => [name, withSwitches(content)]));
  return { mutants, sources };
}

/** Takes Stryker's own helpers out of a source; what called them reads two variables. */
function withSwitches(source) {
  const end = source.indexOf('return isActive(id);');
  if (end < 0) return source;
  return source
    .slice(source.indexOf('}', end) + 1)
    .replace(/stryMutAct_9fa48\("(\d+)"\)/g, '(__M === $1)')
    .replace(/stryCov_9fa48\(([^)]*)\)/g, (_, ids) => {
      return `(${ids
        .split(', ')
        .map((id) => `__C[${id.slice(1, -1)}] = `)
        .join('')}1)`;
    });
}

/** What functions and methods are called that give something back, or hold an object while user code runs. */
const RELEASE =
  /^(close|dispose|drop[A-Z]\w*|end[A-Z]\w*|forget|giveBack|letGo|pin|release\w*|returnView|tellOfRelease|unpin|PIN|UNPIN|DISPOSE)$/;

/** The name that an expression calls, or passes to `forEach`. */
function calledName(expression) {
  if (!ts.isCallExpression(expression)) return null;
  const callee = expression.expression;
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isElementAccessExpression(callee)) return callee.argumentExpression.getText();
  if (!ts.isPropertyAccessExpression(callee)) return null;
  const name = callee.name.text;
  if (name === 'forEach') return expression.arguments[0]?.getText() ?? null;
  // The record of exports counts them: taking one from it is a release as well.
  if (name === 'remove' && /exports$/i.test(callee.expression.getText())) return 'release';
  return name;
}

/** Whether an expression is a release, or the counting of one. */
function isRelease(expression) {
  const text = expression.getText();
  if (ts.isPostfixUnaryExpression(expression)) return /\.(pins|count|escaped|taken)(--|\+\+)$/.test(text);
  return RELEASE.test(calledName(expression) ?? '');
}

/** Whether a statement stands in a `finally`: what has to happen in any case is nearly always a release. */
function isInFinally(node) {
  for (let at = node; at.parent !== undefined && !ts.isFunctionLike(at); at = at.parent) {
    if (ts.isTryStatement(at.parent) && at.parent.finallyBlock === at) return true;
  }
  return false;
}

/**
 * The part of a source that is left out with a node: a statement that releases something, any statement in a
 * `finally`, or the body of an arrow function that only releases.
 */
function partOf(node) {
  if (ts.isExpressionStatement(node)) return isRelease(node.expression) || isInFinally(node) ? node : null;
  if (ts.isArrowFunction(node) && isRelease(node.body)) return node.body;
  return null;
}

/**
 * One mutant for each release in some files: the call left out.
 *
 * @returns {Promise<Mutated>}
 */
export async function releaseMutants(root, files) {
  const mutants = [];
  const sources = new Map();
  for (const file of files) {
    const name = path.join(root, file);
    const text = fs.readFileSync(name, 'utf8');
    const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const found = [];
    const visit = (node) => {
      const part = partOf(node);
      if (part !== null) found.push(part);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    let mutated = text;
    for (const node of found) {
      const { line, character } = tree.getLineAndCharacterOfPosition(node.getStart());
      const was = short(node.getText());
      mutants.push({
        id: mutants.length,
        file,
        line: line + 1,
        column: character + 1,
        mutator: 'Release',
        was,
        now: '',
      });
    }
    const first = mutants.length - found.length;
    for (let i = found.length - 1; i >= 0; i--) {
      const [start, end] = [found[i].getStart(), found[i].getEnd()];
      const id = first + i;
      const reached = `__C[${id}] = 1`;
      const inside = mutated.slice(start, end);
      const switched = ts.isExpressionStatement(found[i])
        ? `{ ${reached}; if (__M !== ${id}) { ${inside} } }`
        : `(${reached}, __M !== ${id} ? ${inside} : undefined)`;
      mutated = mutated.slice(0, start) + switched + mutated.slice(end);
    }
    if (found.length > 0) sources.set(name, mutated);
  }
  return { mutants, sources };
}
