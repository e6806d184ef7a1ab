/** Platform functions that treat one of our values as text (its repr), or as an object without contents. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  holdsOurs,
  isGlobal,
  isNamedMember,
  isPlatformObject,
  itemTypesOf,
  mayBeOurs,
  typesOf,
} from './our-types.js';
import type { Context, NamedMember } from './our-types.js';
import { importing, receiver } from './suggest.js';

type Messages =
  | 'text'
  | 'empty'
  | 'array'
  | 'parts'
  | 'blob'
  | 'decode'
  | 'latin1'
  | 'encoded'
  | 'message'
  | 'clone'
  | 'json'
  | 'hex'
  | 'key';

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
      array: 'Pass a typed array.',
      parts: 'Pass a list with a typed array.',
      blob: 'Append a Blob.',
      decode: 'Pass the text that the bytes encode.',
      latin1: 'Pass one character for each byte, made by decode("latin-1").',
      encoded: 'These are bytes already: copy them.',
      message: 'Send what packMessage() returns; the receiver calls unpackMessage().',
      clone: 'Clone a message of packMessage().',
      hex: 'Store hexadecimal digits, read back by fromhex().',
      key: 'Name the property by keyOf(), which is equal for equal contents.',
    },
  },
  create(rule) {
    const context = rule as Context;
    return {
      CallExpression: (node) => checkCall(context, node),
      NewExpression: (node) => checkConstruction(context, node),
      'MemberExpression[computed=true]': ({ property }: TSESTree.MemberExpression) =>
        asKey(context, property),
      'ObjectExpression > Property[computed=true]': ({ key }: TSESTree.Property) => asKey(context, key),
    };
  },
};

/** Global functions that take text. */
const OF_TEXT = ['encodeURIComponent', 'encodeURI', 'escape', 'parseInt', 'parseFloat', 'Symbol'];
/** Constructors that take text first. */
const FROM_TEXT = ['URL', 'RegExp', 'URLSearchParams'];
/** Objects that send their argument: as text unless it is a buffer. */
const SENDERS = ['WebSocket', 'XMLHttpRequest', 'RTCDataChannel'];
/** Methods that copy their first argument like `structuredClone`, and the objects that have them. */
const CLONING: Readonly<Record<string, string>> = {
  put: 'IDBObjectStore',
  add: 'IDBObjectStore',
  pushState: 'History',
  replaceState: 'History',
};
/** Objects whose methods `append` and `set` take text. */
const FIELDS = ['Headers', 'URLSearchParams'];

function checkCall(context: Context, node: TSESTree.CallExpression): void {
  const { callee } = node;
  const [first, second] = node.arguments;
  if (first === undefined) return;
  if (isGlobal(context, callee, 'btoa')) {
    report(context, first, 'text', 'btoa()', 'latin1', `${bytesOf(context, first)}.decode('latin-1')`);
  } else if (isGlobal(context, callee, ...OF_TEXT)) {
    asText(context, first, `${context.sourceCode.getText(callee)}()`);
  } else if (isGlobal(context, callee, 'structuredClone')) {
    const code = `unpackMessage(structuredClone(packMessage(${bytesOf(context, first)}).message))`;
    const imports = ['packMessage', 'unpackMessage'];
    if (mayBeOurs(context, first))
      report(context, first, 'empty', 'structuredClone()', 'clone', code, imports, node);
    else checkMessage(context, first, 'structuredClone()');
  } else if (isMethod(callee, 'postMessage') || isGlobal(context, callee, 'postMessage')) {
    checkMessage(context, first, 'postMessage()');
  } else if (isMethod(callee, 'serialize') && context.sourceCode.getText(callee) === 'v8.serialize') {
    checkMessage(context, first, 'v8.serialize()');
  } else if (isMethod(callee, 'send') && isPlatformObject(context, callee.object, ...SENDERS)) {
    asArray(context, first, 'send()');
  } else if (isMethod(callee, 'sendBeacon') && second !== undefined) {
    asArray(context, second, 'sendBeacon()');
  } else if (isMethod(callee, 'setItem') && second !== undefined) {
    if (isPlatformObject(context, callee.object, 'Storage')) asText(context, second, 'setItem()');
  } else if (isCloning(context, callee)) {
    checkMessage(context, first, `${callee.property.name}()`);
  } else if (isMethod(callee, 'existsSync')) {
    asText(context, first, 'existsSync()');
  } else if (isGlobal(context, callee, 'fetch')) {
    checkProperty(context, second, 'body', 'the body of fetch()', asArray);
  } else if (isMethod(callee, 'stringify') && isGlobal(context, callee.object, 'JSON')) {
    report(context, first, 'json', '', 'hex', `${receiver(context, first)}.hex()`);
  } else if (isMethod(callee, 'encode') && isPlatformObject(context, callee.object, 'TextEncoder')) {
    report(
      context,
      first,
      'text',
      'encode()',
      'encoded',
      `${receiver(context, first)}.toUint8Array()`,
      [],
      node,
    );
  } else if ((isMethod(callee, 'append') || isMethod(callee, 'set')) && second !== undefined) {
    const name = `${callee.property.name}()`;
    if (isPlatformObject(context, callee.object, 'FormData'))
      report(context, second, 'text', name, 'blob', `new Blob([${arrayOf(context, second)}])`);
    else if (isPlatformObject(context, callee.object, ...FIELDS)) asText(context, second, name);
  }
}

