/** A JavaScript object is always true; in Python an empty value is false. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isGlobal, isNamedMember, isOurs, itemTypesOf, typesOf } from './our-types.js';
import type { Context } from './our-types.js';
import { receiver } from './suggest.js';

type Messages = 'always' | 'nullable' | 'length' | 'present' | 'filled';
type Options = readonly [{ readonly nullable?: boolean }?];

/** Functions that fail if their argument is false. */
const ASSERTIONS = new Set(['assert', 'assert.ok', 'console.assert']);
/** Array methods that take a test. */
const TESTS = new Set(['filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex']);

export const noTruthiness: TSESLint.RuleModule<Messages, Options> = {
  defaultOptions: [],
  meta: {
    type: 'problem',
    docs: { description: 'Disallow bytes-like values as conditions' },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          nullable: {
            type: 'boolean',
            description: 'Report conditions that may be meant to ask only for null or undefined.',
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      always: 'A bytes-like value is always true in JavaScript, also when it is empty.',
      nullable: 'This asks whether there is a value, not whether it holds any bytes.',
      length: 'Ask for the length.',
      present: 'Ask whether there is a value.',
      filled: 'Ask whether there is a value that holds something.',
    },
  },
  create(context) {
    const nullable = context.options[0]?.nullable === true;
    const check = (node: TSESTree.Node | null) =>
      checkCondition(context as unknown as Context, node, nullable);
    return {
      IfStatement: ({ test }) => check(test),
      WhileStatement: ({ test }) => check(test),
      DoWhileStatement: ({ test }) => check(test),
      ForStatement: ({ test }) => check(test),
      ConditionalExpression: ({ test }) => check(test),
      LogicalExpression: ({ operator, left }) => {
        if (operator !== '??') check(left);
      },
      AssignmentExpression: (node) => checkAssignment(context as unknown as Context, node),
      UnaryExpression: ({ operator, argument }) => {
        if (operator === '!') check(argument);
      },
      CallExpression: (node) => {
        const {
          callee,
          arguments: [argument],
        } = node;
        if (argument === undefined) return;
        if (isGlobal(context as unknown as Context, callee, 'Boolean')) check(argument);
        else if (ASSERTIONS.has(context.sourceCode.getText(callee))) check(argument);
        else checkFilter(context as unknown as Context, node);
      },
    };
  },
};

/** `x ||= y`, `x &&= y`. */
function checkAssignment(context: Context, node: TSESTree.AssignmentExpression): void {
  const { operator, left, right } = node;
  if ((operator !== '||=' && operator !== '&&=') || !isOurs(context, left)) return;
  const target = context.sourceCode.getText(left);
  const code = `${target}.length ${operator === '||=' ? '===' : '>'} 0`;
  context.report({
    node: left,
    messageId: 'always',
    suggest: [
      {
        messageId: 'length',
        fix: (fixer) =>
          node.parent.type === 'ExpressionStatement'
            ? fixer.replaceText(node.parent, `if (${code}) ${target} = ${context.sourceCode.getText(right)};`)
            : null,
      },
    ],
  });
}

/** `list.filter(Boolean)`, `list.filter((item) => item)`. */
function checkFilter(context: Context, { callee, arguments: [argument] }: TSESTree.CallExpression): void {
  if (!isNamedMember(callee)) return;
  if (!TESTS.has(callee.property.name)) return;
  if (argument!.type === 'ArrowFunctionExpression' && argument!.body.type !== 'BlockStatement') {
    if (itemTypesOf(context, callee.object) !== null) checkCondition(context, argument!.body, false);
    return;
  }
  if (!isGlobal(context, argument!, 'Boolean')) return;
  const items = itemTypesOf(context, callee.object);
  if (items === null || items.kinds.length === 0 || items.nullable || items.others) return;
  context.report({
    node: argument!,
    messageId: 'always',
    suggest: [
      { messageId: 'length', fix: (fixer) => fixer.replaceText(argument!, '(item) => item.length > 0') },
    ],
  });
}

function checkCondition(context: Context, node: TSESTree.Node | null, nullable: boolean): void {
  // The operands of these are checked separately.
  if (node === null || node.type === 'LogicalExpression' || node.type === 'UnaryExpression') return;
  const text = receiver(context, node);
  // After a `!` the comparison needs parentheses.
  const replace = (code: string) => (fixer: TSESLint.RuleFixer) =>
    fixer.replaceText(node, node.parent?.type === 'UnaryExpression' ? `(${code})` : code);
  if (isOurs(context, node)) {
    context.report({
      node,
      messageId: 'always',
      suggest: [{ messageId: 'length', fix: replace(`${text}.length > 0`) }],
    });
  } else if (nullable) {
    const seen = typesOf(context, node);
    if (seen.kinds.length === 0 || seen.others) return;
    context.report({
      node,
      messageId: 'nullable',
      suggest: [
        { messageId: 'filled', fix: replace(`(${text}?.length ?? 0) > 0`) },
        { messageId: 'present', fix: replace(`${text} != null`) },
      ],
    });
  }
}
