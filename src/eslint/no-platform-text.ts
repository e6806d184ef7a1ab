/** Functions of the platform that take a value of ours for text (its repr), or for an object without contents. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isGlobal, mayBeOurs, typesOf } from './our-types.js';
import type { Context } from './our-types.js';
import { importing, receiver } from './suggest.js';

type Messages = 'text' | 'empty' | 'array' | 'latin1' | 'message' | 'clone' | 'json' | 'hex';

export const noPlatformText: TSESLint.RuleModule<Messages> = {
  defaultOptions: [],
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow passing bytes-like values where the platform would read their text, or nothing',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      text: '{{name}} takes the text of this value, not its bytes.',
      empty: '{{name}} copies an empty object, not the bytes.',
      json: 'JSON has no bytes, and JSON.stringify() throws for them.',
      array: 'Pass a typed array, made by toUint8Array().',
      latin1: 'Pass one character for each byte, made by decode("latin-1").',
      message: 'Send what packMessage() returns; the receiver calls unpackMessage().',
      clone: 'Clone a message of packMessage().',
      hex: 'Store hexadecimal digits, read back by fromhex().',
    },
  },
  create(rule) {
    const context = rule as Context;
    return {
      CallExpression: (node) => checkCall(context, node),
      NewExpression: (node) => checkConstruction(context, node),
    };
  },
};

function checkCall(context: Context, node: TSESTree.CallExpression): void {
  const { callee } = node;
  const [first, second] = node.arguments;
  if (first === undefined) return;
  if (isGlobal(context, callee, 'btoa')) {
    report(context, first, 'text', 'btoa()', 'latin1', `${bytesOf(context, first)}.decode('latin-1')`);
  } else if (isGlobal(context, callee, 'structuredClone')) {
    const code = `unpackMessage(structuredClone(packMessage(${bytesOf(context, first)}).message))`;
    report(
      context,
      first,
      'empty',
      'structuredClone()',
      'clone',
      code,
      ['packMessage', 'unpackMessage'],
      node,
    );
  } else if (isPostMessage(callee)) {
    const code = `packMessage(${bytesOf(context, first)}).message`;
    report(context, first, 'empty', 'postMessage()', 'message', code, ['packMessage']);
  } else if (isGlobal(context, callee, 'fetch')) {
    checkBody(context, second, 'the body of fetch()');
  } else if (isJson(context, callee)) {
    report(context, first, 'json', '', 'hex', `${receiver(context, first)}.hex()`);
  }
}

function checkConstruction(context: Context, node: TSESTree.NewExpression): void {
  const [first, second] = node.arguments;
  if (first === undefined) return;
  if (isGlobal(context, node.callee, 'Blob', 'File') && first.type === 'ArrayExpression') {
    for (const part of first.elements) if (part !== null) asArray(context, part, 'a Blob');
  } else if (isGlobal(context, node.callee, 'Response')) {
    asArray(context, first, 'a Response');
  } else if (isGlobal(context, node.callee, 'Request')) {
    checkBody(context, second, 'the body of a Request');
  }
}

/** The property `body` of an object literal. */
function checkBody(context: Context, node: TSESTree.Node | undefined, name: string): void {
  if (node?.type !== 'ObjectExpression') return;
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') continue;
    if (property.key.name !== 'body') continue;
    if (property.shorthand) asArray(context, property.value, name, 'body: ');
    else asArray(context, property.value, name);
  }
}

function asArray(context: Context, node: TSESTree.Node, name: string, before = ''): void {
  report(context, node, 'text', name, 'array', `${before}${bytesOf(context, node)}.toUint8Array()`);
}

function isPostMessage(callee: TSESTree.Node): boolean {
  if (callee.type === 'Identifier') return callee.name === 'postMessage';
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'postMessage'
  );
}

function isJson(context: Context, callee: TSESTree.Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'stringify' &&
    isGlobal(context, callee.object, 'JSON')
  );
}

/** The text of an expression for bytes; views and arrays are copied to some first. */
function bytesOf(context: Context, node: TSESTree.Node): string {
  const text = receiver(context, node);
  const { kinds } = typesOf(context, node);
  return kinds.some((kind) => kind === 'memoryview' || kind === 'array') ? `${text}.tobytes()` : text;
}

function report(
  context: Context,
  node: TSESTree.Node,
  messageId: 'text' | 'empty' | 'json',
  name: string,
  suggestion: Messages,
  code: string,
  imports: readonly string[] = [],
  replaced: TSESTree.Node = node,
): void {
  if (node.type === 'SpreadElement' || !mayBeOurs(context, node)) return;
  context.report({
    node,
    messageId,
    data: { name },
    suggest: [
      {
        messageId: suggestion,
        *fix(fixer) {
          yield* importing(context, fixer, ...imports);
          yield fixer.replaceText(replaced, code);
        },
      },
    ],
  });
}
