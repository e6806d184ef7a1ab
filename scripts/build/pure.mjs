/**
 * The build plugin that marks top-level declarations of the ES modules as free of side effects, so that
 * bundlers drop unused ones. It assumes that only the files named by `sideEffects` have effects when loaded.
 * Caller: `rollup.config.mjs`.
 */
import { isCommonJS } from './commonjs.mjs';

/** Functions that change only their first argument, a class or a prototype. */
const DESCRIBES =
  /^(?:brand|comparedByItems|lackMethods|listed|nameException|Object\.definePropert(?:y|ies))$/;

/** The call of a function that returns the class it describes, whose declaration can be that call. */
const RETURNS = /^nameException\(\w+(,.*\))$/;

/**
 * Shorter declarations stay unmarked: dropping them saves less than the marking call costs where they are
 * used.
 */
const WORTH_A_CALL = 16;

const MARK = '/* @__PURE__ */ ';

/**
 * Whether bundlers drop this expression when unused, once the calls that are added to `calls` are marked.
 */
function droppable(node, calls) {
  if (node === null) return true;
  const all = (nodes) => nodes.every((each) => droppable(each, calls));
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return true;
    case 'ClassExpression':
      return plain(node);
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    case 'ArrayExpression':
      return all(node.elements);
    case 'ObjectExpression':
      return node.properties.every(
        (each) => each.type === 'Property' && !each.computed && droppable(each.value, calls),
      );
    case 'UnaryExpression':
      return /^(?:!|typeof|void)$/.test(node.operator) || node.argument.type === 'Literal'
        ? droppable(node.argument, calls)
        : false;
    case 'BinaryExpression':
      return /^[!=]==$/.test(node.operator) && all([node.left, node.right]);
    case 'LogicalExpression':
      return all([node.left, node.right]);
    case 'ConditionalExpression':
      return all([node.test, node.consequent, node.alternate]);
    case 'CallExpression':
    case 'NewExpression':
      calls.push(node.start);
      return all(node.arguments);
    default:
      return false;
  }
}

/**
 * Whether bundlers drop this class when unused: computed names, static fields and blocks could have effects.
 */
function plain({ superClass, body }) {
  return (
    (superClass === null || superClass.type === 'Identifier') &&
    body.body.every(
      ({ type, computed, static: isStatic }) =>
        !computed && type !== 'StaticBlock' && !(isStatic && type === 'PropertyDefinition'),
    )
  );
}

/** The class that an expression describes: `brand(Bytes.prototype, 'bytes')`; or null. */
function described(node, code) {
  if (node.type !== 'CallExpression' || node.arguments.length === 0) return null;
  if (!DESCRIBES.test(code.slice(node.callee.start, node.callee.end))) return null;
  let [of] = node.arguments;
  if (of.type === 'MemberExpression' && !of.computed && of.property.name === 'prototype') of = of.object;
  return of.type === 'Identifier' ? of.name : null;
}

const expressionsOf = ({ expression }) =>
  expression.type === 'SequenceExpression' ? expression.expressions : [expression];

function namesOf({ type, id, declarations }) {
  if (type === 'ClassDeclaration') return [id.name];
  if (type !== 'VariableDeclaration') return [];
  return declarations.flatMap(({ id: of }) => (of.type === 'Identifier' ? [of.name] : []));
}

export const pure = {
  name: 'pure',
  renderChunk(code, _chunk, options) {
    if (isCommonJS(options)) return null;
    const edits = [];
    const { body } = this.parse(code);

    /**
     * The statements below each class that describe it. They move into the class's declaration if they can
     * run there.
     */
    const descriptions = new Map(
      body.filter(({ type }) => type === 'ClassDeclaration').map((cls) => [cls.id.name, { cls, texts: [] }]),
    );
    for (const statement of body) {
      if (statement.type !== 'ExpressionStatement') continue;
      const kept = expressionsOf(statement).filter((each) => {
        const text = code.slice(each.start, each.end);
        const found = descriptions.get(described(each, code));
        if (found === undefined) return true;
        const later = body.filter(({ start, end }) => start >= found.cls.start && end <= statement.start);
        const names = later.flatMap(namesOf).filter((name) => name !== found.cls.id.name);
        if (names.some((name) => new RegExp(`\\b${name}\\b`).test(text))) return true;
        found.texts.push(text);
        return false;
      });
      if (kept.length < expressionsOf(statement).length) {
        const left = kept.map(({ start, end }) => code.slice(start, end)).join(',');
        edits.push([statement.start, statement.end, left === '' ? '' : `(${left});`]);
      }
    }
    for (const [name, { cls, texts }] of descriptions) {
      if (texts.length === 0 && plain(cls)) continue;
      const rest = texts.length === 1 && plain(cls) ? RETURNS.exec(texts[0])?.[1] : undefined;
      if (rest !== undefined) {
        edits.push(
          [cls.start, cls.start, `const ${name}=${MARK}nameException(`],
          [cls.end, cls.end, `${rest};`],
        );
        continue;
      }
      // A statement, not the arrow's expression, for which Babel declares the names of private methods out of
      // scope.
      edits.push([cls.start, cls.start, `const ${name}=${MARK}(()=>{`]);
      edits.push([cls.end, cls.end, `\n${texts.map((text) => `${text};`).join('')}return ${name}})();`]);
    }

    for (const { type, declarations } of body) {
      if (type !== 'VariableDeclaration') continue;
      for (const { init } of declarations) {
        const calls = [];
        if (droppable(init, calls)) edits.push(...calls.map((at) => [at, at, MARK]));
        else if (init.end - init.start >= WORTH_A_CALL) {
          edits.push([init.start, init.start, `${MARK}(()=>(`], [init.end, init.end, '))()']);
        } else if (/^(?:Call|New)Expression$/.test(init.type)) edits.push([init.start, init.start, MARK]);
      }
    }
    edits.sort(([a, aEnd], [b, bEnd]) => a - b || aEnd - bEnd);
    return edits.reduceRight(
      (text, [start, end, replacement]) => text.slice(0, start) + replacement + text.slice(end),
      code,
    );
  },
};
