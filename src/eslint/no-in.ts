/** `97 in x` asks JavaScript whether there is an index 97; Python asks whether the value contains it. */
import type { TSESLint } from '@typescript-eslint/utils';
import { mayBeOurs } from './our-types.js';
import type { Context } from './our-types.js';
import { receiver } from './suggest.js';

export const noIn: TSESLint.RuleModule<'index' | 'includes'> = {
  defaultOptions: [],
  meta: {
    type: 'problem',
    docs: { description: 'Disallow the operator in on bytes-like values' },
    hasSuggestions: true,
    schema: [],
    messages: {
      index: 'in asks whether there is such an index or property, not whether the value contains it.',
      includes: 'Ask for contents with includes().',
    },
  },
  create: (context) => ({
    BinaryExpression(node) {
      if (node.operator !== 'in' || node.left.type === 'PrivateIdentifier') return;
      if (!mayBeOurs(context as Context, node.right)) return;
      const wanted = context.sourceCode.getText(node.left);
      const code = `${receiver(context as Context, node.right)}.includes(${wanted})`;
      context.report({
        node,
        messageId: 'index',
        suggest: [{ messageId: 'includes', fix: (fixer) => fixer.replaceText(node, code) }],
      });
    },
  }),
};
