/**
 * `Object.keys(x)`, `{ ...x }`, `for (const key in x)` read own properties, and items are not own properties.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isGlobal, isNamedMember, mayBeOurs } from './our-types.js';
import type { Context } from './our-types.js';

/** Functions of `Object` that read own properties, and the first argument whose properties they read. */
const READERS: Readonly<Record<string, number>> = {
  keys: 0,
  values: 0,
  entries: 0,
  getOwnPropertyNames: 0,
  hasOwn: 0,
  assign: 1,
};

export const noOwnProperties: TSESLint.RuleModule<'none' | 'list'> = {
  defaultOptions: [],
  meta: {
    type: 'problem',
    docs: { description: 'Disallow asking bytes-like values for their own properties' },
    hasSuggestions: true,
    schema: [],
    messages: {
      none: 'Items are not own properties, so {{what}} finds none of them.',
      list: 'Ask a list of the items.',
    },
  },
  create(rule) {
    const context = rule as Context;
    const check = (node: TSESTree.Node | undefined, what: string) => {
      if (node === undefined || node.type === 'SpreadElement' || !mayBeOurs(context, node)) return;
      const code = `[...${context.sourceCode.getText(node)}]`;
      context.report({
        node,
        messageId: 'none',
        data: { what },
        suggest: [{ messageId: 'list', fix: (fixer) => fixer.replaceText(node, code) }],
      });
    };
    return {
      CallExpression({ callee, arguments: given }) {
        if (!isNamedMember(callee) || !isGlobal(context, callee.object, 'Object')) return;
        const { name } = callee.property;
        const first = Object.hasOwn(READERS, name) ? READERS[name]! : given.length;
        const read = name === 'assign' ? given.slice(first) : given.slice(first, first + 1);
        for (const argument of read) check(argument, `Object.${name}()`);
      },
      'ObjectExpression > SpreadElement': ({ argument }: TSESTree.SpreadElement) =>
        check(argument, '{ ... }'),
      ForInStatement: ({ right }) => check(right, 'for...in'),
    };
  },
};
