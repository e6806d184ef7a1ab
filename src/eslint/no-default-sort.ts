/** `sort()` without a function orders values by their repr; Python orders them by their bytes. */
import type { TSESLint } from '@typescript-eslint/utils';
import { isNamedMember, itemTypesOf } from './our-types.js';
import type { Context } from './our-types.js';

export const noDefaultSort: TSESLint.RuleModule<'text' | 'compare'> = {
  defaultOptions: [],
  meta: {
    type: 'problem',
    docs: { description: 'Require a comparison where lists of bytes-like values are sorted' },
    hasSuggestions: true,
    schema: [],
    messages: {
      text: '{{name}}() without a function orders bytes-like values by their text.',
      compare: 'Order them by their bytes with compare().',
    },
  },
  create: (context) => ({
    CallExpression(node) {
      const { callee } = node;
      if (!isNamedMember(callee)) return;
      const { name } = callee.property;
      if ((name !== 'sort' && name !== 'toSorted') || node.arguments.length > 0) return;
      const items = itemTypesOf(context as Context, callee.object);
      if (items === null || items.kinds.length === 0) return;
      const close = context.sourceCode.getLastToken(node)!;
      context.report({
        node,
        messageId: 'text',
        data: { name },
        suggest: items.kinds.includes('memoryview')
          ? []
          : [
              {
                messageId: 'compare',
                fix: (fixer) => fixer.insertTextBefore(close, '(a, b) => a.compare(b)'),
              },
            ],
      });
    },
  }),
};
