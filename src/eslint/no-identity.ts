/** `===`, `switch`, `includes`, `indexOf` compare places in memory; Python's `==` compares contents. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isGlobal, isNamedMember, itemTypesOf, mayBeOurs, typesOf } from './our-types.js';
import type { Context } from './our-types.js';
import { importing, receiver } from './suggest.js';

type Messages =
  'compare' | 'compareDifferent' | 'switch' | 'search' | 'equals' | 'some' | 'findIndex' | 'keys';

/** Array methods that compare with `===`, and their counterparts that take a function. */
const SEARCHES: ReadonlyMap<string, 'some' | 'findIndex' | 'findLastIndex'> = new Map([
  ['includes', 'some'],
  ['indexOf', 'findIndex'],
  ['lastIndexOf', 'findLastIndex'],
]);

export const noIdentity: TSESLint.RuleModule<Messages> = {
  defaultOptions: [],
  meta: {
    type: 'problem',
    docs: { description: 'Disallow comparing bytes-like values by identity' },
    hasSuggestions: true,
    schema: [],
    messages: {
      compare:
        '{{operator}} asks whether two values are the same object, not whether their contents are equal.',
      compareDifferent: 'A bytes-like value is never identical to a value of another type.',
      switch: 'switch compares identity, so no case with equal contents is taken.',
      search: '{{name}}() compares identity, so equal contents are not found.',
      equals: 'Compare contents with equals().',
      some: 'Find equal contents with {{name}}().',
      findIndex: 'Find equal contents with {{name}}().',
      keys: 'Switch on keyOf(), which is equal for equal contents.',
    },
  },
  create: (context) => ({
    BinaryExpression: (node) => checkComparison(context as Context, node),
    SwitchStatement: (node) => checkSwitch(context as Context, node),
    CallExpression: (node) => {
      checkObjectIs(context as Context, node);
      checkSearch(context as Context, node);
    },
  }),
};

function checkComparison(context: Context, node: TSESTree.BinaryExpression): void {
  const { operator } = node;
  if (!['===', '!==', '==', '!='].includes(operator) || node.left.type === 'PrivateIdentifier') return;
  const left = typesOf(context, node.left);
  const right = typesOf(context, node.right);
  if (left.kinds.length === 0 && right.kinds.length === 0) return;
  // Comparing with null or undefined only checks whether there is a value.
  const onlyNull = (seen: typeof left) => seen.kinds.length === 0 && !seen.others;
  if (onlyNull(left) || onlyNull(right)) return;
  const [self, other] = left.kinds.length > 0 ? [node.left, node.right] : [node.right, node.left];
  const not = operator.startsWith('!') ? '!' : '';
  const optional = typesOf(context, self).nullable ? '?.' : '.';
  const bothOurs = left.kinds.length > 0 && right.kinds.length > 0;
  context.report({
    node,
    messageId: bothOurs ? 'compare' : 'compareDifferent',
    data: { operator },
    suggest: [
      {
        messageId: 'equals',
        fix: (fixer) =>
          fixer.replaceText(
            node,
            `${not}${receiver(context, self)}${optional}equals(${context.sourceCode.getText(other)})`,
          ),
      },
    ],
  });
}

/** `Object.is(x, y)`. */
function checkObjectIs(context: Context, node: TSESTree.CallExpression): void {
  const { callee } = node;
  const [left, right] = node.arguments;
  if (!isNamedMember(callee)) return;
  if (callee.property.name !== 'is' || !isGlobal(context, callee.object, 'Object')) return;
  if (left === undefined || right === undefined) return;
  const [self, other] = mayBeOurs(context, left) ? [left, right] : [right, left];
  if (!mayBeOurs(context, self)) return;
  context.report({
    node,
    messageId: 'compare',
    data: { operator: 'Object.is()' },
    suggest: [
      {
        messageId: 'equals',
        fix: (fixer) =>
          fixer.replaceText(node, `${receiver(context, self)}.equals(${context.sourceCode.getText(other)})`),
      },
    ],
  });
}

function checkSwitch(context: Context, node: TSESTree.SwitchStatement): void {
  if (!mayBeOurs(context, node.discriminant)) return;
  const tests = node.cases.flatMap(({ test }) => (test === null ? [] : [test]));
  if (tests.every((test) => !mayBeOurs(context, test))) return;
  context.report({
    node: node.discriminant,
    messageId: 'switch',
    suggest: [
      {
        messageId: 'keys',
        *fix(fixer) {
          yield* importing(context, fixer, 'keyOf');
          for (const part of [node.discriminant, ...tests]) {
            yield fixer.replaceText(part, `keyOf(${context.sourceCode.getText(part)})`);
          }
        },
      },
    ],
  });
}

function checkSearch(context: Context, node: TSESTree.CallExpression): void {
  const { callee } = node;
  if (!isNamedMember(callee)) return;
  const replacement = SEARCHES.get(callee.property.name);
  const [wanted] = node.arguments;
  if (replacement === undefined || wanted === undefined || !mayBeOurs(context, wanted)) return;
  if ((itemTypesOf(context, callee.object)?.kinds.length ?? 0) === 0) return;
  const list = `${receiver(context, callee.object)}${callee.optional ? '?.' : '.'}`;
  context.report({
    node,
    messageId: 'search',
    data: { name: callee.property.name },
    suggest:
      node.arguments.length > 1
        ? []
        : [
            {
              messageId: replacement === 'some' ? 'some' : 'findIndex',
              data: { name: replacement },
              fix: (fixer) =>
                fixer.replaceText(
                  node,
                  `${list}${replacement}((item) => item.equals(${context.sourceCode.getText(wanted)}))`,
                ),
            },
          ],
  });
}
