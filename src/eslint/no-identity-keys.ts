/** A `Map` or a `Set` finds objects by identity; a dict or a set of Python's finds bytes by their contents. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isGlobal, keyTypesOf } from './our-types.js';
import type { Context } from './our-types.js';
import { importing } from './suggest.js';

export const noIdentityKeys: TSESLint.RuleModule<'keys' | 'contents'> = {
  defaultOptions: [],
  meta: {
    type: 'problem',
    docs: { description: 'Disallow bytes-like values as keys of a Map and as members of a Set' },
    hasSuggestions: true,
    schema: [],
    messages: {
      keys: 'A {{name}} finds keys by identity, not by their contents.',
      contents: 'Find them by their contents with a Bytes{{name}}.',
    },
  },
  create(rule) {
    const context = rule as Context;
    return {
      NewExpression(node: TSESTree.NewExpression) {
        const { callee } = node;
        if (!isGlobal(context, callee, 'Map', 'Set')) return;
        const keys = keyTypesOf(context, node);
        if (keys === null || keys.kinds.length === 0) return;
        const { name } = callee as TSESTree.Identifier;
        // A BytesSet and a BytesMap hold bytes and nothing else, so they have no type argument for them.
        const onlyBytes = keys.kinds.every((kind) => kind === 'bytes') && !keys.nullable && !keys.others;
        context.report({
          node,
          messageId: 'keys',
          data: { name },
          suggest: onlyBytes
            ? [
                {
                  messageId: 'contents',
                  data: { name },
                  *fix(fixer) {
                    yield* importing(context, fixer, `Bytes${name}`);
                    yield fixer.replaceText(callee, `Bytes${name}`);
                    const types = node.typeArguments;
                    if (types === undefined) return;
                    const values = types.params.slice(1).map((type) => context.sourceCode.getText(type));
                    yield fixer.replaceText(types, values.length > 0 ? `<${values.join()}>` : '');
                  },
                },
              ]
            : [],
        });
      },
    };
  },
};
