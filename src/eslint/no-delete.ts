/** `delete x[0]` does nothing and returns true, because JavaScript deletes only own properties. */
import type { TSESLint } from '@typescript-eslint/utils';
import { typesOf } from './our-types.js';
import type { Context } from './our-types.js';
import { receiver } from './suggest.js';

export const noDelete: TSESLint.RuleModule<'nothing' | 'method'> = {
  defaultOptions: [],
  meta: {
    type: 'problem',
    docs: { description: 'Disallow the operator delete on items of bytes-like values' },
    hasSuggestions: true,
    schema: [],
    messages: {
      nothing: 'delete removes no item.',
      method: 'Remove the item with delete().',
    },
  },
  create(rule) {
    const context = rule as Context;
    return {
      UnaryExpression(node) {
        const { argument, operator } = node;
        if (operator !== 'delete' || argument.type !== 'MemberExpression' || !argument.computed) return;
        const { kinds } = typesOf(context, argument.object);
        if (kinds.length === 0) return;
        const code = `${receiver(context, argument.object)}.delete(${context.sourceCode.getText(argument.property)})`;
        context.report({
          node,
          messageId: 'nothing',
          suggest: kinds.every((kind) => kind === 'bytearray' || kind === 'array')
            ? [{ messageId: 'method', fix: (fixer) => fixer.replaceText(node, code) }]
            : [],
        });
      },
    };
  },
};
