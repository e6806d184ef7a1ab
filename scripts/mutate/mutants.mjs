// Makes the mutants of source files and puts all of them into one text: `__M` selects the active one, and
// `__C[n] = 1` records that the code of mutant n was reached. Callers: main.mjs and the conformance run.
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

/** Shortens a piece of source to one line. */
function short(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 87)}...` : line;
}

/** The source between two of Stryker's positions (lines from 0). */
function pieceOf(source, { start, end }) {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  return lines.join('\n');
}

/**
 * All mutants that Stryker makes of some files.
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

/** Removes Stryker's helpers from a source, and replaces calls of them by two variables. */
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

/** Names of functions and methods that release something, or hold an object while user code runs. */
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
  // Removing an export from the record that counts them is a release as well.
  if (name === 'remove' && /exports$/i.test(callee.expression.getText())) return 'release';
  return name;
}

/** Whether an expression is a release, or changes a count of objects held. */
function isRelease(expression) {
  const text = expression.getText();
  if (ts.isPostfixUnaryExpression(expression)) return /\.(pins|count|escaped|taken)(--|\+\+)$/.test(text);
  return RELEASE.test(calledName(expression) ?? '');
}

/** Whether a statement is in a `finally` block, whose statements are nearly all releases. */
function isInFinally(node) {
  for (let at = node; at.parent !== undefined && !ts.isFunctionLike(at); at = at.parent) {
    if (ts.isTryStatement(at.parent) && at.parent.finallyBlock === at) return true;
  }
  return false;
}

/**
 * The part of a source to remove for a node: a statement that releases something, any statement in a
 * `finally`, or the body of an arrow function that only releases.
 */
function partOf(node) {
  if (ts.isExpressionStatement(node)) return isRelease(node.expression) || isInFinally(node) ? node : null;
  if (ts.isArrowFunction(node) && isRelease(node.body)) return node.body;
  return null;
}

/**
 * One mutant for each release in some files, with the call removed.
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
