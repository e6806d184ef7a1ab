/** A `Map` or a `Set` finds objects by identity; Python's dict and set find bytes by their contents. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isGlobal, isNamedMember, isPlatformObject, keyTypesOf, mayBeOurs } from './our-types.js';
import type { Context } from './our-types.js';
import { importing } from './suggest.js';

/** Methods of a `Map` and a `Set` whose first argument is a key. */
const KEYED = ['get', 'has', 'set', 'add', 'delete'];

export const noIdentityKeys: TSESLint.RuleModule<'keys' | 'contents' | 'keyed'> = {
  defaultOptions: [],
  meta: {
    type: 'problem',
    docs: { description: 'Disallow bytes-like values as keys of a Map and as members of a Set' },
    hasSuggestions: true,
    schema: [],
    messages: {
      keys: 'A {{name}} finds keys by identity, not by their contents.',
      contents: 'Find them by their contents with a Bytes{{name}}.',
      keyed: 'Pass keyOf(), which is equal for equal contents.',
    },
  },
  create(rule) {
    const context = rule as Context;
    return {
      CallExpression: (node) => checkUse(context, node),
      NewExpression(node: TSESTree.NewExpression) {
        const { callee } = node;
        if (!isGlobal(context, callee, 'Map', 'Set')) return;
        const keys = keyTypesOf(context, node);
        if (keys === null || keys.kinds.length === 0) return;
        const name = isGlobal(context, callee, 'Map') ? 'Map' : 'Set';
        // BytesSet and BytesMap hold only bytes, so they have no type argument for their keys.
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

/**
 * `seen.has(x)`, if the type of the keys does not reveal that our values are among them, as in `new Set()`.
 */
function checkUse(context: Context, { callee, arguments: [key] }: TSESTree.CallExpression): void {
  if (!isNamedMember(callee)) return;
  if (!KEYED.includes(callee.property.name) || key === undefined || !mayBeOurs(context, key)) return;
  const keys = keyTypesOf(context, callee.object);
  if (keys === null || keys.kinds.length > 0) return;
  context.report({
    node: key,
    messageId: 'keys',
    data: { name: isPlatformObject(context, callee.object, 'Set', 'ReadonlySet') ? 'Set' : 'Map' },
    suggest: [
      {
        messageId: 'keyed',
        *fix(fixer) {
          yield* importing(context, fixer, 'keyOf');
          yield fixer.replaceText(key, `keyOf(${context.sourceCode.getText(key)})`);
        },
      },
    ],
  });
}
