/**
 * Writes the code that rules suggest: an expression as the receiver of a method, and the imports that a
 * suggestion needs.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Context } from './our-types.js';

/** Expressions that `.method()` can follow without parentheses. */
const SIMPLE = new Set([
  'Identifier',
  'MemberExpression',
  'CallExpression',
  'ThisExpression',
  'TSNonNullExpression',
]);

/** The text of an expression, in parentheses if a method call after it needs them. */
export function receiver(context: Context, node: TSESTree.Node): string {
  const text = context.sourceCode.getText(node);
  return SIMPLE.has(node.type) || node.type === 'TaggedTemplateExpression' ? text : `(${text})`;
}

/** Adds a name to the imports from `pybuffer`, unless the file has it already. */
export function* importing(
  context: Context,
  fixer: TSESLint.RuleFixer,
  ...names: readonly string[]
): Generator<TSESLint.RuleFix> {
  const { body } = context.sourceCode.ast;
  const imports = body.filter((node) => node.type === 'ImportDeclaration');
  const ours = imports.filter(
    ({ source, importKind }) => source.value === 'pybuffer' && importKind !== 'type',
  );
  const named = ours.flatMap(({ specifiers }) => specifiers.filter(({ type }) => type === 'ImportSpecifier'));
  const missing = names.filter((name) => !named.some(({ local }) => local.name === name));
  if (missing.length === 0) return;
  const last = named.at(-1);
  if (last !== undefined) yield fixer.insertTextAfter(last, `, ${missing.join(', ')}`);
  else yield fixer.insertTextBeforeRange([0, 0], `import { ${missing.join(', ')} } from 'pybuffer';\n`);
}