function checkConstruction(context: Context, node: TSESTree.NewExpression): void {
  const { callee } = node;
  const [first, second] = node.arguments;
  if (first === undefined) return;
  if (isGlobal(context, callee, 'Blob', 'File')) {
    const name = `a ${context.sourceCode.getText(callee)}`;
    if (first.type === 'ArrayExpression') {
      for (const part of first.elements) if (part !== null) asArray(context, part, name);
    } else if (mayBeOurs(context, first)) {
      report(context, first, 'text', name, 'parts', `[${arrayOf(context, first)}]`);
    } else checkParts(context, first, name);
  } else if (isGlobal(context, callee, 'Response')) {
    asArray(context, first, 'a Response');
  } else if (isGlobal(context, callee, 'Request')) {
    checkProperty(context, second, 'body', 'the body of a Request', asArray);
  } else if (isGlobal(context, callee, ...FROM_TEXT, 'Headers')) {
    const name = `a ${context.sourceCode.getText(callee)}`;
    if (first.type !== 'ObjectExpression') asText(context, first, name);
    else for (const property of first.properties) checkValue(context, property, name, asText);
  } else if (callee.type === 'Identifier' && callee.name === 'Worker') {
    checkProperty(context, second, 'workerData', 'a Worker', (_context, value, name) =>
      checkMessage(context, value, name),
    );
  }
}

/** `new Blob(list)`. */
function checkParts(context: Context, list: TSESTree.CallExpressionArgument, name: string): void {
  if (list.type === 'SpreadElement') return;
  const items = itemTypesOf(context, list);
  if (items === null || items.kinds.length === 0) return;
  const code = `${receiver(context, list)}.map((part) => part.toUint8Array())`;
  context.report({
    node: list,
    messageId: 'text',
    data: { name },
    suggest:
      items.others || items.nullable
        ? []
        : [{ messageId: 'array', fix: (fixer) => fixer.replaceText(list, code) }],
  });
}

/** Checks one value in an object literal; `before` is the name that a shorthand property omits. */
type ValueCheck = (context: Context, value: TSESTree.Node, name: string, before?: string) => void;

function checkValue(
  context: Context,
  property: TSESTree.ObjectLiteralElement,
  name: string,
  check: ValueCheck,
): void {
  if (property.type !== 'Property') return;
  const before = property.shorthand ? `${context.sourceCode.getText(property.key)}: ` : '';
  check(context, property.value, name, before);
}

/** Checks a property of an object literal. */
function checkProperty(
  context: Context,
  node: TSESTree.Node | undefined,
  key: string,
  name: string,
  check: ValueCheck,
): void {
  if (node?.type !== 'ObjectExpression') return;
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') continue;
    if (property.key.name === key) checkValue(context, property, name, check);
  }
}

/**
 * Checks a message: one of our values, values within its literals, or an object that holds some according to
 * its type.
 */
function checkMessage(context: Context, node: TSESTree.Node, name: string, before = ''): void {
  if (node.type === 'SpreadElement') return;
  if (node.type === 'ArrayExpression') {
    for (const element of node.elements) if (element !== null) checkMessage(context, element, name);
  } else if (node.type === 'ObjectExpression') {
    for (const property of node.properties) {
      checkValue(context, property, name, (_context, value, _name, start) =>
        checkMessage(context, value, name, start),
      );
    }
  } else if (mayBeOurs(context, node)) {
    const code = `${before}packMessage(${bytesOf(context, node)}).message`;
    report(context, node, 'empty', name, 'message', code, ['packMessage']);
  } else if (holdsOurs(context, node)) {
    context.report({ node, messageId: 'empty', data: { name } });
  }
}

function asArray(context: Context, node: TSESTree.Node, name: string, before = ''): void {
  report(context, node, 'text', name, 'array', `${before}${arrayOf(context, node)}`);
}

function asText(context: Context, node: TSESTree.Node, name: string, before = ''): void {
  report(context, node, 'text', name, 'decode', `${before}${bytesOf(context, node)}.decode()`);
}

/** `object[x]`. */
function asKey(context: Context, node: TSESTree.Node): void {
  const code = `keyOf(${context.sourceCode.getText(node)})`;
  report(context, node, 'text', 'a property name', 'key', code, ['keyOf']);
}

/** Whether a call is to a method that copies its first argument. */
function isCloning(context: Context, callee: TSESTree.Node): callee is NamedMember {
  const name = Object.keys(CLONING).find((each) => isMethod(callee, each));
  return (
    name !== undefined &&
    isPlatformObject(context, (callee as TSESTree.MemberExpression).object, CLONING[name]!)
  );
}

function isMethod(callee: TSESTree.Node, name: string): callee is NamedMember {
  return isNamedMember(callee) && callee.property.name === name;
}

/** Code that makes bytes from an expression; views and arrays are copied. */
function bytesOf(context: Context, node: TSESTree.Node): string {
  const text = receiver(context, node);
  const { kinds } = typesOf(context, node);
  return kinds.some((kind) => kind === 'memoryview' || kind === 'array') ? `${text}.tobytes()` : text;
}

/**
 * Code that makes a typed array from an expression. Only immutable bytes are not copied, because mutable
 * memory would stay locked.
 */
function arrayOf(context: Context, node: TSESTree.Node): string {
  const isImmutable = typesOf(context, node).kinds.every((kind) => kind === 'bytes');
  return `${receiver(context, node)}.${isImmutable ? 'asReadonlyUint8Array' : 'toUint8Array'}()`;
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
